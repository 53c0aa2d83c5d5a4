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
    Ask in everyday words. For example:
    – “Where is dossier 000.00.12.H37-261116-0045?”
    – “Is the office open on Saturday?”
    – “Who is in charge of education?”
    – “My data”, “Delete my data”
    Or press a button below. Type “tiếng Việt” to change to Vietnamese.
help-officer =
    Ask in everyday words. For example:
    – “What is on today?”, “My meetings tomorrow afternoon”
    – “My overdue documents”, “Where is document 1234/UBND-KGVX?”
    – “Dossier 000.00.12.H37-261116-0045”, “My petitions”
    – “Who is in charge of health?”
    On working days at 07:30 the assistant sends a list of what is due.
help-head =
    Ask in everyday words. For example:
    – “What is on today?”: what is overdue in your unit, person by person
    – “Overdue documents of my unit”, “Documents due soon”
    – “Meetings this week”, “Details of the meeting at 8 tomorrow morning”
    – “Dossier 000.00.12.H37-261116-0045”, “Petitions of my unit”
    On working days at 07:30 the assistant sends a list of what is due.
help-leader =
    Ask in everyday words. For example:
    – “What is on today?”: meetings, and how much is overdue by unit
    – “Overdue documents of the whole office”
    – “My meetings next week”
    – “Who is in charge of construction?”
    On working days at 07:30 the assistant sends a summary.
help-button-brief = What is on today?
help-button-meetings = My meetings
help-button-overdue = Overdue documents
help-button-due-soon = Documents due soon
help-button-dossiers = My dossiers
help-button-dossier-code = Look up a dossier
help-button-petitions = Petitions
help-button-hours = Office hours
help-button-address = Address and telephone
help-button-help = How to ask

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
