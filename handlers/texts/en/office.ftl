# Greetings, help, facts about the office, who is in charge, change of language.

greeting-citizen =
    Hello. This is the automatic assistant of the Provincial People's Committee Office (Văn phòng UBND tỉnh); a machine answers, not an official.
    You may ask about dossiers, petitions, office hours and who is in charge. Type a question or press a button.
greeting-introduced = Hello. You may ask about dossiers, petitions, office hours and who is in charge. Type a question or press a button.
greeting-staff = Hello { $name }. The office's automatic assistant answers about meetings, documents, dossiers and petitions.
greeting-human = To speak to a person, please call { $hotline }.
thanks-citizen = Thank you. Write again whenever you need something.
thanks-staff = Thank you, { $name }. Have a good day at work.

help-citizen =
    <b>Help</b>
    Press a question below, or ask in everyday words.
    A dossier: type the code on your receipt, or send a photo of its QR code.
    Who is in charge: name a field, a unit or a title.
    “My data”: what the assistant keeps, and how to delete it.
help-title = <b>Help { $number }/{ $total }: { $topic }</b>
help-topic-name = { $topic ->
    [day] Meetings and the working day
    [records] Documents, dossiers, petitions
   *[other] The office, accounts, data
 }
help-open = See: { $topic }
help-day =
    Press a question below, or ask in everyday words.
    You may name a day, an hour, a person, a unit.
    On working days at 07:30 the assistant sends what is due.
help-records =
    A document: type its number, or some words of its subject.
    A dossier or a petition: type the code on the paper.
    You are shown only what you may see.
help-other =
    People: type a name, a title, a unit or a field.
    To sign out on this device: type /logout.
help-admin =
    A link code for somebody: type /invite and the name.
    Who looked at a dossier: type “who saw” and its code.
help-ask-help = Help
help-ask-today = What is on today?
help-ask-tomorrow = What is on tomorrow?
help-ask-meetings = My meetings
help-ask-meetings-week = My meetings this week
help-ask-meetings-unit = Meetings of my unit this week
help-ask-meetings-all = Meetings of the whole office today
help-ask-overdue = My overdue documents
help-ask-overdue-unit = Overdue documents of my unit
help-ask-overdue-all = Overdue documents of the whole office
help-ask-due-soon = My documents due soon
help-ask-due-soon-unit = Documents of my unit due soon
help-ask-due-soon-all = Documents of the whole office due soon
help-ask-dossier = Look up a dossier
help-ask-dossiers = My dossiers
help-ask-dossiers-unit = Dossiers of my unit
help-ask-dossiers-all = Dossiers in work
help-ask-dossiers-late = Overdue dossiers
help-ask-statistics = This month's figures
help-ask-procedure = Find a procedure
help-ask-petitions = My petitions
help-ask-petitions-unit = Petitions of my unit
help-ask-petitions-all = Petitions in work
help-ask-person = Speak with a person
help-ask-reception = When are citizens received?
help-ask-hours = Office hours
help-ask-address = Office address
help-ask-chief = Who is the Chief of Office?
help-ask-colleagues = Who is in my unit?
help-ask-accounts = Who is using my account?
help-ask-lost = I lost my phone
help-ask-leave = I am going on leave
help-ask-rehearsal = Who is reminded tomorrow morning?
help-ask-unreached = Who was not reminded?
help-ask-data = My data
help-ask-language = Tiếng Việt

today-heading = <b>Today, { $day }:</b>
today-meetings = – { $total ->
    [one] 1 meeting
   *[other] { $total } meetings
 }{ $has_next ->
    [true] {", "}the next at { $time }
   *[false] {""}
 }
today-held = – { $kind }: { $numbers }
today-late = – Overdue { $role ->
    [head] with your unit's people
   *[other] in the whole office
 }: { $numbers }
today-nothing = You have no meetings today, and nothing is due.
today-next-meeting = Your next meeting: { $time } { $day }.
today-next-due = Next to fall due: { $kind ->
    [document] a document
    [dossier] a dossier
   *[petition] a petition
 }, { $day }.
today-dossiers = <b>Your dossiers that are not closed: { $total }</b>
today-dossier-due = The next is due { $day }.
today-no-dossier = None of your dossiers is waiting for a result now.

language-switched = From now on the assistant answers in English.
language-which = Which language should the assistant answer in?
language-vi = Tiếng Việt
language-en = English

office-info-title = <b>About the office</b>
office-info-address = Address: { $value }
office-info-hours = Office hours: { $value }
office-info-phone = Telephone: { $value }
office-info-hotline = Hotline: { $value }
office-info-email = E-mail: { $value }
office-info-website = Website: { $value }
office-info-reception = Citizen reception: { $value }
office-info-function = What the office does: { $value }
office-info-none = This is not among the facts the office has published.
office-info-open-now = The office is open now.
office-info-closed-now = The office is closed now.
office-info-day = The office is { $works ->
    [true] open
   *[false] closed
 } on { $day }{ $named ->
    [true] {" "}({ $name })
   *[false] {""}
 }.
office-info-opens-next = It opens next at { $opens }.
office-info-doubt = There is no official notice yet about { $day }, so this is provisional.

# Words by which a question is recognised, with commas between them.
office-info-words-address = address, where, located, location
office-info-words-hours = hours, open, opening, closed, close, time
office-info-words-phone = phone, telephone, number
office-info-words-hotline = hotline
office-info-words-email = email, e-mail, mail
office-info-words-website = website, web, site
office-info-words-reception = reception, receive citizens
office-info-words-function = function, duties, what does, what is

person-lookup-title = <b>{ $name }</b>, { $title }
person-lookup-unit = { $unit }
person-lookup-fields = In charge of: { $fields }
person-lookup-room = Room: { $room }
person-lookup-desk = Telephone of the unit: { $phone }
person-lookup-phone = Telephone: { $phone }
person-lookup-stand-in = Stands in when absent: { $name }
person-lookup-line = <b>{ $name }</b>, { $title }, { $unit }
person-lookup-line-no-unit = <b>{ $name }</b>, { $title }
person-lookup-several = { $total } people fit:
person-lookup-ask = Please give a name, a title, a unit or a field, such as “Who is in charge of education?”.
person-lookup-nobody = Nobody who fits was found in the published list. Please try a title, a unit or a field, such as “head of the internal affairs division”.
person-lookup-end = That is the end of the list.
