# Sổ lời nhắc: ai chưa nhận được, ai cần gọi điện, việc gì đang tắc. Không có trích yếu, không có tên công dân.

ledger-heading = <b>{ $one_day ->
    [true] { $first }
   *[false] Từ { $first } đến { $last }
 }: { $total } lời nhắc { $whose ->
    [own] của đồng chí
    [unit] trong đơn vị
   *[office] trong Văn phòng
 } chưa tới nơi</b>
ledger-none = { $one_day ->
    [true] { $first }
   *[false] Từ { $first } đến { $last }
 }: không có lời nhắc nào { $whose ->
    [own] của đồng chí
    [unit] trong đơn vị
   *[office] trong Văn phòng
 } chưa tới nơi.
ledger-end = Danh sách đã hết.
ledger-line = { $number }. { $person } · { $what }{ $named ->
    [0] {""}
   *[other] { " " }({ $labels }{ $more ->
        [0] {""}
       *[other] { " " }và { $more } việc khác
    })
 } · { $fate }{ $has_phone ->
    [true] { " " }· ĐT { $phone }
   *[false] {""}
 }
ledger-command-line = { $time } · { $person } · { $what } · { $fate }{ $attempts ->
    [0] {""}
   *[other] { " " }(đã thử { $attempts } lần)
 }
ledger-command-none = Không có lời nhắc nào.
ledger-command-none-missing = Không có lời nhắc nào chưa tới nơi.
ledger-command-sum = Tổng cộng { $total } dòng.
ledger-nobody = (người chưa liên kết)
ledger-day-wrong = --day { $given }: xin viết ngày như 2026-11-25.
ledger-what = { $kind ->
    [brief] bản tin sáng
    [meeting] nhắc họp
    [item] nhắc lại
    [moved] báo hạn thay đổi
    [reply] câu trả lời
    [account] tin về tài khoản
    [relay] lời chuyển tiếp
    [given] việc mới giao
    [urgent] nhắc việc khẩn
    [news] tin về văn bản
    [calls] danh sách cần gọi điện
    [calls-instead] danh sách cần gọi điện, thay văn thư (không có văn thư nào khác nhận được tin)
    [follow] tin về hồ sơ theo dõi
    [apology] dự thảo văn bản xin lỗi
   *[alarm] báo động
 }{ $items ->
    [0] {""}
   *[other] , { $items } việc
 }
ledger-fate = { $fate ->
    [arrived] đã gửi qua { $channel }
    [on_its_way] đang gửi
    [not_linked] chưa liên kết tài khoản nào
    [blocked] đã chặn trợ lý ({ $channel })
    [refused] bị từ chối ({ $channel })
    [channel_down] kênh không gửi được
    [too_late] quá giờ, không còn ích gì
    [window_closed] chưa được nhắn: đã lâu người nhận không nhắn tin qua { $channel }
    [over_budget] hết hạn mức tin ({ $channel }), chờ đến { $time }
    [away] người nhận vắng mặt ({ $channel }), báo trước tiên khi họ nhắn
   *[waits_for_hours] chờ đến giờ được gửi: { $time }
 }

calls-heading = Đồng chí { $name }: { $number } người chưa nhận được lời nhắc hôm nay trên kênh nào, nhờ đồng chí gọi điện.
calls-line = { $number }. { $person }{ $has_unit ->
    [true] { " " }({ $unit })
   *[false] {""}
 } · { $has_phone ->
    [true] ĐT { $phone }
   *[false] chưa có số điện thoại
 } · { $items } việc
calls-instead = Danh sách này của văn thư; lúc lập, không có văn thư nào khác nhận được tin nên trợ lý gửi đồng chí.
calls-what-to-say = Nội dung: có việc khẩn, đến hạn hôm nay hoặc đã quá hạn; mời mở phần mềm hoặc liên kết tài khoản với trợ lý để xem.

alarm-stuck = <b>Tin bị tắc:</b> { $number } tin đã quá giờ gửi mà chưa đi được, sớm nhất từ { $since }.
alarm-stuck-do = Cần làm: xem nhật ký chương trình (journalctl), kiểm tra đường mạng và kênh gửi. Xem từng tin: python -m bot notices --missing
alarm-failing = <b>Kênh { $channel } không nhận tin:</b> { $number } người bị từ chối hoặc đã thử hết số lần, từ { $since }.
alarm-failing-do = Cần làm: kiểm tra kênh và mã truy cập của kênh. Xem từng tin: python -m bot notices --missing
alarm-unplanned = <b>Bản tin sáng chưa được lập:</b> đáng lẽ từ { $since }; { $number } người đang có việc đến hạn hoặc quá hạn.
alarm-unplanned-do = Cần làm: xem nhật ký chương trình, chạy thử python -m bot remind --dry-run, rồi khởi động lại dịch vụ.
alarm-budget = <b>Hạn mức tin của { $channel } chỉ còn phần dự phòng:</b> đã gửi { $number } trên { $most } tin { $period ->
    [day] trong ngày
   *[month] trong tháng
 } từ { $since }, dự phòng { $reserve } tin cho văn bản hỏa tốc, thượng khẩn.
alarm-authorise = <b>{ $channel }: cần ủy quyền lại</b>, từ { $since }. Trợ lý chưa gửi được tin qua kênh này.
alarm-authorise-do = Cần làm: quản trị viên OA lấy refresh token mới trong API Explorer của Zalo, đặt vào OFFICE_ZALO_OA_REFRESH_TOKEN và khởi động lại dịch vụ. Chi tiết: docs/connect-zalo.md
alarm-quota = <b>{ $channel }: đã hết hạn mức tin của gói</b>, từ { $since }. Tin đang chờ hoặc đi kênh khác.
alarm-quota-do = Cần làm: nâng gói hoặc nạp thêm trong trang quản trị của kênh, hoặc để các tin chờ kỳ sau.
alarm-administration = <b>{ $channel }: thiếu gói, quyền hoặc xác thực</b>, từ { $since }. Trợ lý chưa gửi được tin qua kênh này.
alarm-administration-do = Cần làm: chạy python -m bot zalo check để biết việc nào bị từ chối, rồi làm theo docs/connect-zalo.md
alarm-budget-do = Cần làm: nâng hạn mức (python -m bot budgets set) hoặc để các tin còn lại chờ kỳ sau.

budgets-none = Chưa kênh nào có hạn mức: gửi không giới hạn.
budgets-line = { $channel } · { $period ->
    [day] mỗi ngày
   *[month] mỗi tháng
 } · tối đa { $most } tin, trong đó dự phòng { $reserve } cho hỏa tốc, thượng khẩn · đã gửi { $used }
budgets-set = Đã đặt hạn mức: { $budget }
budgets-removed = Đã bỏ hạn mức của { $channel }.
budgets-not-there = { $channel } không có hạn mức này. Xem: python -m bot budgets
budgets-reserve-wrong = --reserve { $reserve }: phần dự phòng không được lớn hơn hạn mức { $most }.
budgets-channel-wrong = Không có kênh { $channel }; các kênh: { $known }.
