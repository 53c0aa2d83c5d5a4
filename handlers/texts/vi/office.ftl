# Chào hỏi, trợ giúp, thông tin Văn phòng, người phụ trách, đổi ngôn ngữ.
# Công dân được gọi “Anh/Chị”; cán bộ được gọi “đồng chí” và tên.

greeting-citizen =
    Chào Anh/Chị. Đây là trợ lý tự động của Văn phòng UBND tỉnh; người trả lời là máy, không phải cán bộ.
    Anh/Chị có thể hỏi về hồ sơ, đơn thư, giờ làm việc và người phụ trách. Mời gõ câu hỏi hoặc bấm một nút dưới đây.
greeting-introduced = Chào Anh/Chị. Anh/Chị có thể hỏi về hồ sơ, đơn thư, giờ làm việc và người phụ trách. Mời gõ câu hỏi hoặc bấm một nút dưới đây.
greeting-staff = Chào đồng chí { $name }. Trợ lý tự động của Văn phòng sẵn sàng trả lời về lịch họp, văn bản, hồ sơ và đơn thư.
greeting-human = Cần gặp cán bộ, xin gọi { $hotline }.
thanks-citizen = Cảm ơn Anh/Chị. Khi cần, mời Anh/Chị nhắn lại bất cứ lúc nào.
thanks-staff = Cảm ơn đồng chí { $name }. Chúc đồng chí công tác tốt.

help-citizen =
    <b>Trợ giúp</b>
    Bấm một câu dưới đây, hoặc gõ câu hỏi như nói thường ngày, có dấu hay không dấu.
    Tra hồ sơ: gõ mã trên giấy hẹn, hoặc gửi ảnh chụp mã QR.
    Tìm người phụ trách: nêu lĩnh vực, đơn vị hoặc chức vụ.
    “Dữ liệu của tôi”: xem trợ lý lưu những gì, và cách xóa.
help-title = <b>Trợ giúp { $number }/{ $total }: { $topic }</b>
help-topic-name = { $topic ->
    [day] Lịch họp và lịch làm việc
    [records] Văn bản, hồ sơ, đơn thư
   *[other] Văn phòng, tài khoản, dữ liệu
 }
help-open = Xem: { $topic }
help-day =
    Bấm một câu dưới đây, hoặc gõ câu hỏi như nói thường ngày, có dấu hay không dấu.
    Có thể nêu ngày, giờ, tên người, tên phòng.
    Mỗi sáng ngày làm việc lúc 07:30 trợ lý gửi việc đến hạn.
help-records =
    Tra một văn bản: gõ số, ký hiệu, hoặc vài chữ trong trích yếu.
    Tra hồ sơ, đơn thư: gõ mã in trên giấy.
    Chỉ hiện những gì đồng chí được xem.
help-other =
    Tìm người: gõ tên, chức vụ, phòng hoặc lĩnh vực.
    Đăng xuất ở máy này: gõ /thoat.
help-admin =
    Tạo mã liên kết cho người khác: gõ /moi và họ tên.
    Tra ai đã xem một hồ sơ: gõ “ai đã xem” và mã hồ sơ.
help-ask-help = Trợ giúp
help-ask-today = Hôm nay có gì?
help-ask-tomorrow = Ngày mai có gì?
help-ask-meetings = Lịch họp của tôi
help-ask-meetings-week = Lịch họp của tôi tuần này
help-ask-meetings-unit = Lịch họp của phòng tôi tuần này
help-ask-meetings-all = Lịch họp toàn Văn phòng hôm nay
help-ask-overdue = Văn bản quá hạn của tôi
help-ask-overdue-unit = Văn bản quá hạn của phòng tôi
help-ask-overdue-all = Văn bản quá hạn toàn Văn phòng
help-ask-due-soon = Văn bản sắp đến hạn của tôi
help-ask-due-soon-unit = Văn bản sắp đến hạn của phòng tôi
help-ask-due-soon-all = Văn bản sắp đến hạn toàn Văn phòng
help-ask-dossier = Tra cứu hồ sơ
help-ask-dossiers = Hồ sơ của tôi
help-ask-dossiers-unit = Hồ sơ của phòng tôi
help-ask-dossiers-all = Hồ sơ đang giải quyết
help-ask-dossiers-late = Hồ sơ quá hạn
help-ask-statistics = Số liệu tháng này
help-ask-procedure = Tra cứu thủ tục
help-ask-petitions = Đơn thư của tôi
help-ask-petitions-unit = Đơn thư của phòng tôi
help-ask-petitions-all = Đơn thư đang giải quyết
help-ask-person = Gặp cán bộ
help-ask-reception = Lịch tiếp công dân
help-ask-hours = Giờ làm việc
help-ask-address = Địa chỉ Văn phòng
help-ask-chief = Ai là Chánh Văn phòng?
help-ask-colleagues = Phòng tôi có những ai?
help-ask-accounts = Ai đang dùng tài khoản của tôi?
help-ask-lost = Tôi mất điện thoại
help-ask-leave = Tôi báo nghỉ phép
help-ask-rehearsal = Sáng mai nhắc những ai?
help-ask-unreached = Ai chưa nhận được nhắc?
help-ask-data = Dữ liệu của tôi
help-ask-language = English

