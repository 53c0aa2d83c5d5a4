# Nơi nhận nhắc việc: kênh nào trước, kênh nào sau, khi nào kênh không gửi được.

help-ask-channel = Tôi đang được nhắc ở đâu?

account-channel-done = Đã ghi nhận.
account-channel-chosen = <b>Nhắc việc được gửi trước hết qua { $channel }.</b>
account-channel-usual = <b>Đồng chí chưa chọn nơi nhận nhắc việc: trợ lý gửi tới nơi đồng chí dùng gần nhất.</b>
account-channel-line = – { $channel }: { $when ->
    [not_run] Văn phòng hiện không chạy kênh này
    [blocked] đồng chí đang chặn trợ lý; gửi lại được khi đồng chí nhắn ở đó
    [while_open] chỉ đọc được khi mở trang
    [within_days] gửi được đến { $until }, tức { $hours } giờ kể từ lần gần nhất đồng chí nhắn ở đó
    [over] đã quá { $hours } giờ kể từ lần gần nhất đồng chí nhắn ở đó; gửi lại được khi đồng chí nhắn
    [never] trợ lý chỉ trả lời, không tự nhắn tới được
   *[always] gửi được, kể cả khi đồng chí không mở trò chuyện
 }
account-channel-after = { $chosen ->
    [true] Nơi đứng trước lúc ấy không gửi được (bị chặn, quá giờ, trang đã đóng) thì tin tới nơi kế tiếp. Mỗi tin chỉ gửi một lần.
   *[false] Nơi đứng trước không gửi được thì tin tới nơi kế tiếp. Mỗi tin chỉ gửi một lần.
 }
account-channel-button = { $channel ->
    [telegram] Telegram
    [zalo_oa] Zalo OA
    [zalo_bot] Zalo Bot
    [web] Trang web
   *[other] Kênh khác
 }
account-channel-button-usual = Trợ lý tự chọn
account-channel-not-linked =
    Chưa đổi: { $channel } chưa liên kết với đồng chí.
    Để liên kết: gõ “mã cho trang web của tôi” để lấy mã dùng một lần, rồi gửi mã đó vào cuộc trò chuyện riêng với trợ lý ở kênh ấy.
account-channel-not-run = Chưa đổi: Văn phòng hiện không nhắn tin qua kênh đó.
account-channel-tells-nothing = Chưa đổi: ở kênh đó trợ lý không tự nhắn tới được.
account-channel-citizen = Trợ lý chỉ tự nhắn cho Anh/Chị tin về hồ sơ mà Anh/Chị theo dõi, tại đúng nơi Anh/Chị đã bấm theo dõi.
account-channel-citizen-elsewhere =
    Muốn nhận ở kênh khác: mời Anh/Chị gửi mã hồ sơ cho trợ lý ở kênh đó rồi bấm “Theo dõi”.
    Cán bộ của Văn phòng: xin quản trị mã liên kết, sau đó chọn được nơi nhận nhắc việc.
account-page-elsewhere = Mã này cũng liên kết được Telegram, Zalo: gửi mã vào cuộc trò chuyện riêng với trợ lý ở đó.
