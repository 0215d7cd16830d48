"""The weekly safety review and the log of adverse events on a database: carries out the ports of `coaching.safety_review`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from coaching.concern import Concern
from coaching.errors import MovedOn
from coaching.notebook import AuditRow
from coaching.safety_review import (
    AdverseEvent,
    Answered,
    Exchange,
    Expectedness,
    Judged,
    Looked,
    Opened,
    Question,
    Relatedness,
    Seriousness,
    Trace,
    Verdict,
)
from coaching.words import Words
from storage.engine import Clash, Database
from storage.keyring import Keyring
from storage.plain import from_json, to_json
from storage.reading import UNREADABLE
from storage.sealing import DataKey
from storage.units import reviews
from storage.writing import audit_row

Row = dict[str, Any]
NOTHING = Words("")


class SqlReviews:
    """Words are read with their participants' keys, and nothing of them is kept here; events are sealed with the service's own."""

    def __init__(self, database: Database, keyring: Keyring, key: DataKey) -> None:
        self._database = database
        self._keyring = keyring
        self._key = key

    async def trace(self, since: datetime, until: datetime) -> Trace:
        found = await self._database.look(partial(reviews.trace, since=since, until=until))

        def whose(row: Any) -> str:
            return found.now.get(row.participant_id, row.participant_id or "")

        return Trace(
            looked=[each for row in found.looked if (each := _looked(row, whose(row))) is not None],
            questions=[Question(row.id, row.participant_id, row.at, _about(row.wording)) for row in found.questions],
            answers=[Answered(whose(row), row.at, str(from_json(row.detail).get("answer", ""))) for row in found.answers],
            cases=[Opened(row.participant_id, row.opened_at, Concern(row.concern), row.review) for row in found.cases],
        )

    async def asked(self, questions: Sequence[Question], messages: Mapping[str, str]) -> list[Exchange]:
        wanted = [(each.line_id, each.participant_id) for each in questions]
        rows = await self._database.look(partial(reviews.asked, questions=wanted, messages=messages))
        keys = await self._keyring.of({question.participant_id for _, question, _ in rows})
        return [
            Exchange(question.id, question.participant_id, question.alias, *(_words(row, keys) for row in (message, question, answer)))
            for message, question, answer in rows
        ]

    async def said(self, line_ids: Collection[str], since: datetime, until: datetime) -> list[Exchange]:
        rows = await self._database.look(partial(reviews.said, names=line_ids, since=since, until=until))
        keys = await self._keyring.of({row.participant_id for row in rows})
        found = [Exchange(row.id, row.participant_id, row.alias, _words(row, keys)) for row in rows]
        return [each for each in found if each.message.text]

    async def said_no(self, participant_ids: Collection[str]) -> frozenset[str]:
        return await self._database.look(partial(reviews.said_no, participants=participant_ids))

    async def judged(self, week: str) -> list[Judged]:
        rows = await self._database.look(partial(reviews.judged, week=week))
        return [Judged(row.line_id, row.participant_id, row.week, Verdict(row.verdict), row.staff_id, row.at) for row in rows]

    async def judge(self, judged: Judged, row: AuditRow) -> None:
        kept = {"line_id": judged.line_id, "participant_id": judged.participant_id, "week": judged.week}
        kept |= {"verdict": judged.verdict.value, "staff_id": judged.by}
        note = audit_row(row, judged.participant_id)
        await self._database.do(partial(reviews.judge, row=kept | {"at": judged.at}, note=note))

    async def seen(self, rows: Sequence[tuple[AuditRow, str]]) -> None:
        await self._database.do(partial(reviews.note_all, rows=[audit_row(row, whose) for row, whose in rows]))

    # -- adverse events ---------------------------------------------------------------------------------------------------------

    async def events(self) -> list[AdverseEvent]:
        return [self._event(row) for row in await self._database.look(reviews.events)]

    async def add_event(self, event: AdverseEvent, row: AuditRow) -> AdverseEvent:
        note = audit_row(row, event.participant_id or None)
        try:
            number = await self._database.do(partial(reviews.add_event, row=self._row(event), note=note))
        except Clash as error:
            raise MovedOn("Another event was written down at this moment: try again.") from error
        return replace(event, number=number)

    def _row(self, event: AdverseEvent) -> Row:
        words = [event.happened.text, event.action.text, event.reported_to.text]
        return {
            "id": event.id,
            "number": event.number,
            "version": event.version,
            "on": event.on,
            "participant_id": event.participant_id or None,
            "sealed": self._key.seal("adverse_event", "sealed", event.id, to_json(words)),
            "seriousness": event.seriousness.value,
            "expectedness": event.expectedness.value,
            "relatedness": event.relatedness.value,
            "staff_id": event.by,
            "at": event.at,
        }

    def _event(self, row: Any) -> AdverseEvent:
        happened, action, reported_to = from_json(self._key.open("adverse_event", "sealed", row.id, row.sealed))
        return AdverseEvent(
            id=row.id,
            number=row.number,
            version=row.version,
            on=row.on,
            participant_id=row.participant_id or "",
            happened=Words(happened),
            seriousness=Seriousness(row.seriousness),
            expectedness=Expectedness(row.expectedness),
            relatedness=Relatedness(row.relatedness),
            action=Words(action),
            reported_to=Words(reported_to),
            by=row.staff_id,
            at=row.at,
            alias=row.alias or "",
        )


def _looked(row: Any, whose: str) -> Looked | None:
    """One decision of a turn; None of what was decided as a message arrived, which its turn repeats."""
    detail = from_json(row.detail)
    if detail.get("where") != "turn":
        return None
    return Looked(str(detail.get("message", "")), whose, row.at, str(detail.get("action", "")), bool(detail.get("consented")))


def _about(wording: str) -> str:
    return wording.removeprefix(reviews.ASKED).removesuffix(".unquoted")


def _words(row: Any, keys: Mapping[str, DataKey]) -> Words:
    """What is in a line; nothing where it was taken back, or cannot be read any more."""
    if row is None or row.words is None or row.participant_id not in keys:
        return NOTHING
    try:
        return Words(keys[row.participant_id].open("line", "words", row.id, row.words).decode("utf-8", "surrogatepass"))
    except UNREADABLE:
        return NOTHING
