"""People at their desks: staff, who held what, what was said to whom, notes, log-ins."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.types import UTC

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "login",
        sa.Column("token", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.LargeBinary(), nullable=True),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.Column("began_at", UTC(), nullable=False),
        sa.Column("signed_in_at", UTC(), nullable=True),
        sa.Column("seen_at", UTC(), nullable=False),
        sa.Column("ended_at", UTC(), nullable=True),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_login")),
    )
    with op.batch_alter_table("login", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_login_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "staff",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("plain", sa.String(length=8000), nullable=False),
        sa.Column("left_at", UTC(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
    )
    op.create_table(
        "approval",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("participant_id", sa.String(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", UTC(), nullable=False),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name=op.f("fk_approval_participant_id_participant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
    )
    with op.batch_alter_table("approval", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_approval_participant_id"), ["participant_id"], unique=False)

    op.create_table(
        "passed_on",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("participant_id", sa.String(length=32), nullable=False),
        sa.Column("line_id", sa.String(length=32), nullable=False),
        sa.Column("at", UTC(), nullable=False),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name=op.f("fk_passed_on_participant_id_participant")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_passed_on")),
    )
    with op.batch_alter_table("passed_on", schema=None) as batch_op:
        batch_op.create_index("ix_passed_on_of", ["participant_id", "seq"], unique=False)

    op.create_table(
        "pulse",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("at", UTC(), nullable=False),
        sa.Column("energy", sa.Integer(), nullable=False),
        sa.Column("meaning", sa.Integer(), nullable=False),
        sa.Column("load", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_pulse_staff_id_staff")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_pulse")),
    )
    with op.batch_alter_table("pulse", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pulse_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "staff_address",
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("value", sa.String(length=254), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_staff_address_staff_id_staff")),
        sa.PrimaryKeyConstraint("channel", "value", name=op.f("pk_staff_address")),
    )
    with op.batch_alter_table("staff_address", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_staff_address_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "staff_log",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("prompt", sa.String(length=64), server_default="", nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", UTC(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_staff_log_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_log")),
    )
    with op.batch_alter_table("staff_log", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_staff_log_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "supervision",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("at", UTC(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_supervision_staff_id_staff")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_supervision")),
        sa.UniqueConstraint("staff_id", "at", name=op.f("uq_supervision_staff_id_at")),
    )
    with op.batch_alter_table("supervision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_supervision_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "desk_post",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("participant_id", sa.String(length=32), nullable=False),
        sa.Column("means", sa.String(length=16), nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("private", sa.Boolean(create_constraint=True, name="private"), server_default=sa.false(), nullable=False),
        sa.Column("line_id", sa.String(length=32), server_default="", nullable=False),
        sa.Column("telling_id", sa.String(length=32), server_default="", nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=16), server_default="waiting", nullable=False),
        sa.Column("made_at", UTC(), nullable=False),
        sa.Column("not_before", UTC(), nullable=True),
        sa.Column("lease_until", UTC(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("doubtful", sa.Boolean(create_constraint=True, name="doubtful"), server_default=sa.false(), nullable=False),
        sa.Column("platform_id", sa.String(length=200), server_default="", nullable=False),
        sa.Column("why", sa.String(length=500), server_default="", nullable=False),
        sa.Column("closed_at", UTC(), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'sending', 'sent', 'unconfirmed', 'failed', 'held')", name=op.f("ck_desk_post_state")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_desk_post_case_id_case")),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name=op.f("fk_desk_post_participant_id_participant")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_desk_post")),
        sa.UniqueConstraint("id", name=op.f("uq_desk_post_id")),
    )
    with op.batch_alter_table("desk_post", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_desk_post_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_desk_post_participant_id"), ["participant_id"], unique=False)
        batch_op.create_index("ix_desk_post_shown", ["means", "place", "platform_id"], unique=False)
        batch_op.create_index(
            "ix_desk_post_waiting",
            ["seq"],
            unique=False,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )

    op.create_table(
        "note",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("participant_id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", UTC(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_note_case_id_case")),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name=op.f("fk_note_participant_id_participant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
    )
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_note_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_note_participant_id"), ["participant_id"], unique=False)

    op.create_table(
        "satisfaction",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("participant_id", sa.String(length=32), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("at", UTC(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["case.id"], name=op.f("fk_satisfaction_id_case")),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name=op.f("fk_satisfaction_participant_id_participant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_satisfaction")),
    )
    with op.batch_alter_table("satisfaction", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_satisfaction_participant_id"), ["participant_id"], unique=False)

    op.create_table(
        "telling",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("participant_id", sa.String(length=32), nullable=False),
        sa.Column("rung", sa.String(length=32), nullable=False),
        sa.Column("whom", sa.String(length=32), nullable=False),
        sa.Column("means", sa.String(length=16), nullable=False),
        sa.Column("at", UTC(), nullable=False),
        sa.Column("fate", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_telling_case_id_case")),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name=op.f("fk_telling_participant_id_participant")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_telling")),
        sa.UniqueConstraint("id", name=op.f("uq_telling_id")),
    )
    with op.batch_alter_table("telling", schema=None) as batch_op:
        batch_op.create_index("ix_telling_of", ["case_id", "at"], unique=False)
        batch_op.create_index(batch_op.f("ix_telling_participant_id"), ["participant_id"], unique=False)

    op.create_table(
        "tenure",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("participant_id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("since", UTC(), nullable=False),
        sa.Column("until", UTC(), nullable=True),
        sa.Column("first_word_at", UTC(), nullable=True),
        sa.Column("last_word_at", UTC(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_tenure_case_id_case")),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name=op.f("fk_tenure_participant_id_participant")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_tenure")),
    )
    with op.batch_alter_table("tenure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tenure_case_id"), ["case_id"], unique=False)
        batch_op.create_index("ix_tenure_of", ["staff_id", "since"], unique=False)
        batch_op.create_index(batch_op.f("ix_tenure_participant_id"), ["participant_id"], unique=False)

    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.add_column(sa.Column("number", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("version", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("to", sa.String(length=32), server_default="", nullable=False))
        batch_op.add_column(sa.Column("within", sa.String(length=40), server_default="", nullable=False))
        batch_op.add_column(sa.Column("due_at", UTC(), nullable=True))
        batch_op.add_column(sa.Column("since", UTC(), nullable=True))
        batch_op.add_column(sa.Column("look_at", UTC(), nullable=True))
        batch_op.add_column(sa.Column("held_by", sa.String(length=32), server_default="", nullable=False))
        batch_op.add_column(sa.Column("held_at", UTC(), nullable=True))
        batch_op.add_column(sa.Column("waits_since", UTC(), nullable=True))
        batch_op.add_column(sa.Column("left_by", sa.String(length=32), server_default="", nullable=False))
        batch_op.add_column(sa.Column("before", sa.String(length=32), server_default="", nullable=False))
        batch_op.add_column(sa.Column("previous", sa.String(length=32), server_default="", nullable=False))
        batch_op.add_column(sa.Column("declined", sa.String(length=2000), server_default="", nullable=False))
        batch_op.add_column(sa.Column("desk", sa.String(length=16), server_default="", nullable=False))
        batch_op.add_column(sa.Column("relayed", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("relayed_at", UTC(), nullable=True))
        batch_op.add_column(sa.Column("carded", sa.String(length=120), server_default="", nullable=False))
        batch_op.add_column(sa.Column("snoozed_until", UTC(), nullable=True))
        batch_op.add_column(sa.Column("incident_at", UTC(), nullable=True))
        batch_op.add_column(sa.Column("contact_ok", sa.Boolean(), server_default=sa.true(), nullable=False))
        batch_op.create_index(
            "ix_case_card",
            ["carded"],
            unique=False,
            sqlite_where=sa.text("closed_at IS NOT NULL AND carded <> ''"),
            postgresql_where=sa.text("closed_at IS NOT NULL AND carded <> ''"),
        )
        batch_op.create_index(
            "ix_case_held",
            ["held_by"],
            unique=False,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.create_index(
            "ix_case_look",
            ["look_at"],
            unique=False,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.create_index("uq_case_number", ["number"], unique=True)


def downgrade() -> None:
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.drop_index("uq_case_number")
        batch_op.drop_index("ix_case_look", sqlite_where=sa.text("closed_at IS NULL"), postgresql_where=sa.text("closed_at IS NULL"))
        batch_op.drop_index("ix_case_held", sqlite_where=sa.text("closed_at IS NULL"), postgresql_where=sa.text("closed_at IS NULL"))
        batch_op.drop_index(
            "ix_case_card",
            sqlite_where=sa.text("closed_at IS NOT NULL AND carded <> ''"),
            postgresql_where=sa.text("closed_at IS NOT NULL AND carded <> ''"),
        )
        batch_op.drop_column("contact_ok")
        batch_op.drop_column("incident_at")
        batch_op.drop_column("snoozed_until")
        batch_op.drop_column("carded")
        batch_op.drop_column("relayed_at")
        batch_op.drop_column("relayed")
        batch_op.drop_column("desk")
        batch_op.drop_column("declined")
        batch_op.drop_column("previous")
        batch_op.drop_column("before")
        batch_op.drop_column("left_by")
        batch_op.drop_column("waits_since")
        batch_op.drop_column("held_at")
        batch_op.drop_column("held_by")
        batch_op.drop_column("look_at")
        batch_op.drop_column("since")
        batch_op.drop_column("due_at")
        batch_op.drop_column("within")
        batch_op.drop_column("to")
        batch_op.drop_column("version")
        batch_op.drop_column("number")

    with op.batch_alter_table("tenure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tenure_participant_id"))
        batch_op.drop_index("ix_tenure_of")
        batch_op.drop_index(batch_op.f("ix_tenure_case_id"))

    op.drop_table("tenure")
    with op.batch_alter_table("telling", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_telling_participant_id"))
        batch_op.drop_index("ix_telling_of")

    op.drop_table("telling")
    with op.batch_alter_table("satisfaction", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_satisfaction_participant_id"))

    op.drop_table("satisfaction")
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_note_participant_id"))
        batch_op.drop_index(batch_op.f("ix_note_case_id"))

    op.drop_table("note")
    with op.batch_alter_table("desk_post", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_desk_post_waiting", sqlite_where=sa.text("closed_at IS NULL"), postgresql_where=sa.text("closed_at IS NULL")
        )
        batch_op.drop_index("ix_desk_post_shown")
        batch_op.drop_index(batch_op.f("ix_desk_post_participant_id"))
        batch_op.drop_index(batch_op.f("ix_desk_post_case_id"))

    op.drop_table("desk_post")
    with op.batch_alter_table("supervision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_supervision_staff_id"))

    op.drop_table("supervision")
    with op.batch_alter_table("staff_log", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_staff_log_staff_id"))

    op.drop_table("staff_log")
    with op.batch_alter_table("staff_address", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_staff_address_staff_id"))

    op.drop_table("staff_address")
    with op.batch_alter_table("pulse", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pulse_staff_id"))

    op.drop_table("pulse")
    with op.batch_alter_table("passed_on", schema=None) as batch_op:
        batch_op.drop_index("ix_passed_on_of")

    op.drop_table("passed_on")
    with op.batch_alter_table("approval", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_approval_participant_id"))

    op.drop_table("approval")
    op.drop_table("staff")
    with op.batch_alter_table("login", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_login_staff_id"))

    op.drop_table("login")
