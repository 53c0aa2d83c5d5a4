# In trên giấy tiếp nhận hồ sơ và hẹn trả kết quả, và trên tờ đặt ở quầy.
receipt-line = Theo dõi hồ sơ: nhắn mã { $code } cho Trợ lý { $office }, hoặc quét mã.
receipt-written = Mã QR nằm trong thư mục { $folder }.
receipt-only-here = Lưu ý: địa chỉ { $address } chỉ mở được trên máy này. Trước khi in, hãy đặt OFFICE_WEB_URL, hoặc chạy lại với --telegram và tên bot của cơ quan.
receipt-sheet-title = Theo dõi hồ sơ bằng điện thoại
receipt-sheet-how = Quét mã để trò chuyện với Trợ lý { $office }, rồi gửi mã hồ sơ trên giấy hẹn hoặc ảnh chụp mã trên giấy hẹn.
receipt-sheet-careful = Trợ lý trả lời tự động. Xin không gửi ảnh căn cước, mật khẩu hay mã OTP; Văn phòng không bao giờ hỏi những thứ đó qua tin nhắn.
