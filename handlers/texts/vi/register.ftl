# Văn thư vào sổ, sửa, rút, đánh dấu xong; giao văn bản. Người đọc là cán bộ.

document-register-for-clerks =
    Vào sổ, sửa sổ và rút sổ là việc của văn thư.
    Cần vào sổ một văn bản, mời đồng chí chuyển cho văn thư.
document-register-in-person = Sổ văn bản đến do chính văn thư ghi. Mời đồng chí thôi “thay mặt” rồi gõ lại.
document-register-ask-number-sign =
    Mời đồng chí gõ số, ký hiệu, hoặc cả dòng.
    Ví dụ: “2311/UBND-KTN ngày 24/11 của UBND tỉnh X về kiểm tra phòng cháy, khẩn, chuyển phòng Nội chính”.
document-register-no-sign = Số { $number } chưa có ký hiệu. Mời đồng chí gõ ký hiệu, ví dụ “UBND-KTN”.
document-register-ask-dated = Văn bản đề ngày nào?
document-register-ask-issuer = Cơ quan nào ban hành?
document-register-ask-subject = Trích yếu là gì?
document-register-ask-due-by = Hạn do lãnh đạo nào giao? Mời gõ tên hoặc chức vụ. Hạn xử lý chỉ ghi khi lãnh đạo đã giao.
document-register-which-leader = Tên này không chỉ rõ một lãnh đạo. Mời gõ họ tên hoặc chức vụ của lãnh đạo đã giao hạn, hoặc bỏ hạn.
document-register-no-due = Bỏ hạn

document-register-number =
    { $is_next ->
        [true] <b>Số đến { $number }</b> (số tiếp theo) · đến { $arrived }
       *[false] <b>Số đến { $number }</b> · đến { $arrived }
    }
document-register-document = { $sign }, { $dated }, { $issuer }
document-register-subject = Trích yếu: { $subject }
document-register-urgency =
    { $urgency ->
        [flash] Độ khẩn: HỎA TỐC
        [very_urgent] Độ khẩn: THƯỢNG KHẨN
        [urgent] Độ khẩn: KHẨN
       *[normal] Độ khẩn: thường
    }
document-register-unit = Chuyển: { $unit }
document-register-due-by = Hạn do đồng chí { $name } giao.
document-register-sure = Ghi sổ như trên? Gõ “ừ” để ghi, “sửa trích yếu …” để sửa, “thôi” để bỏ.
document-register-write = Ghi sổ
document-register-edit = Sửa
document-register-brief = Số đến { $number }: { $sign }. Ghi sổ?
document-register-note-edit = Mời đồng chí gõ chỗ cần sửa, ví dụ “trích yếu kiểm tra phòng cháy”, “ngày 23/11”, “số đến 1505”, “khẩn”.
document-register-note-waits = Dòng trước chưa ghi sổ. Mời đồng chí gõ “ghi” hoặc “thôi” cho dòng dưới đây, rồi gõ lại dòng mới.
document-register-note-number = Số đến vừa được dùng cho văn bản khác; số tiếp theo là { $number }.
document-register-written =
    { $has_unit ->
        [true] Đã ghi <b>số đến { $number }</b>: { $sign }, chuyển { $unit }.
       *[false] Đã ghi <b>số đến { $number }</b>: { $sign }.
    }

# Điều chưa khớp, hỏi trước khi ghi. Gõ “ừ” là làm theo điều đề nghị.
document-doubt-taken = Số đến { $number } đã dùng cho { $sign } ({ $issuer }). Lấy số tiếp theo { $next }?
document-doubt-taken-yes = Lấy số { $next }
document-doubt-gap = Số tiếp theo là { $next }; ghi số { $number } sẽ bỏ trống các số ở giữa. Lấy số { $next }?
document-doubt-gap-yes = Lấy số { $next }
document-doubt-duplicate =
    Văn bản này dường như đã có trong sổ: <b>số đến { $number }</b>, { $sign }, { $issuer }, đến { $arrived_day }.
    Trích yếu: { $subject }
    Vẫn ghi thêm một số nữa?
document-doubt-issuer = Ký hiệu { $sign } không phải của { $issuer }. Vẫn ghi như vậy? Nếu nhầm, mời gõ lại, ví dụ “của UBND tỉnh”.
document-doubt-future = Văn bản đề { $day }, sau hôm nay. Vẫn ghi như vậy? Nếu nhầm, mời gõ lại, ví dụ “ngày 23/11”.
document-doubt-after-arrival = Văn bản đề { $day }, sau ngày đến { $arrived_day }. Vẫn ghi như vậy? Nếu nhầm, mời gõ lại ngày.
document-doubt-arrives-later = Ngày đến { $day } sau hôm nay. Vẫn ghi như vậy? Nếu nhầm, mời gõ lại, ví dụ “ngày đến 23/11”.
document-doubt-due-off = Hạn { $day } là ngày nghỉ. Lấy ngày làm việc liền trước, { $before_day }?
document-doubt-due-off-yes = Hạn { $before_day }
document-doubt-due-past = Hạn { $day } đã qua. Vẫn ghi như vậy? Nếu nhầm, mời gõ lại, ví dụ “hạn 30/11”.
document-doubt-keep = Đúng như vậy
document-doubt-as-it-is = Giữ nguyên
document-doubt-brief = Có điều chưa khớp cần hỏi lại trước khi ghi.

