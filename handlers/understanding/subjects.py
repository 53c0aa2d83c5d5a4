"""What is left to look up: a fact of the office, a field of work, a paper's subject, a right."""

import re
from collections.abc import Callable, Mapping, Set
from itertools import dropwhile, takewhile, zip_longest

from handlers.understanding import channels_said, figures_said, normalise, procedure_words
from handlers.understanding.asked import Question
from handlers.understanding.codes.found import CodeKind
from handlers.understanding.reading import DOCUMENT, Piece, Reading
from handlers.understanding.shorthand import written_out
from handlers.understanding.weights import weights
from handlers.understanding.wording import folded_words, pattern, spelt

# Each fact of the office by the one name under which the answer knows it, as people ask for it.
_FACTS = {
    "giờ làm việc": pattern(
        "mấy giờ|mấy h|giờ|làm việc|mở cửa|đóng cửa|nghỉ|có làm|làm từ|mở|đóng|có ai"
        "|hours|open|opens|close|closes|time|work on"
    ),
    "địa chỉ": pattern("địa chỉ|ở đâu|chỗ nào|chỗ mô|đường nào|nằm|trụ sở|tầng|address|where"),
    "đường dây nóng": pattern("đường dây nóng|hotline"),
    "số điện thoại": pattern(
        "điện thoại|sđt|sdt|số máy|đt|gọi|liên hệ|liên lạc|phone|call|contact|reach|number"
    ),
    "email": pattern("email|mail|thư điện tử|hộp thư"),
    "trang web": pattern("trang web|website|web|cổng thông tin|trang thông tin|trang tin"),
    "tiếp công dân": pattern("tiếp công dân|tiếp dân|citizen reception|receive citizens"),
    "chức năng": pattern("chức năng|nhiệm vụ|làm gì|function|functions|duties|what does"),
}
# What is asked of one's own data, by the name of the request (`storage.models.RequestKind`); what
# is said more plainly goes first.
_RIGHTS = {
    "withdraw": pattern("rút|thu hồi|withdraw|revoke|take back"),
    "object": pattern(
        "phản đối|không đồng ý|không cho|không cho phép|đừng (?:dùng|sử dụng)|object|do not agree"
    ),
    "restrict": pattern("hạn chế|tạm dừng|ngừng|dừng|đừng xử lý|restrict|limit|pause|stop"),
    "correct": pattern(
        "sửa|chỉnh sửa|chỉnh|đính chính|cập nhật|sai|không đúng"
        "|correct|correction|fix|rectify|update|wrong|incorrect|change"
    ),
}
# Of which kind the record is that “this one” means, by the name the audit has for it.
_RECORDS = {
    "dossier": pattern("hồ sơ|hs|dossier|application"),
    "petition": pattern("đơn|đơn thư|petition|complaint"),
    "meeting": pattern("cuộc họp|buổi họp|họp|meeting"),
    "document": pattern("văn bản|công văn|vb|cv|document|letter"),
}
# Which kind of document is meant (storage.models.DocumentKind), where it is counted.
_KINDS = {
    "QĐ": pattern("quyết định|decisions?"),
    "NQ": pattern("nghị quyết|resolutions?"),
    "CT": pattern("chỉ thị|directives?"),
    "TB": pattern("thông báo|announcements?|notices?"),
    "KH": pattern("kế hoạch|plans?"),
    "BC": pattern("báo cáo(?! (?:số|số liệu|giúp|cho|nhanh))|reports?"),
    "TTr": pattern("tờ trình|submissions?"),
    "GM": pattern("giấy mời|invitations?"),
    "CĐ": pattern("công điện|telegrams?"),
    "CV": pattern("công văn|cv|official letters?"),
}
OF_A_PROCEDURE = frozenset(
    {
        Question.PROCEDURE_LOOKUP,
        Question.PROCEDURE_REQUIRED_PAPERS,
        Question.PROCEDURE_FEE_TIME,
    }
)
_NAMED = {
    Question.DATA_REQUEST: _RIGHTS,
    Question.AUDIT_WHO_SAW: _RECORDS,
    Question.DOCUMENT_INCOMING_COUNT: _KINDS,
}
# Which of the dossiers in work are meant (`storage.late_dossiers.Concern`); unsaid, the late ones.
_SIDES = {
    "waiting": pattern("chờ|đợi|waiting for|pending|awaiting"),
    "soon": pattern("sắp|gần (?:tới|đến|hết)|tới hạn|đến hạn|còn hạn|due|upcoming|soon"),
}
_FIELD_WORDS = folded_words("về lĩnh vực mảng loại thủ tục")
_BEFORE_FIELD = re.compile(
    rf"(?<!\w)(?:{spelt('hồ sơ|hs|về|lĩnh vực|mảng|loại|thủ tục')}|in|about) $"
)
_BEHIND_FIELD = re.compile(r" (?:dossier|file|application)s?(?!\w)")
# After one of these somebody says why.
_BECAUSE = pattern("vì|bởi vì|do|tại|lý do(?: là)?|because|since|reason")
_WITH_REASON = frozenset({Question.DOCUMENT_EXTEND, Question.DOCUMENT_HAND_BACK})
_EMAIL_ADDRESS = pattern("(?:địa chỉ|address of|xin) (?:e?mail|thư)|e?mail address")

