"""When a case's edits were looked at was kept, and asked by nobody."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.types import UTC

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("case", "relayed_at")  # in place: other tables point to cases, so the table is not made anew


def downgrade() -> None:
    op.add_column("case", sa.Column("relayed_at", UTC(), nullable=True))
