"""Verdicts of the weekly safety review, and the log of adverse events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.types import NUMBER, UTC

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "verdict",
        sa.Column("seq", NUMBER, autoincrement=True, nullable=False),
        sa.Column("line_id", sa.String(length=32), nullable=False),
        sa.Column("participant_id", sa.String(length=32), nullable=False),
        sa.Column("week", sa.String(length=8), nullable=False),
        sa.Column("verdict", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("at", UTC(), nullable=False),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name=op.f("fk_verdict_participant_id_participant")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_verdict")),
    )
    op.create_index(op.f("ix_verdict_participant_id"), "verdict", ["participant_id"])
    op.create_index(op.f("ix_verdict_week"), "verdict", ["week"])
    op.create_table(
        "adverse_event",
        sa.Column("seq", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("participant_id", sa.String(length=32), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("seriousness", sa.String(length=32), nullable=False),
        sa.Column("expectedness", sa.String(length=32), nullable=False),
        sa.Column("relatedness", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("at", UTC(), nullable=False),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name=op.f("fk_adverse_event_participant_id_participant")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_adverse_event")),
        sa.UniqueConstraint("id", name=op.f("uq_adverse_event_id")),
        sa.UniqueConstraint("number", "version", name=op.f("uq_adverse_event_number_version")),
    )
    op.create_index(op.f("ix_adverse_event_participant_id"), "adverse_event", ["participant_id"])


def downgrade() -> None:
    op.drop_table("adverse_event")
    op.drop_table("verdict")
