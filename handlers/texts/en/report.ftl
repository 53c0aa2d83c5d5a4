# The year's figures, printed on the terminal: no HTML tags.
report-title = FIGURES OF THE YEAR { $year }
report-office = Office: { $office }
report-period = Period: from { $first } to { $last }
report-counted-at = Counted in the store at { $at }
report-page = Beside the page of { $office }, file { $file }

report-heading-counts = COUNTS
report-heading-shares = RATES
report-heading-misfits = PRINTED RATES THAT DO NOT FOLLOW FROM THE NUMBER BESIDE THEM
report-heading-growths = PRINTED GROWTH (the store has no records of the year before)
report-heading-quoted = ONLY QUOTED (no records made of it)
report-heading-chosen = CHOSEN BY THIS PROGRAM (the page does not say)

# The name of each number. $key is one of these.
report-name = { $key ->
    [meetings] meetings held
    [meetings_called_off] meetings postponed or cancelled
    [incoming] incoming documents
    [incoming_digitised] incoming documents digitised
    [incoming_with_deadline] incoming documents with a deadline
    [incoming_in_time] incoming documents handled in time
    [incoming_late] incoming documents handled late
    [incoming_open_late] incoming documents open and overdue
    [incoming_handled] incoming documents with a deadline handled
    [outgoing] outgoing documents issued
    [outgoing_signed] outgoing documents digitally signed
    [documents] documents in and out
    [classified] classified documents (only counted)
    [dossiers_received] dossiers received
    [dossiers_carried_over] dossiers carried over
    [dossiers_resolved] dossiers resolved
    [dossiers_early] dossiers resolved before their day
    [dossiers_on_the_day] dossiers resolved on their day
    [dossiers_late] dossiers resolved late
    [dossiers_withdrawn_or_stopped] dossiers withdrawn or stopped
    [dossiers_open] dossiers open at the end
    [dossiers_open_late] dossiers open and overdue
    [dossiers_handled] dossiers resolved or open
    [petitions] petitions received
    [complaints] complaints
    [denunciations] denunciations
    [proposals] proposals
    [desk_visits] visits at the standing desk
    [chairman_sessions] sessions of the Chairman
   *[chairman_visits] visits received by the Chairman
}
report-rate-name = { $key ->
    [early_rate] Resolved before the promised day
    [on_the_day_rate] Resolved on the promised day
    [late_rate] Resolved late
    [on_time_rate] Resolved before or on the day
    [national_on_time_rate] On time, open ones within their limit included
    [digitised_rate] Incoming documents digitised
    [in_time_rate] Incoming documents handled in time
   *[signed_rate] Outgoing documents digitally signed
}

report-count = { $number } { $name }
report-as-of = (as of { $at })
report-printed-agrees = agrees with “{ $words }”
report-printed-differs = DIFFERS from “{ $words }”
report-share = { $name }: { $rate } = { $part }/{ $base } { $baseName }
report-chosen = { $number } { $name }: { $why }

report-misfit = “{ $words }”: { $part }/{ $beside } is { $there }; { $percent } is right on { $lowest } to { $highest }
report-shared-base = { $percents } are right together on { $lowest } to { $highest } { $baseName } (which leaves { $restLowest } to { $restHighest }); the store has { $recorded }
report-growth = “{ $words }”: if it is { $now } now, { $since } had { $lowest }
report-growth-between = “{ $words }”: if it is { $now } now, { $since } had { $lowest } to { $highest }
report-quoted = “{ $words }”
report-nothing = The store has no records of this period.
report-percent = { $rate }
