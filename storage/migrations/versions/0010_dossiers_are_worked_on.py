"""Dossiers are worked on: what was done about one can be undone, and sheets of them imported."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

SHEETS = ("incoming", "outgoing", "dossiers", "people", "units", "facts", "days", "procedures")


def upgrade() -> None:
    op.create_table(
        "dossierchange",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_dossierchange_dossier_id"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name="fk_dossierchange_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_dossierchange"),
    )
    op.create_index("ix_dossierchange_dossier_id", "dossierchange", ["dossier_id"])
    op.create_index("ix_dossierchange_by", "dossierchange", ["by_id", "at"])
    with op.batch_alter_table("columnname") as names:
        names.drop_constraint(op.f("ck_columnname_sheet_kind"), type_="check")
        names.create_check_constraint(
            op.f("ck_columnname_sheet_kind"), sa.column("sheet").in_(SHEETS)
        )
