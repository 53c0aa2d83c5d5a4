"""Records are imported: what columns are called elsewhere, and where every record comes from."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "columnname",
        sa.Column(
            "sheet",
            sa.Enum(
                "incoming",
                "outgoing",
                "people",
                "units",
                "facts",
                "days",
                name="sheet_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("header", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("sheet", "header", name="pk_columnname"),
    )
    for table in ("unit", "person", "dayoverride"):
        with op.batch_alter_table(table) as changed:
            changed.add_column(sa.Column("source", sa.String(), nullable=False, server_default=""))
        with op.batch_alter_table(table) as changed:
            changed.alter_column("source", server_default=None)
    for table in ("unit", "person", "dayoverride", "officefact"):
        with op.batch_alter_table(table) as changed:
            changed.add_column(sa.Column("source_at", sa.DateTime(timezone=True), nullable=True))
