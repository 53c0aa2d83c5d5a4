# Mức được nói trên từng kênh: tin nhắn ra ngoài mạng của cơ quan chỉ nêu số, ký hiệu và ngày.

limits-title = <b>{ $title }</b>
limits-brief = Trên kênh này trợ lý chỉ nêu số, ký hiệu và ngày. Nội dung có trên trang của Văn phòng.
limits-nothing = Không có mục nào.
limits-none = Nội dung này không nói trên kênh này. Mời xem trên trang của Văn phòng.
limits-conversation =
    Có công dân cần gặp cán bộ, hoặc có tin mới trong cuộc trao đổi: mời đồng chí trả lời trên trang của Văn phòng.
    Chưa đăng nhập ở đó, xin gõ tại đây “mã cho trang web của tôi”.
limits-item = Nhắc lại việc
limits-button = Mở trang của Văn phòng

# $meaning: due (còn hạn), today, late, dated (ngày văn bản), received (ngày nhận), done, held (ngày họp).
reference =
    { $has_day ->
        [true] { $meaning ->
            [today] { $number }: đến hạn hôm nay
            [late] { $number }: quá hạn từ { $day }
            [due] { $number }: hạn { $day }
            [received] { $number }: nhận { $day }
            [done] { $number }: đã ghi nhận xong { $day }
            [held] { $number }, { $day }
           *[dated] { $number }, ngày văn bản { $day }
        }
       *[false] { $number }
    }
reference-in-list = { $place }. { $told }
reference-meeting = Họp { $time }
# Câu hỏi điền sẵn trên trang của Văn phòng.
reference-question =
    { $noun ->
        [documents] văn bản { $number }
        [dossiers] hồ sơ { $number }
       *[petitions] đơn { $number }
    }
reference-question-meetings = lịch họp { $day }
limits-given = Văn bản mới giao
