"""What a procedure needs is told: papers in detail, variants, fees by way, versions; imported."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

SHEETS = ("incoming", "outgoing", "people", "units", "facts", "days", "procedures")
TEXT, NUMBER, LIST = (sa.String(), ""), (sa.Integer(), "1"), (sa.JSON(), "[]")
COLUMNS: Mapping[str, tuple[Any, str]] = {
    "audience": TEXT,
    "place": TEXT,
    "fee_online": TEXT,
    "fee_post": TEXT,
    "sets": NUMBER,
    "variants": LIST,
    "conditions": TEXT,
    "url": TEXT,
    "version": NUMBER,
    "replaced_by": TEXT,
    "source": TEXT,
}


def upgrade() -> None:
    with op.batch_alter_table("procedure") as procedure:
        for name, (kind, default) in COLUMNS.items():
            procedure.add_column(sa.Column(name, kind, nullable=False, server_default=default))
        procedure.add_column(sa.Column("source_at", sa.DateTime(timezone=True), nullable=True))
        procedure.drop_constraint("uq_procedure_code", type_="unique")
        procedure.create_unique_constraint("uq_procedure_code_valid_from", ["code", "valid_from"])
    with op.batch_alter_table("procedure") as procedure:
        for name in COLUMNS:
            procedure.alter_column(name, server_default=None)
    _tell_papers_in_detail()
    _allow("columnname", "sheet", "sheet_kind", SHEETS)


def _tell_papers_in_detail() -> None:
    """“Bản vẽ” → {"name": "Bản vẽ"}."""
    table = sa.table("procedure", sa.column("id", sa.Integer()), sa.column("papers", sa.JSON()))
    connection = op.get_bind()
    for one, papers in connection.execute(sa.select(table.c.id, table.c.papers)).all():
        told = [{"name": paper} for paper in papers]
        connection.execute(sa.update(table).where(table.c.id == one).values(papers=told))


def _allow(table: str, column: str, enum: str, values: Sequence[str]) -> None:
    name = op.f(f"ck_{table}_{enum}")
    with op.batch_alter_table(table) as changed:
        changed.drop_constraint(name, type_="check")
        changed.create_check_constraint(name, sa.column(column).in_(values))