# After these the subject begins: “văn bản về …”, “ai phụ trách …”.
_CUE = (
    "về việc|về|liên quan(?: đến| tới)?|phụ trách|lĩnh vực|mảng|theo dõi|v/v|lo vụ|lo"
    "|about|regarding|concerning|in charge of|responsible for|handles|deals with"
)
_CUES = pattern(f"(?:{_CUE})(?: (?:{_CUE}))*")
_DIRECTION = pattern("(?:văn bản|công văn|vb|cv) (?:đến|đi)|incoming|outgoing")
_WITH_SUBJECT = frozenset(
    {
        Question.PERSON_LOOKUP,
        Question.DOCUMENT_STATUS,
        Question.MEETING_DETAIL,
    }
)
_ONLY_AFTER_CUE = frozenset({Question.DOCUMENT_OVERDUE, Question.DOCUMENT_DUE_SOON})
# With one of these the asking begins, and what stands just before it belongs to the asking.
_ASKING = folded_words("ai đâu chưa nào gì sao mấy bao rồi thế who where when what how")
_BEFORE_ASKING = folded_words(
    "đang xử lý giải quyết giữ tới đến tổ chức ở phòng trả lời ban hành thì gặp hỏi cần liên hệ"
)
SMALL = folded_words(
    "ạ nhé vậy thế hả với giúp giùm xin cho tôi em anh chị mình ơi dạ thưa không chưa rồi đâu gì"
    " nào là của các những một đang có được bị và hay coi đi please the a an of for is are to"
)


def topic_of(read: Reading, question: Question) -> str:
    """The words to look up, as typed; for the office's own facts their fixed names."""
    if own_way := _OWN_WAYS.get(question):
        return own_way(read)
    if question in _NAMED:
        return _first(_NAMED[question], read)
    if question not in _WITH_SUBJECT | _ONLY_AFTER_CUE:
        return ""
    if question is Question.DOCUMENT_STATUS and read.has(DOCUMENT):
        direction = _DIRECTION.search(normalise.lower(read.tidied))
        return direction[0] if direction else ""
    person = read.person
    if question is Question.PERSON_LOOKUP and person:
        return "" if read.person_id else person.words
    return _subject(read, question)


def bare_subject(read: Reading) -> str:
    """The words that somebody gives who was asked what about: all but the small ones around."""
    cue = _CUES.search(normalise.lower(read.tidied))
    own = _without_the_asking(_until_mark(read.pieces, cue.end() if cue else 0))
    return read.tidied[own[0].start : own[-1].end] if own else ""


def _procedure(read: Reading) -> str:
    """Its code, or the words without the asking around them; empty where they only ask.

    Unmarked words are left whole: “can” may be “cần” as well as the beginning of “căn cước”.
    """
    if code := read.code(CodeKind.PROCEDURE):
        return code.printed
    asks = procedure_words.spans(normalise.lower(read.tidied))
    marked = normalise.is_marked(read.tidied)

    def says_nothing(piece: Piece) -> bool:
        around = any(start <= piece.start and piece.end <= end for start, end in asks)
        return bool(piece.mark) or around or (not marked and _folded(piece) in SMALL)

    own = list(dropwhile(says_nothing, read.pieces))
    while own and says_nothing(own[-1]):
        own.pop()
    if own and not marked:
        return read.tidied
    return read.tidied[own[0].start : own[-1].end] if own else ""


