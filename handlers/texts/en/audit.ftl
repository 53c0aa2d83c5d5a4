# Who looked, who changed something. For the administrator alone; nothing of a record is in here.

audit-this = { $kind ->
    [meeting] the meeting just shown
    [document] the document just shown
    [outgoing] the outgoing document just shown
    [dossier] the dossier just asked about
    [petition] the petition just asked about
   *[person] the person just asked about
 }
audit-which = Please send the code of a dossier or a petition, or the number of a document, for example: “who has seen dossier 000.00.12.H37-261109-0045”.
audit-none =
    Nothing is recorded about <b>{ $what }</b> yet.
    If it is a code, please check it once more.
audit-end = That is all that was recorded.
audit-heading =
    { $total ->
        [one] One entry
       *[other] { $total } entries
    } about <b>{ $what }</b>, the newest first:
audit-person = { $name }, { $title }
audit-account = somebody outside the office (account no. { $number })
audit-behalf = , on behalf of { $name }, { $title }
audit-line = { $at } · { $who }{ $behalf } · { $did } · { $channel }
audit-in-vain = asked for this code, was shown nothing
audit-act = { $act ->
    [document-done] marked it as done
    [dossier-opened] opened it with the second number
    [told-brief] was sent it in the morning's brief
    [told-meeting] was reminded of the meeting
    [told-item] was reminded again
    [press-done] pressed “Done”
    [press-snooze] pressed “Remind me later”
    [press-until] asked to be reminded again
    [brief-today] saw it in the brief
    [audit-who-saw] read this record of looks
   *[other] saw it
 }
