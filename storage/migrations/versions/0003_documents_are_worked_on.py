"""Documents are worked on in the chat: changes, extensions, leave, lists, ladder, budgets."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "documentchange",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column(
            "act",
            _one_of(
                "document_act",
                "registered",
                "corrected",
                "withdrawn",
                "assigned",
                "acknowledged",
                "done",
                "extended",
                "returned",
            ),
            nullable=False,
        ),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        _key("documentchange", "document_id", "incomingdocument"),
        _key("documentchange", "by_id", "person"),
        _key("documentchange", "account_id", "account"),
        sa.PrimaryKeyConstraint("id", name="pk_documentchange"),
    )
    op.create_index("ix_documentchange_by", "documentchange", ["by_id", "at"])
    op.create_index("ix_documentchange_document_id", "documentchange", ["document_id"])

    op.create_table(
        "extension",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("due_version", sa.Integer(), nullable=False),
        sa.Column("decider_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            _one_of("extension_state", "asked", "granted", "refused", "gone"),
            nullable=False,
        ),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        _key("extension", "document_id", "incomingdocument"),
        _key("extension", "asked_by_id", "person"),
        _key("extension", "decider_id", "person"),
        _key("extension", "decided_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name="pk_extension"),
    )
    op.create_index("ix_extension_document_id", "extension", ["document_id"])
    op.create_index("ix_extension_waiting", "extension", ["state", "decider_id"])

    op.create_table(
        "leave",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("stand_in_id", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column(
            "state",
            _one_of("leave_state", "asked", "accepted", "refused", "ended"),
            nullable=False,
        ),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        _key("leave", "person_id", "person"),
        _key("leave", "stand_in_id", "person"),
        sa.PrimaryKeyConstraint("id", name="pk_leave"),
    )
    op.create_index("ix_leave_person", "leave", ["person_id", "first_day", "last_day"])
    op.create_index("ix_leave_stand_in_id", "leave", ["stand_in_id"])

    op.create_table(
        "shownlist",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pushed", sa.Boolean(), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        _key("shownlist", "account_id", "account"),
        sa.PrimaryKeyConstraint("account_id", name="pk_shownlist"),
    )
    op.create_table(
        "ladderstep",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "item_kind",
            _one_of("item_kind", "meeting", "document", "dossier", "petition"),
            nullable=False,
        ),
        sa.Column("audience", _one_of("step_audience", "holder", "head", "leader"), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("repeats", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ladderstep"),
        sa.UniqueConstraint(
            "item_kind", "audience", "days", name="uq_ladderstep_item_kind_audience_days"
        ),
    )
    op.create_table(
        "channelbudget",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("period", _one_of("budget_period", "day", "month"), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.Column("reserve", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("channel", "period", name="pk_channelbudget"),
    )

    with op.batch_alter_table("incomingdocument") as document:
        document.add_column(sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True))
        document.add_column(
            sa.Column("expects_reply", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("incomingdocument") as document:
        document.alter_column("expects_reply", server_default=None)
    _checked(
        "incomingdocument",
        "document_state",
        "state",
        ["registered", "assigned", "processing", "done", "returned", "withdrawn"],
    )
    _checked(
        "message",
        "message_kind",
        "kind",
        [
            "brief",
            "meeting",
            "item",
            "reply",
            "account",
            "relay",
            "given",
            "urgent",
            "news",
            "calls",
            "alarm",
        ],
    )


def _one_of(name: str, *values: str) -> Any:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def _key(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_{table}_{column}")


def _checked(table: str, name: str, column: str, values: list[str]) -> None:
    """A closed set with new members."""
    constraint = op.f(f"ck_{table}_{name}")
    with op.batch_alter_table(table) as changed:
        changed.drop_constraint(constraint, type_="check")
        changed.create_check_constraint(constraint, sa.column(column).in_(values))
