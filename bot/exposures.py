"""How much may be said where: the office's table, over what the program starts from.

What is said on a messenger lies abroad (Luật 91/2025/QH15), so people of the office get numbers and
dates there until their office decides otherwise.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.channels import Capabilities, Channel
from handlers.limits import Levels
from storage.models import Exposure, Level, Noun
from storage.viewer import Role

Cell = tuple[str, Noun, Role]


@dataclass(frozen=True)
class Exposures:
    """The table: by channel, noun and role."""

    set_cells: Mapping[Cell, Level] = field(default_factory=dict)

    @classmethod
    def of(cls, cells: Iterable[Exposure]) -> "Exposures":
        """The table with these cells set."""
        return cls({(cell.channel, cell.noun, cell.role): cell.level for cell in cells})

    def levels(self, channel: Channel, role: Role) -> Levels:
        """How much may be said of each noun to somebody of this role on this channel."""
        return {noun: self.level(channel.name, channel.can, noun, role) for noun in Noun}

    def sets(self, name: str, noun: Noun, role: Role) -> bool:
        """The office has said so itself."""
        return (name, noun, role) in self.set_cells

    def level(self, name: str, can: Capabilities, noun: Noun, role: Role) -> Level:
        """One cell: as it is set, else the program's own; never more than may leave the office."""
        if can.own_page:
            return Level.FULL
        level = self.set_cells.get((name, noun, role), default(can, role))
        return Level.BRIEF if level is Level.FULL and stays_inside(can, noun, role) else level


def default(can: Capabilities, role: Role) -> Level:
    """Citizens hear what they may see: they typed the code themselves. The office gets a brief."""
    return Level.BRIEF if can.leaves_the_office and role is not Role.CITIZEN else Level.FULL


def refusal(can: Capabilities, noun: Noun, role: Role, level: Level) -> str:
    """Why a cell cannot be set so; empty if it can."""
    if can.own_page:
        return "this is the office's own page, where everything is said that a person may see."
    if level is Level.FULL and stays_inside(can, noun, role):
        return "what is internal may not leave the office; brief is the most."
    return ""


def stays_inside(can: Capabilities, noun: Noun, role: Role) -> bool:
    """“Lưu hành nội bộ”: what is internal of meetings, and their papers, no office may let out."""
    return can.leaves_the_office and noun is Noun.MEETINGS and role is not Role.CITIZEN
