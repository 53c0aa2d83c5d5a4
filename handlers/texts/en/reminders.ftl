# The steps of reminding, and rehearsals: who would be reminded, and why. No subjects, no citizens' names.

rehearsal-none = Nobody would be reminded at { $time }.
rehearsal-person = { $person }: { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
 }
rehearsal-message = { $time } · { $message ->
    [brief] morning brief
    [meeting] meeting reminder
    [given] new work
    [urgent] at once
   *[item] again
 }
rehearsal-line = – { $in_brief ->
    [true] {""}
   *[false] { rehearsal-message } ·{" "}
 }{ $stage ->
    [soon] { $what } is due soon ({ $due })
    [today] { $what } is due today
    [late] { $what } is late since { $due }
    [given] { $what } was just given{ $has_due ->
        [true] , due { $due }
       *[false] {""}
    }
    [meeting] meeting on { $due }
    [again] { $what } was to be said again
   *[units] how much is late, by unit
 } · because: { $instead ->
    [true] in the place of { $absent }, on leave:{" "}
   *[false] {""}
 }{ $why ->
    [holds] works on it
    [nobody_holds] nobody works on it, so the head of the unit is told
    [heads_unit] heads the unit
    [leads_office] leads the office
    [takes_part] takes part
    [given] was just given it
   *[asked_again] asked to be told again
 }{ $has_step ->
    [true] ; { $step }
   *[false] {""}
 }
rehearsal-some = { $kind ->
    [document] a document
    [dossier] a dossier
    [petition] a petition
    [meeting] a meeting
   *[units] numbers by unit
 }
rehearsal-sum = { $people } people and { $lines } lines in all. Only a rehearsal: nothing is sent or written.
rehearsal-count = { $number } { $kind ->
    [document] documents
    [dossier] dossiers
    [petition] petitions
    [meeting] meetings
   *[units] tables of numbers by unit
 }{ $stage ->
    [soon] {" "}due soon
    [today] {" "}due today
    [late] {" "}late
    [given] {" "}just given
    [again] {" "}to be said again
   *[other] {""}
 }

reminder-rehearsal-heading = <b>To be reminded at { $time }: { $people ->
    [one] { $people } person
   *[other] { $people } people
 }</b>
reminder-rehearsal-person = <b>{ $number }. { $person }</b> ({ $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
 })
reminder-rehearsal-counted = { $number }. { $person }: { $counts }
reminder-rehearsal-more = and { $number } more of theirs.
reminder-rehearsal-none = If nothing changes, nobody is reminded at { $time }.
reminder-rehearsal-note = Only a rehearsal: nothing was sent. What is done before then is not said any more.
reminder-rehearsal-past = That time is over. Please ask about tomorrow morning or a day to come.
reminder-rehearsal-not-yours = This list is for the leaders of the office and for whom the office has named. What is yours is in “what is on today”.

ladder-kind = { $kind ->
    [document] Documents
    [dossier] Dossiers
   *[petition] Petitions
 } ({ $own ->
    [true] the office's own steps
   *[false] the usual steps
 }):
ladder-step = – { $audience ->
    [holder] who works on it
    [head] the head of the unit
   *[leader] the leaders of the office
 }: { $when ->
    [before] { $days } working days before it is due
    [after] { $days } working days late
   *[today] on the day itself
 }{ $repeats ->
    [true] , then on each working day
   *[false] {""}
 } · because: { $reason }
ladder-usual = { $reason ->
    [prepare] there is time to deal with it and have it signed
    [finish] it has to be finished within two days
    [today] today is the last day
    [late] it is late, and is said until it is done
    [head] the head of the unit has to press for it
   *[leader] the leaders have to know which unit is late
 }
ladder-own = { $reason }
ladder-changed = The step is set:
ladder-removed = The step is removed; the others stay.
ladder-usual-again = { $kind ->
    [document] Documents
    [dossier] Dossiers
   *[petition] Petitions
 } go by the usual steps again; { $number } steps of the office's own are gone.
