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
        [true] { $days ->
            [0] Hạn { $due } (tạm tính)
           *[other] Còn { $days } ngày làm việc (hạn { $due }; tạm tính)
        }
       *[false] { $days ->
            [0] Hạn { $due }
           *[other] Còn { $days } ngày làm việc (hạn { $due })
        }
    }
document-as-of = Tính đến { $time }, theo sổ đăng ký văn bản.

document-done = Đã xong
document-done-named = Đã xong { $sign }
document-snooze = Nhắc lại sau
