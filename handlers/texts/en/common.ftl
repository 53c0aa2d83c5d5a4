# Shared words: the opening of a demonstration, asking back, apologies.
demo-opening = <b>DEMONSTRATION, no real data</b> (BẢN TRÌNH DIỄN, số liệu không có thật).
clarify-which = Which of these do you mean?
error-unforeseen = Sorry, something went wrong and the question could not be answered. Nothing was changed; please try again in a few minutes.
button-not-offered = This button can no longer be used. Please type the question again to see the latest information.
not-words = The assistant can only read text. Please type a question, such as “meetings today”, or the code on your receipt.
out-of-scope =
    This is outside what the assistant can do.
    It answers about meetings, documents, dossiers, petitions and the office itself.
more = Show more

# The names of the questions, on buttons.
question-meeting-schedule = Meetings
question-meeting-detail = Details of a meeting
question-dossier-status = My dossiers
question-document-status = Find a document
question-document-overdue = Overdue documents
question-document-due-soon = Documents due soon
question-petition-status = My petitions
question-brief-today = Today's work
question-office-info = About the office
question-person-lookup = Who is in charge
question-help = Help
question-greeting = Greeting
question-thanks-bye = Thanks, goodbye
question-language-switch = Change language
question-out-of-scope = Something else

# The parts one can play in a demonstration.
persona-citizen = Citizen
persona-chuyen-vien = Officer
persona-van-thu = Clerk
persona-truong-phong = Head of unit
persona-chanh-van-phong = Chief of Office
