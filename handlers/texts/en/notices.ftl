# The brief of the day and what is said unasked.

brief-greeting = Hello { $name }. Today is { $day }.
brief-greeting-citizen = Hello. Today is { $day }.
brief-late = This reminder comes later than usual; the numbers are as of now.
brief-day-off = The office is closed on { $day }.
brief-day-off-named = The office is closed on { $day } ({ $name }).
brief-meetings = { $total ->
    [0] You have no meetings in the schedule { $is_today ->
        [true] today
       *[false] on { $day }
    }.
   *[other] <b>Meetings { $is_today ->
        [true] today
       *[false] on { $day }
    }: { $total }</b>
 }
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
brief-late-by-person = <b>Overdue in the unit, person by person: { $numbers }</b>
brief-data-requests = <b>Requests about personal data not answered:</b> { $number }, the first due { $first }. To see them: python -m bot requests
brief-late-by-unit = <b>Overdue by unit: { $numbers } in all</b>
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
brief-as-of = As of { $at }.{ AGED($at) ->
    [yes] { " " }{ as-of-aged }
   *[no] { "" }
}
brief-own-dossiers = <b>Your dossiers that are not closed: { $total }</b>
brief-own-none = None of the dossiers linked to this account is still open.
brief-stranger =
    This account is not linked to anybody, so the assistant cannot know what is yours.
    You may send the code of a dossier, or press a button.

brief-button-overdue = Overdue documents
brief-button-due-soon = Documents due soon
brief-button-meetings = Meetings
brief-button-dossiers = Dossiers
notice-button-received = No. { $number }: received
notice-button-done = No. { $number }: done
notice-button-snooze = No. { $number }: remind me later
notice-button-meeting = Details of the meeting

notice-meeting-soon = { $name }, you have a meeting in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }:
notice-meeting-now = { $name }, your meeting begins at { $time }:
notice-item = { $name }, you asked to be reminded of this:
notice-late = This reminder comes late.

# Work that was just given, and what somebody on leave has a stand-in for.
notice-given = { $held ->
    [true] { $urgency ->
        [flash] <b>HỎA TỐC (at once).</b> { $name }, you were just given:
        [very_urgent] <b>THƯỢNG KHẨN (very urgent).</b> { $name }, you were just given:
        [urgent] <b>KHẨN (urgent).</b> { $name }, you were just given:
       *[normal] { $name }, you were given { $number ->
            [one] a new document
           *[other] { $number } new documents
        }:
    }
   *[false] { $urgency ->
        [flash] <b>HỎA TỐC (at once).</b> { $name }, this came to your unit and nobody works on it yet:
        [very_urgent] <b>THƯỢNG KHẨN (very urgent).</b> { $name }, this came to your unit and nobody works on it yet:
       *[other] <b>KHẨN (urgent).</b> { $name }, this came to your unit and nobody works on it yet:
    }
 }
notice-given-instead = { $urgency ->
    [flash] <b>HỎA TỐC (at once).</b> In the place of { $name }, who is on leave:
    [very_urgent] <b>THƯỢNG KHẨN (very urgent).</b> In the place of { $name }, who is on leave:
    [urgent] <b>KHẨN (urgent).</b> In the place of { $name }, who is on leave:
   *[normal] In the place of { $name }, who is on leave, { $number ->
        [one] a new document
       *[other] { $number } new documents
    }:
 }
notice-only-theirs = { $name }, you are on leave; this alone cannot pass to your stand-in:
brief-instead = <b>In the place of { $name }, who is on leave: { $number ->
    [one] { $number } item
   *[other] { $number } items
}</b>
