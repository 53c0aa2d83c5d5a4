# Bản tin trong ngày và lời nhắc. Cán bộ được gọi “đồng chí” và tên; công dân được gọi “Anh/Chị”.

brief-greeting = Chào đồng chí { $name }. Hôm nay là { $day }.
brief-greeting-citizen = Chào Anh/Chị. Hôm nay là { $day }.
brief-late = Bản nhắc này gửi muộn so với giờ thường lệ; số liệu tính theo lúc gửi.
brief-day-off = Văn phòng nghỉ { $day }.
brief-day-off-named = Văn phòng nghỉ { $day } ({ $name }).
brief-meetings = { $total ->
    [0] Đồng chí không có cuộc họp nào trong lịch { $is_today ->
        [true] hôm nay
       *[false] { $day }
    }.
   *[other] <b>Lịch họp { $is_today ->
        [true] hôm nay
       *[false] { $day }
    }: { $total } cuộc</b>
 }
brief-more = và { $number } việc khác.
brief-kind = { $kind ->
    [document] Văn bản
    [dossier] Hồ sơ
   *[petition] Đơn thư
 }
brief-late-number = { $number } quá hạn
brief-today-number = { $number } đến hạn hôm nay
brief-soon-number = { $number } sắp đến hạn
brief-section = <b>{ $kind }: { $numbers }</b>
brief-item = { $number }. <b>{ $label }</b> · { $timing }
brief-about = { $about }
brief-nothing-due = Không có văn bản, hồ sơ hay đơn thư nào quá hạn hoặc đến hạn trong hai ngày làm việc tới.
brief-late-by-person = <b>Quá hạn trong đơn vị, theo từng người: { $numbers }</b>
brief-data-requests = <b>Yêu cầu về dữ liệu cá nhân chưa trả lời:</b> { $number }, hạn sớm nhất { $first }. Xem: python -m bot requests
brief-late-by-unit = <b>Quá hạn theo đơn vị: tất cả { $numbers }</b>
brief-late-line = { $name }: { $numbers }
brief-late-of-kind = { $kind ->
    [document] { $number } văn bản
    [dossier] { $number } hồ sơ
   *[petition] { $number } đơn thư
 }
brief-unassigned-person = Chưa phân công người xử lý
brief-unassigned-unit = Chưa phân công đơn vị
brief-others-more = và { $number } dòng khác.
brief-as-of = Tính đến { $at }.{ AGED($at) ->
    [yes] { " " }{ as-of-aged }
   *[no] { "" }
}
brief-own-dossiers = <b>Hồ sơ của Anh/Chị chưa kết thúc: { $total }</b>
brief-own-none = Không có hồ sơ nào chưa kết thúc trong các hồ sơ đã liên kết với tài khoản này.
brief-stranger =
    Tài khoản này chưa liên kết với ai nên trợ lý chưa biết việc nào là của Anh/Chị.
    Anh/Chị có thể gửi mã hồ sơ, hoặc bấm một nút dưới đây.

brief-button-overdue = Văn bản quá hạn
brief-button-due-soon = Văn bản sắp đến hạn
brief-button-meetings = Lịch họp
brief-button-dossiers = Hồ sơ
notice-button-received = Việc { $number }: đã nhận
notice-button-done = Việc { $number }: đã xong
notice-button-snooze = Việc { $number }: nhắc lại sau
notice-button-meeting = Chi tiết cuộc họp

notice-meeting-soon = Đồng chí { $name } có cuộc họp sau { $minutes } phút nữa:
notice-meeting-now = Cuộc họp của đồng chí { $name } bắt đầu lúc { $time }:
notice-item = Đồng chí { $name } đã hẹn nhắc lại việc này:
notice-late = Lời nhắc này gửi muộn.

# Việc mới giao, và việc của người nghỉ mà người khác nhận thay.
notice-given = { $held ->
    [true] { $urgency ->
        [flash] <b>HỎA TỐC.</b> Đồng chí { $name } vừa được giao:
        [very_urgent] <b>THƯỢNG KHẨN.</b> Đồng chí { $name } vừa được giao:
        [urgent] <b>KHẨN.</b> Đồng chí { $name } vừa được giao:
       *[normal] Đồng chí { $name } có { $number } văn bản mới được giao:
    }
   *[false] { $urgency ->
        [flash] <b>HỎA TỐC.</b> Văn bản vừa đến đơn vị của đồng chí { $name }, chưa có người xử lý:
        [very_urgent] <b>THƯỢNG KHẨN.</b> Văn bản vừa đến đơn vị của đồng chí { $name }, chưa có người xử lý:
       *[other] <b>KHẨN.</b> Văn bản vừa đến đơn vị của đồng chí { $name }, chưa có người xử lý:
    }
 }
notice-given-instead = { $urgency ->
    [flash] <b>HỎA TỐC.</b> Thay đồng chí { $name } đang nghỉ, mời đồng chí xử lý:
    [very_urgent] <b>THƯỢNG KHẨN.</b> Thay đồng chí { $name } đang nghỉ, mời đồng chí xử lý:
    [urgent] <b>KHẨN.</b> Thay đồng chí { $name } đang nghỉ, mời đồng chí xử lý:
   *[normal] Thay đồng chí { $name } đang nghỉ, { $number } văn bản mới được giao:
 }
notice-only-theirs = Đồng chí { $name } đang nghỉ; riêng việc này không chuyển được cho người xử lý thay:
brief-instead = <b>Thay đồng chí { $name } đang nghỉ: { $number } việc</b>
