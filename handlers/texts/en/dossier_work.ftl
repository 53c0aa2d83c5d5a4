# Dossiers for people of the office: overdue, due soon, waiting for whom.
# $who: one of dossier-who-…; $about: a field or a procedure; $period: document-period-… or empty.

dossier-who-mine = You have
dossier-who-person = { $name } has
dossier-who-unit = { $name } has
dossier-who-all = The whole Office has
dossier-who-visible = Among the dossiers you may see there are
dossier-late-heading = { $total ->
    [0] { $who } no overdue dossiers{ $has_about ->
        [true] { " " }about “{ $about }”
       *[false] { "" }
    }{ $period }.
    [one] <b>{ $who } one overdue dossier</b>{ $has_about ->
        [true] { " " }about “{ $about }”
       *[false] { "" }
    }{ $period }.
   *[other] <b>{ $who } { $total } overdue dossiers</b>{ $has_about ->
        [true] { " " }about “{ $about }”
       *[false] { "" }
    }{ $period }.
}
dossier-soon-heading = { $total ->
    [0] { $who } no dossiers due soon{ $has_about ->
        [true] { " " }about “{ $about }”
       *[false] { "" }
    }{ $period }.
    [one] <b>{ $who } one dossier due soon</b>{ $has_about ->
        [true] { " " }about “{ $about }”
       *[false] { "" }
    }{ $period }.
   *[other] <b>{ $who } { $total } dossiers due soon</b>{ $has_about ->
        [true] { " " }about “{ $about }”
       *[false] { "" }
    }{ $period }.
}
dossier-waiting-heading = { $total ->
    [0] { $who } no dossiers waiting for others{ $has_about ->
        [true] { " " }(“{ $about }”)
       *[false] { "" }
    }.
    [one] <b>{ $who } one dossier waiting for others</b>{ $has_about ->
        [true] { " " }(“{ $about }”)
       *[false] { "" }
    }.
   *[other] <b>{ $who } { $total } dossiers waiting for others</b>{ $has_about ->
        [true] { " " }(“{ $about }”)
       *[false] { "" }
    }.
}
dossier-late-whose = { $ours ->
    [0] All of them are with other agencies.
   *[other] Of these { $ours } are with us, { $elsewhere } with other agencies.
}
dossier-late-narrowed = The list holds only the dossiers that you may see: those you hold and those your unit handles or received.
dossier-late-no-procedure = No field or procedure called “{ $words }” is in the catalogue, so these are dossiers of every procedure.
# $wait: ours, supplement, payment, elsewhere, submitted.
dossier-waits = Still open { $total }: { $parts }.
dossier-waits-part = { $wait ->
    [ours] with us { $number }
    [supplement] waiting for papers { $number }
    [payment] waiting for a fee { $number }
    [elsewhere] with other agencies { $number }
   *[submitted] not received yet { $number }
}
dossier-side = { $side ->
    [late] Overdue
    [soon] Due soon
   *[waiting] Waiting for whom
}

dossier-late-line = { $number }. <b>{ $code }</b> · { $timing }
dossier-late-by = { $days ->
    [0] Just overdue
    [one] One working day overdue
   *[other] { $days } working days overdue
} (due { $due }{ $provisional ->
    [true] ; provisional
   *[false] {""}
})
dossier-late-about = { $has_holder ->
    [true] { $procedure } · { $holder }
   *[false] { $procedure }
}
# $held_by: person, unit, nobody.
dossier-late-holder = { $held_by ->
    [person] { $name }, { $unit }
    [unit] { $unit }
   *[nobody] Not assigned
}
# Working time spent at each place; waiting for papers or fees is told apart.
dossier-time = { $has_places ->
    [true] So far at { $places }{ $has_waited ->
        [true] ; waiting for the applicant { $waited }
       *[false] { "" }
    }
   *[false] Waiting for the applicant { $waited }
}
dossier-time-at = { $place } { $time }
dossier-time-nowhere = a place not recorded

# Done, undone.
dossier-done = Noted: dossier <b>{ $code }</b> was finished at { $at }.
dossier-done-there-too = The one-stop system is not changed from here: please enter it there as well.
dossier-done-before = Dossier <b>{ $code }</b> has had its result already, so nothing was changed.
dossier-done-others = Dossier <b>{ $code }</b> is not with you any more, so nothing was changed.
dossier-done-state = Dossier <b>{ $code }</b> cannot be finished yet: { $state }.
dossier-done-new-deadline = The deadline of dossier <b>{ $code }</b> has changed, so nothing was done. If it is finished, please open it again and press the button there.
dossier-done-gone = One dossier of the list is not among those you may see any more, so nothing was changed.
dossier-undone = Undone: dossier <b>{ $code }</b> is being processed again.
dossier-nothing-to-undo = There is nothing to undo: it is more than 10 minutes ago, undone already, or the dossier has changed since.
