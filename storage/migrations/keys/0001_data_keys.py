"""Data keys."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.types import UTC

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "data_key",
        sa.Column("participant_id", sa.String(length=32), nullable=False),
        sa.Column("key_id", sa.String(length=32), nullable=False),
        sa.Column("master_id", sa.String(length=32), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", UTC(), nullable=False),
        sa.PrimaryKeyConstraint("participant_id", name=op.f("pk_data_key")),
    )


def downgrade() -> None:
    op.drop_table("data_key")
