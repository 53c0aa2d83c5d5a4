"""Words with which procedures are asked for: what is left between them names the procedure."""

from handlers.understanding import normalise
from handlers.understanding.wording import pattern

_WHERE = "ở đâu|chỗ nào|chỗ mô|ở mô|đâu|nơi nào|quầy nào|cơ quan nào|cho ai|ai|cấp nào|mục nào"
_HOW_MANY = "bao nhiêu|mấy|bao lâu|bao giờ|nhiêu|bnh|bn"
_OF_WHAT = "tiền|đồng|ngày|hôm|bữa|tuần|tháng|triệu|bản|bộ|loại|phí|lệ phí|thời gian"
_ASKING = pattern(
    f"{_WHERE}|(?:hết |mất |tốn )?(?:{_HOW_MANY})(?: (?:{_OF_WHAT}))*(?: làm việc)?"
    "|(?:có )?(?:mất|tốn|thu) (?:phí|tiền|lệ phí)|thủ tục(?: hành chính)?|tthc|làm thủ tục|làm"
    "|(?:tốn|hết|thu) (?:phí|tiền)?|phí|lệ phí|chi phí|mức thu|mức phí|thời gian|thời hạn|xong"
    "|giấy tờ|giấy|hồ sơ|hs|thành phần(?: hồ sơ)?|tphs|bộ hồ sơ|tài liệu|mẫu(?: đơn)?|biểu mẫu"
    "|đơn|tờ khai|bản chính|bản photo|gì|chi|j|nào|những|các|mấy|cần|phải|xin|muốn|mang|đem"
    "|theo|chuẩn bị|nộp|gửi|lấy|tìm|tra|tra cứu|hỏi|cho hỏi|hướng dẫn|chỉ|thế nào|như thế nào"
    "|ra sao|làm sao|sao|kiểu gì|răng|trực tuyến|online|qua mạng|qua bưu điện|bưu điện|dvc"
    "|dịch vụ công|toàn trình|được không|được|không|có|này|đó|ấy|vậy|thế|còn|thì|là|về|để|khi"
    "|gồm|bao gồm|gồm có|kèm|yêu cầu|bắt buộc|kết quả|giải quyết|thực hiện|trình tự|các bước"
    "|quy trình|danh mục|danh sách|lĩnh vực|liên quan|tới|đến|ở xã|tại xã|trên xã|ra xã|lên tỉnh"
    "|điều kiện|căn cứ pháp lý|căn cứ|mất(?= (?:bao|mấy|phí|tiền))|tôi|tui|mình"
    "|nhà tôi|nhà tui|bà con|ạ|dạ|vâng|nhé|nha|ad|ơi|em|anh|chị|cho|giúp|giùm|đang|một|nữa"
    "|how|do|does|did|i|you|to|where|what|which|who|when|is|are|can|could|will|would|should|must"
    "|may|need|needed|want|have|has|get|apply|application|hand|in|submit|procedure|procedures"
    "|papers|paperwork|documents|document|forms?|required|requirements|fee|fees|cost|costs"
    "|charges?|price|long|much|many|days|take|takes|time|limit|pay|online|by post|of|for|a|an"
    "|the|my|me|with|at|it|this|that|there|list|look up|find|please|guide|through|steps|process"
    "|office|bring|prepare"
)

_ENDED = pattern("trước đây|hết hiệu lực|bãi bỏ|đã bỏ|cấp huyện|ended|no longer in force")


def ask_for_ended(words: str) -> bool:
    """Whether a procedure is meant that is not followed any more."""
    return bool(_ENDED.search(normalise.lower(words)))


def spans(lowered: str) -> list[tuple[int, int]]:
    """Where in lowered, tidied words somebody only asks: [start, end)."""
    return [found.span() for found in _ASKING.finditer(lowered)]
