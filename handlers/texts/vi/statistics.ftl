# Số liệu của một kỳ, trả lời trong hội thoại. Mỗi tỷ lệ có mẫu số, kỳ và thời điểm số liệu.
statistics-for-staff =
    Số liệu tổng hợp dành cho cán bộ Văn phòng theo phần việc được giao; trợ lý chưa có số liệu công bố rộng rãi.
    Cần số liệu phục vụ nghiên cứu, kinh doanh, mời anh/chị liên hệ Văn phòng.
statistics-not-counted = Trợ lý không có số liệu này. Trợ lý đếm được: hồ sơ, văn bản đến, văn bản đi, cuộc họp, đơn thư, tiếp công dân.
statistics-not-apart = Chưa tính riêng được theo “{ $words }”; dưới đây là số chung.
statistics-narrowed = Đồng chí được xem số liệu của phần mình; dưới đây là phần đó.
statistics-to-come = Chưa có số liệu: { $period } chưa đến.
statistics-nothing = Trong sổ chưa có bản ghi nào của kỳ này.
statistics-as-of = Tính đến { $time }, theo dữ liệu trong sổ.

statistics-subject =
    { $subject ->
        [hs] Hồ sơ
        [den] Văn bản đến
        [di] Văn bản đi
        [hop] Cuộc họp
        [don] Đơn thư
        [tcd] Tiếp công dân
       *[all] Số liệu
    }
statistics-whose =
    { $whose ->
        [all] toàn Văn phòng
        [mine] phần của đồng chí
        [seen] phần đồng chí được xem
       *[named] { $name }
    }
statistics-heading = <b>{ $subject } { $period }, { $whose }</b>
statistics-heading-all = <b>Số liệu { $period }</b>
statistics-of = Phạm vi: { $whose }
statistics-period =
    { $kind ->
        [day] ngày { $first }
        [week] tuần { $first } – { $last }
        [month] tháng { $month }
        [quarter] quý { $quarter } năm { $year }
        [half] 6 tháng { $quarter ->
            [I] đầu
           *[other] cuối
        } năm { $year }
        [months] { $months } tháng năm { $year }
        [year] năm { $year }
       *[other] từ { $first } đến { $last }
    }
statistics-until-today = { $period } (chưa hết kỳ, đếm đến hôm nay { $today })

# Hồ sơ: biểu II.06 (trước hạn, đúng hạn, quá hạn tách nhau) và chỉ số QĐ 766 đứng cạnh nhau.
statistics-dossiers-received = Tiếp nhận { $received } (nộp trực tuyến { $online }); kỳ trước chuyển sang { $carried }.
statistics-dossiers-resolved = Đã giải quyết { $resolved }, trong đó:
statistics-dossiers-early = – trước hạn { $number } ({ $rate })
statistics-dossiers-on-the-day = – đúng hạn, trả đúng ngày hẹn: { $number } ({ $rate })
statistics-dossiers-late = – quá hạn { $number } ({ $rate })
statistics-dossiers-undated = – không có ngày hẹn { $number } ({ $rate })
statistics-dossiers-on-time = Trước hạn và đúng hạn: { $rate } ({ $part }/{ $base } hồ sơ đã giải quyết).
statistics-dossiers-open = Đang giải quyết { $open }: trong hạn { $in_time }, quá hạn { $late }.
statistics-dossiers-ended = Rút, dừng xử lý { $number }.
statistics-dossiers-national = Theo chỉ số QĐ 766/QĐ-TTg: { $rate } đúng hạn ({ $part }/{ $base } hồ sơ tiếp nhận và xử lý trong kỳ).

statistics-incoming = Tiếp nhận { $received }{ $classified ->
        [0] {""}
       *[other] , trong đó { $classified } văn bản mật (chỉ đếm số lượng)
    }.
