# Nhập sổ của cơ quan từ tệp

import-heading = Tệp { $file }: { $kind ->
    [incoming] sổ văn bản đến
    [outgoing] sổ văn bản đi
    [dossiers] hồ sơ một cửa
    [people] danh sách cán bộ
    [units] danh sách đơn vị
    [facts] thông tin về cơ quan
    [procedures] danh mục thủ tục hành chính
   *[days] ngày nghỉ, ngày làm bù
}, { $rows } dòng.
import-would = Nếu nhập: { $new } mới, { $changed } đổi, { $same } như cũ.
import-written = Đã nhập: { $new } mới, { $changed } đổi, { $same } như cũ.
import-as-before = Không có gì khác với số liệu đang có: { $new } mới, { $changed } đổi, { $same } như cũ.
import-kept = { $number } dòng giữ nguyên điều đã sửa hoặc đã đóng trong trợ lý.
import-doubts = { $number } dòng có trạng thái không thể đến sau trạng thái đang có:
import-doubts-press = Nếu phần mềm một cửa ghi đúng như vậy, mời bấm “Nhập theo nguồn”; nếu không, xin sửa tệp rồi gửi lại.
import-doubts-accept = Chưa nhập. Nếu phần mềm một cửa ghi đúng như vậy, xin thêm --accept-states; nếu không, xin sửa tệp.
import-demo = Đây là bản trình diễn: điều nhập vào sẽ mất khi bản trình diễn sang ngày mới.
import-remarks = Xin lưu ý:
import-nothing-taken = Chưa nhập dòng nào: tệp được nhập trọn vẹn hoặc không nhập gì.
import-missing = Chưa thấy cột: { $names }.
import-unplaced = Cột chưa biết, sẽ không nhập: { $names }.
import-map = Nếu cột đó có trong tệp dưới tên khác, xin thêm --map "Tên cột trong tệp=tên của mẫu"; chỉ cần nói một lần.
import-ask-for-map = Nếu cột đó có trong tệp dưới tên khác, xin đổi tên cột như mẫu rồi gửi lại, hoặc nhờ quản trị khai tên cột một lần.
import-map-unknown = Mẫu không có cột “{ $name }”. Các cột của mẫu: { $names }.
import-map-form = --map cần viết là "Tên cột trong tệp=tên của mẫu".
import-mapped = Đã ghi nhớ tên cột.
import-where = { $has_column ->
    [true] Dòng { $row }, cột { $column }{ $has_header ->
        [true] { " " }({ $header })
       *[false] { "" }
    }
   *[false] Dòng { $row }
}
import-problem = { $where }: { $what }
import-problems = { $number } chỗ cần sửa ở { $rows } dòng:
import-more = … và { $number } chỗ khác.
import-errors-file = { $name } – cần sửa.xlsx
import-progress = { $step ->
    [read] Đã đọc { $rows } dòng …
   *[checked] Đã kiểm tra { $rows } dòng …
}
import-errors-written = Đã ghi bản của tệp có cột “Lỗi” vào { $file }.
import-template-written = Đã ghi mẫu trống vào { $file }.

