"""Dossiers are followed: who follows which, what they were told, apologies that were issued."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

MESSAGE_KINDS = (
    *("brief", "meeting", "item", "moved", "reply", "account", "relay"),
    *("given", "urgent", "news", "calls", "alarm", "follow", "apology"),
)


def upgrade() -> None:
    op.create_table(
        "dossierfollow",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("known_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("after_event", sa.Integer(), nullable=False),
        _key("dossierfollow", "account_id", "account"),
        _key("dossierfollow", "dossier_id", "dossier"),
        sa.PrimaryKeyConstraint("account_id", "dossier_id", name="pk_dossierfollow"),
    )
    op.create_index("ix_dossierfollow_dossier_id", "dossierfollow", ["dossier_id"])
    op.create_table(
        "dossiernews",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=False),
        _key("dossiernews", "event_id", "dossierevent"),
        _key("dossiernews", "account_id", "account"),
        _key("dossiernews", "message_id", "message"),
        sa.PrimaryKeyConstraint("event_id", "account_id", name="pk_dossiernews"),
    )
    op.create_index("ix_dossiernews_message_id", "dossiernews", ["message_id"])
    op.create_table(
        "dossierapology",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("due_version", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        _key("dossierapology", "dossier_id", "dossier"),
        _key("dossierapology", "by_id", "person"),
        _key("dossierapology", "event_id", "dossierevent"),
        sa.PrimaryKeyConstraint("id", name="pk_dossierapology"),
        sa.UniqueConstraint("event_id", name="uq_dossierapology_event_id"),
        sa.UniqueConstraint(
            "dossier_id", "due_version", name="uq_dossierapology_dossier_id_due_version"
        ),
    )
    name = op.f("ck_message_message_kind")
    with op.batch_alter_table("message") as message:
        message.drop_constraint(name, type_="check")
        message.create_check_constraint(name, sa.column("kind").in_(MESSAGE_KINDS))
    op.create_index("ix_message_account", "message", ["account_id", "state"])


def _key(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_{table}_{column}")
