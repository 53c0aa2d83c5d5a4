# Chuyển cuộc trò chuyện cho cán bộ. Công dân được gọi “Anh/Chị”; cán bộ được gọi “đồng chí”.
handover-which-unit = Anh/Chị muốn trao đổi với cán bộ của bộ phận nào?
handover-none = Hiện chưa có cán bộ trực trả lời qua trò chuyện.
handover-called =
    Trợ lý đã báo cán bộ trực của { $unit }. Từ giờ điều Anh/Chị gõ sẽ được giữ lại và chuyển cho cán bộ;
    câu nào trợ lý trả lời được thì vẫn trả lời ngay trong lúc chờ.
handover-closed =
    Bây giờ ngoài giờ làm việc. { $unit } sẽ được báo lúc { $opens }.
    Anh/Chị cứ gõ nội dung cần trao đổi: trợ lý giữ lại để cán bộ đọc khi vào giờ.
handover-nobody-linked =
    Cán bộ trực của { $unit } chưa mở tài khoản trò chuyện. Trợ lý vẫn giữ yêu cầu và nội dung Anh/Chị gõ.
handover-telephone = Cần gấp, xin gọi { $number }.
handover-how-to-end = Gõ “thôi” để trở lại với trợ lý tự động.
handover-already = { $state ->
    [taken] Cán bộ { $unit } đang trao đổi với Anh/Chị; mời Anh/Chị gõ tiếp, hoặc gõ “thôi” để kết thúc.
   *[waiting] Yêu cầu gặp cán bộ { $unit } của Anh/Chị vẫn đang chờ. Anh/Chị có thể gõ thêm nội dung, hoặc gõ “thôi” để hủy.
}
handover-kept = Đã giữ lại cho cán bộ. Anh/Chị có thể gõ thêm, hoặc gõ “thôi” để hủy.
handover-still-waiting = { $unit } chưa kịp trả lời; cán bộ đã được nhắc lại. Nội dung của Anh/Chị vẫn được giữ.
handover-taken =
    { $title } { $officer }, { $unit }, đã nhận trao đổi. Từ đây người trả lời là cán bộ, không phải máy.
    Gõ “thôi” để trở lại với trợ lý tự động.
handover-from-officer =
    <b>Cán bộ { $officer }, { $unit }:</b>
    { $words }
handover-only-words = Trong cuộc trao đổi này trợ lý chỉ chuyển được chữ. Mời gõ nội dung cần nói.
handover-ended = Cuộc trao đổi đã kết thúc. Từ đây trợ lý tự động trả lời.
handover-ended-by-officer = Cán bộ đã kết thúc cuộc trao đổi. Từ đây trợ lý tự động trả lời; cần nữa, mời Anh/Chị gõ “gặp cán bộ”.
handover-ended-by-citizen = Công dân đã kết thúc trao đổi số { $number }. Từ đây trợ lý tự động trả lời đồng chí.
handover-ended-silence = Trao đổi số { $number } đã kết thúc vì lâu không có tin mới. Từ đây trợ lý tự động trả lời; cần nữa, mời gõ “gặp cán bộ”.
handover-over = Cuộc trao đổi này đã kết thúc hoặc đã có người khác nhận.

handover-call =
    <b>Có công dân cần gặp cán bộ { $unit }</b> (trao đổi số { $number }).
    Bấm nút dưới đây để nhận: từ lúc đó điều đồng chí gõ sẽ được gửi tới công dân dưới tên đồng chí.
handover-waiting =
    { $count } công dân đang chờ gặp cán bộ { $unit }.
    Bấm nút dưới đây để nhận: từ lúc đó điều đồng chí gõ sẽ được gửi tới công dân dưới tên đồng chí.
handover-yours =
    Đồng chí đang trao đổi với công dân (số { $number }). Điều đồng chí gõ sẽ được gửi đi dưới tên đồng chí; gõ “thôi” để kết thúc.
handover-line-citizen = Công dân: { $words }
handover-line-officer = Cán bộ: { $words }
handover-from-citizen =
    <b>Công dân (trao đổi số { $number }):</b>
    { $words }
handover-sent = Đã gửi tới công dân.
handover-for-whom = Câu này giống câu hỏi cho trợ lý. Đồng chí muốn gửi tới công dân hay hỏi trợ lý?
handover-rests = Cuộc trao đổi tạm nghỉ: mời đồng chí gõ lại câu hỏi cho trợ lý. Bấm “Trả lời” dưới tin của công dân để trao đổi tiếp.
handover-one-at-a-time = Đồng chí đang trao đổi số { $number }. Mời kết thúc trước khi nhận cuộc khác.
handover-button-take = Nhận trao đổi
handover-button-take-number = Nhận trao đổi số { $number }
handover-button-answer = Trả lời
handover-button-end = Kết thúc trao đổi
handover-button-send = Gửi tới công dân
handover-button-ask = Hỏi trợ lý
handover-words-end = thôi, kết thúc, dừng, hủy, thôi không cần nữa, xong rồi, gặp trợ lý, stop, end
