"""Zalo: leave to speak, troubles of a channel, what it said in a month, files behind a link."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "channeltrouble",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "authorise",
                "quota",
                "administration",
                name="channel_trouble_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("channel", "kind", name="pk_channeltrouble"),
    )
    op.create_table(
        "channelcount",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("channel", "month", name="pk_channelcount"),
    )
    op.create_table(
        "zalogrant",
        sa.Column("app_id", sa.String(), nullable=False),
        sa.Column("access_token", sa.String(), nullable=False),
        sa.Column("refresh_token", sa.String(), nullable=False),
        sa.Column("previous_refresh_token", sa.String(), nullable=False),
        sa.Column("seed", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("renewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("renewing_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("pins", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("app_id", name="pk_zalogrant"),
    )
    op.create_table(
        "handedfile",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("mime", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_handedfile"),
    )
    for column in ("chat_id", "until"):
        op.create_index(f"ix_handedfile_{column}", "handedfile", [column])
