# Lời chung: chào mở đầu bản trình diễn, hỏi lại, xin lỗi. Không dùng biểu tượng cảm xúc.
demo-opening = <b>BẢN TRÌNH DIỄN, số liệu không có thật.</b>
clarify-which = Ý anh/chị là nội dung nào dưới đây?
error-unforeseen = Xin lỗi, hệ thống vừa gặp trục trặc nên chưa trả lời được. Chưa có gì bị thay đổi; mời anh/chị thử lại sau ít phút.
button-not-offered = Nút này không còn dùng được. Mời anh/chị gõ lại câu hỏi để xem thông tin mới nhất.
not-words = Trợ lý chỉ đọc được chữ. Mời anh/chị gõ câu hỏi, ví dụ “lịch họp hôm nay” hoặc mã hồ sơ trên giấy hẹn.
out-of-scope =
    Nội dung này nằm ngoài việc trợ lý làm được.
    Trợ lý trả lời về lịch họp, văn bản, hồ sơ, đơn thư và thông tin của Văn phòng.
more = Xem thêm

# Tên các câu hỏi, hiện trên nút.
question-meeting-schedule = Lịch họp
question-meeting-detail = Chi tiết cuộc họp
question-dossier-status = Hồ sơ của tôi
question-document-status = Tra một văn bản
question-document-overdue = Văn bản quá hạn
question-document-due-soon = Văn bản sắp đến hạn
question-petition-status = Đơn thư của tôi
question-brief-today = Việc hôm nay
question-office-info = Thông tin Văn phòng
question-person-lookup = Tìm người phụ trách
question-help = Trợ giúp
question-greeting = Chào hỏi
question-thanks-bye = Cảm ơn, tạm biệt
question-language-switch = Đổi ngôn ngữ
question-out-of-scope = Việc khác

# Những vai có thể đóng trong bản trình diễn.
persona-citizen = Công dân
persona-chuyen-vien = Chuyên viên
persona-van-thu = Văn thư
persona-truong-phong = Trưởng phòng
persona-chanh-van-phong = Chánh Văn phòng
