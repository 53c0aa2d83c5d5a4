# Following a dossier: beginning, ending, what is followed, and what is told.
# $state: one of the ten states; $reach: always, while_open, within_days, never.

help-ask-followed = Which dossiers do I follow?
question-dossier-follow = Follow a dossier
question-dossier-unfollow = Stop following a dossier
question-dossier-followed = Dossiers you follow
dossier-follow-start = Follow
dossier-follow-start-one = Follow { $code }
dossier-follow-stop = Stop following
dossier-follow-stop-one = Stop following { $code }
dossier-follow-see = See the dossier

dossier-follow-begun = You now follow dossier <b>{ $code }</b>. At the moment: { $state }.
dossier-follow-again = You follow dossier <b>{ $code }</b> already. At the moment: { $state }.
dossier-follow-promise = { $reach ->
    [while_open] While this page is open, news appear at once. While it is closed nothing can be sent; you are told first thing when you next write here.
    [within_days] News can be sent here for { $days ->
        [one] one day
       *[other] { $days } days
    } after you last wrote or pressed a button. After that you are told first thing when you next write.
    [never] Nothing can be sent here; you are told first thing when you next write.
   *[always] When something changes you get a message here, also while the chat is closed.
 }
dossier-follow-quiet = From { $from } to { $until } nothing is sent; news wait until the morning.
dossier-follow-public = News give the state, the receiving desk and the dates only. If the dossier is yours, please press the button below to hear also what papers are missing, and who handles it where.
dossier-follow-public-here = News sent here give the state, the receiving desk and the dates only.
dossier-follow-over = This dossier is closed, so there is nothing left to follow.
dossier-follow-which = Which dossier would you like to follow?
dossier-follow-ask-code =
    Please send the code of the dossier to follow, as printed on your receipt.
    It looks like <b>000.00.12.H37-261116-0045</b>; small letters or missing dots are fine.
dossier-follow-staff = Following is for those who handed a dossier in. You may look at any of yours by its code, and you are reminded when it is due.

dossier-unfollow-done = You do not follow dossier <b>{ $code }</b> any more and get no more news of it. Its code still shows it.
dossier-unfollow-none = You do not follow dossier <b>{ $code }</b>, so nothing is sent about it.
dossier-unfollow-nothing = You follow no dossier, so there is nothing to stop.
dossier-unfollow-which = Which dossier would you like to stop following?

dossier-followed-heading = { $total ->
    [one] You follow { $total } dossier:
   *[other] You follow { $total } dossiers:
 }
dossier-followed-line = { $number }. <b>{ $code }</b>: { $state }. Followed since { $since }.
dossier-followed-none = You follow no dossier yet. Please send its code, then press “Follow”.

dossier-push-title = <b>Dossier { $code }</b> has news.
dossier-push-missed = While you were away there was news of dossiers you follow, which could not be sent:
dossier-push-step = { $at }: { $state ->
    [submitted] the dossier was sent in and waits to be checked.
    [received] the dossier was received.
    [refused] the dossier was not accepted.
    [processing] the dossier was passed on to be processed.
    [supplement] the dossier needs more papers.
    [payment] a fee has to be paid for the dossier.
    [withdrawn] the dossier was withdrawn at the applicant's request.
    [stopped] work on the dossier has stopped.
    [finished] the result is ready.
   *[returned] the result was handed over.
 }
dossier-push-unit = { $state ->
    [submitted] Received at { $unit }.
    [received] Received at { $unit }.
    [refused] Received at { $unit }.
    [returned] Handed over by { $unit }.
   *[other] Handled by { $unit }.
 }
dossier-push-person = { $state ->
    [submitted] Received by { $person }.
    [received] Received by { $person }.
    [refused] Received by { $person }.
    [returned] Handed over by { $person }.
   *[other] In the hands of { $person }.
 }
dossier-push-apology = { $at }: an apology was issued, number <b>{ $number }</b>; the due date moves from { $from } to { $to }. We are sorry for the delay.
dossier-push-desk = Received and handed out at { $office }.
dossier-push-last = This is the last news: the dossier is not followed any more.

dossier-due-moved = The due date was moved from { $from } to { $to } by the apology number { $number }.

dossier-apology-title = Draft of an apology
dossier-apology-why = { $name }: dossier <b>{ $code }</b> is due { $due }; very little time is left. At the moment: { $state }.
dossier-apology-law = If it cannot be done in time, its applicant must get an apology with a new date before it is due (Mẫu 04). A draft for you to complete and have signed:
dossier-apology-draft =
    VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT
    Số: ……/XL-……
    To: the applicant of dossier { $code }
    { $office } received your dossier for the procedure “{ $procedure }”{ $received ->
        [none] { "" }
       *[other] { " " }on { $received }
    }, to be answered by { $due }.
    It is not done yet. Reason: ……
    We apologise for the delay and promise the result on { $until }.
dossier-apology-again = There was an apology with a new date for this dossier before (number { $number }); please check whether there may be another.
dossier-apology-then = Followers have not been told anything. When the document is signed, please press the button to enter its number and the new date; only then are they told.
dossier-apology-button = Enter number and new date
dossier-apology-ask-number = Number of the signed apology (for example 45/XL-TTPVHCC)?
dossier-apology-ask-until = The new date that the document gives?
dossier-apology-until-past = The new date must be after today. Please give another one.
dossier-apology-until-off = That is a day off. Please give a working day.
dossier-apology-until-not-later = The new date must be after the old one, { $due }. Please give another one.
dossier-apology-confirm = Enter apology number <b>{ $number }</b> for dossier <b>{ $code }</b>, due on { $until }? Followers will be told; this cannot be taken back.
dossier-apology-yes = Enter and tell
dossier-apology-done = Apology number <b>{ $number }</b> is entered: dossier <b>{ $code }</b> is due on { $until } instead of { $from }. Followers will be told.
dossier-apology-stale = The dossier has changed since this draft, or is not yours to handle, so nothing was entered. Please send its code to see it as it is now.

# Several dossiers of one person: one message a morning.
dossier-apologies = { $name }: { $number } dossiers are due before long. If they will be late, whoever handed them in must get an apology with a new date before that (form 04):
dossier-apologies-line =
    { $number }. <b>{ $code }</b> · due { $due }; the draft proposes { $until }
    { $procedure }
dossier-apologies-then = Press a button to see each draft. Nobody who follows them was told anything yet.
dossier-apologies-button = { $number }. See the draft
dossier-apologies-number = Press or type a number to see the draft.
dossier-apologies-end = Nothing more is in this list: the dossiers are done, due by now, or have a new due time.

calls-results = { $name }: { $number ->
    [one] one dossier has a result
   *[other] { $number } dossiers have a result
 } of which a follower could not be told on any channel. Please telephone the number on the receipt.
calls-result = { $number }. Dossier { $code }
