# Trong nhóm chỉ có một câu, giống nhau cho mọi người và mọi câu hỏi.
group-answered-in-private = Tôi trả lời anh/chị trong tin nhắn riêng. Nếu chưa nhận được, mời anh/chị mở tin nhắn riêng với trợ lý và hỏi lại ở đó.
group-button = Mở tin nhắn riêng
group-code-void = Mã liên kết anh/chị vừa gửi trong nhóm đã hết hiệu lực, vì người khác có thể đã đọc. Mời anh/chị xin quản trị cấp mã mới và chỉ gửi mã trong tin nhắn riêng với trợ lý.
