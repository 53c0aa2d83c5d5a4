"""What the chat page and the server say to each other: one JSON object a frame.

Upwards, from the page (read by `frame_of`):

    {"text": "…", "ref": "…"}                 words; `ref` comes back with the line they became
    {"press": {"message": id, "data": "…"}}   a button under that message
    {"be": "van-thu"}                         speak as another persona (demonstration only)
    {"leave": true}                           sign out, on all pages of this browser
    {"before": id}                            older lines than this one
    {"after": id}                             lines that were missed since this one

Downwards every frame has a `kind`: see the classes. A line that the page has already is replaced
by one of the same id, so frames may arrive twice.
"""

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

MOST_BYTES = 256 * 1024  # room for 100 kB of text, also when half of it needs escaping
MOST_NUMBER = 2**53  # what a browser can count to

Number = Annotated[int, Field(ge=0, le=MOST_NUMBER)]


class Upward(BaseModel):
    """Anything the page says. What is not spelled out here is not understood."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Typed(Upward):
    """Words of the visitor."""

    text: str
    ref: Annotated[str, Field(max_length=64)] = ""


class Press(Upward):
    """Which button, under which message."""

    message: Number
    data: Annotated[str, Field(max_length=64)]


class Pressed(Upward):
    """A button was pressed. Whether it was ever offered is checked where all presses are."""

    press: Press


class Become(Upward):
    """Speak as another persona of the demonstration."""

    be: Annotated[str, Field(max_length=64)]


class Leave(Upward):
    """Whoever is signed in here signs out."""

    leave: Literal[True]


class Older(Upward):
    """The page was scrolled up: lines before this one."""

    before: Number


class Missed(Upward):
    """The page noticed a gap: lines after this one."""

    after: Number


UpwardFrame = Typed | Pressed | Become | Leave | Older | Missed
_upward: TypeAdapter[UpwardFrame] = TypeAdapter(UpwardFrame)


def frame_of(raw: str) -> UpwardFrame | None:
    """What the page said; None if it is nothing we know."""
    try:
        return _upward.validate_json(raw)
    except ValidationError:
        return None


@dataclass(frozen=True, kw_only=True)
class Button:
    """What stands on a button, and what comes back when it is pressed, or the page it opens."""

    text: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class FileLink:
    """A picture or a document under a line."""

    url: str
    name: str
    mime: str
    size: int


@dataclass(frozen=True, kw_only=True)
class Line:
    """One message as the page shows it. `html` has only b, i, u, s, code, pre and a."""

    kind: str = field(default="line", init=False)
    id: int
    ours: bool
    at: datetime
    html: str = ""
    buttons: tuple[tuple[Button, ...], ...] = ()
    file: FileLink | None = None
    edited: bool = False
    ref: str = ""


@dataclass(frozen=True, kw_only=True)
class Buttons:
    """Other buttons, or none, under a message whose words stay."""

    kind: str = field(default="buttons", init=False)
    id: int
    buttons: tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, kw_only=True)
class PersonaChoice:
    """Somebody the visitor of a demonstration may be."""

    key: str
    vi: str
    en: str


@dataclass(frozen=True, kw_only=True)
class Who:
    """Somebody of the office, as the head of the page names them."""

    name: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Hello:
    """The first frame, and again when somebody else is behind the page. Another `chat` is
    another history."""

    kind: str = field(default="hello", init=False)
    chat: str
    office: str
    zone: str
    demo: bool
    role: str
    who: Who | None  # is signed in here; nobody is in a demonstration, where all play parts
    persona: str | None
    personas: tuple[PersonaChoice, ...]
    opening: dict[str, str]  # who runs this and that a machine answers, by language


@dataclass(frozen=True, kw_only=True)
class History:
    """Lines of the past, oldest first; `more` tells whether there are older ones.

    `older` means that they were asked for with `before`, and `reset` that too much was missed:
    what the page shows is to be replaced.
    """

    kind: str = field(default="history", init=False)
    lines: tuple[Line, ...]
    more: bool = False
    older: bool = False
    reset: bool = False


@dataclass(frozen=True, kw_only=True)
class Typing:
    """The assistant is at work, or has finished with what was asked."""

    kind: str = field(default="typing", init=False)
    on: bool


@dataclass(frozen=True, kw_only=True)
class Toast:
    """A short word about a press."""

    kind: str = field(default="toast", init=False)
    text: str


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A frame that was not taken: `too-long`, `unreadable`, `unknown-persona`, `signed-out`."""

    kind: str = field(default="refused", init=False)
    why: str


@dataclass(frozen=True, kw_only=True)
class Over:
    """The last frame: nobody is signed in here any more, and the page comes in anew.

    `why` is `left`, `idle` or `ended`; `hours` is how long a session lasts without use, and
    `wait` the seconds until the page may come back: all pages of a browser share its new cookie.
    """

    kind: str = field(default="over", init=False)
    why: str
    hours: int
    wait: float = 0


@dataclass(frozen=True, kw_only=True)
class CatchUp:
    """The page was too slow and missed frames: it should ask with `after`."""

    kind: str = field(default="catch-up", init=False)


DownwardFrame = Line | Buttons | Hello | History | Typing | Toast | Refused | Over | CatchUp


def written(frame: DownwardFrame) -> str:
    """A frame as it goes over the wire."""
    return json.dumps(asdict(frame), ensure_ascii=False, default=datetime.isoformat)
