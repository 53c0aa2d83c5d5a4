# Figures of a period in a conversation. Each rate has its base, its period and its time.
statistics-for-staff =
    These figures are for the people of the Office, as far as their work goes; I have none that are published.
    If you need figures for research or business, please contact the Office.
statistics-not-counted = I have no figures about that. I can count dossiers, incoming and outgoing documents, meetings, petitions, and citizens received.
statistics-not-apart = I cannot count apart by “{ $words }” yet; these are the figures as a whole.
statistics-narrowed = You may see the figures of your own part; here they are.
statistics-to-come = There are no figures yet: { $period } has not begun.
statistics-nothing = There is no record of this period yet.
statistics-as-of = As of { $time }, from the records.

statistics-subject =
    { $subject ->
        [hs] Dossiers
        [den] Incoming documents
        [di] Outgoing documents
        [hop] Meetings
        [don] Petitions
        [tcd] Citizens received
       *[all] Figures
    }
statistics-whose =
    { $whose ->
        [all] the whole Office
        [mine] your own part
        [seen] what you may see
       *[named] { $name }
    }
statistics-heading = <b>{ $subject }, { $period }: { $whose }</b>
statistics-heading-all = <b>Figures, { $period }</b>
statistics-of = Of { $whose }
statistics-period =
    { $kind ->
        [day] { $first }
        [week] week of { $first } – { $last }
        [month] { $month }
        [quarter] quarter { $quarter } of { $year }
        [half] { $quarter ->
            [I] first
           *[other] second
        } half of { $year }
        [months] first { $months } months of { $year }
        [year] the year { $year }
       *[other] from { $first } to { $last }
    }
statistics-until-today = { $period } (not over, counted until today, { $today })

statistics-dossiers-received = Received { $received } (online { $online }); carried over { $carried }.
statistics-dossiers-resolved = Resolved { $resolved }, of which:
statistics-dossiers-early = – before the due day { $number } ({ $rate })
statistics-dossiers-on-the-day = – on the due day { $number } ({ $rate })
statistics-dossiers-late = – after the due day { $number } ({ $rate })
statistics-dossiers-undated = – without a due day { $number } ({ $rate })
statistics-dossiers-on-time = Before or on the due day: { $rate } ({ $part } of { $base } resolved dossiers).
statistics-dossiers-open = In work { $open }: in time { $in_time }, late { $late }.
statistics-dossiers-ended = Withdrawn or stopped { $number }.
statistics-dossiers-national = By the indicator of Decision 766/QĐ-TTg: { $rate } on time ({ $part } of { $base } dossiers received and handled in the period).

statistics-incoming = Received { $received }{ $classified ->
        [0] {""}
       *[other] , { $classified } of them classified (a number only)
    }.
statistics-incoming-digitised = Digitised: { $rate } ({ $part } of { $base } documents in the register).
statistics-incoming-deadlines = With a deadline { $with_deadline }: done in time { $in_time }, done late { $late }, not done and late { $open_late }.
statistics-incoming-rate = Done in time: { $rate } ({ $part } of { $base } documents done that had a deadline).
statistics-outgoing = Issued { $issued }{ $classified ->
        [0] {""}
       *[other] , { $classified } of them classified (a number only)
    }.
statistics-outgoing-kinds = Decisions { $decisions }, directives { $directives }, plans { $plans }, other kinds { $others }.
statistics-outgoing-signed = Digitally signed: { $rate } ({ $part } of { $base } documents in the register).
statistics-meetings = Held { $held }; postponed or cancelled { $called_off }.
statistics-meetings-scheduled = On the schedule, not noted as held: { $number }.
statistics-petitions = Received { $received }: complaints { $complaints }, proposals { $proposals }.
statistics-petitions-denunciations = Denunciations that you hold, received in the period: { $number }.
statistics-petitions-settled = Settled in the period { $settled } (also those received before).
statistics-petitions-privacy = Without denunciations: to protect those who send them, I do not count them in a chat.
statistics-receptions-standing = At the standing desk: { $visits } visits, { $matters } matters, { $groups } groups.
statistics-receptions-chairman = By the Chairman: { $sessions } sessions, { $visits } visits, { $matters } matters, { $groups } groups.

statistics-line = – { $subject }: { $told }
statistics-short-dossiers = received { $received }, resolved { $resolved }, in work { $open }
statistics-short-rate = ; before or on the due day { $rate } ({ $part } of { $base } resolved)
statistics-short-incoming = received { $received }, late and not done { $open_late }
statistics-short-outgoing = issued { $issued }
statistics-short-meetings = held { $held }, postponed or cancelled { $called_off }
statistics-short-petitions = received { $received }, settled { $settled }
statistics-short-receptions = { $visits } visits

statistics-against = Beside { $period }
statistics-changed =
    – { $name }: { $now }, then { $then }; { $direction ->
        [up] up { $by } ({ $rate })
        [down] down { $by } ({ $rate })
       *[same] unchanged
    }
statistics-changed-from-none = – { $name }: { $now }; there was none then
statistics-changed-rate =
    – { $name }: { $now } ({ $part } of { $base }), then { $then } ({ $then_part } of { $then_base }); { $direction ->
        [up] up { $points } percentage points
        [down] down { $points } percentage points
       *[same] unchanged
    }
statistics-name =
    { $key ->
        [dossiers-received] Dossiers received
        [dossiers-resolved] Dossiers resolved
        [dossiers-on-time] Before or on the due day, of those resolved
        [incoming] Incoming documents
        [incoming-in-time] Done in time, of those done that had a deadline
        [outgoing] Outgoing documents
        [meetings] Meetings held
        [petitions] Petitions received
        [settled] Petitions settled
       *[visits] Visits of citizens
    }

statistics-button-before = Against the period before
statistics-button-year = Against a year earlier
statistics-button-month = This month
statistics-button-quarter = This quarter
statistics-button-this-year = This year
statistics-button-reported = Reporting period { $first }–{ $last }
