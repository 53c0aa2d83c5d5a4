# Báo cáo số liệu năm, in ra màn hình dòng lệnh: không có thẻ HTML.
report-title = BÁO CÁO SỐ LIỆU NĂM { $year }
report-office = Đơn vị: { $office }
report-period = Kỳ báo cáo: từ { $first } đến { $last }
report-counted-at = Đếm từ kho lúc { $at }
report-page = So với trang tin của { $office }, tệp { $file }

report-heading-counts = SỐ LIỆU
report-heading-shares = TỶ LỆ
report-heading-misfits = TỶ LỆ ĐÃ IN KHÔNG SUY RA TỪ SỐ ĐỨNG CẠNH
report-heading-growths = MỨC TĂNG ĐÃ IN (kho không có số liệu năm trước)
report-heading-quoted = SỐ LIỆU CHỈ TRÍCH DẪN (không thành bản ghi)
report-heading-chosen = SỐ DO CHƯƠNG TRÌNH CHỌN (trang tin không ghi)

# Tên của từng số. $key là một trong các khóa dưới đây.
report-name = { $key ->
    [meetings] cuộc họp đã tổ chức
    [meetings_called_off] cuộc họp hoãn, hủy
    [incoming] văn bản đến
    [incoming_digitised] văn bản đến được số hóa
    [incoming_with_deadline] văn bản đến có hạn xử lý
    [incoming_in_time] văn bản đến xử lý đúng hạn
    [incoming_late] văn bản đến xử lý quá hạn
    [incoming_open_late] văn bản đến đang xử lý đã quá hạn
    [incoming_handled] văn bản đến có hạn đã xử lý
    [outgoing] văn bản đi đã phát hành
    [outgoing_signed] văn bản đi có ký số
    [documents] văn bản đi và đến
    [classified] văn bản mật (chỉ đếm số lượng)
    [dossiers_received] hồ sơ tiếp nhận
    [dossiers_carried_over] hồ sơ kỳ trước chuyển sang
    [dossiers_resolved] hồ sơ đã giải quyết
    [dossiers_early] hồ sơ giải quyết trước hạn
    [dossiers_on_the_day] hồ sơ giải quyết đúng hạn
    [dossiers_late] hồ sơ giải quyết trễ hạn
    [dossiers_withdrawn_or_stopped] hồ sơ rút, dừng xử lý
    [dossiers_open] hồ sơ đang giải quyết cuối kỳ
    [dossiers_open_late] hồ sơ đang giải quyết đã quá hạn
    [dossiers_handled] hồ sơ đã và đang giải quyết
    [petitions] đơn thư tiếp nhận
    [complaints] đơn khiếu nại
    [denunciations] đơn tố cáo
    [proposals] đơn kiến nghị, phản ánh
    [desk_visits] lượt công dân tại Ban Tiếp công dân
    [chairman_sessions] kỳ tiếp công dân của Chủ tịch
   *[chairman_visits] lượt công dân Chủ tịch tiếp
}
report-rate-name = { $key ->
    [early_rate] Tỷ lệ giải quyết trước hạn
    [on_the_day_rate] Tỷ lệ giải quyết đúng hạn (trả đúng ngày hẹn)
    [late_rate] Tỷ lệ giải quyết trễ hạn
    [on_time_rate] Tỷ lệ trước hạn và đúng hạn
    [national_on_time_rate] Tỷ lệ đúng hạn, tính cả hồ sơ đang giải quyết còn trong hạn
    [digitised_rate] Tỷ lệ số hóa văn bản đến
    [in_time_rate] Tỷ lệ văn bản đến xử lý đúng hạn
   *[signed_rate] Tỷ lệ văn bản đi có ký số
}

report-count = { $number } { $name }
report-as-of = (tính đến { $at })
report-printed-agrees = khớp với “{ $words }”
report-printed-differs = KHÔNG KHỚP với “{ $words }”
report-share = { $name }: { $rate } = { $part }/{ $base } { $baseName }
report-chosen = { $number } { $name }: { $why }

report-misfit = “{ $words }”: { $part }/{ $beside } là { $there }; { $percent } đúng khi mẫu số từ { $lowest } đến { $highest }
report-shared-base = { $percents } cùng đúng khi có từ { $lowest } đến { $highest } { $baseName } (còn lại từ { $restLowest } đến { $restHighest }); kho có { $recorded }
report-growth = “{ $words }”: nếu nay là { $now } thì năm { $since } là { $lowest }
report-growth-between = “{ $words }”: nếu nay là { $now } thì năm { $since } từ { $lowest } đến { $highest }
report-quoted = “{ $words }”
report-nothing = Kho chưa có bản ghi nào trong kỳ này.
report-percent = { $rate }
