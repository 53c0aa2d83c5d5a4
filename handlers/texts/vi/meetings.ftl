# Lịch họp. $state: planned, changed, postponed, cancelled, held. Không dùng biểu tượng cảm xúc.

# $whose: mine (của người hỏi), person và unit (của $name), all (cả cơ quan). $when: “sáng thứ Ba 24/11/2026”.
meeting-schedule-heading =
    { $total ->
        [0] { $whose ->
            [mine] Đồng chí không có cuộc họp nào trong lịch { $when }.
            [person] Không thấy cuộc họp nào của { $name } trong lịch { $when }.
            [unit] Không thấy cuộc họp nào của { $name } trong lịch { $when }.
           *[all] Không có cuộc họp nào trong lịch { $when }.
        }
       *[other] { $whose ->
            [mine] <b>Lịch họp của đồng chí, { $when }</b>: { $total } cuộc họp.
            [person] <b>Lịch họp của { $name }, { $when }</b>: { $total } cuộc họp.
            [unit] <b>Lịch họp của { $name }, { $when }</b>: { $total } cuộc họp.
           *[all] <b>Lịch họp { $when }</b>: { $total } cuộc họp.
        }
    }
meeting-schedule-nothing-left =
    { $some ->
        [true] Hôm nay, { $day }, không còn cuộc họp nào.
       *[false] Hôm nay, { $day }, không có cuộc họp nào.
    }
meeting-schedule-whose =
    Tài khoản này chưa liên kết với cán bộ nào của Văn phòng, nên trợ lý chưa biết lịch của anh/chị.
    Mời anh/chị gửi mã liên kết do Văn phòng cấp, hoặc hỏi lịch họp công khai, ví dụ “lịch họp tuần này”.

meeting-when-day = { $day }
meeting-when-days = từ { $first } đến { $last }
meeting-when-minute = lúc { $time } { $day }
meeting-when-hour = lúc { $hour } giờ { $day }
meeting-when-hours = { $since } đến { $until } { $day }
meeting-when-morning = sáng { $day }
meeting-when-afternoon = chiều { $day }
meeting-when-evening = tối { $day }

meeting-day = <b>{ $day }</b>
# $says_so: tên ngày đã có chữ “nghỉ”.
meeting-day-off =
    { $says_so ->
        [true] Lưu ý: { $day }, { $name }.
       *[false] Lưu ý: { $day } nghỉ { $name }.
    }
meeting-day-weekend = Lưu ý: { $day } là ngày nghỉ cuối tuần.
meeting-day-swapped = Lưu ý: { $day } là ngày làm việc ({ $name }).
meeting-day-uncertain = Lưu ý: { $day } có thể được hoán đổi ngày nghỉ, chưa có thông báo chính thức.

meeting-part-morning = Sáng
meeting-part-afternoon = Chiều
meeting-part-evening = Tối
meeting-part-all-day = Cả ngày

meeting-line =
    { $state ->
        [changed] { $number }. <b>{ $time }</b> · { $subject } (điều chỉnh)
        [postponed] { $number }. <b>{ $time }</b> · { $subject } (<b>HOÃN</b>)
        [cancelled] { $number }. <b>{ $time }</b> · { $subject } (<b>HỦY</b>)
       *[other] { $number }. <b>{ $time }</b> · { $subject }
    }
meeting-reference-time =
    { $state ->
        [postponed] { $time } (hoãn)
        [cancelled] { $time } (hủy)
       *[other] { $time }
    }
meeting-line-place = { $place }
meeting-line-chair = Chủ trì: { $chair }
meeting-as-of = Tính đến { $time }, theo lịch đã công bố.{ AGED($time) ->
    [yes] { " " }{ as-of-aged }
   *[no] { "" }
}

# Một cuộc họp. Người ngoài Văn phòng chỉ thấy phần lịch công khai.
meeting-card-heading = <b>{ $subject }</b>
meeting-card-state =
    { $state ->
        [changed] Lịch này <b>đã điều chỉnh</b>.
        [postponed] Cuộc họp này <b>HOÃN</b>.
        [cancelled] Cuộc họp này <b>HỦY</b>.
       *[held] Cuộc họp đã diễn ra.
    }
meeting-card-time = Thời gian: { $time }, { $day }
meeting-card-place = Địa điểm: { $place }
meeting-card-online = Điểm cầu: { $value }
meeting-card-prepared-by = Đơn vị chuẩn bị: { $value }
meeting-card-invitation = Giấy mời: { $value }
meeting-card-attendee =
    { $titled ->
        [true] { $name } ({ $title })
       *[false] { $name }
    }
meeting-card-participants =
    { $others ->
        [0] Thành phần: { $names }
       *[other] Thành phần: { $names } và { $others } người khác
    }
meeting-card-paper =
    { $pages ->
        [0] { $name }
       *[other] { $name } ({ $pages } trang)
    }
meeting-card-papers = Tài liệu: { $names }
meeting-card-note = Ghi chú: { $value }
meeting-detail-that-day = Lịch họp cả ngày
meeting-detail-several =
    { $more ->
        [true] Có nhiều cuộc họp phù hợp. Mời chọn trong các cuộc đầu tiên dưới đây, hoặc nói rõ thêm ngày giờ, nội dung:
       *[false] Có nhiều cuộc họp phù hợp, mời chọn:
    }
# Cuộc họp không có và cuộc họp không được biết: cùng một câu.
meeting-not-found = Không thấy cuộc họp này trong lịch anh/chị được xem.
meeting-not-found-about =
    { $has_words ->
        [true] Không thấy cuộc họp nào có nội dung như vậy trong lịch anh/chị được xem. Xin kiểm tra lại ngày giờ hoặc tên cuộc họp.
       *[false] Không thấy cuộc họp nào vào lúc đó trong lịch anh/chị được xem. Xin kiểm tra lại ngày giờ.
    }
