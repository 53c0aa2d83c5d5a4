# How much is said on each channel: messages that leave the office's own network give numbers and dates.

limits-title = <b>{ $title }</b>
limits-brief = On this channel the assistant gives numbers and dates only. The rest is on the Office's own page.
limits-nothing = There is nothing.
limits-none = This is not said on this channel. Please see it on the Office's own page.
limits-conversation =
    A citizen would like to speak with an officer, or has written: please answer on the office's page.
    If you are not signed in there, type here “code for my web page”.
limits-item = Once more
limits-button = Open the Office's page

# $meaning: due (still ahead), today, late, dated (of the document), received, done, held (a meeting).
reference =
    { $has_day ->
        [true] { $meaning ->
            [today] { $number }: due today
            [late] { $number }: overdue since { $day }
            [due] { $number }: due { $day }
            [received] { $number }: received { $day }
            [done] { $number }: marked as done { $day }
            [held] { $number }, { $day }
           *[dated] { $number }, dated { $day }
        }
       *[false] { $number }
    }
reference-in-list = { $place }. { $told }
reference-meeting = Meeting { $time }
# The question that is filled in on the Office's own page.
reference-question =
    { $noun ->
        [documents] document { $number }
        [dossiers] dossier { $number }
       *[petitions] petition { $number }
    }
reference-question-meetings = meetings { $day }
limits-given = New work