import-problem-required = chưa có “{ $name }”. Xin điền vào.
import-problem-number = đọc được “{ $read }”, không phải số nguyên dương. Xin ghi một số, ví dụ 812.
import-problem-day = đọc được “{ $read }”, không phải ngày. Xin ghi dạng 20/11/2026.
import-problem-day-none = đọc được “{ $read }”, nhưng lịch không có ngày này. Xin kiểm tra ngày và tháng.
import-problem-day-short-year = đọc được “{ $read }”. Xin ghi năm đủ bốn chữ số, ví dụ 20/11/2026.
import-problem-day-ambiguous = đọc được “{ $read }”, trong khi cột này có ngày viết tháng trước ngày sau, nên không rõ đâu là ngày, đâu là tháng. Xin ghi cả cột dạng ngày/tháng/năm.
import-problem-year = đọc được “{ $read }”, năm { $year } không hợp lý. Xin kiểm tra lại năm.
import-problem-day-ahead = ngày { $day } chưa tới. Xin kiểm tra lại ngày.
import-problem-procedure-code = đọc được “{ $read }”, không phải mã thủ tục. Xin ghi như trên Cổng, ví dụ 1.000948.
import-problem-procedure-limit = đọc được “{ $read }”, chưa rõ thời hạn. Xin ghi số và đơn vị, ví dụ 10 ngày làm việc, 30 ngày, Trong ngày.
import-problem-ends-before = ngày hết hiệu lực trước ngày có hiệu lực. Xin kiểm tra cả hai.
import-problem-choice = đọc được “{ $read }”. Xin ghi một trong: { $choices }.
import-problem-too-long = nội dung dài hơn { $most } ký tự. Xin rút gọn.
import-problem-unit-unknown = chưa có đơn vị “{ $read }”.{ $has_nearest ->
    [true] { " " }Gần nhất: { $nearest }. Xin ghi mã hoặc tên như vậy
   *[false] { " " }Xin kiểm tra lại tên
}, hoặc nhập danh sách đơn vị trước.
import-problem-person-unknown = chưa có ai tên “{ $read }”.{ $has_nearest ->
    [true] { " " }Gần nhất: { $nearest }. Xin ghi họ tên đầy đủ như vậy
   *[false] { " " }Xin kiểm tra lại họ tên
}, hoặc nhập danh sách cán bộ trước.
import-problem-person-several = có nhiều người tên “{ $read }” ({ $units }). Xin ghi thêm đơn vị ở cột đơn vị.
import-problem-twice = trùng với dòng { $first }. Mỗi dòng chỉ ghi một lần; xin bỏ một trong hai.
import-problem-sign = đọc được “{ $read }”, không phải số, ký hiệu văn bản đi. Xin ghi như in trên văn bản, ví dụ 3100/QĐ-UBND.
import-problem-role-differs = trong hệ thống người này là { $role ->
    [officer] chuyên viên
    [clerk] văn thư
    [head] trưởng phòng
    [leader] lãnh đạo
   *[admin] quản trị
}. Đổi vai trò cần lệnh “python -m bot move”, vì quyền xem đổi theo; xin ghi vai trò như hệ thống đang có.
import-problem-same-name = { $name } đã có ở { $unit }: sẽ là một người khác cùng tên. Nếu là cùng một người chuyển đơn vị, xin dùng lệnh “python -m bot move”.
import-problem-parent-unknown = chưa có đơn vị mã “{ $read }”. Xin ghi mã của một đơn vị đã có hoặc có trong tệp.
import-problem-parent-itself = đơn vị không thể thuộc chính nó (“{ $read }”). Xin để trống hoặc ghi mã đơn vị cấp trên.
import-problem-dated-after = ngày văn bản sau ngày đến.
import-problem-dossier-code = đọc được “{ $read }”, không phải mã hồ sơ. Xin ghi như in trên giấy hẹn, ví dụ 000.00.12.H37-261116-0045.
import-problem-due-before-received = ngày hẹn trả trước ngày tiếp nhận { $day }. Xin kiểm tra lại.
import-problem-desk-of-others = hồ sơ do nơi khác tiếp nhận. Mỗi bộ phận một cửa nhập hồ sơ của mình; tệp của nhiều nơi do quản trị nhập.
import-problem-dossier-of-others = hồ sơ này do nơi khác tiếp nhận nên không nhập được từ tài khoản này.
import-problem-digits = cần ít nhất bốn chữ số. Nội dung ô này không được lưu lại.
import-problem-procedure-unknown = chưa có thủ tục “{ $read }” trong danh mục, nên hồ sơ chưa có tên thủ tục. Nhập lại tệp sau khi đã có danh mục là đủ.
import-problem-state-order = trong trợ lý: { $old }; trong tệp: { $new }.
import-problem-secret = có dấu chỉ mức độ mật.

import-secret = Trong tệp có dấu chỉ mức độ mật. Trợ lý không nhập, không giữ lại gì của tệp. Chỗ có dấu:
import-secret-what-now = Văn bản mật đăng ký ở sổ riêng, ngoài hệ thống này. Xin bỏ các dòng đó, xóa tệp đã gửi khỏi cuộc trò chuyện và báo ngay người phụ trách bảo vệ bí mật nhà nước của cơ quan.

import-not-a-table = Tệp này trợ lý chưa đọc được thành bảng. Xin lưu lại dạng .xlsx hoặc .csv rồi gửi lại.
import-other-kind = Trợ lý chỉ nhập tệp .xlsx hoặc .csv. Tệp .xls, .ods xin mở ra, lưu lại dạng .xlsx rồi gửi lại.
import-empty = Tệp không có dòng nào. Xin kiểm tra lại tệp.
import-too-big = Tệp lớn hơn { $megabytes } MB. Xin chia sổ theo quý hoặc theo tháng rồi gửi từng tệp.
import-too-many-rows = Tệp có hơn { $most } dòng. Xin chia sổ theo năm hoặc theo quý rồi gửi từng tệp.
import-old-font = Tệp gõ bằng phông cũ (TCVN3 hoặc VNI). Xin chuyển sang Unicode, ví dụ bằng UniKey, rồi gửi lại.
import-encoding = Tệp .csv dùng bảng mã trợ lý chưa đọc được. Xin lưu lại dạng “CSV UTF-8” hoặc .xlsx.
import-not-fetched = Trợ lý chưa tải được tệp. Xin gửi lại sau ít phút.
import-unknown = Trợ lý chưa nhận ra đây là sổ gì. Dòng tiêu đề cần có tên cột như mẫu, ví dụ “Số đến”, “Ngày đến”, “Trích yếu”.
import-not-yours = Việc nhập sổ từ tệp dành cho văn thư, người của bộ phận một cửa và quản trị, tự mình gửi tệp.
import-not-your-kind = { $kind ->
    [incoming] Sổ văn bản đến do văn thư nhập.
    [outgoing] Sổ văn bản đi do văn thư nhập.
    [dossiers] Hồ sơ do người của bộ phận một cửa nhập; lần đầu do quản trị nhập.
    [people] Danh sách cán bộ do quản trị nhập.
    [units] Danh sách đơn vị do quản trị nhập.
    [facts] Thông tin về cơ quan do quản trị nhập.
    [procedures] Danh mục thủ tục do văn thư hoặc quản trị nhập.
   *[days] Ngày nghỉ, ngày làm bù do quản trị nhập.
}
import-not-held = Trợ lý không còn giữ tệp đó. Xin gửi lại tệp.
import-left = Vâng, trợ lý đã bỏ tệp, không nhập gì.
import-button = Nhập
import-button-accept = Nhập theo nguồn
import-button-leave = Thôi
