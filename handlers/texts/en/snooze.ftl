# “Remind me later” was pressed by an official.
snooze-when = When would you like to be reminded of this again?
snooze-one-hour = In one hour
snooze-afternoon = This afternoon
snooze-tomorrow = Tomorrow morning
snooze-next-day = { $day }, morning
snooze-set = Noted. The assistant will remind you of this at { $time }.
snooze-time-gone = That time has passed. Please press “Remind me later” once more and choose another time.
snooze-nothing-open = This is done or no longer followed by you, so there is nothing to remind you of.
