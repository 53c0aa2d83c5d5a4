# Nghỉ, vắng và người xử lý thay.

leave-for-staff = Báo nghỉ và nhờ người xử lý thay dành cho cán bộ của Văn phòng đã liên kết tài khoản.
leave-which-days = Đồng chí nghỉ những ngày nào? Mời ghi ngày đầu và ngày cuối, ví dụ “từ 30/11 đến 04/12”, “mai” hoặc “tuần sau”.
leave-who = Đồng chí nghỉ { $span }. Ai xử lý thay? Mời ghi họ tên hoặc chức vụ.
leave-days-gone = Những ngày đó ({ $span }) đã qua. Mời ghi ngày từ hôm nay trở đi.
leave-too-long = Thời gian đó ({ $span }) dài hơn sáu tháng. Mời ghi khoảng ngắn hơn, hoặc liên hệ quản trị nếu chuyển công tác.
leave-not-oneself = Người xử lý thay phải là người khác. Mời ghi họ tên một đồng chí cùng cơ quan.
leave-not-them = Người đó không nhận được việc thay trong trợ lý. Mời ghi họ tên một cán bộ đang công tác tại Văn phòng.
leave-not-reached = Đồng chí { $name } chưa liên kết tài khoản nên trợ lý chưa hỏi được. Mời ghi họ tên người khác, hoặc hỏi lại sau khi đồng chí ấy đã liên kết.
leave-overlaps-own = Đồng chí đã báo nghỉ { $span }, nhờ đồng chí { $stand_in } xử lý thay. Muốn đổi, xin hủy lần báo đó rồi báo lại.
leave-you-stand-in = Đồng chí đã nhận xử lý thay đồng chí { $person } { $span }. Xin nói với đồng chí ấy chọn người khác trước khi báo nghỉ.
leave-they-cannot = Người đó cũng vắng { $span }. Mời ghi họ tên người khác.
leave-asked = Đã ghi đồng chí nghỉ { $span } và đã hỏi đồng chí { $stand_in } xử lý thay. Từ khi đồng chí ấy nhận, lời nhắc việc của đồng chí trong những ngày này chuyển sang đồng chí ấy.
leave-offer = Đồng chí { $person } nghỉ { $span } và nhờ đồng chí xử lý thay. Nếu nhận, trong những ngày này đồng chí được nhắc và xem những việc đến lượt nhắc của đồng chí ấy.
leave-button-accept = Nhận thay
leave-button-decline = Không nhận
leave-button-end = Hủy nghỉ
leave-button-end-named = Hủy nghỉ { $span }
leave-you-accepted = Cảm ơn đồng chí. Đồng chí nhận xử lý thay đồng chí { $person } { $span }; lời nhắc sẽ ghi “thay”.
leave-you-declined = Đã ghi đồng chí không nhận xử lý thay đồng chí { $person }. Trợ lý báo lại đồng chí ấy.
leave-you-are-away = Đồng chí cũng báo nghỉ { $span } nên chưa nhận thay được. Có thể bấm “Không nhận” để đồng chí kia chọn người khác.
leave-you-ended = Đã hủy nghỉ { $span }. Lời nhắc việc lại gửi cho đồng chí.
leave-was-accepted = Đồng chí { $stand_in } nhận xử lý thay đồng chí { $span }. Trong những ngày này lời nhắc việc gửi đồng chí ấy, trừ đơn tố cáo.
leave-was-declined = Đồng chí { $stand_in } không nhận xử lý thay { $span } được. Mời đồng chí chọn người khác, ví dụ “từ 30/11 đến 04/12 chị Hoa thay tôi”.
leave-was-ended = Đồng chí { $person } đã hủy nghỉ { $span }. Đồng chí không cần xử lý thay nữa.
leave-gone = Lần báo nghỉ này không còn nữa.
leave-over = Những ngày nghỉ ấy ({ $span }) đã qua, không cần trả lời nữa.
leave-answered = { $state ->
    [accepted] Đồng chí đã nhận xử lý thay đồng chí { $person } rồi.
    [refused] Đồng chí đã trả lời không nhận thay đồng chí { $person }. Nếu đổi ý, xin nhắn đồng chí ấy nhờ lại.
    [ended] Đồng chí { $person } đã hủy lần nghỉ này.
   *[other] Lần báo nghỉ này không còn chờ trả lời.
 }
leave-none = Đồng chí không có lần báo nghỉ nào sắp tới. Muốn báo, ví dụ gõ “mai tôi nghỉ, chị Hoa xử lý thay”.
leave-which-to-end = Các lần nghỉ đã báo; bấm nút để hủy:
leave-line = – { $span }, { $stand_in } xử lý thay ({ $state ->
    [accepted] đã nhận
   *[asked] chưa trả lời
 })
leave-span = { $one ->
    [true] { $first }
   *[false] từ { $first } đến hết { $last }
 }
