# Văn thư enters, corrects, withdraws and closes; leaders and heads give documents to others.

document-register-for-clerks =
    Only the clerks write in the register.
    Please hand the document to a clerk to have it registered.
document-register-in-person = The register is kept by the clerks themselves. Please stop acting for somebody else and type it again.
document-register-ask-number-sign =
    Please type its number with its symbol, or the whole line.
    For example: “2311/UBND-KTN dated 24/11 from UBND tỉnh X about fire safety, urgent, to Phòng Nội chính”.
document-register-no-sign = Number { $number } has no symbol yet. Please type it, for example “UBND-KTN”.
document-register-ask-dated = Which date is on the document?
document-register-ask-issuer = Who issued it?
document-register-ask-subject = What is it about?
document-register-ask-due-by = Which leader set the due time? Please type a name or a title. A due time is kept only if a leader set it.
document-register-which-leader = That name does not say which leader. Please type the full name or the title of the leader who set the due time, or leave it out.
document-register-no-due = Without a due time

document-register-number =
    { $is_next ->
        [true] <b>Incoming number { $number }</b> (the next one) · came { $arrived }
       *[false] <b>Incoming number { $number }</b> · came { $arrived }
    }
document-register-document = { $sign }, { $dated }, { $issuer }
document-register-subject = Subject: { $subject }
document-register-urgency =
    { $urgency ->
        [flash] Urgency: HỎA TỐC
        [very_urgent] Urgency: THƯỢNG KHẨN
        [urgent] Urgency: KHẨN
       *[normal] Urgency: normal
    }
document-register-unit = To: { $unit }
document-register-due-by = The due time was set by { $name }.
document-register-sure = Shall it be written so? Type “yes” to write it, “change subject …” to change it, “stop” to leave it.
document-register-write = Write it
document-register-edit = Change
document-register-brief = Incoming number { $number }: { $sign }. Shall it be written?
document-register-note-edit = Please type what to change, for example “subject fire safety”, “date 23/11”, “incoming number 1505”, “urgent”.
document-register-note-waits = The line before was not written yet. Please type “write” or “stop” for the one below, then type the new line again.
document-register-note-number = That number has just been given to another document; the next one is { $number }.
document-register-written =
    { $has_unit ->
        [true] Written as <b>incoming number { $number }</b>: { $sign }, to { $unit }.
       *[false] Written as <b>incoming number { $number }</b>: { $sign }.
    }

# What does not fit, asked before anything is written. A plain “yes” does what is proposed.
document-doubt-taken = Incoming number { $number } was given to { $sign } ({ $issuer }). Take the next one, { $next }?
document-doubt-taken-yes = Take { $next }
document-doubt-gap = The next number is { $next }; with { $number } those between stay empty. Take { $next }?
document-doubt-gap-yes = Take { $next }
document-doubt-duplicate =
    This document seems to be in the register: <b>incoming number { $number }</b>, { $sign }, { $issuer }, came { $arrived_day }.
    Subject: { $subject }
    Write it once more all the same?
document-doubt-issuer = The symbol { $sign } is not one of { $issuer }. Write it so all the same? If not, please type it again, for example “from UBND tỉnh”.
document-doubt-future = The document is dated { $day }, after today. Write it so all the same? If not, please type it again, for example “date 23/11”.
document-doubt-after-arrival = The document is dated { $day }, after it came on { $arrived_day }. Write it so all the same? If not, please type the date again.
document-doubt-arrives-later = It would come on { $day }, after today. Write it so all the same? If not, please type it again, for example “arrived 23/11”.
document-doubt-due-off = { $day } is a day off. Take the working day before, { $before_day }?
document-doubt-due-off-yes = Due { $before_day }
document-doubt-due-past = The due day { $day } is over. Write it so all the same? If not, please type it again, for example “due 30/11”.
document-doubt-keep = It is right
document-doubt-as-it-is = Leave it so
document-doubt-brief = Something does not fit and is asked about before anything is written.

# Work on an entry that is in the register.
document-work-which = Which document? Please type its incoming number, or its number and symbol.
document-work-entry = <b>Incoming number { $number }</b>: { $sign }, { $issuer }
document-work-brief = Incoming number { $number }: { $sign }
document-work-changed = This document has just changed, so nothing was written. Please look at it and type it again.
document-work-yes = Yes
document-work-reason = Why? Please type the reason in a few words; it goes into the register.

