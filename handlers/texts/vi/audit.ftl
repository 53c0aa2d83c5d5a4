# Ai đã xem, ai đã thay đổi. Chỉ quản trị đọc được; không có nội dung hồ sơ nào ở đây.

audit-this = { $kind ->
    [meeting] cuộc họp vừa xem
    [document] văn bản vừa xem
    [outgoing] văn bản đi vừa xem
    [dossier] hồ sơ vừa hỏi
    [petition] đơn vừa hỏi
   *[person] người vừa hỏi
 }
audit-which = Xin gửi mã hồ sơ, mã đơn hoặc số ký hiệu văn bản, ví dụ: “ai đã xem hồ sơ 000.00.12.H37-261109-0045”.
audit-none =
    Nhật ký chưa ghi lượt nào với <b>{ $what }</b>.
    Nếu là mã, xin kiểm tra lại mã đã gửi.
audit-end = Đã hết các lượt được ghi.
audit-heading = Nhật ký ghi { $total } lượt với <b>{ $what }</b>, mới nhất ở trên:
audit-person = { $title } { $name }
audit-account = người ngoài cơ quan (tài khoản số { $number })
audit-behalf = , thay mặt { $title } { $name }
audit-line = { $at } · { $who }{ $behalf } · { $did } · { $channel }
audit-in-vain = hỏi mã này, không được xem
audit-act = { $act ->
    [document-done] đánh dấu đã xong
    [dossier-opened] mở bằng số đi kèm
    [told-brief] được gửi trong bản tin đầu ngày
    [told-meeting] được nhắc họp
    [told-item] được nhắc lại
    [press-done] bấm “Đã xong”
    [press-snooze] bấm nút hẹn nhắc lại
    [press-until] hẹn nhắc lại
    [brief-today] xem trong bản tin
    [audit-who-saw] xem nhật ký này
   *[other] xem
 }
