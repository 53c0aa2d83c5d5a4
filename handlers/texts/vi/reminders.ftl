# Các bậc nhắc và diễn tập nhắc việc: ai sẽ được nhắc, vì sao. Không có trích yếu, không có tên công dân.

rehearsal-none = Không có ai được nhắc vào { $time }.
rehearsal-person = { $person }: { $lines } dòng
rehearsal-message = { $time } · { $message ->
    [brief] bản tin sáng
    [meeting] nhắc họp
    [given] việc mới giao
    [urgent] nhắc ngay
   *[item] nhắc lại
 }
rehearsal-line = – { $in_brief ->
    [true] {""}
   *[false] { rehearsal-message } ·{" "}
 }{ $stage ->
    [soon] { $what } sắp đến hạn ({ $due })
    [today] { $what } đến hạn hôm nay
    [late] { $what } quá hạn từ { $due }
    [given] { $what } mới giao{ $has_due ->
        [true] , hạn { $due }
       *[false] {""}
    }
    [meeting] cuộc họp { $due }
    [again] { $what } đã hẹn nhắc lại
   *[units] số việc quá hạn theo đơn vị
 } · lý do: { $instead ->
    [true] thay { $absent } đang nghỉ,{" "}
   *[false] {""}
 }{ $why ->
    [holds] người đang xử lý
    [nobody_holds] chưa có người xử lý, báo trưởng đơn vị
    [heads_unit] trưởng đơn vị
    [leads_office] lãnh đạo Văn phòng
    [takes_part] dự họp
    [given] vừa được giao
   *[asked_again] tự hẹn nhắc lại
 }{ $has_step ->
    [true] ; { $step }
   *[false] {""}
 }
rehearsal-some = { $kind ->
    [document] một văn bản
    [dossier] một hồ sơ
    [petition] một đơn thư
    [meeting] một cuộc họp
   *[units] số liệu theo đơn vị
 }
rehearsal-sum = Tổng cộng { $people } người, { $lines } dòng. Chỉ diễn tập, không gửi và không ghi gì.
rehearsal-count = { $number } { $kind ->
    [document] văn bản
    [dossier] hồ sơ
    [petition] đơn thư
    [meeting] cuộc họp
   *[units] bảng số liệu theo đơn vị
 }{ $stage ->
    [soon] {" "}sắp đến hạn
    [today] {" "}đến hạn hôm nay
    [late] {" "}quá hạn
    [given] {" "}mới giao
    [again] {" "}hẹn nhắc lại
   *[other] {""}
 }

reminder-rehearsal-heading = <b>Bản tin lúc { $time } sẽ nhắc { $people } người</b>
reminder-rehearsal-person = <b>{ $number }. { $person }</b> ({ $lines } dòng)
reminder-rehearsal-counted = { $number }. { $person }: { $counts }
reminder-rehearsal-more = và { $number } dòng khác của người này.
reminder-rehearsal-none = Nếu không có gì thay đổi thì lúc { $time } không có ai được nhắc.
reminder-rehearsal-note = Chỉ là diễn tập: chưa gửi cho ai. Việc xong trước giờ đó sẽ không được nhắc nữa.
reminder-rehearsal-past = Thời điểm đó đã qua. Mời hỏi về sáng mai hoặc một ngày sắp tới.
reminder-rehearsal-not-yours = Danh sách này dành cho lãnh đạo Văn phòng và người được Văn phòng cử theo dõi nhắc việc. Việc của chính đồng chí xem bằng câu “hôm nay có gì”.

ladder-kind = { $kind ->
    [document] Văn bản
    [dossier] Hồ sơ
   *[petition] Đơn thư
 } ({ $own ->
    [true] bậc do Văn phòng đặt
   *[false] bậc thường dùng
 }):
ladder-step = – { $audience ->
    [holder] người xử lý
    [head] trưởng đơn vị
   *[leader] lãnh đạo Văn phòng
 }: { $when ->
    [before] trước hạn { $days } ngày làm việc
    [after] quá hạn { $days } ngày làm việc
   *[today] đúng ngày đến hạn
 }{ $repeats ->
    [true] , rồi mỗi ngày làm việc
   *[false] {""}
 } · lý do: { $reason }
ladder-usual = { $reason ->
    [prepare] còn đủ thời gian xử lý và trình ký
    [finish] cần hoàn thành trong hai ngày
    [today] hôm nay là ngày cuối
    [late] đã quá hạn, nhắc đến khi xong
    [head] trưởng đơn vị cần đôn đốc
   *[leader] lãnh đạo Văn phòng cần biết đơn vị nào chậm
 }
ladder-own = { $reason }
ladder-changed = Đã đặt bậc nhắc:
ladder-removed = Đã bỏ bậc nhắc ấy; các bậc khác giữ nguyên.
ladder-usual-again = { $kind ->
    [document] Văn bản
    [dossier] Hồ sơ
   *[petition] Đơn thư
 } lại nhắc theo các bậc thường dùng; đã bỏ { $number } bậc riêng.
