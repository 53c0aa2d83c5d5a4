# Hồ sơ một cửa. Công dân được gọi “Anh/Chị”; cán bộ được gọi “đồng chí”.
# $state: một trong mười trạng thái; $standing: ahead, today, late; $days: số ngày làm việc.

dossier-state = { $state ->
    [submitted] mới nộp, chờ tiếp nhận
    [received] đã tiếp nhận
    [refused] không được tiếp nhận
    [processing] đang giải quyết
    [supplement] chờ bổ sung giấy tờ
    [payment] chờ nộp phí, lệ phí
    [withdrawn] đã rút
    [stopped] đã dừng giải quyết
    [finished] đã có kết quả, chờ trả
   *[returned] đã trả kết quả
 }
dossier-due = { $standing ->
    [late] { $days ->
        [0] vừa quá hạn ({ $due })
       *[other] quá hạn { $days } ngày làm việc ({ $due })
    }
    [today] đến hạn hôm nay ({ $due })
    [last] hôm nay là ngày làm việc cuối trước hạn ({ $due })
   *[ahead] còn { $days } ngày làm việc ({ $due })
 }
dossier-due-none = chưa có hạn trả
dossier-due-waiting = tạm dừng tính thời hạn
dossier-line = <b>{ $code }</b> · { $procedure }: { $state }
dossier-line-due = <b>{ $code }</b> · { $procedure }: { $state }, { $due }
dossier-procedure-unknown = chưa ghi tên thủ tục
dossier-office-unknown = nơi tiếp nhận
dossier-provisional = Số ngày là tạm tính: chưa có thông báo chính thức về ngày nghỉ { $day }.

dossier-status-title = <b>Hồ sơ { $code }</b>
dossier-status-procedure = { $procedure }
dossier-status-where = { $state ->
    [submitted] Hồ sơ đã gửi đến { $office } và đang chờ tiếp nhận.
    [received] { $office } đã tiếp nhận hồ sơ và đang chuyển đến nơi giải quyết.
    [refused] Hồ sơ không được tiếp nhận. Lý do ghi trong phiếu từ chối của { $office }.
    [processing] Hồ sơ đang được giải quyết tại { $office }.
    [supplement] Hồ sơ đang tạm dừng để chờ Anh/Chị bổ sung giấy tờ.
    [payment] Hồ sơ đang chờ Anh/Chị nộp phí, lệ phí.
    [withdrawn] Hồ sơ đã được rút theo yêu cầu của người nộp.
    [stopped] Việc giải quyết hồ sơ đã dừng. Lý do ghi trong thông báo dừng giải quyết của { $office }.
    [finished] { $by ->
        [post] Hồ sơ đã giải quyết xong, kết quả đang được gửi qua bưu chính.
        [electronic] Hồ sơ đã giải quyết xong, kết quả bản điện tử đã có.
       *[other] Hồ sơ đã giải quyết xong, kết quả đang chờ Anh/Chị tại { $office }.
    }
   *[returned] Hồ sơ đã giải quyết xong và đã trả kết quả.
 }
dossier-status-next = { $state ->
    [submitted] Tiếp theo: cán bộ kiểm tra giấy tờ trong giờ làm việc rồi tiếp nhận hoặc báo Anh/Chị bổ sung.
    [received] Tiếp theo: nơi giải quyết phân công người thẩm định.
    [processing] { $by ->
        [post] Tiếp theo: kết quả được gửi qua bưu chính đến địa chỉ Anh/Chị đã đăng ký.
        [electronic] Tiếp theo: kết quả bản điện tử được gửi vào tài khoản của Anh/Chị trên Cổng Dịch vụ công quốc gia.
       *[other] Tiếp theo: kết quả được chuyển về { $office } để trả Anh/Chị.
    }
    [supplement] Tiếp theo: khi nhận đủ giấy tờ, hồ sơ được giải quyết tiếp.
   *[payment] Tiếp theo: khi nhận được tiền, hồ sơ được giải quyết tiếp.
 }
