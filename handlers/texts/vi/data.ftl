# Quyền của người dân đối với dữ liệu của mình (Luật 91/2025/QH15).

# Lời đầu tiên, trước câu trả lời; trang web hiện trước khi gõ.
privacy-opening = Đây là trợ lý tự động của { $office }: máy trả lời, không phải cán bộ.
privacy-opening-office = Văn phòng UBND tỉnh
privacy-opening-kept = Lời trò chuyện được giữ { $days } ngày để trả lời Anh/Chị rồi tự xóa, không gửi ra ngoài cơ quan.
privacy-opening-abroad = Tin nhắn đi qua và lưu trên máy chủ của { $channel ->
    [telegram] Telegram ở nước ngoài
   *[other] Zalo
 }, xin đừng gửi ảnh giấy tờ, số căn cước; Văn phòng giữ các nút bấm và lời trao đổi với cán bộ { $days } ngày rồi tự xóa.
privacy-opening-human = Cần gặp người thật, xin gõ “gặp cán bộ”.
privacy-opening-human-phone = Cần gặp người thật, xin gõ “gặp cán bộ” hoặc gọi { $hotline }.
privacy-opening-rights = Xem hoặc xóa những gì đã lưu: gõ “dữ liệu của tôi”, “xóa dữ liệu của tôi”.

# “Dữ liệu của tôi”: một tệp để lưu. $number: số mục; $days: thời hạn giữ.
data-nothing = Trợ lý chưa lưu gì về Anh/Chị.
data-mine = Tệp này ghi mọi dữ liệu trợ lý đang lưu về tài khoản này. Muốn xóa, xin gõ “xóa dữ liệu của tôi”; muốn sửa, gõ “sửa dữ liệu của tôi”.
data-file-name = du-lieu-cua-toi
data-file-title = DỮ LIỆU TRỢ LÝ TỰ ĐỘNG ĐANG LƯU VỀ TÀI KHOẢN NÀY
data-file-made = Lập lúc { $at }, theo Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15.
data-file-account = TÀI KHOẢN
data-file-channel = Kênh: { $channel ->
    [telegram] Telegram
    [zalo_oa] Zalo
    [zalo_bot] Zalo Bot
    [web] trang trò chuyện của Văn phòng
    [console] máy của Văn phòng
   *[other] { $channel }
 }. Mã nhận biết trên kênh: { $number }
data-file-since = Dùng từ: { $since }
data-file-seen = Lần gần nhất: { $at }
data-file-language = Ngôn ngữ đã chọn: { $language ->
    [en] tiếng Anh
   *[vi] tiếng Việt
 }
data-file-person = Người dùng tài khoản: { $name }, { $title }
data-file-linked = Liên kết từ: { $at }
data-file-told-first = Nơi nhận nhắc việc đã chọn: { $channel }
data-file-lines = LỜI TRÒ CHUYỆN: { $number } dòng. Giữ { $days } ngày.
data-file-you-said = { $at } – Anh/Chị: { $words }
data-file-we-said = { $at } – Trợ lý: { $words }
data-file-they-said = { $at } – Cán bộ: { $words }
data-file-without-words = (chỉ lưu các nút bấm, không lưu lời)
data-file-files = TỆP LƯU TẠI ĐÂY: { $number }. Giữ { $days } ngày.
data-file-file = { $at } – { $name } ({ $size } byte)
data-file-handovers = TRAO ĐỔI VỚI CÁN BỘ: { $number } dòng. Giữ { $days } ngày sau khi kết thúc.
data-file-handover = { $at } – { $ended ->
    [true] đã kết thúc
   *[false] chưa kết thúc
 }
data-file-form = NỘI DUNG ĐANG ĐIỀN DỞ: { $number }. Giữ đến khi điền xong.
data-file-value = { $value }
data-file-grants = HỒ SƠ TÀI KHOẢN NÀY ĐÃ MỞ: { $number }. Quyền xem hết sau { $days } ngày kể từ khi hồ sơ kết thúc.
data-file-grant = { $code }, từ { $since }
data-file-follows = HỒ SƠ TÀI KHOẢN NÀY THEO DÕI: { $number }. Thôi theo dõi khi hồ sơ kết thúc hoặc khi Anh/Chị bỏ.
data-file-requests = YÊU CẦU VỀ DỮ LIỆU CÁ NHÂN: { $number } dòng
data-file-request = Số { $number }: { $kind }, gửi lúc { $at }
data-file-request-done = Đã trả lời lúc { $at }: { $note }
data-file-waiting = TIN ĐANG CHỜ GỬI: { $number }
data-file-message = { $at }: { $words }
data-file-tries = SỐ LẦN NHẬP MÃ ĐANG ĐƯỢC ĐẾM (để chống dò mã). Giữ { $days } ngày.
data-file-tried = { $number } lần
data-file-acts = NHẬT KÝ NHỮNG VIỆC TÀI KHOẢN NÀY ĐÃ LÀM: { $number } dòng. Giữ { $days } ngày.
data-file-act = { $at }: { $act ->
    [data-mine] xem dữ liệu của mình
    [data-delete] xóa dữ liệu của mình
    [data-request] gửi yêu cầu về dữ liệu của mình
    [document-done] đánh dấu văn bản đã xử lý xong
    [dossier-status] xem hồ sơ
    [document-status] xem văn bản
    [document-overdue] xem văn bản quá hạn
    [document-due-soon] xem văn bản sắp đến hạn
    [petition-status] xem đơn thư
    [meeting-schedule] xem lịch họp
    [meeting-detail] xem cuộc họp
    [person-lookup] tìm người phụ trách
    [brief-today] xem việc trong ngày
    [told] được báo tin
    [look] xem một bản ghi
    [handover-take] nhận trao đổi
    [handover-end] kết thúc trao đổi
    [account-linked] liên kết tài khoản
    [account-ended] bỏ liên kết tài khoản
    [account-code-made] tạo mã liên kết
    [account-code-refused] gõ mã liên kết không dùng được
    [session-ended] phiên làm việc kết thúc
    [acting-began] bắt đầu thay mặt
    [acting-ended] thôi thay mặt
   *[other] { $act }
 }
