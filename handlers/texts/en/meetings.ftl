# Meetings. $state: planned, changed, postponed, cancelled, held. No emoji.

# $whose: mine (the asker's), person and unit ($name's), all (the office's). $when: “Tuesday 24/11/2026, morning”.
meeting-schedule-heading =
    { $total ->
        [0] { $whose ->
            [mine] You have no meetings scheduled for { $when }.
            [person] No meetings of { $name } were found for { $when }.
            [unit] No meetings of { $name } were found for { $when }.
           *[all] No meetings are scheduled for { $when }.
        }
        [one] { $whose ->
            [mine] <b>Your meetings, { $when }</b>: one meeting.
            [person] <b>Meetings of { $name }, { $when }</b>: one meeting.
            [unit] <b>Meetings of { $name }, { $when }</b>: one meeting.
           *[all] <b>Meetings, { $when }</b>: one meeting.
        }
       *[other] { $whose ->
            [mine] <b>Your meetings, { $when }</b>: { $total } meetings.
            [person] <b>Meetings of { $name }, { $when }</b>: { $total } meetings.
            [unit] <b>Meetings of { $name }, { $when }</b>: { $total } meetings.
           *[all] <b>Meetings, { $when }</b>: { $total } meetings.
        }
    }
meeting-schedule-nothing-left =
    { $some ->
        [true] There are no more meetings today, { $day }.
       *[false] There are no meetings today, { $day }.
    }
meeting-schedule-whose =
    This account is not linked to anyone of the Office, so the assistant does not know your schedule.
    Please send the linking code given to you by the Office, or ask for public meetings, such as “meetings this week”.

meeting-when-day = { $day }
meeting-when-days = { $first } to { $last }
meeting-when-minute = { $day } at { $time }
meeting-when-hour = { $day } at { $hour }
meeting-when-hours = { $day }, { $since } to { $until }
meeting-when-morning = { $day }, morning
meeting-when-afternoon = { $day }, afternoon
meeting-when-evening = { $day }, evening

meeting-day = <b>{ $day }</b>
# $says_so: the Vietnamese name of the day already says that it is off.
meeting-day-off =
    { $says_so ->
        [true] Please note: { $day } is a day off ({ $name }).
       *[false] Please note: { $day } is a holiday ({ $name }).
    }
meeting-day-weekend = Please note: { $day } is a weekend day.
meeting-day-swapped = Please note: { $day } is a working day ({ $name }).
meeting-day-uncertain = Please note: { $day } may be swapped for a day off; there is no official notice yet.

meeting-part-morning = Morning
meeting-part-afternoon = Afternoon
meeting-part-evening = Evening
meeting-part-all-day = All day

meeting-line =
    { $state ->
        [changed] { $number }. <b>{ $time }</b> · { $subject } (changed)
        [postponed] { $number }. <b>{ $time }</b> · { $subject } (<b>POSTPONED</b>)
        [cancelled] { $number }. <b>{ $time }</b> · { $subject } (<b>CANCELLED</b>)
       *[other] { $number }. <b>{ $time }</b> · { $subject }
    }
meeting-reference-time =
    { $state ->
        [postponed] { $time } (postponed)
        [cancelled] { $time } (cancelled)
       *[other] { $time }
    }
meeting-line-place = { $place }
meeting-line-chair = Chair: { $chair }
meeting-as-of = As of { $time }, according to the published schedule.{ AGED($time) ->
    [yes] { " " }{ as-of-aged }
   *[no] { "" }
}

# One meeting. People outside the Office see only what is public.
meeting-card-heading = <b>{ $subject }</b>
meeting-card-state =
    { $state ->
        [changed] This meeting <b>was changed</b>.
        [postponed] This meeting is <b>POSTPONED</b>.
        [cancelled] This meeting is <b>CANCELLED</b>.
       *[held] This meeting took place.
    }
meeting-card-time = Time: { $time }, { $day }
meeting-card-place = Place: { $place }
meeting-card-online = Online points: { $value }
meeting-card-prepared-by = Prepared by: { $value }
meeting-card-invitation = Invitation: { $value }
meeting-card-attendee =
    { $titled ->
        [true] { $name } ({ $title })
       *[false] { $name }
    }
meeting-card-participants =
    { $others ->
        [0] Participants: { $names }
        [one] Participants: { $names } and one more person
       *[other] Participants: { $names } and { $others } more people
    }
meeting-card-paper =
    { $pages ->
        [0] { $name }
        [one] { $name } (one page)
       *[other] { $name } ({ $pages } pages)
    }
meeting-card-papers = Papers: { $names }
meeting-card-note = Note: { $value }
meeting-detail-that-day = All meetings of that day
meeting-detail-several =
    { $more ->
        [true] Many meetings fit. Please choose among the first ones below, or add the time or the subject:
       *[false] Several meetings fit, please choose one:
    }
# A meeting that is not there and one that may not be known of get the same words.
meeting-not-found = This meeting was not found among those you may see.
meeting-not-found-about =
    { $has_words ->
        [true] No such meeting was found among those you may see. Please check the time or the name of the meeting.
       *[false] No meeting at that time was found among those you may see. Please check the time.
    }
