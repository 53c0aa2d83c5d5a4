# Documents. The asker is an official. No emoji.

document-for-staff =
    Information about documents is only for accounts of officials who follow or handle documents.
    To learn the result of a dossier or a petition, please send the code on your receipt.

# Lists of what is overdue or due soon. $who: one of document-who-…; $period: document-period-… or empty.
document-who-mine = You have
document-who-person = { $name } has
document-who-unit = { $name } has
document-who-all = The whole Office has
document-period-day = , due on { $day }
document-period-days = , due from { $first } to { $last }
document-overdue-heading =
    { $total ->
        [0] { $who } no overdue documents{ $period }.
        [one] <b>{ $who } one overdue document</b>{ $period }.
       *[other] <b>{ $who } { $total } overdue documents</b>{ $period }.
    }
document-due-soon-heading =
    { $total ->
        [0] { $who } no documents falling due{ $period }.
        [one] <b>{ $who } one document falling due soon</b>{ $period }.
       *[other] <b>{ $who } { $total } documents falling due soon</b>{ $period }.
    }
document-list-without-deadline =
    { $number ->
        [one] One more document has no deadline yet.
       *[other] { $number } more documents have no deadline yet.
    }
document-list-narrowed =
    { $mine ->
        [true] You can only see documents assigned to you.
       *[false] You can only see documents of your own unit.
    }
document-list-units = By unit: { $units }.
document-list-unit =
    { $has_unit ->
        [true] { $unit } { $number }
       *[false] not assigned { $number }
    }

# One line of a list. $urgency: normal, urgent, very_urgent, flash.
document-line =
    { $urgency ->
        [flash] { $number }. <b>{ $sign }</b> · <b>FLASH</b> · { $timing }
        [very_urgent] { $number }. <b>{ $sign }</b> · <b>VERY URGENT</b> · { $timing }
        [urgent] { $number }. <b>{ $sign }</b> · <b>URGENT</b> · { $timing }
       *[normal] { $number }. <b>{ $sign }</b> · { $timing }
    }
document-line-about = { $subject } ({ $issuer })
# $held_by: person (somebody holds it), unit (given to a unit only), nobody.
document-holder =
    { $held_by ->
        [person] { $name }
        [unit] { $unit }
       *[nobody] Not assigned
    }

# Deadlines; $days are working days, 0 when only days off lie between. $provisional: a day still awaits a notice.
document-timing-none = No deadline set
document-timing-today = Due today, { $due }
document-timing-late =
    { $provisional ->
        [true] { $days ->
            [0] Overdue since { $due } (provisional)
            [one] One working day late (due { $due }; provisional)
           *[other] { $days } working days late (due { $due }; provisional)
        }
       *[false] { $days ->
            [0] Overdue since { $due }
            [one] One working day late (due { $due })
           *[other] { $days } working days late (due { $due })
        }
    }
document-timing-ahead =
    { $provisional ->
        [true] { $days ->
            [0] Due { $due } (provisional)
            [one] One working day left (due { $due }; provisional)
           *[other] { $days } working days left (due { $due }; provisional)
        }
       *[false] { $days ->
            [0] Due { $due }
            [one] One working day left (due { $due })
           *[other] { $days } working days left (due { $due })
        }
    }
document-as-of = As of { $time }, according to the register of documents.

document-done = Done
document-done-named = Done { $sign }
document-snooze = Remind me later
