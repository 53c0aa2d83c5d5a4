# The commands that Telegram shows beside the place to type: lower case, one word, at most 32 characters.
menu-help-command = help
menu-help = What the assistant can answer
menu-schedule-command = schedule
menu-schedule = Meetings of today
menu-documents-command = documents
menu-documents = Look up a document
menu-dossier-command = dossier
menu-dossier = Look up a dossier by the code on your receipt
menu-today-command = today
menu-today = What is on today
menu-language-command = language
menu-language = Đổi ngôn ngữ / Change language
