# Các lệnh Telegram hiện cạnh ô gõ chữ. Tên lệnh: chữ thường không dấu, viết liền, tối đa 32 ký tự.
menu-help-command = trogiup
menu-help = Trợ lý trả lời được những gì
menu-schedule-command = lich
menu-schedule = Lịch họp hôm nay
menu-documents-command = vanban
menu-documents = Tra một văn bản
menu-dossier-command = hoso
menu-dossier = Tra hồ sơ theo mã trên giấy hẹn
menu-today-command = homnay
menu-today = Việc cần làm hôm nay
menu-language-command = ngonngu
menu-language = Đổi ngôn ngữ / Change language
