# Tài khoản của cán bộ: liên kết, kết thúc, mất điện thoại, và việc thay mặt lãnh đạo.
# Không nêu số điện thoại, tên tài khoản hay mã số của ai.

account-channel = { $channel ->
    [telegram] Telegram
    [zalo_oa] Zalo OA của Văn phòng
    [zalo_bot] Zalo Bot
    [web] trang web của Văn phòng
    [console] dòng lệnh trên máy chủ
   *[other] kênh khác
 }
account-member = { $name }, { $title }{ $in_unit ->
    [true] {", "}{ $unit }
   *[false] {""}
 }

account-linked = Chào đồng chí <b>{ $name }</b>, { $title }{ $in_unit ->
    [true] {", "}{ $unit }
   *[false] {""}
 }. Tài khoản này từ giờ là của đồng chí.
account-linked-callers = <b>{ $count } công dân đang chờ gặp cán bộ.</b>
account-button-callers = Xem công dân đang chờ
account-linked-ask =
    Mời bấm một nút, hoặc gõ câu hỏi như nói thường ngày.
    Gõ “Ai đang dùng tài khoản của tôi?” để xem các nơi đã liên kết, /thoat để kết thúc tại đây.
account-linked-invite = Quản trị gõ “/moi” và họ tên để tạo mã liên kết cho người khác.
account-code-useless = Mã này không dùng được. Xin kiểm tra lại từng ký tự; nếu vẫn không được, xin quản trị cấp mã mới.
account-locked = Đã có nhiều mã không dùng được từ tài khoản này nên trợ lý tạm chưa nhận mã. Mời thử lại sau { $minutes } phút.

account-invite-not-yours = Việc này dành cho quản trị của Văn phòng. Cần liên kết tài khoản, xin liên hệ quản trị.
account-invite-ask = Mời gõ kèm họ tên hoặc chức vụ viết tắt, ví dụ “/moi Nguyễn Văn A”.
account-invite-which = { $number ->
    [0] Văn phòng không có ai tên “{ $words }”. Mời gõ đủ họ tên hoặc chức vụ viết tắt.
   *[other] Chưa rõ là ai trong { $number } người sau. Mời chọn, hoặc gõ đủ họ tên.
 }
account-invited =
    Mã liên kết của { $who }:
    <b>{ $code }</b>
account-invited-until = Dùng một lần, đến { $until }. Chỉ đưa cho chính người đó, không gửi vào nhóm.
account-invited-page = Trên trang web: { $url }
account-invited-telegram = Trên Telegram: { $url }
account-invited-typed = Hoặc gõ mã vào cuộc trò chuyện riêng với trợ lý.

account-nobody = Tài khoản này chưa liên kết với ai, nên không có gì để xem hay kết thúc.
account-not-on-behalf = Việc về tài khoản thì không làm thay người khác được. Mời gõ “thôi thay mặt”, rồi gõ lại.
account-not-there = Tài khoản đó không còn liên kết nữa. Mời gõ “Ai đang dùng tài khoản của tôi?” để xem hiện nay.
account-list = <b>Tài khoản đang liên kết với { $you }: { $total }</b>
account-list-line = { $number }. { $channel }{ $here ->
    [true] {" "}(đang dùng ở đây)
   *[false] {""}
 }: từ { $since }, dùng gần nhất { $seen }
account-list-unknown = Có nơi nào không phải của { $you }, mời bấm nút để kết thúc ngay.
account-button-end = Kết thúc { $number }
account-ended = Đã kết thúc: { $channel }. Ở đó không còn xem được gì của { $you }, các nút cũ cũng hết tác dụng.

account-leave-sure = Kết thúc liên kết của tài khoản này? Muốn dùng lại ở đây, cần xin quản trị mã mới.
account-button-leave = Đăng xuất khỏi trợ lý
account-left = Đã đăng xuất. Tài khoản này không còn liên kết với ai; các nút và tệp trước đây hết tác dụng. Muốn dùng lại, xin quản trị mã mới.

account-lost-sure = Kết thúc { $total } tài khoản khác của { $you } ({ $channels })? Tài khoản đang dùng ở đây vẫn giữ.
account-button-end-others = Kết thúc tất cả nơi khác
account-others-ended = Đã kết thúc: { $channels }. Ở đó không còn xem được gì của { $you }. Khi có máy mới, xin quản trị mã liên kết mới.
account-lost-only-here = Đây là nơi duy nhất { $you } đang liên kết, nên không kết thúc từ đây được. Xin gọi ngay quản trị để khóa tài khoản trên máy bị mất:
account-admin = – { $name }{ $has_phone ->
    [true] {": "}{ $phone }
   *[false] {""}
 }
account-lost-nobody = Tài khoản này chưa liên kết với ai, nên không kết thúc được tài khoản khác từ đây. Nếu anh/chị là cán bộ của Văn phòng, xin gọi ngay quản trị để khóa tài khoản trên máy bị mất.

account-news-linked =
    Một tài khoản mới vừa được liên kết với { $you }: { $channel }, lúc { $at }.
    Nếu không phải { $you } liên kết: bấm nút dưới đây để kết thúc ngay tài khoản đó, rồi báo quản trị.
account-button-not-me = Không phải tôi, kết thúc ngay
account-news-ended =
    Một tài khoản của { $you } vừa kết thúc liên kết: { $channel }, lúc { $at }.
    Nếu không phải { $you } kết thúc: gõ “Ai đang dùng tài khoản của tôi?” để xem các nơi còn lại, và báo quản trị.
account-ended-there =
    Tài khoản này đã kết thúc liên kết lúc { $at }, nên từ giờ chỉ xem được thông tin công khai.
    Nếu không phải { $you } kết thúc: xin báo quản trị. Muốn dùng lại, xin quản trị mã mới.

account-page-code =
    Mã để đồng chí vào trang web của Văn phòng:
    <b>{ $code }</b>
account-page-until = Dùng một lần, đến { $until }. Xin đừng chuyển mã này cho ai.
account-page-link = Mở trang bằng mã này: { $url }
account-page-nobody = Mã vào trang web dành cho cán bộ đã liên kết một kênh. Nếu anh/chị là cán bộ của Văn phòng, xin quản trị cấp mã.

acting-heading = <b>Thay mặt { $title } { $name }:</b>
acting-began = Từ giờ trợ lý trả lời đồng chí theo quyền của người được thay mặt, và ghi lại là đồng chí hỏi. Gõ “thôi thay mặt” để dừng; sau { $minutes } phút không dùng thì tự dừng.
acting-ended = Đã thôi thay mặt. Từ giờ trợ lý trả lời cho chính đồng chí.
acting-not = Đồng chí đang không thay mặt ai.
acting-lapsed = Đã hết thời gian thay mặt; câu trả lời này là cho chính đồng chí.
acting-refused = Việc thay mặt này chưa được đăng ký. Cần đăng ký, xin liên hệ quản trị.
acting-which = Chưa rõ thay mặt ai. Đồng chí có thể thay mặt:
acting-one = – { $title } { $name }
acting-which-example = Mời gõ lại kèm chức vụ hoặc họ tên, ví dụ “thay mặt Chánh Văn phòng”.
