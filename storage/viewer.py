"""Who is looking: the one value on which every right depends."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person is in the office; decides which rows they may see."""

    CITIZEN = "citizen"
    OFFICER = "officer"  # chuyên viên
    CLERK = "clerk"  # văn thư
    HEAD = "head"  # trưởng phòng
    LEADER = "leader"  # Chủ tịch, Phó Chủ tịch, Chánh và Phó Chánh Văn phòng
    ADMIN = "admin"
    OFFICE = "office"  # the program itself, in jobs


class DutyKind(StrEnum):
    """What a person does beside their role."""

    PETITION_DESK = "petition_desk"
    MEETING_SECRETARY = "meeting_secretary"
    UNIT_DUTY = "unit_duty"
    CLASSIFIED_COUNTS = "classified_counts"


STAFF = frozenset({Role.OFFICER, Role.CLERK, Role.HEAD, Role.LEADER, Role.ADMIN})


@dataclass(frozen=True, kw_only=True)
class Viewer:
    """The person behind an account, as a value: it outlives the transaction it was read in."""

    role: Role
    person_id: int | None = None
    unit_id: int | None = None
    name: str = ""
    title: str = ""
    duties: frozenset[DutyKind] = frozenset()
    account_id: int | None = None
    channel: str = ""
    language: str | None = None  # the person's habit; None until they have one
    actor_id: int | None = None  # who in truth acts, when it is “thay mặt” this person
    stands_in_for: frozenset[int] = frozenset()  # who is on leave today, this person in their place

    @property
    def on_behalf(self) -> bool:
        """Somebody else acts for this person, openly (“thay mặt”)."""
        return self.actor_id is not None

    @property
    def is_staff(self) -> bool:
        """Somebody of the office, not a citizen."""
        return self.role in STAFF

    def answers_for(self, holder_id: int | None) -> bool:
        """What lies with this person is theirs to do, or of somebody they stand in for today."""
        return holder_id is not None and holder_id in {self.person_id, *self.stands_in_for}

    @property
    def given_name(self) -> str:
        """What people are called by: the last word of a Vietnamese name."""
        return self.name.split()[-1] if self.name else ""

    @property
    def rights(self) -> "Viewer":
        """The same person, without what no right depends on: statements are kept by it."""
        return Viewer(
            role=self.role,
            person_id=self.person_id,
            unit_id=self.unit_id,
            duties=self.duties,
            actor_id=self.actor_id,
            stands_in_for=self.stands_in_for,
        )

    @classmethod
    def office(cls) -> "Viewer":
        """The office itself: what jobs use, said in so many words. Never made from a message."""
        return cls(role=Role.OFFICE)

    @classmethod
    def stranger(
        cls, *, channel: str = "", account_id: int | None = None, language: str | None = None
    ) -> "Viewer":
        """Nobody known: sees what is public."""
        return cls(role=Role.CITIZEN, channel=channel, account_id=account_id, language=language)
