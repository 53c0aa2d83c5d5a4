# Lời chung: chào mở đầu bản trình diễn, hỏi lại, xin lỗi. Không dùng biểu tượng cảm xúc.
demo-opening = <b>BẢN TRÌNH DIỄN, số liệu không có thật.</b>
clarify-which = Ý anh/chị là nội dung nào dưới đây?
clarify-no-such-day = Không có ngày “{ $day }” trong lịch. Mời anh/chị gõ lại ngày cần xem, ví dụ “ngày 28/2”.
clarify-code = Trợ lý đọc mã anh/chị gõ là <b>{ $code }</b>. Có đúng mã này không ạ? Nếu chưa đúng, mời anh/chị gõ lại mã như trên giấy.
clarify-code-yes = Đúng, tra { $code }
namesakes-which =
    { $total ->
        [1] Anh/chị hỏi về người này phải không?
       *[other] Có { $total } người cùng tên. Anh/chị hỏi về ai?
    }
namesakes-line =
    { $in_unit ->
        [true] { $number }. { $name }, { $title }, { $unit }
       *[false] { $number }. { $name }, { $title }
    }
namesakes-nobody = Không tìm thấy người này. Mời anh/chị gõ đủ họ tên hoặc chức danh.
error-unforeseen = Xin lỗi, hệ thống vừa gặp trục trặc nên chưa trả lời được. Chưa có gì bị thay đổi; mời anh/chị thử lại sau ít phút.
error-set-aside = Xin lỗi, hệ thống gặp trục trặc nên không trả lời được tin nhắn trước của anh/chị. Mời anh/chị gửi lại; nếu vẫn chưa được, xin gọi Văn phòng.
button-not-offered = Nút này không còn dùng được. Mời anh/chị gõ lại câu hỏi để xem thông tin mới nhất.
not-words = { $staff ->
    [true] Trợ lý không đọc được loại tin này. Mời đồng chí gõ câu hỏi, ví dụ “lịch họp hôm nay”.
   *[false] Trợ lý đọc được chữ, và ảnh chụp mã trên giấy hẹn. Mời Anh/Chị gõ mã hồ sơ, hoặc câu muốn hỏi.
 }
file-not-opened = { $staff ->
    [true] Trợ lý không mở và không giữ tệp vừa gửi. Văn bản đến cần đăng ký, mời đồng chí chuyển văn thư; muốn hỏi về một văn bản, mời gõ số, ký hiệu, ví dụ “văn bản 1234/SYT-NVY”.
   *[false] Trợ lý không nhận giấy tờ qua tin nhắn: tệp vừa gửi không được mở và không được giữ lại.
            Muốn nộp hồ sơ hoặc bổ sung giấy tờ, mời Anh/Chị nộp trên Cổng Dịch vụ công https://dichvucong.gov.vn/ hoặc tại nơi tiếp nhận. Muốn biết hồ sơ đến đâu, mời gõ mã trên giấy hẹn.
 }
not-brought = { $staff ->
    [true] Ở ứng dụng này trợ lý không nhận được tin vừa gửi (tệp, video …). Câu hỏi thì mời đồng chí gõ bằng chữ; tệp sổ để nhập, mời gửi trên trang của Văn phòng{ $page ->
        [none] .
       *[other] : { $page }
    }
   *[false] Ở ứng dụng này trợ lý không nhận được tin vừa gửi (tệp, video …). Mời Anh/Chị gõ câu hỏi, hoặc mã hồ sơ.
            Giấy tờ của hồ sơ thì nộp trên Cổng Dịch vụ công https://dichvucong.gov.vn/ hoặc tại nơi tiếp nhận. Nếu đã gõ chữ mà vẫn gặp câu này, mời Anh/Chị dùng trang của Văn phòng{ $page ->
        [none] .
       *[other] : { $page }
    }
 }
picture-identity-card =
    Ảnh này là giấy tờ tùy thân. Trợ lý không đọc và không lưu ảnh; Văn phòng không bao giờ yêu cầu gửi ảnh giấy tờ tùy thân qua tin nhắn.
    Mời Anh/Chị xóa ảnh khỏi cuộc trò chuyện này. Để tra hồ sơ, xin gõ mã trên giấy hẹn.
picture-no-code =
    Trợ lý chưa đọc được mã hồ sơ nào trong ảnh; ảnh không được lưu lại.
    Mời Anh/Chị chụp thẳng, đủ sáng, sát vào mã QR hoặc mã vạch trên giấy hẹn, hoặc gõ mã hồ sơ. Nếu trong ảnh có giấy tờ tùy thân, mời Anh/Chị xóa ảnh khỏi cuộc trò chuyện.
picture-several-codes =
    Trong ảnh có nhiều mã hồ sơ; ảnh không được lưu lại.
    Anh/Chị muốn xem hồ sơ nào? Mời bấm mã bên dưới.
picture-too-big =
    Ảnh này quá lớn nên trợ lý không đọc; ảnh không được lưu lại.
    Mời Anh/Chị gửi ảnh nhỏ hơn 10 MB chụp mã QR trên giấy hẹn, hoặc gõ mã hồ sơ.
picture-not-fetched =
    Trợ lý chưa tải được ảnh; ảnh không được lưu lại.
    Mời Anh/Chị gửi lại sau ít phút, hoặc gõ mã hồ sơ trên giấy hẹn.
not-meant =
    Xin lỗi, trợ lý hiểu chưa đúng ý anh/chị.
    Mời anh/chị chọn bên dưới, hoặc nói lại bằng cách khác, thêm tên, ngày hay mã nếu có.
