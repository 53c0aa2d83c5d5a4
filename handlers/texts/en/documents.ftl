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
document-timing-late-by =
    { $provisional ->
        [true] { $standing } (due { $due }; provisional)
       *[false] { $standing } (due { $due })
    }
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
            [one] One working day left (due { $due }; provisional)
           *[other] { $days } working days left (due { $due }; provisional)
        }
       *[false] { $days ->
            [one] One working day left (due { $due })
           *[other] { $days } working days left (due { $due })
        }
    }
# Due on a day off, with no working day left before it.
document-timing-day-off =
    { $provisional ->
        [true] Due on a day off, { $due } (provisional)
       *[false] Due on a day off, { $due }
    }
document-as-of = As of { $time }, according to the register of documents.{ AGED($time) ->
    [yes] { " " }{ as-of-aged }
   *[no] { "" }
}

document-done = Done
document-done-named = Done { $sign }
document-snooze = Remind me later

# One document. $has_unit: the unit's name is known.
document-card-heading =
    { $urgency ->
        [flash] <b>{ $sign }</b> · <b>FLASH</b>
        [very_urgent] <b>{ $sign }</b> · <b>VERY URGENT</b>
        [urgent] <b>{ $sign }</b> · <b>URGENT</b>
       *[normal] <b>{ $sign }</b>
    }
document-card-subject = { $subject }
document-card-incoming = Incoming document no. { $book }: issued by { $issuer } on { $dated }, arrived on { $arrived }.
document-card-instruction = Instruction: { $instruction }
document-card-instruction-of = Instruction by { $name }: { $instruction }
document-card-held-since =
    { $has_unit ->
        [true] With { $name } ({ $unit }) since { $since }.
       *[false] With { $name } since { $since }.
    }
document-card-held =
    { $has_unit ->
        [true] With { $name } ({ $unit }).
       *[false] With { $name }.
    }
document-card-with-unit = Passed to { $unit }, nobody assigned yet.
document-card-unassigned = Not assigned yet.
document-card-timing = Deadline: { $timing }.
document-card-done = Done.
document-card-done-at = Done at { $at }.
document-card-reply = Answered by { $sign }.
document-card-returned = Returned to the sender.
document-card-withdrawn = Withdrawn from the register.
document-card-outgoing = Outgoing document of { $dated }.
document-card-issued = Issued at { $at }.
document-card-not-issued =
    { $late ->
        [true] Not issued yet, signed since { $since }: <b>overdue for issue</b> (by { $last } at the latest).
       *[false] Not issued yet, signed since { $since }; to be issued by { $last } at the latest.
    }
document-card-signer =
    { $digitally ->
        [true] Signed by { $name } (digital signature).
       *[false] Signed by { $name } (on paper, no digital signature).
    }
document-card-drafted-by = Drafted by { $unit }.

# Looking a document up. One that is not there and one that may not be seen get the same words.
document-status-which =
    Please give the number and sign (such as “1234/UBND-KGVX”) or some words from the subject of the document.
document-status-several =
    { $more ->
        [true] Many documents fit. Here are the newest; please choose one, or add the sign or the year:
       *[false] Several documents fit, please choose one:
    }
document-status-choice =
    { $comes_in ->
        [true] { $number }. <b>{ $sign }</b> from { $issuer }, { $dated }: { $subject }
       *[false] { $number }. <b>{ $sign }</b> (outgoing), { $dated }: { $subject }
    }
document-not-found = This document was not found among those you may see.
document-not-found-number =
    No document with the number <b>{ $number }</b> was found among those you may see.
    Please check the number, the sign and the year.
document-not-found-about =
    No document about “{ $words }” was found among those you may see.
    Please type its number and sign, or other words from its subject.

# “Done” was pressed.
document-done-subject = { $subject }
document-done-before = Document <b>{ $sign }</b> was already marked as done at { $at }.
document-done-returned = Document <b>{ $sign }</b> was returned to its sender, so nothing was changed.
document-done-others =
    { $has_holder ->
        [true] Document <b>{ $sign }</b> is now with { $holder }, so nothing was changed. Only the person handling it can mark it as done.
       *[false] Document <b>{ $sign }</b> is not assigned to anyone now, so nothing was changed.
    }
document-done-not-held = Document <b>{ $sign }</b> is not with you now, so nothing was recorded.
document-done-new-deadline =
    The deadline of document <b>{ $sign }</b> has changed, so nothing was marked. { $timing }.
    If the document is done, please press again.
