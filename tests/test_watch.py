"""That the watch over all tests' statements sees what it is there for."""

import ast
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import SQLModel

from storage import documents, dossiers, meetings, people
from storage.engine import Store
from storage.rights import MARK
from storage.viewer import Role, Viewer
from tests.doors import DOORS, OWNED, PRIVATE, PUBLIC
from tests.watch import ROOT, lacking, watch

TABLES = SQLModel.metadata.tables
INCOMING, DOSSIER, MEETING = TABLES["incomingdocument"], TABLES["dossier"], TABLES["meeting"]
PERSON, LINES, NOTICE = TABLES["person"], TABLES["chatline"], TABLES["notice"]
LEADER = Viewer(role=Role.LEADER, person_id=1)
NOBODY = Viewer(role=Role.HEAD)

PLANTED = """
import sqlalchemy as sa

async def read_all(db, table):
    await (await db.connection()).execute(sa.select(table.c.id))
"""


def the_program() -> Any:
    """A function of the program that forgets to ask."""
    names: dict[str, Any] = {}
    code = compile(PLANTED, f"{ROOT}/storage/planted.py", "exec")
    exec(code, names)  # noqa: S102 - as if it stood in that file
    return names["read_all"]


async def test_a_statement_of_the_program_without_anybodys_rights_is_found(
    sqlite_store: Store,
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await the_program()(db, DOSSIER)
    assert watch.take() == ["storage/planted.py:read_all asks nobody's rights on dossier"]


async def test_a_test_may_look_at_everything(sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await (await db.connection()).execute(sa.select(DOSSIER.c.id))
    assert watch.take() == []


async def test_what_is_nobodys_may_be_read_by_the_program(sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await the_program()(db, TABLES["unit"])
    assert watch.take() == []


ASKED = documents.visible_to(LEADER)


@pytest.mark.parametrize(
    ("statement", "lacks"),
    [
        (sa.select(INCOMING.c.id), {"incomingdocument"}),
        (sa.select(INCOMING.c.id).where(ASKED), set()),
        (sa.select(INCOMING.c.id).where(sa.or_(ASKED, INCOMING.c.id == 1)), set()),
        # The mark of another table is no answer.
        (sa.select(DOSSIER.c.id, INCOMING.c.id).where(ASKED), {"dossier"}),
        (sa.select(DOSSIER.c.id).where(ASKED), {"dossier"}),
        # Nothing is read, so nobody need be asked.
        (sa.select(DOSSIER.c.id).where(sa.and_(dossiers.visible_to(NOBODY), sa.false())), set()),
        # Every part of a union for itself.
        (
            sa.union_all(sa.select(INCOMING.c.id).where(ASKED), sa.select(INCOMING.c.id)),
            {"incomingdocument"},
        ),
        # What is joined to a row that may be seen.
        (
            sa.select(
                sa.select(sa.func.count())
                .where(TABLES["participant"].c.meeting_id == MEETING.c.id)
                .scalar_subquery()
            ).where(meetings.visible_to(LEADER)),
            set(),
        ),
        (sa.update(INCOMING).where(ASKED).values(state="done"), set()),
        (sa.update(INCOMING).where(INCOMING.c.id == 1).values(state="done"), {"incomingdocument"}),
        (sa.delete(DOSSIER).where(DOSSIER.c.id.in_(sa.select(DOSSIER.c.id))), {"dossier"}),
        (
            sa.insert(NOTICE).from_select(["item_id"], sa.select(INCOMING.c.id)),
            {"incomingdocument"},
        ),
        # A name beside a record, and a name by itself.
        (
            sa.select(PERSON.c.name)
            .join(INCOMING, INCOMING.c.holder_id == PERSON.c.id)
            .where(ASKED),
            set(),
        ),
        (sa.select(PERSON.c.name), {"person"}),
        (sa.select(PERSON.c.name).where(people.visible_to(LEADER)), set()),
        # The lines of a chat are read by its number alone.
        (sa.select(LINES.c.html).where(LINES.c.chat_id == 12), set()),
        (sa.select(LINES.c.chat_id).where(LINES.c.ours), {"chatline"}),
    ],
)
def test_what_a_statement_lacks(statement: Any, lacks: set[str]) -> None:
    assert lacking(statement) == lacks


def test_every_table_is_somebodys_or_nobodys() -> None:
    """Whoever adds a table says in `tests/doors.py` whose its rows are."""
    assert sorted(TABLES) == sorted([*PRIVATE, *OWNED, *PUBLIC])


def functions_of(file: str) -> dict[str, ast.AST]:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return {
        node.name: node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def test_every_door_leads_somewhere_and_says_why() -> None:
    for door in DOORS:
        assert door.why
        for function in door.functions:
            file, _, name = function.partition(":")
            assert name.split(".")[-1] in functions_of(file), f"{function} is not there any more"


def test_each_private_table_has_one_function_that_decides() -> None:
    deciding = [
        str(decorator.args[0].value)
        for file in sorted((ROOT / "storage").glob("*.py"))
        for node in functions_of(str(file.relative_to(ROOT))).values()
        for decorator in getattr(node, "decorator_list", [])
        if isinstance(decorator, ast.Call)
        and isinstance(decorator.func, ast.Name)
        and decorator.func.id == "decides"
        and isinstance(decorator.args[0], ast.Constant)
    ]
    assert sorted(deciding) == sorted({*PRIVATE.values()})


def test_a_mark_changes_nothing_in_the_statement() -> None:
    marked = sa.select(INCOMING.c.id).where(ASKED)
    bare = sa.select(INCOMING.c.id).where(sa.true())
    assert str(marked) == str(bare)
    assert ASKED.name.startswith(MARK)