statistics-incoming-digitised = Số hóa: { $rate } ({ $part }/{ $base } văn bản đến trong sổ).
statistics-incoming-deadlines = Có hạn xử lý { $with_deadline }: xong trong hạn { $in_time }, xong quá hạn { $late }, chưa xong đã quá hạn { $open_late }.
statistics-incoming-rate = Xử lý trong hạn: { $rate } ({ $part }/{ $base } văn bản có hạn đã xử lý).
statistics-outgoing = Phát hành { $issued }{ $classified ->
        [0] {""}
       *[other] , trong đó { $classified } văn bản mật (chỉ đếm số lượng)
    }.
statistics-outgoing-kinds = Quyết định { $decisions }, chỉ thị { $directives }, kế hoạch { $plans }, loại khác { $others }.
statistics-outgoing-signed = Ký số: { $rate } ({ $part }/{ $base } văn bản đi trong sổ).
statistics-meetings = Đã họp { $held }; hoãn, hủy { $called_off }.
statistics-meetings-scheduled = Có trong lịch, chưa ghi nhận đã họp: { $number }.
statistics-petitions = Tiếp nhận { $received }: khiếu nại { $complaints }, kiến nghị, phản ánh { $proposals }.
statistics-petitions-denunciations = Đơn tố cáo đồng chí đang giữ, nhận trong kỳ: { $number }.
statistics-petitions-settled = Giải quyết xong trong kỳ { $settled } (kể cả đơn nhận từ kỳ trước).
statistics-petitions-privacy = Không kể đơn tố cáo: để bảo vệ người tố cáo, trợ lý không đếm loại đơn này trong hội thoại.
statistics-receptions-standing = Tiếp thường xuyên: { $visits } lượt, { $matters } vụ việc, { $groups } đoàn đông người.
statistics-receptions-chairman = Chủ tịch tiếp định kỳ: { $sessions } kỳ, { $visits } lượt, { $matters } vụ việc, { $groups } đoàn đông người.

# Mỗi loại một dòng.
statistics-line = – { $subject }: { $told }
statistics-short-dossiers = tiếp nhận { $received }, đã giải quyết { $resolved }, đang giải quyết { $open }
statistics-short-rate = ; trước hạn và đúng hạn { $rate } ({ $part }/{ $base } đã giải quyết)
statistics-short-incoming = tiếp nhận { $received }, đã quá hạn chưa xong { $open_late }
statistics-short-outgoing = phát hành { $issued }
statistics-short-meetings = đã họp { $held }, hoãn, hủy { $called_off }
statistics-short-petitions = tiếp nhận { $received }, giải quyết xong { $settled }
statistics-short-receptions = { $visits } lượt công dân

# So sánh hai kỳ. $direction: up, down, same; $then = 0 thì không có tỷ lệ tăng giảm.
statistics-against = Kỳ so sánh: { $period }
statistics-changed =
    – { $name }: { $now }, kỳ trước { $then }; { $direction ->
        [up] tăng { $by } ({ $rate })
        [down] giảm { $by } ({ $rate })
       *[same] không đổi
    }
statistics-changed-from-none = – { $name }: { $now }; kỳ so sánh không phát sinh
statistics-changed-rate =
    – { $name }: { $now } ({ $part }/{ $base }), kỳ trước { $then } ({ $then_part }/{ $then_base }); { $direction ->
        [up] tăng { $points } điểm %
        [down] giảm { $points } điểm %
       *[same] không đổi
    }
statistics-name =
    { $key ->
        [dossiers-received] Hồ sơ tiếp nhận
        [dossiers-resolved] Hồ sơ đã giải quyết
        [dossiers-on-time] Trước hạn và đúng hạn, trên số hồ sơ đã giải quyết
        [incoming] Văn bản đến
        [incoming-in-time] Xử lý trong hạn, trên số văn bản có hạn đã xử lý
        [outgoing] Văn bản đi
        [meetings] Cuộc họp đã tổ chức
        [petitions] Đơn thư tiếp nhận
        [settled] Đơn thư giải quyết xong
       *[visits] Lượt công dân được tiếp
    }

statistics-button-before = So với kỳ trước
statistics-button-year = So với cùng kỳ
statistics-button-month = Tháng này
statistics-button-quarter = Quý này
statistics-button-this-year = Năm nay
statistics-button-reported = Kỳ báo cáo { $first }–{ $last }
