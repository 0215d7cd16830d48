"""What somebody at a desk is being asked, and where a case has its topic."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.types import UTC

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "desk_asked",
        sa.Column("means", sa.String(length=16), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", UTC(), nullable=False),
        sa.PrimaryKeyConstraint("means", "place", name=op.f("pk_desk_asked")),
    )
    op.create_table(
        "desk_topic",
        sa.Column("means", sa.String(length=16), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("topic", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_desk_topic_case_id_case")),
        sa.PrimaryKeyConstraint("means", "place", "case_id", name=op.f("pk_desk_topic")),
    )


def downgrade() -> None:
    op.drop_table("desk_topic")
    op.drop_table("desk_asked")
