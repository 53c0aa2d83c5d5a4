# Câu dùng trên các kênh không có nút bấm, không nhận tệp: Zalo.

options-number = Mời trả lời bằng số đứng trước.
options-words = Mời trả lời bằng chữ: { $options }
file-link = Tệp <b>{ $name }</b>: { $url }
    Đường dẫn mở được trong { $minutes } phút; xin không chuyển cho người khác.
file-elsewhere = Tệp <b>{ $name }</b> chưa gửi được qua kênh này. Mời Anh/Chị hỏi lại trên trang web của Văn phòng để nhận tệp.
zalo-contact-title = Chia sẻ số điện thoại
zalo-contact-text = Anh/Chị có thể bấm vào đây để gửi số điện thoại Zalo của mình, thay cho gõ bốn số cuối.
zalo-bot-full = Trợ lý trên Zalo Bot hiện chỉ phục vụ được { $most } người và đã đủ. Mời Anh/Chị dùng trang web của Văn phòng{ $url ->
    [none] {""}
   *[other] : { $url }
 }.
