# Đếm văn bản đến. $whose: all – cả Văn phòng, unit – một đơn vị, seen – trong các văn bản người hỏi được xem.
incoming-count =
    { $one_day ->
        [true] <b>{ $first }: { $number } văn bản đến</b>{ $has_kind ->
            [true] {" "}({ $kind })
           *[false] {""}
        }{ $whose ->
            [unit] {" "}– { $unit }
            [seen] {" "}trong các văn bản đồng chí được xem
           *[all] {""}
        }.
       *[false] <b>Từ { $first } đến { $last }: { $number } văn bản đến</b>{ $has_kind ->
            [true] {" "}({ $kind })
           *[false] {""}
        }{ $whose ->
            [unit] {" "}– { $unit }
            [seen] {" "}trong các văn bản đồng chí được xem
           *[all] {""}
        }.
    }
incoming-count-state = Trong đó { $urgent } văn bản khẩn trở lên; { $open } văn bản chưa xử lý xong.
incoming-count-kinds = Theo loại: { $parts }.
incoming-count-units = Theo đơn vị: { $parts }.
incoming-count-part = { $name } { $number }
incoming-count-no-unit = chưa chuyển đơn vị
document-kind =
    { $kind ->
        [resolution] nghị quyết
        [decision] quyết định
        [directive] chỉ thị
        [regulation] quy chế
        [announcement] thông báo
        [guidance] hướng dẫn
        [programme] chương trình
        [plan] kế hoạch
        [scheme] đề án
        [report] báo cáo
        [minutes] biên bản
        [submission] tờ trình
        [official_letter] công văn
        [telegram] công điện
        [invitation] giấy mời
       *[other] loại khác
    }
