# Việc với văn bản: đã nhận, đã xong, xin gia hạn, chuyển lại, quyết, hoàn tác.
act-button-acknowledge = Đã nhận
act-button-extend = Xin gia hạn
act-button-hand-back = Chuyển lại
act-undo = Hoàn tác
act-which = Văn bản nào ạ? Mời đồng chí gõ số, ký hiệu (ví dụ “1234/UBND-KGVX”) hoặc số thứ tự trong danh sách vừa gửi.
act-several = Có nhiều văn bản mang số { $sign }. Mời đồng chí gõ đủ số và ký hiệu.
act-no-list = Hôm nay trợ lý chưa gửi danh sách nào, nên chưa rõ số thứ tự này là văn bản nào. Mời đồng chí gõ số, ký hiệu.
act-no-such-line = Danh sách gần nhất không có số { $number } (số cuối là { $last }). Chưa ghi nhận gì; mời đồng chí gõ lại.
act-no-document = Số { $number } trong danh sách không phải là văn bản, nên chưa ghi nhận gì. Mời đồng chí báo riêng văn bản, riêng hồ sơ; đơn thư được cập nhật trên phần mềm của đơn thư.
act-acknowledged = Đã ghi nhận đồng chí đã nhận văn bản <b>{ $sign }</b>.
act-acknowledged-before = Văn bản <b>{ $sign }</b> đã được ghi nhận là đã nhận lúc { $at }.
act-done =
    { $answered ->
        [false] Đã ghi nhận văn bản <b>{ $sign }</b> xử lý xong lúc { $at }.
       *[true] Đã ghi nhận văn bản <b>{ $sign }</b> xử lý xong lúc { $at }, trả lời bằng <b>{ $reply }</b>.
    }
act-done-reply-number = Văn bản này cần có văn bản trả lời. Mời đồng chí gõ số, ký hiệu văn bản trả lời, ví dụ “3100/UBND-NC”.
act-done-wants-reply =
    { $number ->
        [1] Còn 1 văn bản cần số văn bản trả lời nên chưa ghi nhận; mời đồng chí báo xong riêng văn bản đó.
       *[other] Còn { $number } văn bản cần số văn bản trả lời nên chưa ghi nhận; mời đồng chí báo xong từng văn bản đó.
    }
act-extension-until = Đồng chí xin gia hạn đến ngày nào? Ví dụ “thứ 6”, “30/11”.
act-extension-past = Ngày đó đã qua. Mời đồng chí chọn một ngày sau hôm nay.
act-extension-day-off = Ngày đó là ngày nghỉ. Mời đồng chí chọn một ngày làm việc.
act-extension-not-later = Ngày đó không muộn hơn hạn đang có. Mời đồng chí chọn ngày muộn hơn.
act-extension-reason = Gia hạn đến { $until }. Mời đồng chí cho biết lý do.
act-extension-nobody = Chưa gửi đề nghị nào: trợ lý chưa biết ai quyết định việc gia hạn văn bản này. Xin đồng chí báo trực tiếp lãnh đạo.
act-extension-asked = Đã gửi đồng chí { $decider } đề nghị gia hạn văn bản <b>{ $sign }</b> đến { $until }. Lý do: { $reason }. Hạn cũ giữ nguyên cho đến khi có ý kiến.
act-extension-asked-plain = Đã gửi đề nghị gia hạn văn bản { $sign } đến { $until }.
act-hand-back-to = Chuyển văn bản cho ai? Mời đồng chí gõ tên người trong phòng, hoặc bấm nút để trả trưởng phòng phân công lại.
act-hand-back-head = Trả trưởng phòng
act-hand-back-elsewhere = Người này không cùng phòng với đồng chí. Mời đồng chí gõ tên người trong phòng, hoặc trả trưởng phòng.
act-hand-back-oneself = Văn bản đang do chính đồng chí xử lý. Mời đồng chí gõ tên người khác trong phòng.
act-hand-back-reason = Mời đồng chí cho biết lý do chuyển lại.
act-handed-back =
    { $to_head ->
        [true] Đã trả văn bản <b>{ $sign }</b> về trưởng phòng. Lý do: { $reason }.
       *[false] Đã chuyển văn bản <b>{ $sign }</b> cho đồng chí { $name }. Lý do: { $reason }.
    }