form-leave = Thôi
form-left = Vâng, trợ lý dừng ở đây; chưa có gì bị thay đổi.
form-over = Vâng, trợ lý dừng ở đây.
form-stale = Nút này thuộc câu hỏi trước, nay không dùng được nữa. Mời trả lời câu mới nhất, hoặc gõ lại việc cần làm.
left-alone = Vâng, trợ lý không làm gì thêm. Khi cần, mời anh/chị hỏi lại.
out-of-scope =
    Nội dung này nằm ngoài việc trợ lý làm được.
    Trợ lý trả lời về lịch họp, văn bản, hồ sơ, đơn thư và thông tin của Văn phòng.
teach-button = Gửi câu này để trợ lý học
teach-thanks =
    Cảm ơn anh/chị đã giúp trợ lý học thêm.
    Tên người, số và mã trong câu đã được bỏ đi; trợ lý không lưu ai là người gửi. Câu được giữ tối đa { $days } ngày.
teach-gone =
    Câu này không còn ở đây nữa, hoặc đã được gửi rồi.
    Nếu muốn gửi, mời anh/chị gõ lại câu ấy rồi bấm nút trong vòng { $minutes } phút.
back = Trang trước
more = Xem thêm

# Tên các câu hỏi, hiện trên nút.
question-meeting-schedule = Lịch họp
question-meeting-detail = Chi tiết cuộc họp
question-dossier-status = Hồ sơ của tôi
question-document-status = Tra một văn bản
question-document-overdue = Văn bản quá hạn
question-document-due-soon = Văn bản sắp đến hạn
question-petition-status = Đơn thư của tôi
question-leave-set = Báo nghỉ, nhờ người xử lý thay
question-reminder-rehearsal = Sáng mai nhắc những ai
question-brief-today = Việc hôm nay
question-meeting-documents = Tài liệu họp
question-meeting-rsvp = Báo dự họp
question-meeting-free-time = Giờ rảnh
question-dossier-overdue = Hồ sơ quá hạn
question-procedure-lookup = Tìm thủ tục
question-procedure-required-papers = Giấy tờ cần nộp
question-procedure-fee-time = Phí và thời hạn
question-document-incoming-count = Đếm văn bản đến
question-document-acknowledge = Báo đã nhận
question-document-extend = Xin gia hạn
question-document-hand-back = Chuyển lại
question-document-decide = Duyệt gia hạn
question-document-waiting = Chờ quyết
question-document-undo = Hoàn tác
question-document-register = Vào sổ văn bản đến
question-document-correct = Sửa một số đến
question-document-withdraw = Rút một số đến khỏi sổ
question-document-assign = Giao văn bản
question-document-close = Đánh dấu văn bản đã xong
question-document-classified = Số lượng văn bản theo tháng
question-petition-submit = Gửi đơn
question-petition-rules = Quy định về đơn thư
question-citizen-reception-schedule = Lịch tiếp công dân
question-directive-status = Việc được giao
question-report-statistics = Số liệu
question-reminder-snooze = Hẹn nhắc lại
question-reminder-ack = Báo đã xong
question-reminder-undelivered = Ai chưa nhận được nhắc
question-office-info = Thông tin Văn phòng
question-person-lookup = Tìm người phụ trách
question-human-handoff = Gặp cán bộ
question-data-mine = Xem dữ liệu của tôi
question-data-delete = Xóa dữ liệu của tôi
question-data-request = Yêu cầu về dữ liệu của tôi
question-data-status = Yêu cầu dữ liệu tới đâu
question-account-list = Tài khoản của tôi
question-account-leave = Đăng xuất
question-account-lost = Mất điện thoại
question-account-page = Mã cho trang web
question-account-channel = Nơi nhận nhắc việc
question-audit-who-saw = Ai đã xem
question-help = Trợ giúp
question-greeting = Chào hỏi
question-thanks-bye = Cảm ơn, tạm biệt
question-language-switch = Đổi ngôn ngữ
question-not-meant = Hiểu chưa đúng ý
question-out-of-scope = Việc khác

# Những vai có thể đóng trong bản trình diễn.
persona-citizen = Công dân
persona-chuyen-vien = Chuyên viên
persona-van-thu = Văn thư
persona-truong-phong = Trưởng phòng
persona-chanh-van-phong = Chánh Văn phòng

# Sau “Tính đến …”, khi số liệu đã cũ hơn mức đặt ở OFFICE_STALE_AFTER_WORKING_DAYS.
as-of-aged = Từ đó đến nay có thể đã thay đổi.

# Việc của cán bộ do công dân gõ. $reported: “đã nhận”, “đã xong”.
staff-only = { $reported ->
    [true] Cảm ơn Anh/Chị đã báo. Trợ lý chỉ ghi nhận “đã nhận”, “đã xong” của cán bộ về việc được giao; Anh/Chị không cần báo lại gì.
   *[false] Việc này dành cho tài khoản của cán bộ Văn phòng.
 }
    Để xem hồ sơ đã nộp, mời Anh/Chị gửi mã trên giấy hẹn; hoặc bấm một nút dưới đây.

# Cách gọi người đang hỏi, và cách nêu tên cán bộ, tùy người hỏi có phải cán bộ không.
address-you = { $staff ->
    [true] đồng chí
   *[false] Anh/Chị
 }
address-official = { $staff ->
    [true] đồng chí { $name }
   *[false] ông/bà { $name }
 }
