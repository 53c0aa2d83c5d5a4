# “Remind me later” was pressed by an official.
snooze-when = When would you like to be reminded of this again?
snooze-one-hour = In one hour
snooze-afternoon = This afternoon
snooze-tomorrow = Tomorrow morning
snooze-next-day = { $day }, morning
snooze-time-gone = That time has passed. Please press “Remind me later” once more and choose another time.
snooze-nothing-open = This is done or no longer followed by you, so there is nothing to remind you of.
snooze-another-time = Another time
snooze-ask-time = When shall it be? For example “15h”, “in 30 minutes”, “tomorrow morning”, “Friday”.
snooze-set-for = { $label } will be told again at { $time }.
snooze-later-than-asked = The time you chose is on a day off or in the quiet hours, so it comes at the nearest time after.
snooze-after-due = Mind that it is overdue by then ({ $due }).
