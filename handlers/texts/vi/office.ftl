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
    Anh/Chị có thể hỏi bằng câu nói thường ngày, có dấu hay không dấu đều được. Ví dụ:
    – “Hồ sơ 000.00.12.H37-261116-0045 đến đâu rồi?”
    – “Thứ Bảy Văn phòng có mở cửa không?”
    – “Ai phụ trách lĩnh vực giáo dục?”
    – “Dữ liệu của tôi”, “Xóa dữ liệu của tôi”
    Hoặc bấm một nút dưới đây. Gõ “English” để đổi sang tiếng Anh.
help-officer =
    Đồng chí có thể hỏi, có dấu hay không dấu đều được. Ví dụ:
    – “Hôm nay có gì?”, “Chiều mai tôi họp gì?”
    – “Văn bản quá hạn của tôi”, “Văn bản 1234/UBND-KGVX đang ở đâu?”
    – “Hồ sơ 000.00.12.H37-261116-0045”, “Đơn thư của tôi”
    – “Ai phụ trách lĩnh vực y tế?”
    Mỗi sáng ngày làm việc lúc 07:30 trợ lý gửi danh sách việc đến hạn.
help-head =
    Đồng chí có thể hỏi, có dấu hay không dấu đều được. Ví dụ:
    – “Hôm nay có gì?”: việc quá hạn của phòng theo từng người
    – “Văn bản quá hạn của phòng tôi”, “Văn bản sắp đến hạn”
    – “Lịch họp tuần này”, “Chi tiết cuộc họp 8 giờ sáng mai”
    – “Hồ sơ 000.00.12.H37-261116-0045”, “Đơn thư của phòng”
    Mỗi sáng ngày làm việc lúc 07:30 trợ lý gửi danh sách việc đến hạn.
help-leader =
    Đồng chí có thể hỏi, có dấu hay không dấu đều được. Ví dụ:
    – “Hôm nay có gì?”: lịch họp và số việc quá hạn theo đơn vị
    – “Văn bản quá hạn toàn Văn phòng”
    – “Lịch họp của tôi tuần sau”
    – “Ai phụ trách lĩnh vực xây dựng?”
    Mỗi sáng ngày làm việc lúc 07:30 trợ lý gửi bản tổng hợp.
help-button-brief = Hôm nay có gì?
help-button-meetings = Lịch họp của tôi
help-button-overdue = Văn bản quá hạn
help-button-due-soon = Văn bản sắp đến hạn
help-button-dossiers = Hồ sơ của tôi
help-button-dossier-code = Tra cứu hồ sơ
help-button-petitions = Đơn thư
help-button-hours = Giờ làm việc
help-button-address = Địa chỉ, điện thoại
help-button-help = Xem cách hỏi

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
