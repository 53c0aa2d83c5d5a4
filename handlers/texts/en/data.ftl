# What people may ask of their own data (Law 91/2025/QH15).

# The first words, before the answer; the page shows them before anything is typed.
privacy-opening = This is the automatic assistant of { $office }: a machine answers, not an official.
privacy-opening-office = the Provincial People's Committee Office
privacy-opening-kept = The conversation is kept for { $days } days to answer you, then deleted; it is not sent outside the office.
privacy-opening-abroad = Messages pass through and stay on { $channel ->
    [telegram] Telegram's servers abroad
   *[other] Zalo's servers
 }, please send no pictures of papers and no identity numbers; the office keeps buttons and what officers and you write to each other for { $days } days, then deletes them.
privacy-opening-human = To speak to a person, type “speak to an officer”.
privacy-opening-human-phone = To speak to a person, type “speak to an officer” or call { $hotline }.
privacy-opening-rights = To see or delete what is kept, type “my data” or “delete my data”.

# “My data”: a file to keep. $number: how many entries; $days: how long they are kept.
data-nothing = The assistant keeps nothing about you yet.
data-mine = This file holds everything the assistant keeps about this account. To delete it, type “delete my data”; to have it corrected, “correct my data”.
data-file-name = my-data
data-file-title = WHAT THE AUTOMATIC ASSISTANT KEEPS ABOUT THIS ACCOUNT
data-file-made = Made at { $at }, by the Law on Personal Data Protection 91/2025/QH15.
data-file-account = ACCOUNT
data-file-channel = Channel: { $channel ->
    [telegram] Telegram
    [zalo_oa] Zalo
    [zalo_bot] Zalo Bot
    [web] the office's chat page
    [console] the office's own machine
   *[other] { $channel }
 }. Known there as: { $number }
data-file-since = In use since: { $since }
data-file-seen = Last used: { $at }
data-file-language = Language chosen: { $language ->
    [en] English
   *[vi] Vietnamese
 }
data-file-person = Whose account it is: { $name }, { $title }
data-file-linked = Linked since: { $at }
data-file-told-first = Chosen for reminders: { $channel }
data-file-lines = CONVERSATION: { $number } lines. Kept for { $days } days.
data-file-you-said = { $at } – You: { $words }
data-file-we-said = { $at } – Assistant: { $words }
data-file-they-said = { $at } – Officer: { $words }
data-file-without-words = (only the buttons are kept, not the words)
data-file-files = FILES KEPT HERE: { $number }. Kept for { $days } days.
data-file-file = { $at } – { $name } ({ $size } bytes)
data-file-handovers = CONVERSATIONS WITH OFFICERS: { $number } lines. Kept for { $days } days after their end.
data-file-handover = { $at } – { $ended ->
    [true] ended
   *[false] not ended
 }
data-file-form = FORM BEING FILLED IN: { $number }. Kept until it is finished.
data-file-value = { $value }
data-file-grants = DOSSIERS THIS ACCOUNT HAS OPENED: { $number }. The right ends { $days } days after the dossier is over.
data-file-grant = { $code }, since { $since }
data-file-follows = DOSSIERS THIS ACCOUNT FOLLOWS: { $number }. It ends when the dossier does, or when you stop it.
data-file-requests = REQUESTS ABOUT PERSONAL DATA: { $number } lines
data-file-request = Number { $number }: { $kind }, sent { $at }
data-file-request-done = Answered { $at }: { $note }
data-file-waiting = MESSAGES WAITING TO BE SENT: { $number }
data-file-message = { $at }: { $words }
data-file-tries = CODES TRIED THAT ARE STILL COUNTED (against guessing). Kept for { $days } days.
data-file-tried = { $number } times
data-file-acts = LOG OF WHAT THIS ACCOUNT DID: { $number } lines. Kept for { $days } days.
data-file-act = { $at }: { $act ->
    [data-mine] looked at its own data
    [data-delete] deleted its own data
    [data-request] sent a request about its own data
    [document-done] marked a document as done
    [dossier-status] looked at a dossier
    [document-status] looked at a document
    [document-overdue] looked at overdue documents
    [document-due-soon] looked at documents due soon
    [petition-status] looked at a petition
    [meeting-schedule] looked at meetings
    [meeting-detail] looked at a meeting
    [person-lookup] looked for somebody
    [brief-today] looked at the work of the day
    [told] was told something
    [look] looked at a record
    [handover-take] took a conversation
    [handover-end] ended a conversation
    [account-linked] linked the account
    [account-ended] ended the link of the account
    [account-code-made] made a link code
    [account-code-refused] typed a link code that was of no use
    [session-ended] the session ended
    [acting-began] began to act for somebody
    [acting-ended] stopped acting for somebody
   *[other] { $act }
 }