def _side_and_procedures(read: Reading) -> str:
    sought = _of_procedures(read, Question.DOSSIER_OVERDUE)
    return ", ".join(filter(None, (_first(_SIDES, read), sought)))


def _reason(read: Reading) -> str:
    """What stands behind “vì”, as typed."""
    cue = _BECAUSE.search(normalise.lower(read.tidied))
    return read.tidied[cue.end() :].strip(" :,.") if cue else ""


def _facts(read: Reading) -> str:
    lowered = _EMAIL_ADDRESS.sub("email", normalise.lower(read.tidied))
    return ", ".join(name for name, words in _FACTS.items() if words.search(lowered))


def _figures(read: Reading) -> str:
    rest = _longest_about(read, Question.REPORT_STATISTICS)
    return figures_said.figures_said(read, rest).topic


def _first(names: Mapping[str, re.Pattern[str]], read: Reading) -> str:
    """The first of the names whose words are said; empty for none."""
    lowered = normalise.lower(read.tidied)
    return next((name for name, words in names.items() if words.search(lowered)), "")


def _of_procedures(read: Reading, question: Question) -> str:
    """The field, or words of the name, that stand just beside “hồ sơ”, “lĩnh vực”, “dossiers”."""
    own = list(dropwhile(_leads, _longest_run(read.pieces, weights().frames[question])))
    if not own:
        return ""
    start, end = own[0].start, own[-1].end
    lowered = normalise.lower(read.tidied)
    beside = _BEFORE_FIELD.search(lowered[:start]) or _BEHIND_FIELD.match(lowered[end:])
    return read.tidied[start:end] if beside else ""


def _leads(piece: Piece) -> bool:
    return _folded(piece) in _FIELD_WORDS


def _longest_about(read: Reading, question: Question) -> str:
    """The words that no phrase of the question has: a field, the name of a procedure."""
    own = _longest_run(read.pieces, weights().frames[question])
    return read.tidied[own[0].start : own[-1].end] if own else ""


def _subject(read: Reading, question: Question) -> str:
    """The words after “về”; without such a cue those that no phrase of the question has."""
    if cue := _CUES.search(normalise.lower(read.tidied)):
        own = _without_the_asking(_until_mark(read.pieces, cue.end()))
    elif question in _ONLY_AFTER_CUE:
        return ""
    else:
        return _longest_about(read, question)
    return read.tidied[own[0].start : own[-1].end] if own else ""


def _until_mark(pieces: tuple[Piece, ...], start: int) -> list[Piece]:
    after = dropwhile(lambda piece: piece.start < start or bool(piece.mark), pieces)
    return list(takewhile(lambda piece: not piece.mark, after))


def _without_the_asking(run: list[Piece]) -> list[Piece]:
    """“tiêm chủng ai đang xử lý” → “tiêm chủng”; “giải quyết việc làm” stays whole."""
    subject = list(takewhile(lambda piece: _folded(piece) not in _ASKING, run))
    small = SMALL | _BEFORE_ASKING if len(subject) < len(run) else SMALL
    while subject and _folded(subject[-1]) in small:
        subject.pop()
    return list(dropwhile(lambda piece: _folded(piece) in SMALL, subject))


def _folded(piece: Piece) -> str:
    return piece.token.folded if piece.token else ""


def _longest_run(pieces: tuple[Piece, ...], frame: Set[str]) -> list[Piece]:
    """The most words in a row of which no two neighbours belong to the frame."""
    runs: list[list[Piece]] = [[]]
    for piece, following in zip_longest(pieces, pieces[1:]):
        fits = not piece.mark and (
            _is_content(piece, frame)
            or bool(runs[-1] and following and _is_content(following, frame))
        )
        if fits:
            runs[-1].append(piece)
        else:
            runs.append([])
    return max(runs, key=len)


def _is_content(piece: Piece, frame: Set[str]) -> bool:
    return (
        piece.token is not None
        and piece.token.folded not in SMALL
        and not set(written_out(piece.token)) <= frame
    )


_OWN_WAYS: dict[Question, Callable[[Reading], str]] = {
    Question.OFFICE_INFO: _facts,
    Question.DOSSIER_OVERDUE: _side_and_procedures,
    Question.ACCOUNT_CHANNEL: channels_said.channel_of,
    Question.REPORT_STATISTICS: _figures,
    **dict.fromkeys(OF_A_PROCEDURE, _procedure),
    **dict.fromkeys(_WITH_REASON, _reason),
}