dossier-status-due = { $standing ->
    [late] Hạn trả kết quả là { $due }, đã quá hạn{ $days ->
        [0] {""}
       *[other] {" "}{ $days } ngày làm việc
    }. Xin lỗi Anh/Chị vì sự chậm trễ này.
    [today] Hạn trả kết quả là hôm nay, { $due }.
    [last] Hạn trả kết quả là { $due }; hôm nay là ngày làm việc cuối trước hạn.
   *[ahead] Hạn trả kết quả là { $due }, còn { $days } ngày làm việc.
 }
dossier-status-due-off = Ngày đó Văn phòng nghỉ; kết quả được trả từ { $opens }.
dossier-status-due-none = Hạn trả kết quả được tính từ khi hồ sơ được tiếp nhận.
dossier-status-due-waiting = Thời gian chờ không tính vào thời hạn giải quyết. Hạn trả ghi lúc tạm dừng là { $due } và sẽ lùi theo số ngày chờ.
dossier-status-waiting-since = Tạm dừng từ { $since }.
dossier-status-step = Bước đang làm: { $step }.
# $side: early, on-time, late; undated khi chưa từng hẹn ngày trả.
dossier-status-finished = Giải quyết xong { $at }{ $side ->
    [early] , trước hạn
    [on-time] , đúng hạn
    [late] , sau ngày hẹn. Xin lỗi Anh/Chị vì sự chậm trễ này
   *[undated] {""}
 }.
dossier-status-why = Cách tính hạn: { $why }
dossier-status-missing = Giấy tờ cần bổ sung: { $missing }.
dossier-status-asked-in = Theo { $letter }.
dossier-status-asked-until = Hạn bổ sung: { $day }.
dossier-status-fee = Số tiền cần nộp: { $amount } đồng.
dossier-status-fee-how = Cách nộp: { $how }.
dossier-status-now = { $state ->
    [supplement] Việc cần làm bây giờ: bổ sung giấy tờ theo phiếu yêu cầu đã gửi Anh/Chị.
    [payment] Việc cần làm bây giờ: nộp phí, lệ phí theo thông báo đã gửi Anh/Chị.
    [finished] { $by ->
        [post] Việc cần làm bây giờ: chờ nhân viên bưu chính mang kết quả đến địa chỉ đã đăng ký.
        [electronic] Việc cần làm bây giờ: mở tài khoản của Anh/Chị trên Cổng Dịch vụ công quốc gia dichvucong.gov.vn để lấy kết quả bản điện tử.
        [counter] Việc cần làm bây giờ: mang giấy hẹn và giấy tờ tùy thân đến nhận kết quả tại { $office }.
       *[other] Việc cần làm bây giờ: mang giấy hẹn và giấy tờ tùy thân đến nhận kết quả.
    }
    [refused] Anh/Chị có thể nộp lại khi đã có đủ giấy tờ theo phiếu từ chối.
    [stopped] Nếu cần hỏi thêm, mời Anh/Chị liên hệ nơi đã nộp hồ sơ.
    [withdrawn] Anh/Chị không phải làm gì thêm.
    [returned] Anh/Chị không phải làm gì thêm.
   *[other] Lúc này Anh/Chị chưa phải làm gì thêm.
 }
dossier-status-contact = Nơi giải quyết: { $unit }, điện thoại { $phone }.
dossier-status-as-of = Tính đến { $at }.{ AGED($at) ->
    [yes] { " " }{ as-of-aged }
   *[no] { "" }
}

dossier-status-desk-state = Trạng thái: { $state }.
dossier-status-desk-unit = Nơi giải quyết: { $unit }.
dossier-status-desk-holder = Nơi giải quyết: { $unit }. Người giữ: { $holder }.
dossier-status-desk-office = Nơi tiếp nhận: { $office }.
dossier-status-desk-asked-again = Đã yêu cầu bổ sung { $number } lần nên chỉ số quốc gia (QĐ 766/2022) tính là quá hạn.
dossier-status-desk-unassigned = Chưa phân công nơi giải quyết.
dossier-status-desk-due = { $standing ->
    [late] Hạn trả { $due }, đã quá hạn{ $days ->
        [0] {""}
       *[other] {" "}{ $days } ngày làm việc
    }.
    [today] Hạn trả là hôm nay, { $due }.
    [last] Hạn trả { $due }; hôm nay là ngày làm việc cuối trước hạn.
   *[ahead] Hạn trả { $due }, còn { $days } ngày làm việc.
 }
