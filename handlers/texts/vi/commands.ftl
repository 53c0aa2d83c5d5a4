# Lời của các lệnh trên máy chủ. Mỗi dòng một người, một việc; không có trích yếu, không có tên công dân.
program-ready = Trợ lý Văn phòng đã mở tại { $url } (dừng bằng Ctrl+C).

demo-office = Văn phòng trình diễn
demo-filled = Đã nạp { $office } vào { $store }.
store-upgraded = Cơ sở dữ liệu đã ở phiên bản { $revision }. { $copied ->
    [yes] Bản trước đó được giữ tại { $copy }.
   *[no] Không cần sao lưu.
 }

requests-none = Không có yêu cầu về dữ liệu cá nhân nào đang chờ trả lời.
requests-line = Số { $number } · { $kind } · gửi { $asked } · trả lời chậm nhất { $day }{ $late ->
    [true] , ĐÃ QUÁ HẠN
   *[false] {""}
 } · kênh { $channel }
requests-words = { $words }
requests-unknown = Không có yêu cầu số { $number } đang chờ trả lời. Xem danh sách: python -m bot requests
requests-done = Đã ghi trả lời yêu cầu số { $number }; người gửi sẽ được báo tại nơi họ đã gửi.
requests-note-missing = Xin ghi câu trả lời: --note "…". Người gửi sẽ đọc đúng như vậy.

unlearnt-none = Chưa có câu nào trợ lý không hiểu được lưu lại.
unlearnt-line = # { $number } · { $times } lần · { $who ->
    [officer] cán bộ
   *[citizen] người dân
 } · { $language } · từ { $day }
unlearnt-words = { $words }
unlearnt-which = --forget { $given }: xin ghi số của câu trong danh sách, hoặc all. Xem danh sách: python -m bot phrases
unlearnt-unknown = Không có câu số { $number }. Xem danh sách: python -m bot phrases
unlearnt-forgotten = Đã xóa { $number } câu.

accounts-none = Không có tài khoản nào đang liên kết.
accounts-line = Số { $number } · { $person } · { $channel } · liên kết { $since } · dùng gần nhất { $seen }
accounts-ended = Đã kết thúc: { $account }
staff-left = Đã ghi { $who } không còn làm việc tại Văn phòng.
staff-moved = Đã ghi nơi làm việc mới: { $who }. Người này cần mã liên kết mới.
staff-accounts-ended = Tài khoản đã kết thúc liên kết: { $number }. Các mã chưa dùng, nhiệm vụ kiêm thêm và việc thay mặt cũng hết hiệu lực.
staff-held = Còn giữ, cần giao người khác: { $number } { $kind ->
    [document] văn bản
    [dossier] hồ sơ
   *[petition] đơn thư
 }.
watchers-none = Chưa cử ai theo dõi nhắc việc; chỉ lãnh đạo Văn phòng xem được trước danh sách nhắc.
watchers-one = – { $who }
watchers-changed = { $may ->
    [true] Từ giờ { $who } xem trước được ai sẽ được nhắc việc gì (“sáng mai nhắc những ai?”).
   *[false] Từ giờ { $who } không xem trước danh sách nhắc nữa.
 }
acting-pairs-none = Chưa ai được thay mặt ai.
acting-pair = { $secretary } được thay mặt { $title } { $leader }
acting-changed = { $may ->
    [true] Từ giờ { $secretary } được hỏi và trả lời thay mặt { $leader }.
   *[false] Từ giờ { $secretary } không thay mặt { $leader } nữa.
 }
