"""`coachbot cases`: who waits for a person, as a small table without anybody's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from coachbot.logs import start_logging
from coachbot.mind import shipped_library
from coachbot.opening import Claim, master_key, open_notebook
from coachbot.readiness import all_problems, programme_of
from coachbot.settings import Settings, database_url, keys_url
from coachbot.timekeeping import FreshNames, WallClock
from coaching.errors import SettingsError
from coaching.notebook import CaseSeen

COLUMNS = ("id", "alias", "concern", "urgency", "opened", "state")


async def seen(settings: Settings, *, closed: bool) -> list[CaseSeen]:
    """The open cases, or all of them; beside a running service, which is not disturbed. SettingsError where they cannot be read."""
    start_logging("ERROR")
    if problems := all_problems(settings):
        raise SettingsError("\n".join(problems))
    programme = programme_of(settings, shipped_library())
    stores = database_url(settings), keys_url(settings), master_key(settings)
    async with open_notebook(*stores, clock=WallClock(), names=FreshNames(), programme=programme, claim=Claim.IF_FREE) as opened:
        return await opened.notebook.cases(closed=closed)


def as_table(cases: Sequence[CaseSeen]) -> str:
    """One line a case under the names of the columns; the times are UTC."""
    rows = [COLUMNS, *(_row(case) for case in cases)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)


def _row(case: CaseSeen) -> tuple[str, ...]:
    concern = f"{case.concern} ({case.kind})" if case.kind else case.concern.value
    state = case.ending or ("review" if case.review else case.state)
    return case.id, case.alias, concern, case.urgency.value, f"{case.opened_at:%Y-%m-%d %H:%M}", state


def as_json(case: CaseSeen) -> dict[str, Any]:
    """Everything that may be seen of it."""
    return {**asdict(case), "opened_at": case.opened_at.isoformat()}