document-correct-what = What is to be corrected? For example “subject …”, “date 22/11”, “sign 45/BC-STC”, “from Sở Tài chính”, “urgent”.
document-correct-from-to =
    { $field ->
        [subject] Subject: { $before } → <b>{ $after }</b>
        [issuer] Issuer: { $before } → <b>{ $after }</b>
        [number_sign] Number: { $before } → <b>{ $after }</b>
        [dated] Dated: { $before } → <b>{ $after }</b>
        [arrived_on] Came: { $before } → <b>{ $after }</b>
       *[urgency] Urgency: { $before } → <b>{ $after }</b>
    }
document-urgency =
    { $urgency ->
        [flash] hỏa tốc
        [very_urgent] thượng khẩn
        [urgent] khẩn
       *[normal] normal
    }
document-correct-reason = Reason: { $reason }
document-correct-sure = Shall the entry be corrected so? Type “yes” to write it, “stop” to leave it.
document-correct-done = <b>Incoming number { $number }</b> is corrected.
document-withdraw-sure = Take this document out of the register? Incoming number { $number } stays used. Type “yes” to withdraw it, “stop” to leave it.
document-withdraw-done = <b>Incoming number { $number }</b> is withdrawn; it is not given again.
document-withdrawn-already = Incoming number { $number } was withdrawn before.
document-close-reply = This document must be answered. Please type the number and symbol of the answer.
document-close-sure =
    { $has_reply ->
        [true] Mark it as done, answered by { $reply }? Type “yes” to write it, “stop” to leave it.
       *[false] Mark it as done? Type “yes” to write it, “stop” to leave it.
    }
document-close-done = <b>Incoming number { $number }</b> is marked as done.
document-close-not-open = Incoming number { $number } is not being worked on any more, so nothing was written.
document-close-for-clerks =
    Only the clerks mark documents as done in the register.
    For one that you hold, please open it and press “Done”.

document-assign-for = Documents are given by the leaders of the Office, by the heads within their units, and by the clerks as a leader told them.
document-assign-not-yours = This document is not yours to give, or it is done already.
document-assign-whom = To whom? Please type the name of a unit or a person.
document-assign-whom-in-unit = To whom in the unit? Please type a name.
document-assign-which-person = Several people are called so. To whom?
document-assign-to-person = To: <b>{ $name }</b>, { $unit }
document-assign-to-unit = To: <b>{ $unit }</b>
document-assign-instruction = In these words: “{ $instruction }”
document-assign-said-by = As { $name } said.
document-assign-sure = Shall it be given so? Type “yes” to give it, “stop” to leave it.
document-assign-yes = Give it
document-doubt-due-later = A leader set { $day }; within a unit it may only be earlier. Keep { $day }?
document-doubt-due-later-yes = Keep it
document-assign-done-person = <b>{ $sign }</b> was given to { $name }, { $unit }.
document-assign-done-unit = <b>{ $sign }</b> was given to { $unit }.

# Monthly numbers, only for whoever has the duty.
document-classified-which = Please type the month, the number, the level and the direction, for example “November had 3 secret documents in”. Numbers alone, nothing else.
document-classified-sure =
    { $direction ->
        [incoming] { $month }: { $number } documents in of level { $level }.
       *[outgoing] { $month }: { $number } documents out of level { $level }.
    }
document-classified-before = { $number } was written before.
document-classified-write = Shall this number be written? Type “yes” to write it, “stop” to leave it.
document-classified-done = The number of { $month } is written.
document-classified-level =
    { $level ->
        [tuyet_mat] Tuyệt mật
        [toi_mat] Tối mật
       *[mat] Mật
    }

# A clerk sends a picture or a file of a document.
document-scan =
    The assistant neither reads nor keeps pictures and files of documents; nothing of what you sent was kept.
    No machine can tell whether a document bears a stamp of secrecy. If it is stamped Mật, Tối mật or Tuyệt mật, please delete the file from this conversation and enter it in the separate register on paper.
    If it is not, please press “No stamp of secrecy” and type one line to register it.
document-scan-no-stamp = No stamp of secrecy

# A button of the help.
help-ask-register = Register an incoming document
