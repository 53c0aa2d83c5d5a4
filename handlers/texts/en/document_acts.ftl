# Work on documents: received, done, more time, back, decide, undo.
act-button-acknowledge = Received
act-button-extend = Ask for more time
act-button-hand-back = Hand back
act-undo = Undo
act-which = Which document? Please type its number and symbol (such as “1234/UBND-KGVX”) or its number in the last list.
act-several = Several documents have the number { $sign }. Please type the number and the symbol in full.
act-no-list = No list was sent to you today, so it is not clear which document that number means. Please type its number and symbol.
act-no-such-line = The last list has no number { $number } (the last one is { $last }). Nothing was changed; please type again.
act-no-document = Number { $number } of the list is not a document, so nothing was changed. Please say documents and dossiers apart; petitions are kept in a system of their own.
act-acknowledged = Noted that you have received document <b>{ $sign }</b>.
act-acknowledged-before = Document <b>{ $sign }</b> was noted as received at { $at }.
act-done =
    { $answered ->
        [false] Document <b>{ $sign }</b> is noted as done at { $at }.
       *[true] Document <b>{ $sign }</b> is noted as done at { $at }, answered by <b>{ $reply }</b>.
    }
act-done-reply-number = This document needs an answer. Please type the number and symbol of the answering document, such as “3100/UBND-NC”.
act-done-wants-reply =
    { $number ->
        [1] 1 document still needs the number of its answer and was not noted; please report it by itself.
       *[other] { $number } documents still need the numbers of their answers and were not noted; please report each by itself.
    }
act-extension-until = Until which day do you ask for more time? For example “Friday”, “30/11”.
act-extension-past = That day has passed. Please choose one after today.
act-extension-day-off = That is a day off. Please choose a working day.
act-extension-not-later = That is not later than the present due day. Please choose a later one.
act-extension-reason = Until { $until }. Please tell the reason.
act-extension-nobody = Nothing was sent: the assistant does not know who decides on more time for this document. Please tell your leader directly.
act-extension-asked = { $decider } has been asked for more time for document <b>{ $sign }</b>, until { $until }. Reason: { $reason }. Until the answer the due day stays.
act-extension-asked-plain = More time was asked for document { $sign }, until { $until }.
act-hand-back-to = To whom? Please type the name of a colleague of your unit, or press the button to give it back to the head.
act-hand-back-head = To the head
act-hand-back-elsewhere = That person is not of your unit. Please type the name of a colleague of your unit, or give it back to the head.
act-hand-back-oneself = You hold this document yourself. Please type another colleague's name.
act-hand-back-reason = Please tell the reason.
act-handed-back =
    { $to_head ->
        [true] Document <b>{ $sign }</b> went back to the head of the unit. Reason: { $reason }.
       *[false] Document <b>{ $sign }</b> went to { $name }. Reason: { $reason }.
    }
act-handed-back-plain = Document { $sign } was handed back.
act-undone =
    { $act ->
        [done] Undone: document <b>{ $sign }</b> is open again.
        [acknowledged] Undone: document <b>{ $sign }</b> is not noted as received.
        [returned] Undone: you hold document <b>{ $sign }</b> again.
        [extended] Undone: the wish for more time for document <b>{ $sign }</b> waits again.
       *[other] Undone: document <b>{ $sign }</b> is as it was.
    }
act-nothing-to-undo = There is nothing to undo: it is more than 10 minutes ago, was undone already, or the document has changed since.
act-nothing-waits = No wish for more time waits for your decision.
act-waiting =
    { $number ->
        [1] <b>1 wish for more time waits for you:</b>
       *[other] <b>{ $number } wishes for more time wait for you:</b>
    }
act-waiting-line =
    { $has_due ->
        [true] { $number }. <b>{ $sign }</b> · { $asker } asks until { $until } (now due { $due })
       *[false] { $number }. <b>{ $sign }</b> · { $asker } asks until { $until }
    }
    { $subject }. Reason: { $reason }
act-waiting-how = Please press a button, or type “approve 1” or “refuse 1”.
act-grant = Approve
act-refuse = Refuse
act-decide-which = Please type “what waits for my decision” for the list, then answer by its numbers.
act-wish-not-found = This wish is not among those that wait for you.
act-decided =
    { $granted ->
        [true] Approved: document <b>{ $sign }</b> of { $asker } is now due { $until }.
       *[false] Refused: document <b>{ $sign }</b> of { $asker } keeps its due day.
    }
act-decided-plain =
    { $granted ->
        [true] More time for document { $sign } was approved.
       *[false] More time for document { $sign } was refused.
    }
act-decided-before =
    { $state ->
        [granted] More time for document <b>{ $sign }</b> was approved before.
        [refused] More time for document <b>{ $sign }</b> was refused before.
       *[other] The wish about document <b>{ $sign }</b> is gone: it is done, has another due day, or a new wish was made.
    }
document-withdrawn = Document <b>{ $sign }</b> was withdrawn from the register, so nothing more is noted.

# News for those who must know.
news-extension = { $asker } asks for more time for document <b>{ $sign }</b>, until { $until }.
news-extension-due = Due now: { $due }.
news-extension-reason = Reason: { $reason }
news-decided =
    { $granted ->
        [true] { $by } has approved more time for document <b>{ $sign }</b>: it is now due { $until }.
       *[false] { $by } has refused more time for document <b>{ $sign }</b>; the due day stays.
    }
news-done = { $by } reports that document <b>{ $sign }</b> was done at { $at }.
news-returned = { $by } has handed back document <b>{ $sign }</b>. Reason: { $reason }
news-other = { $by } has changed document <b>{ $sign }</b>.
news-undone = { $by } has undone what was just reported about document <b>{ $sign }</b>; it is as it was before.
news-see = See the document
