# Hạn tính ra sao. $day: thứ và ngày; $at: giờ, thứ và ngày. $provisional: còn ngày chưa có thông báo nghỉ.
deadline-by-day =
    { $provisional ->
        [true] Hạn: hết ngày làm việc { $day } (tạm tính).
       *[false] Hạn: hết ngày làm việc { $day }.
    }
deadline-by-hour =
    { $provisional ->
        [true] Hạn: { $at } (tạm tính).
       *[false] Hạn: { $at }.
    }
deadline-stopped = Thời hạn đang tạm dừng từ { $since }, nên chưa tính được hạn.
deadline-from = Nhận { $start }, thời hạn { $limit }.
deadline-from-without = Nhận { $start }, thời hạn { $limit }; không tính { $days }.
deadline-counts-as = Nhận ngoài giờ làm việc nên tính là nhận { $day }.
deadline-made-up = Có tính ngày làm bù { $days }.
deadline-fell-on = Ngày cuối của thời hạn là { $day }, ngày nghỉ, nên hạn chuyển sang ngày làm việc tiếp theo.
deadline-paused = Không tính thời gian tạm dừng từ { $since } đến { $until }.
deadline-doubt = Chưa có thông báo chính thức về ngày nghỉ { $day }.

# $unit: working_days, calendar_days, working_hours, months.
deadline-limit =
    { $unit ->
        [working_days] { NUMBER($number, minimumIntegerDigits: 2) } ngày làm việc
        [working_hours] { NUMBER($number, minimumIntegerDigits: 2) } giờ làm việc
        [months] { NUMBER($number, minimumIntegerDigits: 2) } tháng
       *[calendar_days] { NUMBER($number, minimumIntegerDigits: 2) } ngày
    }
deadline-same-day = trong ngày
deadline-same-day-until = trong ngày (nhận sau { $time } thì ngày làm việc tiếp theo)

# Những ngày không tính; $days: 30/4 và 01/5.
deadline-left-out-received = ngày nhận
deadline-left-out-holidays = nghỉ lễ { $days }
deadline-left-out-notice = nghỉ { $day } ({ $name })
deadline-left-out-notice-bare = nghỉ { $day }
deadline-left-out-saturday = thứ Bảy
deadline-left-out-sunday = Chủ nhật
deadline-and = { $before } và { $last }
deadline-days-through = từ { $first } đến { $last }

# Còn bao lâu, quá bao lâu, theo giờ làm việc.
deadline-days = { $number } ngày
deadline-hours = { $number } giờ
deadline-minutes = { $number } phút
# $working: có ngày hoặc giờ.
deadline-left =
    { $working ->
        [true] Còn { $time } làm việc
       *[false] Còn { $time }
    }
deadline-late =
    { $working ->
        [true] Quá { $time } làm việc
       *[false] Quá { $time }
    }
deadline-left-none = Đến hạn
deadline-late-none = Đã quá hạn
deadline-provisional = { $standing } (tạm tính)

# Hạn chuyển vì ngày nghỉ thay đổi. $why: deadline-moved-off, -worked, nối bằng “và”; hoặc -calendar.
deadline-moved-title = Hạn văn bản thay đổi
deadline-moved = Đồng chí { $name }: do { $why }, hạn của { $number } văn bản thay đổi.
deadline-moved-off = nghỉ { $day } ({ $called })
deadline-moved-worked = làm việc { $day } ({ $called })
deadline-moved-off-bare = nghỉ { $day }
deadline-moved-worked-bare = làm việc { $day }
deadline-moved-calendar = lịch làm việc thay đổi
deadline-moved-group = Hạn của { $number } văn bản chuyển từ { $from } sang { $to }: { $signs }.
deadline-moved-one = Hạn của văn bản { $sign } chuyển từ { $from } sang { $to }.
deadline-moved-more = và { $number } văn bản khác
