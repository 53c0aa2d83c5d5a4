# Shared words: the opening of a demonstration, asking back, apologies.
demo-opening = <b>DEMONSTRATION, no real data</b> (BẢN TRÌNH DIỄN, số liệu không có thật).
clarify-which = Which of these do you mean?
clarify-no-such-day = The calendar has no “{ $day }”. Please type the day again, for example “28 February”.
clarify-code = I read the code you typed as <b>{ $code }</b>. Is that right? If not, please type it again as it is printed.
clarify-code-yes = Yes, look up { $code }
namesakes-which =
    { $total ->
        [1] Do you mean this person?
       *[other] { $total } people have that name. Whom do you mean?
    }
namesakes-line =
    { $in_unit ->
        [true] { $number }. { $name }, { $title }, { $unit }
       *[false] { $number }. { $name }, { $title }
    }
namesakes-nobody = I cannot find this person. Please type the full name or the title.
error-unforeseen = Sorry, something went wrong and the question could not be answered. Nothing was changed; please try again in a few minutes.
error-set-aside = Sorry, something went wrong here and your earlier message could not be answered. Please send it again; if that does not help, please call the office.
button-not-offered = This button can no longer be used. Please type the question again to see the latest information.
not-words = { $staff ->
    [true] The assistant cannot read this kind of message. Please type a question, such as “meetings today”.
   *[false] The assistant reads text, and photos of the code on a receipt. Please type the code, or your question.
 }
file-not-opened = { $staff ->
    [true] The assistant neither opens nor keeps the file you sent. Please pass documents to be registered to a clerk; to ask about one, please type its number, such as “document 1234/SYT-NVY”.
   *[false] The assistant takes no papers by message: the file you sent was neither opened nor kept.
            To submit a dossier or further papers, please use the Public Service Portal https://dichvucong.gov.vn/ or the place that receives dossiers. To know where a dossier stands, please type the code on your receipt.
 }
not-brought = { $staff ->
    [true] In this application the assistant does not receive what you sent (a file, a video …). Please type your questions; a register to be imported is sent on the office's web page{ $page ->
        [none] .
       *[other] : { $page }
    }
   *[false] In this application the assistant does not receive what you sent (a file, a video …). Please type your question, or a dossier's code.
            Papers of a dossier are submitted on the Public Service Portal https://dichvucong.gov.vn/ or at the place that receives dossiers. If you typed words and still read this, please use the office's web page{ $page ->
        [none] .
       *[other] : { $page }
    }
 }
picture-identity-card =
    This picture shows an identity card. It was neither read nor kept; the Office never asks for pictures of identity papers in a message.
    Please delete it from this conversation. To look up a dossier, please type the code on your receipt.
picture-no-code =
    No dossier code could be read in this picture; the picture is not kept.
    Please take it straight on, in good light, close to the QR code or bar code on your receipt, or type the code. If there is an identity paper in it, please delete it from this conversation.
picture-several-codes =
    There are several dossier codes in this picture; the picture is not kept.
    Which one would you like to see? Please press its code below.
picture-too-big =
    This picture is too big to be read; it is not kept.
    Please send one of less than 10 MB of the QR code on your receipt, or type the code.
picture-not-fetched =
    The picture could not be fetched; it is not kept.
    Please send it again in a few minutes, or type the code on your receipt.
not-meant =
    Sorry, I got that wrong.
    Please choose below, or say it in other words, with a name, a day or a code if there is one.
form-leave = Stop
form-left = All right, this stops here; nothing was changed.
form-over = All right, that is all.
form-stale = This button belongs to an earlier question and does nothing any more. Please answer the latest one, or type again what you need.
left-alone = All right, nothing more is done. Please ask again whenever you like.
out-of-scope =
    This is outside what the assistant can do.
    It answers about meetings, documents, dossiers, petitions and the office itself.
teach-button = Send this to teach the assistant
teach-thanks =
    Thank you for helping the assistant learn.
    Names, numbers and codes were taken out, and who sent it is not kept. The sentence is kept for { $days } days at most.
teach-gone =
    That sentence is not here any more, or was sent already.
    To send it, please type it again and press the button within { $minutes } minutes.
back = Previous
more = Show more

# The names of the questions, on buttons.
question-meeting-schedule = Meetings
question-meeting-detail = Details of a meeting
question-dossier-status = My dossiers
question-document-status = Find a document
question-document-overdue = Overdue documents
question-document-due-soon = Documents due soon
question-petition-status = My petitions
question-leave-set = Leave and stand-in
question-reminder-rehearsal = Who will be reminded
question-brief-today = Today's work
question-meeting-documents = Meeting papers
question-meeting-rsvp = Attend or not
question-meeting-free-time = Free time
question-dossier-overdue = Late dossiers
question-procedure-lookup = Find a procedure
question-procedure-required-papers = Papers to hand in
question-procedure-fee-time = Fee and time limit
question-document-incoming-count = Count incoming documents
question-document-acknowledge = Say it is received
question-document-extend = Ask for more time
question-document-hand-back = Hand it back
question-document-decide = Decide on more time
question-document-waiting = Waiting for my decision
question-document-undo = Undo
question-document-register = Register an incoming document
question-document-correct = Correct an entry
question-document-withdraw = Withdraw an entry
question-document-assign = Assign a document
question-document-close = Mark a document done
question-document-classified = Monthly numbers of documents
question-petition-submit = Send a petition
question-petition-rules = Rules for petitions
question-citizen-reception-schedule = When citizens are received
question-directive-status = Tasks given
question-report-statistics = Figures
question-reminder-snooze = Remind me later
question-reminder-ack = Say it is done
question-reminder-undelivered = Who was not reminded
question-office-info = About the office
question-person-lookup = Who is in charge
question-human-handoff = Speak with a person
question-data-mine = See my data
question-data-delete = Delete my data
question-data-request = A request about my data
question-data-status = My data requests
question-account-list = My accounts
question-account-leave = Sign out
question-account-lost = Lost phone
question-account-page = Code for the web page
question-account-channel = Where I am reminded
question-audit-who-saw = Who has looked
question-help = Help
question-greeting = Greeting
question-thanks-bye = Thanks, goodbye
question-language-switch = Change language
question-not-meant = Not what I meant
question-out-of-scope = Something else

# The parts one can play in a demonstration.
persona-citizen = Citizen
persona-chuyen-vien = Officer
persona-van-thu = Clerk
persona-truong-phong = Head of unit
persona-chanh-van-phong = Chief of Office

# Behind “As of …”, where that is longer ago than OFFICE_STALE_AFTER_WORKING_DAYS.
as-of-aged = It may have changed since.

# Work of the office, typed by a citizen. $reported: “received”, “done”.
staff-only = { $reported ->
    [true] Thank you for telling me. Only people of the office report “received” and “done”, about work given to them; you need not do anything.
   *[false] This is for accounts of people of the office.
 }
    To see a dossier that you handed in, please send the code on your receipt; or press a button below.

# How the asker is called, and how somebody of the office is named.
address-you = { $staff ->
   *[other] you
 }
address-official = { $staff ->
   *[other] { $name }
 }