today-heading = <b>Hôm nay, { $day }:</b>
today-meetings = – { $total } cuộc họp{ $has_next ->
    [true] {", "}gần nhất { $time }
   *[false] {""}
 }
today-held = – { $kind }: { $numbers }
today-late = – Quá hạn { $role ->
    [head] của cán bộ trong phòng
   *[other] toàn Văn phòng
 }: { $numbers }
today-nothing = Hôm nay đồng chí không có lịch họp, không có việc đến hạn.
today-next-meeting = Cuộc họp tới: { $time } { $day }.
today-next-due = Việc đến hạn tiếp theo: { $kind ->
    [document] một văn bản
    [dossier] một hồ sơ
   *[petition] một đơn thư
 }, { $day }.
today-dossiers = <b>Hồ sơ của Anh/Chị chưa kết thúc: { $total }</b>
today-dossier-due = Hạn trả gần nhất: { $day }.
today-no-dossier = Hiện không có hồ sơ nào của Anh/Chị đang chờ kết quả.

language-switched = Từ nay trợ lý sẽ trả lời bằng tiếng Việt.
language-which = Anh/Chị muốn trợ lý trả lời bằng ngôn ngữ nào?
language-vi = Tiếng Việt
language-en = English

office-info-title = <b>Thông tin Văn phòng</b>
office-info-address = Địa chỉ: { $value }
office-info-hours = Giờ làm việc: { $value }
office-info-phone = Điện thoại: { $value }
office-info-hotline = Đường dây nóng: { $value }
office-info-email = Thư điện tử: { $value }
office-info-website = Trang thông tin: { $value }
office-info-reception = Tiếp công dân: { $value }
office-info-function = Chức năng: { $value }
office-info-none = Nội dung này chưa có trong thông tin công bố của Văn phòng.
office-info-open-now = Hiện nay Văn phòng đang làm việc.
office-info-closed-now = Hiện nay Văn phòng không làm việc.
office-info-day = Văn phòng { $works ->
    [true] làm việc
   *[false] nghỉ
 } { $day }{ $named ->
    [true] {" "}({ $name })
   *[false] {""}
 }.
office-info-opens-next = Giờ mở cửa tiếp theo: { $opens }.
office-info-doubt = Chưa có thông báo chính thức về ngày nghỉ { $day }, nên thông tin này là tạm tính.

# Từ để nhận ra điều được hỏi, ngăn cách bằng dấu phẩy.
office-info-words-address = địa chỉ, ở đâu, trụ sở, đường nào
office-info-words-hours = giờ, mở cửa, làm việc, đóng cửa, nghỉ
office-info-words-phone = điện thoại, sđt, số máy
office-info-words-hotline = đường dây nóng, hotline
office-info-words-email = email, thư điện tử, hộp thư
office-info-words-website = website, trang web, trang thông tin, cổng thông tin
office-info-words-reception = tiếp công dân, tiếp dân
office-info-words-function = chức năng, nhiệm vụ, làm gì, là gì

person-lookup-title = <b>{ $name }</b>, { $title }
person-lookup-unit = { $unit }
person-lookup-fields = Phụ trách: { $fields }
person-lookup-room = Phòng làm việc: { $room }
person-lookup-desk = Điện thoại đơn vị: { $phone }
person-lookup-phone = Điện thoại: { $phone }
person-lookup-stand-in = Người làm thay khi vắng: { $name }
person-lookup-line = <b>{ $name }</b>, { $title }, { $unit }
person-lookup-line-no-unit = <b>{ $name }</b>, { $title }
person-lookup-several = Có { $total } người phù hợp:
person-lookup-ask = Mời nêu tên, chức vụ, đơn vị hoặc lĩnh vực cần tìm, ví dụ “Ai phụ trách lĩnh vực giáo dục?”.
person-lookup-nobody = Chưa tìm thấy người phù hợp trong danh sách được công bố. Mời nêu chức vụ, đơn vị hoặc lĩnh vực, ví dụ “Trưởng phòng Nội chính”.
person-lookup-end = Danh sách đã hết.
