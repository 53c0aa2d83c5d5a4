# The brief of the day and what is said unasked.

brief-greeting = Hello { $name }. Today is { $day }.
brief-greeting-citizen = Hello. Today is { $day }.
brief-late = This reminder comes later than usual; the numbers are as of now.
brief-day-off = The office is closed today.
brief-day-off-named = The office is closed today: { $name }.
brief-meetings-none = You have no meetings in today's schedule.
brief-meetings = <b>{ $total ->
    [one] { $total } meeting today
   *[other] { $total } meetings today
 }</b>
brief-more = and { $number } more.
brief-kind = { $kind ->
    [document] Documents
    [dossier] Dossiers
   *[petition] Petitions
 }
brief-late-number = { $number } overdue
brief-today-number = { $number } due today
brief-soon-number = { $number } due soon
brief-section = <b>{ $kind }: { $numbers }</b>
brief-item = { $number }. <b>{ $label }</b> · { $timing }
brief-about = { $about }
brief-nothing-due = No documents, dossiers or petitions are overdue or fall due within two working days.
brief-late-by-person = <b>Overdue in the unit, person by person</b>
brief-late-by-unit = <b>Overdue by unit</b>
brief-late-line = { $name }: { $numbers }
brief-late-of-kind = { $kind ->
    [document] { $number ->
        [one] { $number } document
       *[other] { $number } documents
    }
    [dossier] { $number ->
        [one] { $number } dossier
       *[other] { $number } dossiers
    }
   *[petition] { $number ->
        [one] { $number } petition
       *[other] { $number } petitions
    }
 }
brief-unassigned-person = Not assigned to a person yet
brief-unassigned-unit = Not assigned to a unit yet
brief-others-more = and { $number } more lines.
brief-as-of = As of { $at }.
brief-own-dossiers = <b>Your dossiers that are not closed: { $total }</b>
brief-own-none = None of the dossiers linked to this account is still open.
brief-stranger =
    This account is not linked to anybody, so the assistant cannot know what is yours.
    You may send the code of a dossier, or press a button.

brief-button-overdue = Overdue documents
brief-button-due-soon = Documents due soon
brief-button-meetings = Today's meetings
brief-button-dossiers = Dossiers
brief-button-petitions = Petitions
notice-button-done = Done { $number }
notice-button-snooze = Remind me later { $number }
notice-button-done-this = Done
notice-button-snooze-this = Remind me later
notice-button-meeting = Details of the meeting

notice-meeting-soon = { $name }, you have a meeting in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }:
notice-meeting-now = { $name }, your meeting begins at { $time }:
notice-item = { $name }, you asked to be reminded of this:
notice-late = This reminder comes late.
