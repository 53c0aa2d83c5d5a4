# Theo dõi hồ sơ: bắt đầu, thôi, đang theo dõi gì, và những gì được báo tới.
# $state: một trong mười trạng thái; $reach: always, while_open, within_days, never.

help-ask-followed = Tôi đang theo dõi hồ sơ nào?
question-dossier-follow = Theo dõi hồ sơ
question-dossier-unfollow = Bỏ theo dõi hồ sơ
question-dossier-followed = Hồ sơ đang theo dõi
dossier-follow-start = Theo dõi
dossier-follow-start-one = Theo dõi { $code }
dossier-follow-stop = Bỏ theo dõi
dossier-follow-stop-one = Bỏ theo dõi { $code }
dossier-follow-see = Xem hồ sơ

dossier-follow-begun = Đã theo dõi hồ sơ <b>{ $code }</b>. Hiện tại: { $state }.
dossier-follow-again = Anh/Chị đang theo dõi hồ sơ <b>{ $code }</b>. Hiện tại: { $state }.
dossier-follow-promise = { $reach ->
    [while_open] Khi trang này đang mở, tin mới hiện ra ngay. Khi trang đã đóng, trợ lý không gửi được; tin đó được báo trước tiên lần tới Anh/Chị nhắn ở đây.
    [within_days] Trợ lý gửi được tin tới đây trong { $days } ngày kể từ lần gần nhất Anh/Chị nhắn hoặc bấm nút. Sau đó, tin được báo trước tiên lần tới Anh/Chị nhắn.
    [never] Trợ lý không gửi được tin tới đây; tin được báo trước tiên lần tới Anh/Chị nhắn.
   *[always] Có thay đổi, trợ lý nhắn tới đây, kể cả khi Anh/Chị không mở trò chuyện.
 }
dossier-follow-quiet = Từ { $from } đến { $until } trợ lý không nhắn; tin chờ tới sáng.
dossier-follow-public = Tin chỉ có trạng thái, nơi tiếp nhận và ngày hẹn. Nếu là chủ hồ sơ, mời Anh/Chị bấm nút bên dưới để nhận cả giấy tờ còn thiếu, nơi và người giải quyết.
dossier-follow-public-here = Tin gửi tới đây chỉ có trạng thái, nơi tiếp nhận và ngày hẹn.
dossier-follow-over = Hồ sơ này đã kết thúc nên không còn gì để theo dõi.
dossier-follow-which = Anh/Chị muốn theo dõi hồ sơ nào?
dossier-follow-ask-code =
    Mời Anh/Chị gửi mã hồ sơ cần theo dõi, in trên giấy tiếp nhận hồ sơ và hẹn trả kết quả.
    Mã có dạng <b>000.00.12.H37-261116-0045</b>; gõ chữ thường hay thiếu dấu chấm cũng được.
dossier-follow-staff = Theo dõi hồ sơ là để người nộp được báo tin. Đồng chí xem hồ sơ bất cứ lúc nào bằng mã, và được nhắc theo thời hạn.

dossier-unfollow-done = Trợ lý thôi theo dõi hồ sơ <b>{ $code }</b> và không báo tin nữa. Anh/Chị vẫn xem được bằng mã.
dossier-unfollow-none = Anh/Chị không theo dõi hồ sơ <b>{ $code }</b> nên trợ lý không báo tin gì về hồ sơ này.
dossier-unfollow-nothing = Anh/Chị chưa theo dõi hồ sơ nào nên không có gì để bỏ.
dossier-unfollow-which = Anh/Chị muốn thôi theo dõi hồ sơ nào?

dossier-followed-heading = Anh/Chị đang theo dõi { $total } hồ sơ:
dossier-followed-line = { $number }. <b>{ $code }</b>: { $state }. Theo dõi từ { $since }.
dossier-followed-none = Anh/Chị chưa theo dõi hồ sơ nào. Mời Anh/Chị gửi mã hồ sơ rồi bấm “Theo dõi”.

dossier-push-title = <b>Hồ sơ { $code }</b> có tin mới.
dossier-push-missed = Khi Anh/Chị vắng mặt, có tin về hồ sơ Anh/Chị theo dõi mà trợ lý chưa gửi được:
dossier-push-step = { $at }: { $state ->
    [submitted] hồ sơ đã được gửi lên, chờ kiểm tra.
    [received] hồ sơ đã được tiếp nhận.
    [refused] hồ sơ không được tiếp nhận.
    [processing] hồ sơ được chuyển đi giải quyết.
    [supplement] hồ sơ cần bổ sung giấy tờ.
    [payment] hồ sơ cần nộp phí, lệ phí.
    [withdrawn] hồ sơ đã được rút theo yêu cầu của người nộp.
    [stopped] hồ sơ dừng giải quyết.
    [finished] hồ sơ đã có kết quả.
   *[returned] kết quả đã được trả.
 }
