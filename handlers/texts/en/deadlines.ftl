# How a due time comes about. $day: weekday and date; $at: time, weekday and date. $provisional: a day awaits a notice.
deadline-by-day =
    { $provisional ->
        [true] Due by the end of the working day, { $day } (provisional).
       *[false] Due by the end of the working day, { $day }.
    }
deadline-by-hour =
    { $provisional ->
        [true] Due at { $at } (provisional).
       *[false] Due at { $at }.
    }
deadline-stopped = The clock has stood still since { $since }, so there is no due time yet.
deadline-from = Received at { $start }, time allowed: { $limit }.
deadline-from-without = Received at { $start }, time allowed: { $limit }; not counted: { $days }.
deadline-counts-as = It came outside office hours, so it counts as received on { $day }.
deadline-made-up = Counted as a working day: { $days }.
deadline-fell-on = The last day would be { $day }, a day off, so the deadline moves to the next working day.
deadline-paused = Not counted: the pause from { $since } to { $until }.
deadline-doubt = There is no official notice yet about { $day }.

# $unit: working_days, calendar_days, working_hours, months.
deadline-limit =
    { $unit ->
        [working_days] { $number ->
            [one] one working day
           *[other] { $number } working days
        }
        [working_hours] { $number ->
            [one] one working hour
           *[other] { $number } working hours
        }
        [months] { $number ->
            [one] one month
           *[other] { $number } months
        }
       *[calendar_days] { $number ->
            [one] one day
           *[other] { $number } days
        }
    }
deadline-same-day = the same day
deadline-same-day-until = the same day (the next working day if received after { $time })

# Days that are not counted; $days: 30/4 and 01/5.
deadline-left-out-received = the day of receipt
deadline-left-out-holidays = public holidays { $days }
deadline-left-out-notice = { $day } off ({ $name })
deadline-left-out-notice-bare = { $day } off
deadline-left-out-saturday = Saturdays
deadline-left-out-sunday = Sundays
deadline-and = { $before } and { $last }
deadline-days-through = { $first } to { $last }

# How much working time is left, or has passed.
deadline-days =
    { $number ->
        [one] one day
       *[other] { $number } days
    }
deadline-hours =
    { $number ->
        [one] one hour
       *[other] { $number } hours
    }
deadline-minutes =
    { $number ->
        [one] one minute
       *[other] { $number } minutes
    }
# $working: there are days or hours.
deadline-left =
    { $working ->
        [true] { $time } of working time left
       *[false] { $time } left
    }
deadline-late =
    { $working ->
        [true] { $time } of working time late
       *[false] { $time } late
    }
deadline-left-none = Due now
deadline-late-none = Overdue
deadline-provisional = { $standing } (provisional)

# Deadlines that moved because days off changed. $why: deadline-moved-off, -worked, joined by “and”; or -calendar.
deadline-moved-title = Deadlines of documents have moved
deadline-moved =
    { $number ->
        [one] { $name }: because { $why }, the deadline of one document has moved.
       *[other] { $name }: because { $why }, the deadlines of { $number } documents have moved.
    }
deadline-moved-off = { $day } is off ({ $called })
deadline-moved-worked = { $day } is worked ({ $called })
deadline-moved-off-bare = { $day } is off
deadline-moved-worked-bare = { $day } is worked
deadline-moved-calendar = the office's calendar has changed
deadline-moved-group =
    { $number ->
        [one] One document moves from { $from } to { $to }: { $signs }.
       *[other] { $number } documents move from { $from } to { $to }: { $signs }.
    }
deadline-moved-one = Document { $sign } moves from { $from } to { $to }.
deadline-moved-more =
    { $number ->
        [one] one more
       *[other] { $number } more
    }
