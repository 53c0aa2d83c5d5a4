# Answers to what must be kept nowhere: fixed, whoever asks and whatever is in the records.

safety-not-kept = (Tin nhắn này không được lưu lại.)
safety-fire =
    Xin gọi ngay <b>114</b> (chữa cháy, cứu nạn); có người bị thương, gọi <b>115</b>.
    Hãy rời khỏi chỗ nguy hiểm trước, báo cho người xung quanh, đừng dùng thang máy. Trợ lý không gọi thay được.
safety-ambulance =
    Xin gọi ngay <b>115</b> (cấp cứu y tế); không gọi được thì gọi <b>112</b>.
    Hãy ở bên người bị nạn và làm theo lời nhân viên cấp cứu. Nếu chính Anh/Chị đang thấy không muốn sống, xin đừng ở một mình: gọi 115 hoặc một người thân ngay bây giờ. Trợ lý không gọi thay được.
safety-police =
    Xin gọi ngay <b>113</b> (công an); có người bị thương, gọi <b>115</b>.
    Hãy tránh đến nơi an toàn trước đã. Trợ lý không gọi thay được.
safety-child =
    Xin gọi ngay <b>111</b> (tổng đài bảo vệ trẻ em, cả ngày đêm, miễn phí); trẻ đang bị nguy hiểm, gọi <b>113</b>; bị thương, gọi <b>115</b>.
    Hãy giữ cho trẻ được an toàn. Trợ lý không gọi thay được.
safety-rescue =
    Xin gọi ngay <b>112</b> (tìm kiếm, cứu nạn) hoặc <b>114</b>; có người bị thương, gọi <b>115</b>; bị tấn công, gọi <b>113</b>.
    Hãy nói rõ đang ở đâu, có mấy người, và đến chỗ cao, chỗ an toàn nếu được. Trợ lý không gọi thay được.
safety-threat =
    Trợ lý hiểu Anh/Chị đang rất bức xúc, nhưng không thể tiếp tục khi có lời đe dọa. Nếu có người đang gặp nguy hiểm, xin gọi <b>113</b>.
    Điều chưa được giải quyết, xin nêu tại Trụ sở tiếp công dân hoặc gõ “gặp cán bộ” để nói chuyện với một người.
safety-secret =
    Trợ lý không nhận, không tìm và không gửi nội dung thuộc bí mật nhà nước: kênh này nối mạng. Tin nhắn vừa rồi không được lưu; xin xóa cả ở máy của Anh/Chị.
    Cần làm việc với tài liệu này, xin gặp trực tiếp cán bộ phụ trách văn thư bảo mật của cơ quan.
safety-denouncer =
    Trợ lý không trả lời về người tố cáo, cũng không cho biết có hay không có đơn tố cáo về một ai: Luật Tố cáo giữ kín việc này, với mọi người hỏi như nhau.
    Muốn biết cách gửi đơn hoặc quyền được bảo vệ, xin hỏi Ban Tiếp công dân hoặc gõ “gặp cán bộ”.
safety-others-data =
    Trợ lý không cung cấp thông tin riêng của người khác (nơi ở, số riêng, giấy tờ, thu nhập…), pháp luật bảo vệ dữ liệu cá nhân của mọi người.
    Anh/Chị có thể hỏi số điện thoại cơ quan, hoặc tra hồ sơ của chính mình bằng mã hồ sơ.
safety-orders =
    Trợ lý không làm theo câu lệnh thay đổi cách hoạt động hay quyền xem của mình; ai xem được gì do Văn phòng quy định.
    Anh/Chị cần tra cứu việc gì, xin hỏi như thường ngày, hoặc gõ “trợ giúp”.
safety-abuse =
    Trợ lý rất tiếc nếu đã làm Anh/Chị không hài lòng. Xin cho biết Anh/Chị cần việc gì, trợ lý sẽ cố gắng giúp.
    Muốn nói chuyện với một người, xin gõ “gặp cán bộ”.
