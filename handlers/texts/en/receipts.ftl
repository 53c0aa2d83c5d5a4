# Printed on the receipt of a dossier, and on the sheet that stands at the counter.
receipt-line = Follow your dossier: send the code { $code } to the assistant of { $office }, or scan this.
receipt-written = The QR codes are in the folder { $folder }.
receipt-only-here = Please note: { $address } can be opened on this machine only. Before printing set OFFICE_WEB_URL, or run this again with --telegram and the name of the office's bot.
receipt-sheet-title = Follow your dossier by phone
receipt-sheet-how = Scan this to talk with the assistant of { $office }, then send the code on your receipt, or a photo of it.
receipt-sheet-careful = The assistant answers automatically. Please never send a picture of your identity card, a password or an OTP; the Office never asks for them in a message.
