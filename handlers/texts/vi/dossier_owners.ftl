# Tra hồ sơ bằng mã: câu chung khi không mở được, bốn số cuối của chủ hồ sơ, giới hạn số lần tra,
# mã của hệ thống khác. Câu “dossier-not-shown” dùng chung cho mọi lý do: không sửa riêng cho lý do nào.

dossier-not-shown =
    Trợ lý chưa mở được hồ sơ nào với mã <b>{ $code }</b> và những gì Anh/Chị đã gửi.
    Xin đối chiếu mã trên giấy hẹn; hồ sơ vừa nộp có thể cần ít phút mới tra được. Nếu là hồ sơ của mình, mời Anh/Chị gửi mã kèm bốn số cuối của số điện thoại hoặc số định danh đã đăng ký; bốn số là đủ.
    { $has_phone ->
        [true] Cần người giúp, mời gọi { $phone } trong giờ làm việc.
       *[false] Cần người giúp, mời hỏi nơi đã nhận hồ sơ trong giờ làm việc.
    }
dossier-limit-day =
    Hôm nay tài khoản này đã tra { $limit } mã hồ sơ khác nhau, là số mã tra được trong một ngày. Những mã đã tra vẫn xem lại được.
    { $has_phone ->
        [true] Mã khác mời Anh/Chị tra từ ngày mai, hoặc gọi { $phone } trong giờ làm việc.
       *[false] Mã khác mời Anh/Chị tra từ ngày mai, hoặc hỏi nơi đã nhận hồ sơ trong giờ làm việc.
    }
dossier-limit-network =
    Trong một giờ qua đã có nhiều mã hồ sơ được tra từ mạng mà Anh/Chị đang dùng. Những mã đã tra vẫn xem lại được.
    { $has_phone ->
        [true] Mã khác mời Anh/Chị tra sau một giờ nữa, hoặc gọi { $phone } trong giờ làm việc.
       *[false] Mã khác mời Anh/Chị tra sau một giờ nữa, hoặc hỏi nơi đã nhận hồ sơ trong giờ làm việc.
    }

dossier-owner-hint = Chủ hồ sơ xem được thêm: mời bấm nút dưới đây, hoặc gửi mã kèm bốn số cuối của số điện thoại đã đăng ký.
dossier-owner-button = Xem chi tiết (chủ hồ sơ)
dossier-owner-ask =
    Mời Anh/Chị gõ <b>bốn số cuối</b> của số điện thoại hoặc số định danh đã đăng ký khi nộp hồ sơ <b>{ $code }</b>.
    Bốn số là đủ, xin đừng gửi cả số.{ $is_demo ->
        [true] {" "}Trong bản trình diễn, bốn số cuối của mọi hồ sơ là { $demo }.
       *[false] {""}
    }
dossier-owner-ask-again =
    Trợ lý đang chờ <b>bốn số cuối</b> của số điện thoại hoặc số định danh đã đăng ký với hồ sơ <b>{ $code }</b>, ví dụ “1234”.
    Nếu không xem nữa, mời bấm hoặc gõ “Thôi”.
dossier-owner-leave = Thôi
dossier-owner-left = Vâng, trợ lý dừng ở đây. Khi cần, mời Anh/Chị gửi mã hồ sơ bất cứ lúc nào.
dossier-owner-opened = Từ nay trong tài khoản này Anh/Chị chỉ cần gửi mã là xem được hồ sơ này; trợ lý không giữ lại số đã gửi.
dossier-owner-four-are-enough = Lần sau chỉ cần bốn số cuối, Anh/Chị không phải gửi cả số.
dossier-owner-not-your-contact = Liên hệ này không phải của chính Anh/Chị nên trợ lý không dùng và không giữ lại. Mời gõ bốn số cuối của số đã đăng ký.
dossier-owner-code-too =
    Mời Anh/Chị gửi mã hồ sơ cùng bốn số cuối của số đã đăng ký, ví dụ <b>000.00.12.H37-261116-0045 1234</b>.
    Trợ lý không giữ lại số vừa gửi.

dossier-elsewhere-ministry =
    Mã <b>{ $code }</b> thuộc hệ thống của { $agency } (đầu mã { $prefix }), nên ở đây không tra được.
    Mời Anh/Chị tra trên Cổng Dịch vụ công quốc gia dichvucong.gov.vn, mục tra cứu hồ sơ, hoặc hỏi nơi đã nhận hồ sơ.
dossier-elsewhere-province =
    Mã <b>{ $code }</b> là mã của { $agency } (đầu mã { $prefix }), nên ở đây không tra được.
    Mời Anh/Chị tra trên Cổng Dịch vụ công quốc gia dichvucong.gov.vn, mục tra cứu hồ sơ, hoặc hỏi Trung tâm Phục vụ hành chính công của { $agency }.
dossier-elsewhere-closed =
    Mã <b>{ $code }</b> là mã của { $agency } cũ (đầu mã { $prefix }), nay thuộc { $now }, nên ở đây không tra được.
    Mời Anh/Chị tra trên Cổng Dịch vụ công quốc gia dichvucong.gov.vn, mục tra cứu hồ sơ, hoặc hỏi Trung tâm Phục vụ hành chính công của { $now }.
dossier-elsewhere =
    Mã <b>{ $code }</b> có đầu mã { $prefix }, không phải mã của cơ quan này, nên ở đây không tra được.
    Xin đối chiếu mã trên giấy hẹn. Nếu mã đúng, mời Anh/Chị tra trên Cổng Dịch vụ công quốc gia dichvucong.gov.vn, mục tra cứu hồ sơ.

dossier-owner-page-button = Xem chi tiết trên trang của Văn phòng
dossier-owner-page-hint = Phần dành cho chủ hồ sơ chỉ xem trên trang web của Văn phòng, để không lưu lại ở ứng dụng nhắn tin: mời bấm nút dưới đây, rồi nhập bốn số cuối ở đó.
