# Đơn thư. Không bao giờ nêu người gửi; đơn tố cáo không có trích yếu (Luật Tố cáo 25/2018).

petition-kind = { $kind ->
    [complaint] Đơn khiếu nại
    [denunciation] Đơn tố cáo
   *[proposal] Đơn kiến nghị, phản ánh
 }
petition-state = { $state ->
    [received] mới tiếp nhận
    [classified] đã phân loại
    [filed] lưu đơn
    [guided] đã hướng dẫn
    [forwarded] đã chuyển đơn
    [sent_back] đã trả đơn
    [accepted] đã thụ lý
    [verifying] đang xác minh
    [suspended] tạm đình chỉ
    [discontinued] đình chỉ
    [resolved] đã giải quyết, chờ thông báo kết quả
   *[answered] đã thông báo kết quả
 }
petition-due = { $standing ->
    [late] { $days ->
        [0] vừa quá hạn ({ $due })
       *[other] quá hạn { $days } ngày làm việc ({ $due })
    }
    [today] đến hạn hôm nay ({ $due })
    [last] hôm nay là ngày làm việc cuối trước hạn ({ $due })
   *[ahead] còn { $days } ngày làm việc ({ $due })
 }
petition-due-none = chưa có hạn
petition-due-suspended = không tính thời gian tạm đình chỉ
petition-line = <b>{ $code }</b>: { $state }, { $due }
petition-over = đã xong
petition-provisional = Số ngày là tạm tính: chưa có thông báo chính thức về ngày nghỉ { $day }.

petition-status-title = <b>Đơn { $code }</b>
petition-status-kind = { $kind }.
petition-status-subject = Nội dung: { $subject }
petition-status-state = Trạng thái: { $state }.
petition-status-received = Tiếp nhận { $day }.
petition-status-unit = Đơn vị xử lý: { $unit }.
petition-status-holder = Đơn vị xử lý: { $unit }. Người giữ: { $holder }.
petition-status-unassigned = Chưa phân công đơn vị xử lý.
petition-status-due = Thời hạn: { $due }.
petition-status-as-of = Tính đến { $at }.{ AGED($at) ->
    [yes] { " " }{ as-of-aged }
   *[no] { "" }
}

petition-status-stage = { $stage ->
    [received] Đơn đã được tiếp nhận và đang phân loại.
    [handled] Đơn đang được xem xét, giải quyết.
    [replied] Đơn đã được xử lý bước đầu; văn bản trả lời được gửi theo địa chỉ ghi trong đơn.
   *[closed] Đơn đã giải quyết xong và đã thông báo kết quả.
 }
petition-status-own-line = <b>{ $code }</b> (nhận { $day }): { $stage }
petition-status-own-privacy = Để bảo vệ người gửi đơn, chi tiết chỉ được trả lời tại Ban Tiếp công dân hoặc bằng văn bản. Trợ lý không tiếp nhận và không tra cứu đơn tố cáo.
petition-status-ask-code-linked = Tài khoản này chưa liên kết với đơn nào tra cứu được qua tin nhắn. Nếu có mã đơn ghi trên giấy biên nhận, mời Anh/Chị gửi mã.
petition-status-not-linked =
    Để tra cứu, Anh/Chị cần có mã đơn ghi trên giấy biên nhận.
    Vì đơn thư liên quan đến đời tư, tình trạng đơn chỉ được trả lời trực tiếp tại Ban Tiếp công dân hoặc qua tài khoản đã liên kết với người gửi. Mời Anh/Chị mang theo giấy biên nhận và giấy tờ tùy thân.
petition-status-list-mine = Đồng chí đang giữ { $total } đơn chưa xong:
petition-status-list-visible = Có { $total } đơn chưa xong, hạn gần nhất ở trên:
petition-status-list-own = Các đơn Anh/Chị đã gửi ({ $total }):
petition-status-list-none = Không có đơn nào chưa xong thuộc phạm vi này. Đồng chí có thể gửi mã đơn để tra.
petition-status-list-end = Danh sách đã hết.
petition-not-found =
    Chưa tìm thấy đơn mang mã <b>{ $code }</b> trong các đơn tra cứu được ở đây.
    Xin kiểm tra lại mã trên giấy biên nhận hoặc liên hệ Ban Tiếp công dân.
