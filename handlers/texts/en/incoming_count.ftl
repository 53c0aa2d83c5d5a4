# Counting incoming documents. $whose: all – the office, unit – one unit, seen – what the asker may see.
incoming-count =
    { $one_day ->
        [true] <b>{ $first }: { $number } incoming documents</b>{ $has_kind ->
            [true] {" "}({ $kind })
           *[false] {""}
        }{ $whose ->
            [unit] {" "}– { $unit }
            [seen] {" "}among those you may see
           *[all] {""}
        }.
       *[false] <b>From { $first } to { $last }: { $number } incoming documents</b>{ $has_kind ->
            [true] {" "}({ $kind })
           *[false] {""}
        }{ $whose ->
            [unit] {" "}– { $unit }
            [seen] {" "}among those you may see
           *[all] {""}
        }.
    }
incoming-count-state = Of these { $urgent } are urgent or more; { $open } are not done yet.
incoming-count-kinds = By kind: { $parts }.
incoming-count-units = By unit: { $parts }.
incoming-count-part = { $name } { $number }
incoming-count-no-unit = given to no unit yet
document-kind =
    { $kind ->
        [resolution] resolution
        [decision] decision
        [directive] directive
        [regulation] regulation
        [announcement] announcement
        [guidance] guidance
        [programme] programme
        [plan] plan
        [scheme] scheme
        [report] report
        [minutes] minutes
        [submission] submission
        [official_letter] official letter
        [telegram] telegram
        [invitation] invitation
       *[other] another kind
    }
