# Những việc trợ lý hiểu nhưng chưa làm được: nói rõ là chưa, và việc gì làm được hôm nay.
later-meeting-rsvp = Trợ lý chưa nhận được báo dự họp. Mời đồng chí báo lại cho đơn vị mời họp; trợ lý xem được lịch và chi tiết cuộc họp.
later-petition-submit =
    Trợ lý không nhận đơn qua tin nhắn. Khiếu nại, tố cáo được gửi bằng đơn hoặc trình bày trực tiếp tại nơi tiếp công dân.
    Mời anh/chị xem nơi và lịch tiếp công dân, hoặc gặp cán bộ để được hướng dẫn.
later-petition-rules = Trợ lý chưa giải thích được quy định về đơn thư. Trợ lý xem được đơn đang ở bước nào; cần hướng dẫn, mời anh/chị gặp cán bộ.
later-directive-status = Trợ lý chưa theo dõi được việc lãnh đạo giao. Trợ lý tra được văn bản giao việc và việc trong ngày.
