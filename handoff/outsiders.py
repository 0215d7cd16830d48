"""Somebody where only the staff should be: it is written down, and whoever answers for safety hears of it. Nothing is passed on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import structlog

from coaching.casework import DeskParcel
from coaching.delivery import Sent
from coaching.effects import Say
from coaching.notebook import AuditRow
from coaching.staff import Role, Staff
from handoff.desk import Work
from handoff.ladder import Means
from handoff.posting import Way

TOLD_AGAIN = timedelta(hours=1)  # of the same person and the same thing; every time is written down
ORDER = (Means.SLACK, Means.TELEGRAM, Means.EMAIL)
HEAR = frozenset({Role.SAFETY_LEAD, Role.SUPERVISOR})
log = structlog.get_logger(__name__)


class Outsiders:
    """Raises the alarm. `ways` are those of the hand-off."""

    def __init__(self, work: Work, ways: Mapping[Means, Way]) -> None:
        self._work = work
        self._ways = ways
        self._told: dict[tuple[str, str], datetime] = {}

    async def note(self, what: str, means: Means, whom: str, case_id: str = "") -> bool:
        """Write down that somebody (the platform's id) `joined`, `pressed` or `forged`; whether it is to be told."""
        log.critical("desk.outsider", what=what, means=means.value, case=case_id)
        file = await self._work.casework.file(case_id) if case_id else None
        now = self._work.clock.now()
        row = AuditRow(self._work.names.new(), now, f"desk.outsider.{what}", {"means": means.value, "account": whom, "case": case_id})
        await self._work.casework.audit([row], file.participant.id if file is not None else None)
        return self._is_new(what, whom)

    def _is_new(self, what: str, whom: str) -> bool:
        now = self._work.clock.now()
        self._told = {each: until for each, until in self._told.items() if until > now}
        known = (what, whom) in self._told
        self._told.setdefault((what, whom), now + TOLD_AGAIN)
        return not known

    async def tell(self, what: str, /, **blanks: str) -> int:
        """Tell the safety leads and the supervisors, each by the first means that takes it; how many could be told."""
        say, now = Say(f"desk.outsider.{what}", blanks), self._work.clock.now()
        told = 0
        for person in await self._work.casework.staff():
            if person.roles & HEAR and person.works(now):
                told += await self._tell(person, say)
        if not told:
            log.critical("desk.outsider.nobody_told", what=what)
        return told

    async def _tell(self, person: Staff, say: Say) -> bool:
        for means in ORDER:
            post = self._work.post(person, means, say, "line") if means in self._ways else None
            if post is not None and isinstance(await self._ways[means].show(DeskParcel(post, "", "")), Sent):
                return True
        return False
