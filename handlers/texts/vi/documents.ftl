# Văn bản. Người hỏi là cán bộ: gọi “đồng chí”. Không dùng biểu tượng cảm xúc.

document-for-staff =
    Thông tin văn bản chỉ dành cho tài khoản của cán bộ Văn phòng được giao theo dõi, xử lý văn bản.
    Nếu cần biết kết quả giải quyết hồ sơ, đơn thư, mời anh/chị gửi mã trên giấy hẹn hoặc giấy biên nhận.

# Danh sách quá hạn, sắp đến hạn. $who: một trong document-who-…; $period: document-period-… hoặc trống.
document-who-mine = Đồng chí
document-who-person = Đồng chí { $name }
document-who-unit = { $name }
document-who-all = Toàn Văn phòng
document-period-day = , hạn { $day }
document-period-days = , hạn từ { $first } đến { $last }
document-overdue-heading =
    { $total ->
        [0] { $who } không có văn bản nào quá hạn{ $period }.
       *[other] <b>{ $who } có { $total } văn bản quá hạn</b>{ $period }.
    }
document-due-soon-heading =
    { $total ->
        [0] { $who } không có văn bản nào sắp đến hạn{ $period }.
       *[other] <b>{ $who } có { $total } văn bản sắp đến hạn</b>{ $period }.
    }
document-list-without-deadline = Ngoài ra có { $number } văn bản chưa đặt hạn.
document-list-narrowed =
    { $mine ->
        [true] Đồng chí chỉ xem được văn bản giao cho mình.
       *[false] Đồng chí chỉ xem được văn bản của đơn vị mình.
    }
document-list-units = Theo đơn vị: { $units }.
document-list-unit =
    { $has_unit ->
        [true] { $unit } { $number }
       *[false] chưa phân công { $number }
    }

# Một dòng trong danh sách. $urgency: normal, urgent, very_urgent, flash.
document-line =
    { $urgency ->
        [flash] { $number }. <b>{ $sign }</b> · <b>HỎA TỐC</b> · { $timing }
        [very_urgent] { $number }. <b>{ $sign }</b> · <b>THƯỢNG KHẨN</b> · { $timing }
        [urgent] { $number }. <b>{ $sign }</b> · <b>KHẨN</b> · { $timing }
       *[normal] { $number }. <b>{ $sign }</b> · { $timing }
    }
document-line-about = { $subject } ({ $issuer })
# $held_by: person (có người giữ), unit (mới giao đơn vị), nobody.
document-holder =
    { $held_by ->
        [person] Đ/c { $name }
        [unit] { $unit }
       *[nobody] Chưa phân công
    }

# Thời hạn; $days là số ngày làm việc, 0 khi chỉ cách nhau ngày nghỉ. $provisional: còn ngày chưa có thông báo nghỉ.
document-timing-none = Chưa đặt hạn
document-timing-today = Hạn hôm nay, { $due }
document-timing-late-by =
    { $provisional ->
        [true] { $standing } (hạn { $due }; tạm tính)
       *[false] { $standing } (hạn { $due })
    }
document-timing-late =
    { $provisional ->
        [true] { $days ->
            [0] Đã quá hạn { $due } (tạm tính)
           *[other] Quá { $days } ngày làm việc (hạn { $due }; tạm tính)
        }
       *[false] { $days ->
            [0] Đã quá hạn { $due }
           *[other] Quá { $days } ngày làm việc (hạn { $due })
        }
    }
document-timing-ahead =
    { $provisional ->
        [true] Còn { $days } ngày làm việc (hạn { $due }; tạm tính)
       *[false] Còn { $days } ngày làm việc (hạn { $due })
    }
# Hạn rơi vào ngày nghỉ, từ nay đến đó không còn ngày làm việc nào khác.
document-timing-day-off =
    { $provisional ->
        [true] Đến hạn vào ngày nghỉ { $due } (tạm tính)
       *[false] Đến hạn vào ngày nghỉ { $due }
    }
document-as-of = Tính đến { $time }, theo sổ đăng ký văn bản.{ AGED($time) ->
    [yes] { " " }{ as-of-aged }
   *[no] { "" }
}

document-done = Đã xong
document-done-named = Đã xong { $sign }
document-snooze = Nhắc lại sau

# Một văn bản. $has_unit: có tên phòng.
document-card-heading =
    { $urgency ->
        [flash] <b>{ $sign }</b> · <b>HỎA TỐC</b>
        [very_urgent] <b>{ $sign }</b> · <b>THƯỢNG KHẨN</b>
        [urgent] <b>{ $sign }</b> · <b>KHẨN</b>
       *[normal] <b>{ $sign }</b>
    }
