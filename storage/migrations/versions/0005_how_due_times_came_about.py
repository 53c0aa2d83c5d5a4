"""How due times came about: rules, pauses, and what a change of days moved."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

ITEM_KINDS = ("meeting", "document", "dossier", "petition")
MESSAGE_KINDS = (
    *("brief", "meeting", "item", "moved", "reply", "account", "relay"),
    *("given", "urgent", "news", "calls", "alarm"),
)
TIME_UNITS = ("working_days", "calendar_days", "working_hours", "months")


def upgrade() -> None:
    op.create_table(
        "duepause",
        sa.Column("id", sa.Integer(), nullable=False),
        _item_kind(),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_duepause"),
    )
    op.create_index("ix_due_pause_item", "duepause", ["item_kind", "item_id"])
    op.create_table(
        "duemove",
        sa.Column("id", sa.Integer(), nullable=False),
        _item_kind(),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("due_version", sa.Integer(), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("from_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("to_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("days", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_duemove"),
        sa.UniqueConstraint(
            "item_kind", "item_id", "due_version", name="uq_duemove_item_kind_item_id_due_version"
        ),
    )
    with op.batch_alter_table("incomingdocument") as document:
        document.add_column(sa.Column("due_limit", sa.Integer(), nullable=True))
        document.add_column(sa.Column("due_unit", sa.String(length=32), nullable=True))
        document.add_column(sa.Column("due_from", sa.DateTime(timezone=True), nullable=True))
        document.add_column(sa.Column("due_set_by_id", sa.Integer(), nullable=True))
        document.create_foreign_key(
            "fk_incomingdocument_due_set_by_id", "person", ["due_set_by_id"], ["id"]
        )
        document.create_check_constraint(
            op.f("ck_incomingdocument_time_unit"), sa.column("due_unit").in_(TIME_UNITS)
        )
    with op.batch_alter_table("dayoverride") as day:
        day.add_column(sa.Column("counted_off", sa.Boolean(), nullable=True))
    _allow("message", "kind", "message_kind", MESSAGE_KINDS)
    _allow("procedure", "time_unit", "time_unit", TIME_UNITS)


def _item_kind() -> sa.Column[str]:
    kinds = sa.Enum(
        *ITEM_KINDS, name="item_kind", native_enum=False, create_constraint=True, length=32
    )
    return sa.Column("item_kind", kinds, nullable=False)


def _allow(table: str, column: str, enum: str, values: Sequence[str]) -> None:
    name = op.f(f"ck_{table}_{enum}")
    with op.batch_alter_table(table) as changed:
        changed.drop_constraint(name, type_="check")
        changed.create_check_constraint(name, sa.column(column).in_(values))
