"""In which language somebody is answered: the same on all their channels."""

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import Account

_account = SQLModel.metadata.tables[str(Account.__tablename__)]
_this = _account.alias("this")
_SPEAKS = (
    sa.update(_account)
    .where(
        sa.or_(
            _account.c.id == sa.bindparam("account_id"),
            _account.c.person_id
            == sa.select(_this.c.person_id)
            .where(_this.c.id == sa.bindparam("account_id"))
            .scalar_subquery(),
        )
    )
    .values(language=sa.bindparam("spoken"))
)


async def choose(db: AsyncSession, account_id: int, language: str) -> None:
    """The language this account wants to be answered in; its person's others too."""
    await (await db.connection()).execute(_SPEAKS, {"account_id": account_id, "spoken": language})