dossier-status-desk-due-none = Chưa có hạn trả.
dossier-status-desk-due-waiting = Đang tạm dừng tính thời hạn. Hạn trả ghi lúc tạm dừng: { $due }.

dossier-timeline-button = Xem dòng thời gian
dossier-timeline-title = Hồ sơ { $code }
dossier-timeline-heading = <b>{ $title }: dòng thời gian</b>
dossier-timeline-earlier = ({ $number } bước trước đó không hiện ở đây)
dossier-timeline-at = { $at }
dossier-timeline-on = { $day }
dossier-timeline-unit = { $unit }
dossier-timeline-state = { $state ->
    [submitted] Đã gửi hồ sơ
    [received] Đã tiếp nhận
    [refused] Không được tiếp nhận
    [processing] Đang giải quyết
    [supplement] Chờ Anh/Chị bổ sung giấy tờ
    [payment] Chờ Anh/Chị nộp phí, lệ phí
    [withdrawn] Đã rút hồ sơ
    [stopped] Đã dừng giải quyết
    [finished] Đã có kết quả
   *[returned] Đã trả kết quả
 }
dossier-timeline-happened = { $state ->
    [submitted] Đã gửi hồ sơ
    [received] Đã tiếp nhận
    [processing] Chuyển giải quyết
    [supplement] Yêu cầu bổ sung giấy tờ
    [payment] Yêu cầu nộp phí, lệ phí
   *[finished] Đã có kết quả
 }
dossier-timeline-ahead = { $state ->
    [received] Tiếp nhận
    [processing] Giải quyết
   *[returned] Trả kết quả
 }
# $mark: past, now, rests, over, ahead.
dossier-timeline-line = { $mark ->
    [now] { $number }. <b>{ $words }</b> (hiện nay)
    [rests] { $number }. <b>{ $words }</b> (hiện nay, tạm dừng tính thời hạn)
    [over] { $number }. <b>{ $words }</b>
    [ahead] { $number }. Tiếp theo: { $words }
   *[past] { $number }. { $words }
 }

dossier-status-list-own = Anh/Chị có { $total } hồ sơ chưa kết thúc:
dossier-status-list-mine = Đồng chí đang giữ { $total } hồ sơ chưa giải quyết xong:
dossier-status-list-visible = Có { $total } hồ sơ chưa giải quyết xong, hạn gần nhất ở trên:
dossier-status-list-opened = Tài khoản này đã mở { $total } hồ sơ chưa kết thúc:
dossier-status-list-none-own = Anh/Chị không có hồ sơ nào chưa kết thúc trong các hồ sơ đã liên kết với tài khoản này. Nếu có mã hồ sơ khác, mời Anh/Chị gửi mã.
dossier-status-list-none-staff = Không có hồ sơ nào chưa giải quyết xong thuộc phạm vi này. Đồng chí có thể gửi mã hồ sơ để tra.
dossier-status-list-end = Danh sách đã hết.
dossier-status-ask-code =
    Mời Anh/Chị gửi mã hồ sơ in trên giấy tiếp nhận hồ sơ và hẹn trả kết quả.
    Mã có dạng <b>000.00.12.H37-261116-0045</b>; gõ chữ thường hay thiếu dấu chấm cũng được.
dossier-not-found =
    Chưa tìm thấy hồ sơ mang mã <b>{ $code }</b>.
    Xin kiểm tra lại mã trên giấy hẹn. Hồ sơ vừa nộp có thể cần ít phút mới hiện ra.
