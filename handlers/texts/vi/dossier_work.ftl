# Hồ sơ của cán bộ: quá hạn, sắp đến hạn, chờ ai. Người hỏi là cán bộ: gọi “đồng chí”.
# $who: một trong dossier-who-…; $about: lĩnh vực hay tên thủ tục; $period: document-period-… hoặc trống.

dossier-who-mine = Đồng chí
dossier-who-person = Đồng chí { $name }
dossier-who-unit = { $name }
dossier-who-all = Toàn Văn phòng
dossier-who-visible = Trong các hồ sơ đồng chí được xem
dossier-late-heading = { $total ->
    [0] { $who } không có hồ sơ nào quá hạn{ $has_about ->
        [true] { " " }về “{ $about }”
       *[false] { "" }
    }{ $period }.
   *[other] <b>{ $who } có { $total } hồ sơ quá hạn</b>{ $has_about ->
        [true] { " " }về “{ $about }”
       *[false] { "" }
    }{ $period }.
}
dossier-soon-heading = { $total ->
    [0] { $who } không có hồ sơ nào sắp đến hạn{ $has_about ->
        [true] { " " }về “{ $about }”
       *[false] { "" }
    }{ $period }.
   *[other] <b>{ $who } có { $total } hồ sơ sắp đến hạn</b>{ $has_about ->
        [true] { " " }về “{ $about }”
       *[false] { "" }
    }{ $period }.
}
dossier-waiting-heading = { $total ->
    [0] { $who } không có hồ sơ nào đang chờ nơi khác{ $has_about ->
        [true] { " " }(“{ $about }”)
       *[false] { "" }
    }.
   *[other] <b>{ $who } có { $total } hồ sơ đang chờ nơi khác</b>{ $has_about ->
        [true] { " " }(“{ $about }”)
       *[false] { "" }
    }.
}
dossier-late-whose = { $ours ->
    [0] Tất cả đang ở cơ quan khác.
   *[other] Trong đó { $ours } đang ở ta, { $elsewhere } đang ở cơ quan khác.
}
dossier-late-narrowed = Danh sách chỉ gồm những hồ sơ đồng chí được xem: mình giữ, đơn vị mình giải quyết hoặc tiếp nhận.
dossier-late-no-procedure = Chưa thấy lĩnh vực hay thủ tục nào tên “{ $words }” trong danh mục, nên đây là hồ sơ của mọi thủ tục.
# $wait: ours, supplement, payment, elsewhere, submitted.
dossier-waits = Chưa giải quyết xong { $total }: { $parts }.
dossier-waits-part = { $wait ->
    [ours] đang ở ta { $number }
    [supplement] chờ công dân bổ sung { $number }
    [payment] chờ nộp phí { $number }
    [elsewhere] chờ cơ quan khác { $number }
   *[submitted] chờ tiếp nhận { $number }
}
dossier-side = { $side ->
    [late] Quá hạn
    [soon] Sắp đến hạn
   *[waiting] Đang chờ ai
}

dossier-late-line = { $number }. <b>{ $code }</b> · { $timing }
dossier-late-by = { $days ->
    [0] Vừa quá hạn
   *[other] Quá { $days } ngày làm việc
} (hạn { $due }{ $provisional ->
    [true] ; tạm tính
   *[false] {""}
})
dossier-late-about = { $has_holder ->
    [true] { $procedure } · { $holder }
   *[false] { $procedure }
}
# $held_by: person, unit, nobody.
dossier-late-holder = { $held_by ->
    [person] Đ/c { $name }, { $unit }
    [unit] { $unit }
   *[nobody] Chưa phân công
}
# Thời gian làm việc đã qua ở từng nơi; chờ bổ sung, chờ nộp phí tính riêng.
dossier-time = { $has_places ->
    [true] Đã ở { $places }{ $has_waited ->
        [true] ; chờ công dân { $waited }
       *[false] { "" }
    }
   *[false] Chờ công dân { $waited }
}
dossier-time-at = { $place } { $time }
dossier-time-nowhere = nơi chưa ghi

# Đã xong, hoàn tác.
dossier-done = Đã ghi nhận hồ sơ <b>{ $code }</b> giải quyết xong lúc { $at }.
dossier-done-there-too = Trợ lý không ghi vào phần mềm một cửa: mời đồng chí cập nhật cả ở đó.
dossier-done-before = Hồ sơ <b>{ $code }</b> đã có kết quả từ trước, nên không ghi nhận thêm.
dossier-done-others = Hồ sơ <b>{ $code }</b> nay không do đồng chí giữ, nên chưa ghi nhận gì.
dossier-done-state = Hồ sơ <b>{ $code }</b> { $state }, nên chưa ghi nhận xong được.
dossier-done-new-deadline = Thời hạn của hồ sơ <b>{ $code }</b> đã thay đổi nên chưa ghi nhận gì. Nếu hồ sơ đã giải quyết xong, mời đồng chí mở lại hồ sơ rồi bấm.
dossier-done-gone = Một hồ sơ trong danh sách nay không còn thuộc phạm vi đồng chí được xem, nên chưa ghi nhận gì.
dossier-undone = Đã hoàn tác: hồ sơ <b>{ $code }</b> lại đang giải quyết.
dossier-nothing-to-undo = Không có gì để hoàn tác: việc đã quá 10 phút, đã hoàn tác rồi, hoặc hồ sơ đã thay đổi sau đó.
