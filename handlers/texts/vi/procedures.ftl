# Thủ tục hành chính, bằng lời người dân hiểu. Các mốc ngày viết 01/07/2026, không kèm thứ.
procedure-which =
    Anh/Chị cần làm thủ tục gì? Nói bằng lời hằng ngày cũng được, ví dụ “làm giấy khai sinh cho con”, “mất sổ đỏ”.
    Hồ sơ nộp được ở bất kỳ Trung tâm Phục vụ hành chính công (Bộ phận Một cửa) nào trong tỉnh, trên Cổng Dịch vụ công quốc gia, hoặc qua bưu điện.
procedure-several = Có mấy thủ tục gần giống nhau. Anh/Chị cần thủ tục nào?
procedure-perhaps = Trợ lý chưa chắc hiểu đúng. Có phải Anh/Chị hỏi một trong các thủ tục này không?
# $level: Cấp tỉnh, Cấp xã.
procedure-choice = { $number }. { $name } ({ $level })
procedure-field = Lĩnh vực { $field }: { $total } thủ tục.
procedure-not-found =
    Trợ lý chưa tìm thấy thủ tục nào hợp với “{ $words }”. Xin Anh/Chị nói cách khác, tìm trên Cổng Dịch vụ công quốc gia, hoặc hỏi cán bộ.
procedure-no-such-code = Danh mục không có thủ tục mang mã { $code }. Xin Anh/Chị xem lại mã, hoặc hỏi bằng tên thủ tục.
procedure-gone = Danh mục vừa được cập nhật và thủ tục này không còn. Xin Anh/Chị hỏi lại bằng tên thủ tục.

procedure-title = <b>{ $name }</b>
procedure-case = Trường hợp: { $case }
procedure-ended = Thủ tục này đã hết hiệu lực từ sau ngày { $day }, nay không làm theo nữa.
procedure-successor = Nay làm theo thủ tục: { $name }.
procedure-to-come = Thủ tục này chưa áp dụng; áp dụng từ { $day }.
procedure-time = Thời gian giải quyết: { $limit }, kể từ khi nộp đủ giấy tờ
procedure-limits = từ { $least } đến { $most }, tùy trường hợp
# $told: cơ quan đã ghi mức phí.
procedure-fee = { $told ->
    [true] Phí, lệ phí: { $fee }
   *[false] Phí, lệ phí: chưa ghi trong danh mục, xin hỏi nơi nộp hồ sơ
 }
procedure-fee-online = Nộp trên mạng: { $fee }
procedure-fee-post = Nộp qua bưu điện: { $fee }
# $told: thủ tục chỉ nộp ở một nơi; $agency: nơi giải quyết.
procedure-place = { $told ->
    [true] Nơi nộp: { $place }. Nơi giải quyết: { $agency }
   *[false] Nơi nộp: Trung tâm Phục vụ hành chính công (Bộ phận Một cửa) bất kỳ trong tỉnh. Nơi giải quyết: { $agency }
 }
procedure-online = { $level ->
    [full] Trên mạng: làm được toàn bộ, không phải đến nơi (toàn trình)
    [part] Trên mạng: nộp được hồ sơ, có bước vẫn phải đến nơi (một phần)
   *[none] Trên mạng: chưa nộp được
 }
procedure-published = Theo { $decision }, lần công bố { $version }.
procedure-applies = { $ends ->
    [true] Áp dụng từ { $since } đến hết { $until }.
   *[false] Áp dụng từ { $since }.
 }
procedure-detail = { $what ->
    [audience] Dành cho: { $words }
    [conditions] Điều kiện: { $words }
    [result] Kết quả nhận được: { $words }
    [legal_basis] Căn cứ: { $words }
    [code] Mã thủ tục: { $words }
   *[field] Lĩnh vực: { $words }
 }

# $differ: còn giấy tờ riêng của từng trường hợp.
procedure-papers = { $differ ->
    [true] Trường hợp nào cũng cần ({ NUMBER($sets, minimumIntegerDigits: 2) } bộ):
   *[false] Giấy tờ cần nộp ({ NUMBER($sets, minimumIntegerDigits: 2) } bộ):
 }
procedure-papers-unknown = Danh mục chưa ghi giấy tờ cần nộp. Xin hỏi { $agency }.
procedure-papers-which-case = Có trường hợp cần thêm giấy tờ. Anh/Chị thuộc trường hợp nào?
procedure-fee-time-which-case = Phí hoặc thời gian khác nhau theo trường hợp. Anh/Chị thuộc trường hợp nào?
# $originals, $copies: số bản chính, số bản sao; không có cả hai là chỉ xuất trình.
procedure-paper = { $number }. { $name }{ $has_form ->
    [true] {" "}({ $form })
   *[false] {""}
 }{ $originals ->
    [0] {""}
   *[other] : { NUMBER($originals, minimumIntegerDigits: 2) } bản chính
 }{ $copies ->
    [0] {""}
   *[other] { $originals ->
        [0] : { NUMBER($copies, minimumIntegerDigits: 2) } bản sao
       *[other] , { NUMBER($copies, minimumIntegerDigits: 2) } bản sao
    }
 }
procedure-forms = Mẫu đơn, tờ khai có tại nơi nộp và trên trang của thủ tục ở Cổng Dịch vụ công quốc gia.

procedure-button-lookup = Nộp ở đâu
procedure-button-papers = Giấy tờ, mẫu đơn
procedure-button-fee-time = Phí, thời gian
procedure-more = Điều kiện, kết quả, căn cứ
procedure-hand-in = Nộp trên Cổng Dịch vụ công
procedure-portal = Tìm trên Cổng Dịch vụ công
procedure-others = Tôi hỏi thủ tục khác
