"""The phrase files: what people say, under the question that they ask with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from handlers.understanding import reading
from handlers.understanding.asked import KnownPerson, KnownUnit, Lexicon, Question

FOLDER = Path(__file__).parents[1] / "texts"
SUBJECT = "<subject>"  # stands for {…} in a phrase

# The names that the phrases use, so that each is read as a name and not as a word.
EXAMPLES = Lexicon(
    people=(
        KnownPerson(id=1, name="Dũng", title="", short_title="", unit_id=1),
        KnownPerson(id=2, name="Hoa", title="", short_title="", unit_id=1),
    ),
    units=tuple(
        KnownUnit(id=number, code=code, name=name)
        for number, (code, name) in enumerate(
            [
                ("KGVX", "Phòng Khoa giáo – Văn xã"),
                ("NC", "Phòng Nội chính"),
                ("KT", "Phòng Kinh tế"),
                ("TTPVHCC", "Trung tâm Phục vụ hành chính công"),
            ],
            start=1,
        )
    ),
)

_HEADING = re.compile(r"\[(?P<question>[a-z_.]+)\]")
_BRACED = re.compile(r"\{[^}]*\}")
_STAND_IN = "xsubjectx"  # survives reading as one word


class PhraseError(ValueError):
    """A phrase file cannot be read. Its text names the file and the line."""


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """One way of asking a question, as somebody wrote it down."""

    question: Question
    written: str
    language: str

    @property
    def said(self) -> str:
        """What somebody would type: without the braces."""
        return self.written.replace("{", "").replace("}", "")


def all_phrases(folder: Path = FOLDER) -> Iterator[Phrase]:
    """Every phrase of every `<language>/<noun>.txt`, in the order of the files.

    PhraseError for a heading that names no question.
    """
    for file in sorted(folder.glob("*/*.txt")):
        question: Question | None = None
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            written = line.partition("#")[0].strip()
            if heading := _HEADING.fullmatch(written):
                try:
                    question = Question(heading["question"])
                except ValueError:
                    raise PhraseError(
                        f"{file}, line {number}: there is no question {written}."
                    ) from None
            elif written and question is not None:
                yield Phrase(question=question, written=written, language=file.parent.name)


def compared(written: str) -> list[str]:
    """The words of a phrase as they compare; a subject in braces is one word."""
    stood_in = _BRACED.sub(_STAND_IN, written)
    read = reading.read(stood_in, now=datetime(2026, 1, 1, tzinfo=UTC), lexicon=EXAMPLES)
    return [SUBJECT if word == _STAND_IN else word for word in read.compared()]