document-card-subject = { $subject }
document-card-incoming = Văn bản đến số { $book }: { $issuer } ban hành { $dated }, đến { $arrived }.
document-card-instruction = Ý kiến chỉ đạo: { $instruction }
document-card-instruction-of = Ý kiến chỉ đạo của đồng chí { $name }: { $instruction }
document-card-held-since =
    { $has_unit ->
        [true] Đang xử lý: đồng chí { $name } ({ $unit }), từ { $since }.
       *[false] Đang xử lý: đồng chí { $name }, từ { $since }.
    }
document-card-held =
    { $has_unit ->
        [true] Đang xử lý: đồng chí { $name } ({ $unit }).
       *[false] Đang xử lý: đồng chí { $name }.
    }
document-card-with-unit = Đã chuyển { $unit }, chưa phân công người xử lý.
document-card-unassigned = Chưa phân công xử lý.
document-card-timing = Thời hạn: { $timing }.
document-card-done = Đã xử lý xong.
document-card-done-at = Đã xử lý xong lúc { $at }.
document-card-reply = Văn bản trả lời: { $sign }.
document-card-returned = Đã trả lại nơi gửi.
document-card-withdrawn = Đã rút khỏi sổ văn bản đến.
document-card-outgoing = Văn bản đi, ngày { $dated }.
document-card-issued = Phát hành lúc { $at }.
document-card-not-issued =
    { $late ->
        [true] Chưa phát hành, đã ký từ { $since }: <b>quá hạn phát hành</b> (chậm nhất { $last }).
       *[false] Chưa phát hành, đã ký từ { $since }; phát hành chậm nhất { $last }.
    }
document-card-signer =
    { $digitally ->
        [true] Người ký: đồng chí { $name } (ký số).
       *[false] Người ký: đồng chí { $name } (bản giấy, chưa ký số).
    }
document-card-drafted-by = Đơn vị soạn thảo: { $unit }.

# Tra văn bản. Văn bản không có và văn bản không được xem: cùng một câu.
document-status-which =
    Mời đồng chí cho biết số, ký hiệu (ví dụ “1234/UBND-KGVX”) hoặc vài chữ trong trích yếu của văn bản cần tra.
document-status-several =
    { $more ->
        [true] Có nhiều văn bản phù hợp. Dưới đây là những văn bản mới nhất; mời đồng chí chọn, hoặc nói rõ thêm ký hiệu, năm:
       *[false] Có nhiều văn bản phù hợp, mời đồng chí chọn:
    }
document-status-choice =
    { $comes_in ->
        [true] { $number }. <b>{ $sign }</b> của { $issuer }, { $dated }: { $subject }
       *[false] { $number }. <b>{ $sign }</b> (văn bản đi), { $dated }: { $subject }
    }
document-not-found = Không thấy văn bản này trong các văn bản đồng chí được xem.
document-not-found-number =
    Không thấy văn bản số <b>{ $number }</b> trong các văn bản đồng chí được xem.
    Xin kiểm tra lại số, ký hiệu và năm ban hành.
document-not-found-about =
    Không thấy văn bản nào về “{ $words }” trong các văn bản đồng chí được xem.
    Mời đồng chí gõ số, ký hiệu hoặc những chữ khác trong trích yếu.

# Bấm “Đã xong”.
document-done-subject = { $subject }
document-done-before = Văn bản <b>{ $sign }</b> đã được ghi nhận xử lý xong lúc { $at }.
document-done-returned = Văn bản <b>{ $sign }</b> đã được trả lại nơi gửi, nên không ghi nhận thêm.
document-done-others =
    { $has_holder ->
        [true] Văn bản <b>{ $sign }</b> nay do { $holder } xử lý, nên chưa ghi nhận gì. Chỉ người đang xử lý mới ghi nhận được việc đã xong.
       *[false] Văn bản <b>{ $sign }</b> nay chưa phân công người xử lý, nên chưa ghi nhận gì.
    }
document-done-not-held = Văn bản <b>{ $sign }</b> nay không do đồng chí xử lý, nên chưa ghi nhận gì.
document-done-new-deadline =
    Thời hạn của văn bản <b>{ $sign }</b> đã thay đổi nên chưa ghi nhận gì. { $timing }.
    Nếu văn bản đã xử lý xong, mời đồng chí bấm lại.
