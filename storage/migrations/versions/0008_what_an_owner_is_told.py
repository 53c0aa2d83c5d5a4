"""What the owner of a dossier is told: its step, what is asked for, the fee, how it comes."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

RESULT_BY = ("counter", "post", "electronic")


def upgrade() -> None:
    with op.batch_alter_table("dossier") as dossier:
        dossier.add_column(_words("step"))
        dossier.add_column(_words("asked_in"))
        dossier.add_column(sa.Column("asked_until", sa.Date(), nullable=True))
        dossier.add_column(sa.Column("fee_due", sa.BigInteger(), nullable=True))
        dossier.add_column(_words("fee_how"))
        dossier.add_column(sa.Column("result_by", sa.String(length=32), nullable=True))
        dossier.create_check_constraint(
            op.f("ck_dossier_result_by"), sa.column("result_by").in_(RESULT_BY)
        )
    with op.batch_alter_table("dossier") as dossier:
        for name in ("step", "asked_in", "fee_how"):
            dossier.alter_column(name, server_default=None)


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default="")
