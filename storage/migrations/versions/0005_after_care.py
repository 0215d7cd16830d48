"""After-care of whoever had a case of danger."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.types import NUMBER, UTC

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "after_care",
        sa.Column("seq", NUMBER, autoincrement=True, nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("since", UTC(), nullable=False),
        sa.Column("done_at", UTC(), nullable=True),
        sa.Column("done_by", sa.String(length=32), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_after_care")),
    )
    with op.batch_alter_table("after_care", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_after_care_staff_id"), ["staff_id"], unique=False)


def downgrade() -> None:
    op.drop_table("after_care")
