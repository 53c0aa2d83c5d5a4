"""What can be asked, as buttons that ask what stands on them: typing their words does the same.

A question that the help shall show is one line of `EXAMPLES`, and its words in both languages.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal, NamedTuple

from aiogram.types import InlineKeyboardButton

from handlers.keyboards import asking
from handlers.replies import Buttons
from handlers.texts import Say
from handlers.understanding import understand
from handlers.understanding.asked import Lexicon, Question
from storage.viewer import STAFF, Role, Viewer

SHORT = 20  # letters: two such buttons stand beside each other on a phone
Reader = Role | Literal["stranger"]
STRANGER: Reader = "stranger"  # nobody is known behind the account
ANYBODY = frozenset({*Role, STRANGER})
CITIZENS = frozenset({Role.CITIZEN, STRANGER})
IN_A_ROOM = frozenset({Role.OFFICER, Role.CLERK, Role.HEAD})
OWN_CASES = frozenset({Role.CITIZEN, Role.OFFICER, Role.CLERK})
REGISTER = frozenset({Role.CLERK, Role.LEADER})
WITH_FIGURES = frozenset({Role.OFFICER, Role.CLERK, Role.HEAD, Role.LEADER})
WITH_DOSSIERS = frozenset({Role.OFFICER, Role.HEAD, Role.LEADER})
ANSWER_FOR_OTHERS = frozenset({Role.CLERK, Role.HEAD, Role.LEADER, Role.ADMIN})


class Topic(StrEnum):
    """What a screen of the help is about, in their order."""

    DAY = "day"
    RECORDS = "records"
    OTHER = "other"


@dataclass(frozen=True)
class Example:
    """A question in the words of a text, and for whom."""

    text: str  # its id
    question: Question
    topic: Topic
    readers: Collection[Reader]
    often: bool = False  # wanted so often that a greeting offers it too
    oneself: bool = False  # about one's own accounts: not while acting for somebody

    def is_for(self, viewer: Viewer) -> bool:
        """Whether this person can use it."""
        reader = viewer.role if viewer.is_staff or viewer.person_id else STRANGER
        return reader in self.readers and not (self.oneself and viewer.on_behalf)


class Lists(NamedTuple):
    """What lies with one person, with a unit or with the whole office."""

    overdue: Example
    due_soon: Example
    dossiers: Example
    petitions: Example


_DAY, _RECORDS, _OTHER = Topic
HELP = Example("help-ask-help", Question.HELP, _OTHER, ())
MEETINGS = Example("help-ask-meetings", Question.MEETING_SCHEDULE, _DAY, STAFF, often=True)
DOSSIERS = Example("help-ask-dossiers", Question.DOSSIER_STATUS, _RECORDS, OWN_CASES, often=True)
OWN_LISTS = Lists(
    overdue=Example("help-ask-overdue", Question.DOCUMENT_OVERDUE, _RECORDS, {Role.OFFICER}),
    due_soon=Example("help-ask-due-soon", Question.DOCUMENT_DUE_SOON, _RECORDS, {Role.OFFICER}),
    dossiers=DOSSIERS,
    petitions=Example("help-ask-petitions", Question.PETITION_STATUS, _RECORDS, OWN_CASES),
)
UNIT_LISTS = Lists(
    overdue=Example("help-ask-overdue-unit", Question.DOCUMENT_OVERDUE, _RECORDS, {Role.HEAD}),
    due_soon=Example("help-ask-due-soon-unit", Question.DOCUMENT_DUE_SOON, _RECORDS, {Role.HEAD}),
    dossiers=Example("help-ask-dossiers-unit", Question.DOSSIER_STATUS, _RECORDS, {Role.HEAD}),
    petitions=Example("help-ask-petitions-unit", Question.PETITION_STATUS, _RECORDS, {Role.HEAD}),
)
ALL_LISTS = Lists(
    overdue=Example("help-ask-overdue-all", Question.DOCUMENT_OVERDUE, _RECORDS, REGISTER),
    due_soon=Example("help-ask-due-soon-all", Question.DOCUMENT_DUE_SOON, _RECORDS, REGISTER),
    dossiers=Example("help-ask-dossiers-all", Question.DOSSIER_STATUS, _RECORDS, {Role.LEADER}),
    petitions=Example("help-ask-petitions-all", Question.PETITION_STATUS, _RECORDS, {Role.LEADER}),
)
LISTS = {Role.HEAD: UNIT_LISTS, Role.LEADER: ALL_LISTS}
"""Whose work somebody answers for, where that is more than their own."""

EXAMPLES = (
    Example("help-ask-today", Question.BRIEF_TODAY, _DAY, STAFF, often=True),
    Example("help-ask-tomorrow", Question.BRIEF_TODAY, _DAY, STAFF),
    MEETINGS,
    Example("help-ask-meetings-week", Question.MEETING_SCHEDULE, _DAY, STAFF),
    Example("help-ask-meetings-unit", Question.MEETING_SCHEDULE, _DAY, IN_A_ROOM),
    Example("help-ask-meetings-all", Question.MEETING_SCHEDULE, _DAY, STAFF),
    Example("help-ask-dossier", Question.DOSSIER_STATUS, _RECORDS, {STRANGER}, often=True),
    Example("help-ask-register", Question.DOCUMENT_REGISTER, _RECORDS, {Role.CLERK}),
    *ALL_LISTS,
    *UNIT_LISTS,
    *OWN_LISTS,
    Example("help-ask-dossiers-late", Question.DOSSIER_OVERDUE, _RECORDS, WITH_DOSSIERS),
    Example("help-ask-statistics", Question.REPORT_STATISTICS, _RECORDS, WITH_FIGURES),
    Example("help-ask-procedure", Question.PROCEDURE_LOOKUP, _RECORDS, CITIZENS, often=True),
    Example("help-ask-followed", Question.DOSSIER_FOLLOWED, _RECORDS, CITIZENS),
    Example("help-ask-person", Question.HUMAN_HANDOFF, _OTHER, CITIZENS, often=True),
    Example("help-ask-reception", Question.CITIZEN_RECEPTION_SCHEDULE, _OTHER, CITIZENS),
    Example("help-ask-hours", Question.OFFICE_INFO, _OTHER, ANYBODY, often=True),
    Example("help-ask-address", Question.OFFICE_INFO, _OTHER, CITIZENS, often=True),
    Example("help-ask-leave", Question.LEAVE_SET, _OTHER, STAFF, oneself=True),
    Example("help-ask-rehearsal", Question.REMINDER_REHEARSAL, _OTHER, {Role.LEADER, Role.ADMIN}),
    Example("help-ask-unreached", Question.REMINDER_UNDELIVERED, _OTHER, ANSWER_FOR_OTHERS),
    Example("help-ask-data", Question.DATA_MINE, _OTHER, ANYBODY),
    Example("help-ask-lost", Question.ACCOUNT_LOST, _OTHER, STAFF, oneself=True),
    Example("help-ask-language", Question.LANGUAGE_SWITCH, _OTHER, ANYBODY),
    Example("help-ask-chief", Question.PERSON_LOOKUP, _OTHER, ANYBODY),
    Example("help-ask-colleagues", Question.PERSON_LOOKUP, _OTHER, IN_A_ROOM),
    Example("help-ask-channel", Question.ACCOUNT_CHANNEL, _OTHER, STAFF, oneself=True),
    Example("help-ask-accounts", Question.ACCOUNT_LIST, _OTHER, STAFF, oneself=True),
)


@dataclass(frozen=True, kw_only=True)
class Examples:
    """Makes the buttons for one person, as their words are understood now."""

    viewer: Viewer
    say: Say
    now: dt.datetime
    lexicon: Lexicon

    def of(self, examples: Iterable[Example]) -> Buttons:
        """These, short ones two beside each other."""
        return in_rows([self._button(example) for example in examples])

    def often(self) -> Buttons:
        """What this person wants most, and the help."""
        return self.of([*(one for one in shown_to(self.viewer) if one.often), HELP])

    def about(self, examples: Sequence[Example]) -> Buttons:
        """These and the help; where there are none, what is wanted most."""
        return self.of([*examples, HELP]) if examples else self.often()

    def _button(self, example: Example) -> InlineKeyboardButton:
        words = self.say(example.text)
        meant = understand(
            words,
            now=self.now,
            viewer=self.viewer,
            lexicon=self.lexicon,
            habit=self.say.language,
        )
        return asking(words, replace(meant, question=example.question, runner_up=None))


def shown_to(viewer: Viewer) -> list[Example]:
    """All that this person can use, in the order of the table."""
    return [example for example in EXAMPLES if example.is_for(viewer)]


def in_rows(buttons: Sequence[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """One below the other; two short ones that follow each other share a row."""
    rows: list[list[InlineKeyboardButton]] = []
    for button in buttons:
        has_room = bool(rows) and len(rows[-1]) == 1
        if has_room and max(len(button.text), len(rows[-1][0].text)) <= SHORT:
            rows[-1].append(button)
        else:
            rows.append([button])
    return rows
