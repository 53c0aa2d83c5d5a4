# Bấm “Nhắc lại sau”. Người bấm là cán bộ.
snooze-when = Đồng chí muốn được nhắc lại việc này vào lúc nào?
snooze-one-hour = 1 giờ nữa
snooze-afternoon = Chiều nay
snooze-tomorrow = Sáng mai
snooze-next-day = Sáng { $day }
snooze-time-gone = Thời điểm đó đã qua. Mời đồng chí bấm “Nhắc lại sau” một lần nữa để chọn giờ khác.
snooze-nothing-open = Việc này đã xong hoặc không còn do đồng chí theo dõi, nên không cần nhắc lại.
snooze-another-time = Giờ khác
snooze-ask-time = Nhắc lại lúc nào ạ? Ví dụ “15h”, “sau 30 phút”, “sáng mai”, “thứ 6”.
snooze-set-for = Sẽ nhắc lại { $label } lúc { $time }.
snooze-later-than-asked = Giờ đồng chí chọn rơi vào ngày nghỉ hoặc giờ không gửi tin, nên trợ lý nhắc vào lúc gần nhất sau đó.
snooze-after-due = Lưu ý: lúc đó đã quá hạn ({ $due }).