dossier-push-unit = { $state ->
    [submitted] Nơi tiếp nhận: { $unit }.
    [received] Nơi tiếp nhận: { $unit }.
    [refused] Nơi tiếp nhận: { $unit }.
    [returned] Nơi trả kết quả: { $unit }.
   *[other] Nơi giải quyết: { $unit }.
 }
dossier-push-person = { $state ->
    [submitted] Người tiếp nhận: { $person }.
    [received] Người tiếp nhận: { $person }.
    [refused] Người tiếp nhận: { $person }.
    [returned] Người trả kết quả: { $person }.
   *[other] Người giải quyết: { $person }.
 }
dossier-push-apology = { $at }: có văn bản xin lỗi số <b>{ $number }</b>, ngày hẹn trả dời từ { $from } sang { $to }. Cơ quan xin lỗi Anh/Chị vì sự chậm trễ này.
dossier-push-desk = Nơi tiếp nhận và trả kết quả: { $office }.
dossier-push-last = Đây là tin cuối: trợ lý thôi theo dõi hồ sơ này.

dossier-due-moved = Ngày hẹn trả đã dời từ { $from } sang { $to } theo văn bản xin lỗi số { $number }.

dossier-apology-title = Dự thảo văn bản xin lỗi
dossier-apology-why = Đồng chí { $name }: hồ sơ <b>{ $code }</b> hẹn trả { $due }, thời hạn còn lại rất ngắn. Hiện tại: { $state }.
dossier-apology-law = Nếu không kịp, người nộp cần nhận văn bản xin lỗi và hẹn lại trước hạn (Mẫu 04). Dự thảo để đồng chí hoàn thiện, trình ký:
dossier-apology-draft =
    VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT
    Số: ……/XL-……
    Kính gửi: người nộp hồ sơ mã { $code }
    { $office } đã tiếp nhận hồ sơ đề nghị giải quyết thủ tục “{ $procedure }”{ $received ->
        [none] { "" }
       *[other] { " " }vào { $received }
    }, hẹn trả kết quả { $due }.
    Đến nay hồ sơ chưa giải quyết xong. Lý do: ……
    Chúng tôi xin lỗi về sự chậm trễ này và hẹn trả kết quả vào { $until }.
dossier-apology-again = Hồ sơ này đã được xin lỗi và hẹn lại một lần (văn bản số { $number }); đề nghị đồng chí kiểm tra xem có được hẹn lại nữa không.
dossier-apology-then = Trợ lý chưa báo gì cho người theo dõi. Khi văn bản đã ký, mời đồng chí bấm nút để ghi số và ngày hẹn mới; lúc đó người theo dõi mới được báo.
dossier-apology-button = Ghi số văn bản và ngày hẹn mới
dossier-apology-ask-number = Số, ký hiệu của văn bản xin lỗi đã ký (ví dụ 45/XL-TTPVHCC)?
dossier-apology-ask-until = Ngày hẹn trả mới ghi trong văn bản?
dossier-apology-until-past = Ngày hẹn mới cần sau hôm nay. Mời đồng chí cho ngày khác.
dossier-apology-until-off = Ngày đó là ngày nghỉ. Mời đồng chí cho một ngày làm việc.
dossier-apology-until-not-later = Ngày hẹn mới cần sau ngày hẹn cũ, { $due }. Mời đồng chí cho ngày khác.
dossier-apology-confirm = Ghi văn bản số <b>{ $number }</b> cho hồ sơ <b>{ $code }</b>, hẹn trả { $until }? Người theo dõi sẽ được báo, không rút lại được.
dossier-apology-yes = Ghi và báo
dossier-apology-done = Đã ghi văn bản số <b>{ $number }</b>: hồ sơ <b>{ $code }</b> hẹn trả { $until }, thay cho { $from }. Người theo dõi sẽ được báo.
dossier-apology-stale = Hồ sơ đã thay đổi từ lúc có dự thảo này, hoặc không do đồng chí giải quyết, nên chưa ghi gì. Mời đồng chí gửi mã để xem hồ sơ bây giờ.

# Nhiều hồ sơ của một người: mỗi sáng một tin.
dossier-apologies = Đồng chí { $name }: { $number } hồ sơ sắp đến hạn trả. Nếu không kịp, người nộp cần nhận văn bản xin lỗi và hẹn lại trước hạn (Mẫu 04):
dossier-apologies-line =
    { $number }. <b>{ $code }</b> · hẹn trả { $due }; dự thảo hẹn lại { $until }
    { $procedure }
dossier-apologies-then = Bấm nút để xem từng dự thảo. Trợ lý chưa báo gì cho người theo dõi.
dossier-apologies-button = { $number }. Xem dự thảo
dossier-apologies-number = Bấm hoặc gõ số để xem dự thảo.
dossier-apologies-end = Danh sách này không còn hồ sơ nào nữa: đã giải quyết xong, đã đến hạn, hoặc có hạn mới.

calls-results = Đồng chí { $name }: { $number } hồ sơ đã có kết quả mà người theo dõi chưa nhận được tin trên kênh nào, nhờ đồng chí gọi theo số trên giấy tiếp nhận.
calls-result = { $number }. Hồ sơ { $code }