# Việc với một văn bản đã có trong sổ.
document-work-which = Văn bản nào? Mời đồng chí gõ số đến hoặc số, ký hiệu.
document-work-entry = <b>Số đến { $number }</b>: { $sign }, { $issuer }
document-work-brief = Số đến { $number }: { $sign }
document-work-changed = Văn bản này vừa có thay đổi, nên chưa ghi gì. Mời đồng chí xem lại rồi gõ lại.
document-work-yes = Đúng
document-work-reason = Vì sao? Mời đồng chí gõ lý do trong vài chữ, để ghi vào sổ.

document-correct-what = Sửa chỗ nào? Ví dụ “trích yếu …”, “ngày văn bản 22/11”, “ký hiệu 45/BC-STC”, “của Sở Tài chính”, “khẩn”.
document-correct-from-to =
    { $field ->
        [subject] Trích yếu: { $before } → <b>{ $after }</b>
        [issuer] Cơ quan ban hành: { $before } → <b>{ $after }</b>
        [number_sign] Số, ký hiệu: { $before } → <b>{ $after }</b>
        [dated] Ngày văn bản: { $before } → <b>{ $after }</b>
        [arrived_on] Ngày đến: { $before } → <b>{ $after }</b>
       *[urgency] Độ khẩn: { $before } → <b>{ $after }</b>
    }
document-urgency =
    { $urgency ->
        [flash] hỏa tốc
        [very_urgent] thượng khẩn
        [urgent] khẩn
       *[normal] thường
    }
document-correct-reason = Lý do: { $reason }
document-correct-sure = Sửa sổ như trên? Gõ “ừ” để ghi, “thôi” để bỏ.
document-correct-done = Đã sửa <b>số đến { $number }</b>.
document-withdraw-sure = Rút văn bản này khỏi sổ? Số đến { $number } vẫn coi là đã dùng. Gõ “ừ” để rút, “thôi” để bỏ.
document-withdraw-done = Đã rút <b>số đến { $number }</b> khỏi sổ; số này không dùng lại.
document-withdrawn-already = Số đến { $number } đã rút khỏi sổ.
document-close-reply = Văn bản này phải có văn bản trả lời. Mời đồng chí gõ số, ký hiệu văn bản trả lời.
document-close-sure =
    { $has_reply ->
        [true] Đánh dấu đã xong, văn bản trả lời { $reply }? Gõ “ừ” để ghi, “thôi” để bỏ.
       *[false] Đánh dấu đã xong? Gõ “ừ” để ghi, “thôi” để bỏ.
    }
document-close-done = Đã ghi <b>số đến { $number }</b> xử lý xong.
document-close-not-open = Số đến { $number } không còn đang xử lý, nên không ghi thêm.
document-close-for-clerks =
    Văn thư mới đánh dấu xong trong sổ.
    Văn bản đồng chí đang giữ, mời mở văn bản rồi bấm “Đã xong”.

document-assign-for = Giao văn bản là việc của Chánh, Phó Chánh Văn phòng, trưởng phòng (trong phòng mình) và văn thư theo ý kiến lãnh đạo.
document-assign-not-yours = Văn bản này không thuộc quyền giao của đồng chí, hoặc đã xử lý xong.
document-assign-whom = Giao cho ai? Mời đồng chí gõ tên phòng hoặc tên người.
document-assign-whom-in-unit = Giao cho ai trong phòng? Mời đồng chí gõ tên người.
document-assign-which-person = Có nhiều người cùng tên. Giao cho ai?
document-assign-to-person = Giao: <b>đồng chí { $name }</b>, { $unit }
document-assign-to-unit = Giao: <b>{ $unit }</b>
document-assign-instruction = Ý kiến: “{ $instruction }”
document-assign-said-by = Theo ý kiến đồng chí { $name }.
document-assign-sure = Giao như trên? Gõ “ừ” để giao, “thôi” để bỏ.
document-assign-yes = Giao
document-doubt-due-later = Lãnh đạo đã đặt hạn { $day }; trong phòng chỉ đặt được hạn sớm hơn. Giữ hạn { $day }?
document-doubt-due-later-yes = Giữ hạn cũ
document-assign-done-person = Đã giao <b>{ $sign }</b> cho đồng chí { $name }, { $unit }.
document-assign-done-unit = Đã giao <b>{ $sign }</b> cho { $unit }.

# Số văn bản theo tháng, chỉ người được giao.
document-classified-which = Mời đồng chí gõ tháng, số lượng, mức và chiều, ví dụ “tháng 11 có 3 văn bản mật đến”. Chỉ số lượng, không gõ gì khác.
document-classified-sure =
    { $direction ->
        [incoming] Tháng { $month }: { $number } văn bản đến mức { $level }.
       *[outgoing] Tháng { $month }: { $number } văn bản đi mức { $level }.
    }
document-classified-before = Trước đây đã ghi { $number }.
document-classified-write = Ghi số này? Gõ “ừ” để ghi, “thôi” để bỏ.
document-classified-done = Đã ghi số của tháng { $month }.
document-classified-level =
    { $level ->
        [tuyet_mat] Tuyệt mật
        [toi_mat] Tối mật
       *[mat] Mật
    }

# Văn thư gửi ảnh, tệp của một văn bản.
document-scan =
    Trợ lý không đọc và không lưu ảnh, tệp của văn bản; tệp vừa gửi không được giữ lại.
    Máy không tự biết văn bản có dấu mật hay không. Nếu có dấu Mật, Tối mật hoặc Tuyệt mật, xin xóa tệp khỏi cuộc trò chuyện này và vào sổ riêng trên giấy.
    Nếu không, mời đồng chí bấm “Không có dấu mật” rồi gõ một dòng để vào sổ.
document-scan-no-stamp = Không có dấu mật

# Nút trong trợ giúp.
help-ask-register = Vào sổ văn bản đến
