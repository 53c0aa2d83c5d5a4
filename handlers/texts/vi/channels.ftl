# Câu dùng trên các kênh không có nút bấm, không nhận tệp: Zalo.

options-number = Mời trả lời bằng số đứng trước.
options-words = Mời trả lời bằng chữ: { $options }
file-link = Tệp <b>{ $name }</b>: { $url }
    Đường dẫn mở được trong { $minutes } phút; xin không chuyển cho người khác.
file-elsewhere = Tệp <b>{ $name }</b> chưa gửi được qua kênh này. Mời Anh/Chị hỏi lại trên trang web của Văn phòng để nhận tệp.
contact-button = Chia sẻ số điện thoại
contact-text = Anh/Chị cũng có thể bấm “Chia sẻ số điện thoại” để gửi số của chính mình trong ứng dụng này, thay cho gõ bốn số cuối.
contact-taken = Cảm ơn Anh/Chị, trợ lý đã nhận bốn số cuối.
zalo-bot-full = Trợ lý trên Zalo Bot hiện chỉ phục vụ được { $most } người và đã đủ. Mời Anh/Chị dùng trang web của Văn phòng{ $url ->
    [none] {""}
   *[other] : { $url }
 }.

zalo-check-step = { $step ->
    [text] Tin chữ
    [buttons] Nút bấm
    [picture] Ảnh
    [file] Tệp pdf
   *[contact] Biểu mẫu số điện thoại
 }
zalo-check-account = Mã truy cập dùng được. OA { $government ->
    [yes] là cơ quan nhà nước
   *[no] không phải loại cơ quan nhà nước
 }, { $verified ->
    [yes] đã xác thực
   *[no] CHƯA xác thực
 }, gói { $package }.
zalo-check-no-token = Chưa hỏi được OA: { $why }. Lấy refresh token mới trong API Explorer, đặt vào OFFICE_ZALO_OA_REFRESH_TOKEN, kiểm tra đường ra openapi.zalo.me, rồi chạy lại.
zalo-check-nobody = Chưa gửi thử tin nào: chạy lại với --to và số của một người vừa nhắn cho OA.
zalo-check-last = Người nhắn gần nhất lúc { $at }, số { $number }. Hãy tự nhắn một tin cho OA rồi dùng số của chính mình.
zalo-check-works = { zalo-check-step }: được.
zalo-check-left-out = { zalo-check-step }: chưa đặt OFFICE_ZALO_OA_CONTACT_IMAGE nên người dân gõ bốn số cuối.
zalo-check-refused = { zalo-check-step }: bị từ chối ({ $why }). { $step ->
    [text] Trợ lý chưa nhắn riêng được qua OA này.
    [buttons] Hãy hỏi Zalo về mã này; cho đến khi được, nút bấm của trợ lý chưa tới người dân.
    [picture] Trợ lý gửi đường dẫn thay ảnh.
    [file] Trợ lý gửi đường dẫn thay tệp.
   *[contact] Bỏ OFFICE_ZALO_OA_CONTACT_IMAGE: người dân gõ bốn số cuối.
 }
zalo-check-old-way = OA này chỉ nhắn được theo địa chỉ v2 (mã -235); trợ lý đã ghi nhớ.
zalo-check-use-the-page = Đặt một mục menu của OA mở trang trò chuyện của Văn phòng (OFFICE_WEB_URL): docs/connect-zalo.md, mục 5.
zalo-check-signed = Sự kiện có chữ ký đã tới ({ $way }).
zalo-check-not-signed = Chưa có sự kiện có chữ ký nào tới: kiểm tra địa chỉ webhook, OFFICE_ZALO_OA_SECRET, rồi nhắn một tin cho OA.
zalo-check-hello = Tin thử của Trợ lý Văn phòng, xin bỏ qua.
