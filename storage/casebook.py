"""The open cases of some people, looked up before something is raised: what is raised then opens a case, or adds to one of these."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import structlog

from coaching.concern import Case, Concern, Detail, Layer, Urgency
from coaching.notebook import AuditRow, CaseSeen
from coaching.ports import Names
from storage.engine import Database
from storage.units import cases
from storage.units.cases import Raising
from storage.writing import audit_row

Row = dict[str, Any]
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Open:
    """An open case. `known`: it is in the database, and not of this batch. `told_at`: when its whole safety text was put out last."""

    id: str
    rank: int
    review: bool
    told_at: datetime | None
    known: bool = True


class Casebook:
    """Made for one batch or one page; it keeps up with what that raises."""

    def __init__(self, opened: dict[tuple[str, str], Open], names: Names) -> None:
        self._opened = opened
        self._names = names

    def name(self, participant: str, case: Case) -> str:
        """The open case that this one adds to, or nothing."""
        before = self._opened.get((participant, case.concern))
        return "" if before is None else before.id

    def told_at(self, participant: str, case: Case) -> datetime | None:
        """When the whole text was put out last for the case that this one adds to; None where it is new, or more serious than before."""
        before = self._opened.get((participant, case.concern))
        return None if before is None or _raises(case, before) else before.told_at

    def raising(
        self, participant: str, case: Case, now: datetime, told_at: datetime | None = None, decision: Detail | None = None
    ) -> Raising:
        """The rows of raising this case. `told_at`: the whole text goes out with it. `decision` is its row of the audit."""
        before = self._opened.get((participant, case.concern))
        name = case.id if before is None else before.id
        raises = not case.review and (before is None or _raises(case, before))
        self._opened[participant, case.concern] = _after(name, case, before, told_at)
        detail = {"case": name, "concern": case.concern.value, "kind": case.kind, "urgency": case.urgency.value, "review": case.review}
        decided = [] if decision is None else [self._audit("safety.decision", {**decision, "case": name}, participant, now)]
        return Raising(
            row=_row(name, participant, case, told_at),
            known=before is not None and before.known,
            raises=raises,
            alert=None if case.review else _alert(self._names.new(), name, participant, case, now),
            note=self._audit("", detail, participant, now),
            audit=decided,
        )

    def _audit(self, what: str, detail: Detail, participant: str, now: datetime) -> Row:
        return audit_row(AuditRow(self._names.new(), now, what, detail), participant)


async def casebook(database: Database, names: Names, participants: Collection[str]) -> Casebook:
    """The open cases of these people as they stand now."""
    rows = await database.look(partial(cases.opened_of, participants=participants)) if participants else []
    return Casebook({(row.participant_id, row.concern): Open(row.id, row.rank, row.review, row.told_at) for row in rows}, names)


def case_seen(row: Any) -> CaseSeen:
    """A case from a row of `cases.seen`."""
    return CaseSeen(
        id=row.id,
        alias=row.alias,
        concern=Concern(row.concern),
        urgency=Urgency(row.urgency),
        kind=row.kind,
        source=Layer(row.source),
        review=row.review,
        opened_at=row.opened_at,
        messages=row.messages,
        state=row.state,
        ending=row.ending,
    )


def _raises(case: Case, before: Open) -> bool:
    """Whether people have to be called anew: it is more urgent than before, or nobody was to be called so far."""
    return not case.review and (before.review or case.urgency.rank < before.rank)


def _after(name: str, case: Case, before: Open | None, told_at: datetime | None) -> Open:
    if before is None:
        return Open(name, case.urgency.rank, case.review, told_at, known=False)
    rank, review = min(before.rank, case.urgency.rank), before.review and case.review
    return Open(name, rank, review, told_at or before.told_at, before.known)


def _row(name: str, participant: str, case: Case, told_at: datetime | None) -> Row:
    return {
        "id": name,
        "participant_id": participant,
        "concern": case.concern.value,
        "kind": case.kind,
        "urgency": case.urgency.value,
        "rank": case.urgency.rank,
        "source": case.source.value,
        "review": case.review,
        "opened_at": case.opened_at,
        "latest_at": case.opened_at,
        "told_at": told_at,
    }


def _alert(name: str, case_id: str, participant: str, case: Case, now: datetime) -> Row:
    return {"id": name, "participant_id": participant, "case_id": case_id, "urgency": case.urgency.value, "made_at": now}


def tell(raisings: Sequence[Raising]) -> None:
    """Say in the log, loudly and without a word of anybody, what was just committed."""
    for name, raising in {each.row["id"]: each for each in raisings}.items():
        row = raising.row
        known = {"case": name, "participant": row["participant_id"], "concern": row["concern"], "urgency": row["urgency"]}
        log.error("case.added" if raising.known else "case.opened", review=row["review"], **known)
