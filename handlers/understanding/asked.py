"""What a message was understood to ask: the value that travels from the words to a handler."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from handlers.understanding.bare import Bare
from handlers.understanding.digits import Digits
from scheduler.calendar import WorkingCalendar


class Question(StrEnum):
    """Everything that can be asked. The name is the handler's file and the prefix of its texts."""

    MEETING_SCHEDULE = "meeting.schedule"
    MEETING_DETAIL = "meeting.detail"
    MEETING_DOCUMENTS = "meeting.documents"
    MEETING_RSVP = "meeting.rsvp"
    MEETING_FREE_TIME = "meeting.free_time"
    DOSSIER_STATUS = "dossier.status"
    DOSSIER_OVERDUE = "dossier.overdue"
    DOSSIER_FOLLOW = "dossier.follow"
    DOSSIER_UNFOLLOW = "dossier.unfollow"
    DOSSIER_FOLLOWED = "dossier.followed"
    PROCEDURE_LOOKUP = "procedure.lookup"
    PROCEDURE_REQUIRED_PAPERS = "procedure.required_papers"
    PROCEDURE_FEE_TIME = "procedure.fee_time"
    DOCUMENT_STATUS = "document.status"
    DOCUMENT_OVERDUE = "document.overdue"
    DOCUMENT_DUE_SOON = "document.due_soon"
    DOCUMENT_INCOMING_COUNT = "document.incoming_count"
    DOCUMENT_ACKNOWLEDGE = "document.acknowledge"
    DOCUMENT_EXTEND = "document.extend"
    DOCUMENT_HAND_BACK = "document.hand_back"
    DOCUMENT_DECIDE = "document.decide"
    DOCUMENT_WAITING = "document.waiting"
    DOCUMENT_UNDO = "document.undo"
    DOCUMENT_REGISTER = "document.register"
    DOCUMENT_CORRECT = "document.correct"
    DOCUMENT_WITHDRAW = "document.withdraw"
    DOCUMENT_ASSIGN = "document.assign"
    DOCUMENT_CLOSE = "document.close"
    DOCUMENT_CLASSIFIED = "document.classified"
    PETITION_SUBMIT = "petition.submit"
    PETITION_STATUS = "petition.status"
    PETITION_RULES = "petition.rules"
    CITIZEN_RECEPTION_SCHEDULE = "citizen_reception.schedule"
    DIRECTIVE_STATUS = "directive.status"
    REPORT_STATISTICS = "report.statistics"
    REMINDER_SNOOZE = "reminder.snooze"
    REMINDER_ACK = "reminder.ack"
    REMINDER_REHEARSAL = "reminder.rehearsal"
    LEAVE_SET = "leave.set"
    REMINDER_UNDELIVERED = "reminder.undelivered"
    BRIEF_TODAY = "brief.today"
    OFFICE_INFO = "office.info"
    PERSON_LOOKUP = "person.lookup"
    HUMAN_HANDOFF = "human.handoff"
    DATA_MINE = "data.mine"
    DATA_DELETE = "data.delete"
    DATA_REQUEST = "data.request"
    DATA_STATUS = "data.status"
    ACCOUNT_LIST = "account.list"
    ACCOUNT_LEAVE = "account.leave"
    ACCOUNT_LOST = "account.lost"
    ACCOUNT_PAGE = "account.page"
    ACCOUNT_CHANNEL = "account.channel"
    AUDIT_WHO_SAW = "audit.who_saw"
    HELP = "help"
    GREETING = "greeting"
    THANKS_BYE = "thanks_bye"
    NOT_MEANT = "not_meant"
    LANGUAGE_SWITCH = "language.switch"
    OUT_OF_SCOPE = "out_of_scope"


class Lacking(StrEnum):
    """The one thing that a question still needs. Once asked for, it may be said bare."""

    DAY = "day"
    SUBJECT = "subject"  # words, or the number of a document
    SOMEBODY = "somebody"  # a name, a title, a unit or a field of work
    UNIT = "unit"
    DOSSIER = "dossier"  # its code
    DOCUMENT = "document"  # its number, or that of a line of the list that was sent last


class Grain(StrEnum):
    """How finely a time was said."""

    MINUTE = "minute"
    HOUR = "hour"
    PART = "part"  # of a day: morning, afternoon, evening
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    SPAN = "span"  # from … to …


@dataclass(frozen=True, kw_only=True)
class Interval:
    """A time as people say it: [start, end), aware, in the office's zone.

    A side that is None is open: “trước thứ 6” has no start, “từ 25/11” no end. Never both.
    """

    start: datetime | None
    end: datetime | None
    grain: Grain
    said: bool = True  # False: assumed

    @property
    def first_day(self) -> date | None:
        """The day on which it starts."""
        return self.start.date() if self.start else None

    @property
    def last_day(self) -> date | None:
        """The last day that it touches: its end itself is outside."""
        return (self.end - datetime.resolution).date() if self.end else None

    def holds(self, day: date) -> bool:
        """Whether it touches this day."""
        first, last = self.first_day, self.last_day
        return (first is None or first <= day) and (last is None or day <= last)


@dataclass(frozen=True, kw_only=True)
class Slots:
    """What the question is about. Everything that was not said is None, False or empty."""

    when: Interval | None = None
    no_such_day: str = ""  # instead of it: “30/2”, as it was said
    dossier_code: str | None = None  # in its printed form
    digits: Digits | None = None  # of a number that is given with the code, or alone
    petition_code: str | None = None
    document_number: str | None = None  # as far as said: “3100/QĐ-UBND”, “3100/QĐ”, “CV 12/KGVX”
    person_id: int | None = None
    people: tuple[int, ...] = ()  # who may be meant, where the words do not say which one
    unit_id: int | None = None
    repaired: bool = False  # the code was not typed so: whoever typed it is asked
    mine: bool = False  # “của tôi”, “phòng mình” is unit_id
    whole_office: bool = False  # “cả văn phòng”, “toàn cơ quan”
    item_id: int | None = None  # of a record that a button names
    numbers: tuple[int, ...] = ()  # of lines of the list that was sent last
    language: str | None = None  # the one asked for in language.switch
    topic: str = ""  # what is left to look up: “giờ làm việc”, “địa chỉ”, words of a subject


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The question, how sure we are, and what else it may have been."""

    question: Question
    confidence: float  # 0 … 1
    runner_up: Question | None = None  # set when the two are about as likely
    slots: Slots = field(default_factory=Slots)
    second: Question | None = None  # what else it may have been, however unlikely
    language: str = "vi"  # of the words: “vi” or “en”
    offset: int = 0  # how many lines of the list were seen already
    turns_page: bool = False  # by a button under the list, which goes on in its own message
    lacks: Lacking | None = None  # what its asker was asked for
    bare: Bare | None = None  # “ừ”, “thôi”: the words only answer what was asked back
    also: tuple["Asked", ...] = ()  # what the same message asks besides, in its order


@dataclass(frozen=True, kw_only=True)
class KnownPerson:
    """A person as the words may name them."""

    id: int
    name: str
    title: str
    short_title: str
    unit_id: int | None


@dataclass(frozen=True, kw_only=True)
class KnownUnit:
    """A unit as the words may name it."""

    id: int
    code: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """What understanding must know of this office. Built from the store when it changes."""

    people: tuple[KnownPerson, ...] = ()
    units: tuple[KnownUnit, ...] = ()
    calendar: WorkingCalendar = field(default_factory=WorkingCalendar)
    version: int = 0
