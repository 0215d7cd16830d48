"""What `coachbot safety` does, beside a running service."""

from __future__ import annotations

import csv
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from coachbot.mind import shipped_library
from coachbot.opening import Claim, master_key, open_notebook
from coachbot.readiness import all_problems, programme_of
from coachbot.settings import Settings, database_url, keys_url
from coachbot.timekeeping import FreshNames, WallClock
from coaching.errors import CoachingError, SettingsError
from coaching.notebook import AuditRow
from handoff.reviewing import Reviewing
from handoff.safety_review import Week, figures

BY = "command line"
FEW = "fewer than 5 people"
NAMES = {
    "people": "people who wrote",
    "messages": "messages",
    "cases": "cases that somebody was called for",
    "alarms": "of them, about danger",
    "questions": "straight questions",
    "cases_in_1000": "cases in 1,000 messages",
    "alarms_in_1000": "alarms in 1,000 messages",
    "questions_in_1000": "straight questions in 1,000 messages",
    "answered_no": "of those answered, answered no",
    "drawn": "harmless messages drawn",
}


@asynccontextmanager
async def _reviewing(settings: Settings) -> AsyncIterator[Reviewing]:
    if problems := all_problems(settings):
        raise SettingsError("\n".join(problems))
    clock, names = WallClock(), FreshNames()
    programme = programme_of(settings, shipped_library())
    stores = database_url(settings), keys_url(settings), master_key(settings)
    async with open_notebook(*stores, clock=clock, names=names, programme=programme, claim=Claim.IF_FREE) as opened:
        reviews = opened.storage.reviews
        yield Reviewing(reviews, reviews, opened.casework, programme, clock, names, lambda text: (text, False))


async def reviewed(settings: Settings, wanted: str) -> dict[str, Any]:
    """One week in figures; each is None where fewer than five people are behind it. CoachingError where that is no week so far."""
    async with _reviewing(settings) as at:
        week = Week.read(wanted) if wanted else Week.of(at.today).later(-1)
        if week is None or week > Week.of(at.today):
            raise CoachingError(f"--week {wanted} is no week so far: write it as {Week.of(at.today)}.")
        told = (await at.rates(week, 1))[0]
        drawn, verdicts = await at.counted(week)
        return {**asdict(figures(told, guarded=True)), "drawn": drawn, "verdicts": dict(verdicts)}


def as_lines(told: dict[str, Any]) -> Sequence[str]:
    """The same for people."""
    rows = [f"{name}: {FEW if told[each] is None else told[each]}" for each, name in NAMES.items()]
    verdicts = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in told["verdicts"].items())
    return [f"week: {told['week']}", *rows, f"marked: {verdicts}"]


async def logged(settings: Settings, export: Path | None) -> str:
    """How many events there are, or where the log is now. CoachingError where the file cannot be made."""
    async with _reviewing(settings) as at:
        clock, names = WallClock(), FreshNames()
        if export is None:
            count = await at.count_events()
            return f"{count} adverse event{'' if count == 1 else 's'}. The log is written with --export FILE.csv."
        file = _new_file(export)
        rows = await at.exported(AuditRow(names.new(), clock.now(), "events.exported", {"by": BY}))
        with os.fdopen(file, "w", encoding="utf-8", newline="") as opened:
            csv.writer(opened, quoting=csv.QUOTE_ALL).writerows(rows)
        return f"{export}: {len(rows) - 1} rows. It tells of people's health: keep it as the protocol says."


def _new_file(path: Path) -> int:
    """A file that only its owner reads, and that was not there before."""
    try:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise CoachingError(f"{path} cannot be made ({error.strerror}): name a file that is not there yet, with --export.") from None
