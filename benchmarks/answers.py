"""A store that answers at once: what the real one said, said again without any SQL.

An update is answered once from the real store while `kept` writes down every statement with its
rows. `replayed` then gives the same rows to the same statements in the same order, from memory.

Left out is all of SQL: compiling, binding, the driver, the transaction, making rows. What stays
is what handlers and the functions of `storage` do themselves: building statements and turning
rows into values.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any, cast

from sqlmodel.ext.asyncio.session import AsyncSession

from storage.engine import Store


class Rows:
    """An answer of the store, with the faces of a result that `storage` looks at."""

    def __init__(self, rows: Sequence[Any], rowcount: int = -1) -> None:
        self.rows = rows
        self.rowcount = rowcount

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)

    def all(self) -> list[Any]:
        return list(self.rows)

    def first(self) -> Any:
        return self.rows[0] if self.rows else None

    one_or_none = first

    def one(self) -> Any:
        return self.rows[0]

    def scalar(self) -> Any:
        return self.rows[0][0] if self.rows else None

    scalar_one = scalar_one_or_none = scalar

    def scalars(self) -> "Rows":
        return Rows([row[0] for row in self.rows])

    def mappings(self) -> "Rows":
        return Rows([row._mapping for row in self.rows])  # noqa: SLF001 - public, says SQLAlchemy


@dataclass(frozen=True)
class Said:
    """One statement and its answer. `on_session`: through the session, as entities."""

    statement: Any
    values: Any
    on_session: bool
    answer: Rows


@dataclass
class Script:
    """The transactions of one update, each with what was said in it."""

    transactions: list[list[Said]] = field(default_factory=list)


Ask = Callable[[Any, Any, bool], Awaitable[Rows]]


class Asking:
    """As much of a session, and of its connection, as an update uses; `ask` does the work."""

    def __init__(self, dialect: Any, ask: Ask) -> None:
        self.dialect = dialect
        self.info: dict[str, Any] = {}
        self.ask = ask

    async def __aenter__(self) -> "Asking":
        return self

    async def __aexit__(self, *_: object) -> None:
        return None

    def begin(self) -> "Asking":
        return self

    async def connection(self) -> "Asking":
        return self

    async def execute(self, statement: Any, values: Any = None) -> Rows:
        return await self.ask(statement, values, False)

    async def scalar(self, statement: Any, values: Any = None) -> Any:
        return (await self.ask(statement, values, False)).scalar()

    async def exec(self, statement: Any) -> Rows:
        return await self.ask(statement, None, True)


def kept(store: Store) -> tuple[Store, Script]:
    """A store that answers as ever, and the script of what is asked of it."""
    script = Script()

    @asynccontextmanager
    async def session() -> AsyncGenerator[Asking]:
        transaction: list[Said] = []

        async def ask(statement: Any, values: Any, on_session: bool) -> Rows:
            answer = await said_to(db, statement, values, on_session=on_session)
            transaction.append(Said(statement, values, on_session, answer))
            return answer

        async with store.sessions() as db, db.begin():
            yield Asking((await db.connection()).dialect, ask)
        script.transactions.append(transaction)

    return replace(store, sessions=cast(Any, session)), script


def replayed(store: Store, script: Script) -> Store:
    """A store that gives the answers of the script, transaction after transaction, for ever."""
    dialect = store.engine.dialect
    number = 0

    def session() -> Asking:
        nonlocal number
        transaction = script.transactions[number % len(script.transactions)]
        number += 1
        answers = iter(transaction)

        async def ask(_statement: Any, _values: Any, _on_session: bool) -> Rows:
            return next(answers).answer

        return Asking(dialect, ask)

    return replace(store, sessions=cast(Any, session))


async def said_to(db: AsyncSession, statement: Any, values: Any, *, on_session: bool) -> Rows:
    """Run one statement on a real session and take all its rows."""
    if on_session:
        return Rows((await db.exec(statement)).all())
    result = await (await db.connection()).execute(statement, values)
    return Rows(result.all() if result.returns_rows else (), result.rowcount)