data-file-none = Không có.
data-file-not-kept =
    KHÔNG LƯU
    Trợ lý không lưu: ảnh và tệp Anh/Chị gửi, giấy tờ tùy thân, vị trí, danh bạ, mật khẩu, địa chỉ mạng (chỉ đếm số lần tra cứu theo một mã băm); không lập hồ sơ thói quen; không gửi lời của Anh/Chị cho mô hình ngôn ngữ hay dịch vụ nào khác.
    Hồ sơ, đơn thư và sổ đăng ký của cơ quan không nằm trong tệp này; Anh/Chị hỏi nơi tiếp nhận.
data-file-rights =
    QUYỀN CỦA ANH/CHỊ
    Gõ “xóa dữ liệu của tôi”, “sửa dữ liệu của tôi”, “hạn chế xử lý dữ liệu của tôi”, “phản đối xử lý dữ liệu”, “rút lại sự đồng ý”, hoặc “gặp cán bộ”.

# “Xóa dữ liệu của tôi”.
data-delete-goes = Trợ lý sẽ xóa ngay: lời trò chuyện và tệp lưu tại đây, lời trao đổi với cán bộ, quyền xem các hồ sơ đã mở, tin đang chờ gửi và ngôn ngữ đã chọn.
data-delete-goes-staff = Trợ lý sẽ xóa ngay lời trò chuyện, tệp, nội dung đang điền dở của tài khoản này, và nơi nhận nhắc việc đã chọn. Liên kết tài khoản vẫn giữ; muốn bỏ liên kết, xin gõ /thoat.
data-delete-elsewhere = { $channel ->
    [telegram] Tin nhắn trong Telegram do Telegram giữ
   *[other] Tin nhắn trong Zalo do Zalo giữ
 }: mời Anh/Chị tự xóa trong ứng dụng.
data-delete-stays =
    Không được xóa tại đây:
    – Hồ sơ, đơn thư, sổ đăng ký: tài liệu lưu trữ của cơ quan (Luật Lưu trữ 33/2024/QH15).
    – Nhật ký truy cập: giữ { $days } ngày để kiểm tra việc bảo vệ dữ liệu (Luật 91/2025/QH15), không có lời của Anh/Chị.
    – Yêu cầu về dữ liệu đã gửi: giữ { $days } ngày sau khi trả lời, để chứng minh đã trả lời.
    – Thời điểm đã trao đổi với cán bộ, không có lời: giữ { $chats } ngày.
    – Số lần nhập mã trong ngày, để không ai dò được mã.
data-delete-sure = Xóa rồi không lấy lại được. Anh/Chị có chắc chắn không?
data-delete-button = Xóa dữ liệu của tôi
data-delete-rest-button = Gửi yêu cầu xóa cả phần còn lại
data-deleted = Đã xóa. Lần nhắn tới trợ lý sẽ chào Anh/Chị như người mới.
data-deleted-talk = Trao đổi số { $number } đã kết thúc: người dân đã xóa dữ liệu của mình.

# Yêu cầu phải có người xử lý.
data-kind = { $kind ->
    [see] xem dữ liệu
    [correct] sửa dữ liệu
    [delete] xóa dữ liệu
    [restrict] hạn chế xử lý dữ liệu
    [object] phản đối xử lý dữ liệu
   *[withdraw] rút lại sự đồng ý
 }
data-request-button = { $kind ->
    [correct] Sửa dữ liệu
    [restrict] Hạn chế xử lý dữ liệu
    [object] Phản đối xử lý dữ liệu
   *[withdraw] Rút lại sự đồng ý
 }
data-request-which = Xem thì gõ “dữ liệu của tôi”, xóa thì gõ “xóa dữ liệu của tôi”: có ngay. Yêu cầu khác do cán bộ xử lý, Anh/Chị chọn:
data-request-taken =
    Đã ghi nhận yêu cầu số { $number }: { $kind }.
    Văn phòng trả lời tại đây chậm nhất { $day }, tức 02 ngày làm việc (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP).
data-request-again =
    Yêu cầu số { $number } ({ $kind }) đang được xử lý, lời Anh/Chị vừa gõ đã được ghi thêm.
    Văn phòng trả lời tại đây chậm nhất { $day }.
data-request-doubt = Ngày nghỉ { $day } chưa có thông báo chính thức, nên hạn này là tạm tính.
data-request-correct = Muốn nói rõ điều cần sửa, xin gõ ví dụ: “sửa dữ liệu của tôi: số điện thoại đã đổi”.
data-request-follow = Theo dõi: gõ “yêu cầu dữ liệu của tôi”.
data-request-answered =
    Trả lời yêu cầu số { $number } về dữ liệu của Anh/Chị ({ $kind }):
    { $note }
data-status-title = Yêu cầu về dữ liệu của Anh/Chị:
data-status-none = Anh/Chị chưa gửi yêu cầu nào về dữ liệu. Xem thì gõ “dữ liệu của tôi”; yêu cầu khác, mời chọn:
data-status-waiting = – Số { $number }, { $kind }, gửi { $asked }: đang chờ trả lời, chậm nhất { $day }.
data-status-done = – Số { $number }, { $kind }, gửi { $asked }: đã trả lời { $done }. { $note }
