"""Where people want to be told things first."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    with op.batch_alter_table("account") as account:
        account.add_column(
            sa.Column("preferred", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("account") as account:
        account.alter_column("preferred", server_default=None)