data-file-none = None.
data-file-not-kept =
    NOT KEPT
    The assistant keeps no pictures and files that you send, no identity papers, no place, no contacts, no passwords, no network address (look-ups are counted under a hash of it); it makes no profile of habits; it sends your words to no language model and no other service.
    The office's dossiers, petitions and registers are not in this file; ask where they were handed in.
data-file-rights =
    YOUR RIGHTS
    Type “delete my data”, “correct my data”, “restrict the use of my data”, “I object to the use of my data”, “withdraw my consent”, or “speak to an officer”.

# “Delete my data”.
data-delete-goes = The assistant will delete at once: the conversation and the files kept here, what officers and you wrote to each other, the right to see dossiers you opened, messages waiting to be sent and the language you chose.
data-delete-goes-staff = The assistant will delete at once this account's conversation, files and half-filled forms, and where you chose to be reminded. The link of the account stays; to end it, type /thoat.
data-delete-elsewhere = { $channel ->
    [telegram] Messages in Telegram are kept by Telegram
   *[other] Messages in Zalo are kept by Zalo
 }: please delete them in the app.
data-delete-stays =
    What may not be deleted here:
    – Dossiers, petitions, registers: archival records of the office (Law on Archives 33/2024/QH15).
    – The log of access: kept for { $days } days to check that data are protected (Law 91/2025/QH15), without your words.
    – Requests about your data: kept for { $days } days after the answer, to show that they were answered.
    – When you were in a conversation with an officer, without the words: kept for { $chats } days.
    – How many codes were tried today, so that nobody can guess them.
data-delete-sure = What is deleted cannot be brought back. Are you sure?
data-delete-button = Delete my data
data-delete-rest-button = Ask to have the rest deleted too
data-deleted = Deleted. When you write again, the assistant will greet you as somebody new.
data-deleted-talk = Conversation number { $number } has ended: the other side deleted their data.

# Requests that a person has to deal with.
data-kind = { $kind ->
    [see] see the data
    [correct] correct the data
    [delete] delete the data
    [restrict] restrict the use of the data
    [object] object to the use of the data
   *[withdraw] withdraw the consent
 }
data-request-button = { $kind ->
    [correct] Correct the data
    [restrict] Restrict the use of the data
    [object] Object to the use of the data
   *[withdraw] Withdraw the consent
 }
data-request-which = To see it, type “my data”; to delete it, “delete my data”: that is done at once. Other requests are for an officer; please choose:
data-request-taken =
    Request number { $number } is noted: { $kind }.
    The office answers here by { $day }, that is within 02 working days (Law 91/2025/QH15, Decree 356/2025/NĐ-CP).
data-request-again =
    Request number { $number } ({ $kind }) is being dealt with; your words were added to it.
    The office answers here by { $day }.
data-request-doubt = There is no official notice yet of a day off on { $day }, so this day is provisional.
data-request-correct = To say what is to be corrected, type for example: “correct my data: my phone number has changed”.
data-request-follow = To follow it, type “my data requests”.
data-request-answered =
    Answer to request number { $number } about your data ({ $kind }):
    { $note }
data-status-title = Your requests about your data:
data-status-none = You have sent no request about your data. To see it, type “my data”; for other requests please choose:
data-status-waiting = – Number { $number }, { $kind }, sent { $asked }: waiting for an answer, by { $day }.
data-status-done = – Number { $number }, { $kind }, sent { $asked }: answered { $done }. { $note }