act-handed-back-plain = Đã chuyển lại văn bản { $sign }.
act-undone =
    { $act ->
        [done] Đã hoàn tác: văn bản <b>{ $sign }</b> lại ở trạng thái chưa xong.
        [acknowledged] Đã hoàn tác: văn bản <b>{ $sign }</b> chưa ghi nhận là đã nhận.
        [returned] Đã hoàn tác: văn bản <b>{ $sign }</b> lại do đồng chí xử lý.
        [extended] Đã hoàn tác: việc gia hạn văn bản <b>{ $sign }</b> lại chờ quyết.
       *[other] Đã hoàn tác: văn bản <b>{ $sign }</b> trở lại như trước.
    }
act-nothing-to-undo = Không có gì để hoàn tác: việc đã quá 10 phút, đã hoàn tác rồi, hoặc văn bản đã thay đổi sau đó.
act-nothing-waits = Không có đề nghị gia hạn nào chờ đồng chí quyết.
act-waiting =
    { $number ->
        [1] <b>Có 1 đề nghị gia hạn chờ đồng chí quyết:</b>
       *[other] <b>Có { $number } đề nghị gia hạn chờ đồng chí quyết:</b>
    }
act-waiting-line =
    { $has_due ->
        [true] { $number }. <b>{ $sign }</b> · { $asker } xin đến { $until } (hạn hiện nay { $due })
       *[false] { $number }. <b>{ $sign }</b> · { $asker } xin đến { $until }
    }
    { $subject }. Lý do: { $reason }
act-waiting-how = Mời đồng chí bấm nút, hoặc gõ “đồng ý 1” hay “không đồng ý 1”.
act-grant = Đồng ý
act-refuse = Không đồng ý
act-decide-which = Mời đồng chí gõ “chờ tôi quyết” để xem danh sách, rồi trả lời theo số.
act-wish-not-found = Không thấy đề nghị gia hạn này trong các việc chờ đồng chí quyết.
act-decided =
    { $granted ->
        [true] Đã đồng ý: văn bản <b>{ $sign }</b> của { $asker } có hạn mới { $until }.
       *[false] Đã trả lời không đồng ý gia hạn văn bản <b>{ $sign }</b> của { $asker }; hạn cũ giữ nguyên.
    }
act-decided-plain =
    { $granted ->
        [true] Đã đồng ý gia hạn văn bản { $sign }.
       *[false] Đã trả lời không đồng ý gia hạn văn bản { $sign }.
    }
act-decided-before =
    { $state ->
        [granted] Đề nghị gia hạn văn bản <b>{ $sign }</b> đã được đồng ý trước đó.
        [refused] Đề nghị gia hạn văn bản <b>{ $sign }</b> đã được trả lời không đồng ý trước đó.
       *[other] Đề nghị gia hạn văn bản <b>{ $sign }</b> không còn: văn bản đã xong, đã có hạn khác hoặc đã có đề nghị mới.
    }
document-withdrawn = Văn bản <b>{ $sign }</b> đã được rút khỏi sổ, nên không ghi nhận thêm.

# Tin báo cho người cần biết.
news-extension = Đồng chí { $asker } xin gia hạn văn bản <b>{ $sign }</b> đến { $until }.
news-extension-due = Hạn hiện nay: { $due }.
news-extension-reason = Lý do: { $reason }
news-decided =
    { $granted ->
        [true] Đồng chí { $by } đã đồng ý gia hạn văn bản <b>{ $sign }</b>: hạn mới { $until }.
       *[false] Đồng chí { $by } không đồng ý gia hạn văn bản <b>{ $sign }</b>; hạn cũ giữ nguyên.
    }
news-done = Đồng chí { $by } báo đã xử lý xong văn bản <b>{ $sign }</b> lúc { $at }.
news-returned = Đồng chí { $by } đã chuyển lại văn bản <b>{ $sign }</b>. Lý do: { $reason }
news-other = Đồng chí { $by } đã cập nhật văn bản <b>{ $sign }</b>.
news-undone = Đồng chí { $by } đã hoàn tác việc vừa báo về văn bản <b>{ $sign }</b>; văn bản trở lại như trước.
news-see = Xem văn bản
