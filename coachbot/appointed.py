"""Whether a programme has the people it cannot do without, looked at before anything is served."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

import structlog

from coachbot import forms
from coachbot.rotas import RotaKeeper
from coachbot.sandbox import people_of
from coaching.casework import Casework
from coaching.errors import SettingsError
from coaching.ports import Clock, Names
from coaching.programme import Programme
from coaching.staff import Role, Staff
from handoff.roster import callable_shifts, here, leads, tied_lead

log = structlog.get_logger(__name__)

SHOWN = 3  # names at most of those that nobody has
NO_LEAD = "Nobody on the staff is a safety lead, and no programme starts without one: coachbot staff add NAME --role safety_lead."
NO_COACH = "Nobody on the staff is a coach, so whoever asks for a person waits in vain: coachbot staff add NAME --role coach."


async def people_ready(programme: Programme, casework: Casework, keeper: RotaKeeper, clock: Clock, names: Names) -> None:
    """Make the sandbox's people, read the rota, look who there is. SettingsError says what keeps the programme from starting."""
    await people_of(programme, casework, clock, names)
    await keeper.read()
    staff, now = await casework.staff(), clock.now()
    if wrong := [*refusals(programme, staff, keeper, now)]:
        raise SettingsError("\n".join(wrong))
    for sentence in warnings(programme, staff, keeper, now):
        log.warning("staff.lacking", what=sentence)


def refusals(programme: Programme, staff: Sequence[Staff], keeper: RotaKeeper, now: datetime) -> Iterator[str]:
    """A calendar that cannot be reached at this moment is none: it may be there again in a minute."""
    if not leads(staff, now):
        yield NO_LEAD
    if not keeper.wanted:
        return
    if keeper.stale:
        if not forms.is_address(programme.calendar):
            yield keeper.stale
    elif not callable_shifts(keeper.shifts(now), staff, now):
        yield (
            f"The rota names nobody on the staff who may be called for safety{_names(keeper.unmatched)}: write names or e-mails as in "
            "coachbot staff list, and give each of them --safety-rota."
        )


def warnings(programme: Programme, staff: Sequence[Staff], keeper: RotaKeeper, now: datetime) -> Iterator[str]:
    """What will hurt sooner or later; for the log, so by ids."""
    shifts, known = keeper.shifts(now), {each.id: each for each in here(staff, now)}
    uncalled = {each.staff_id for each in shifts} - {each.staff_id for each in callable_shifts(shifts, staff, now)}
    if programme.staffed and not any(Role.COACH in each.roles for each in known.values()):
        yield NO_COACH
    if lead := tied_lead(staff, now):
        yield tied_sentence(lead.id)
    if keeper.stale:
        yield f"{keeper.stale} Until it can be read, whoever answers for safety is called first."
    if keeper.unmatched:
        yield f"Entries of the rota that name nobody on the staff, or several people at once: {len(keeper.unmatched)}."
    for name in sorted(uncalled & known.keys()):
        yield f"{name} has a shift, and is not named for it: coachbot staff change {name} --safety-rota."


def tied_sentence(lead: str) -> str:
    """What is wrong with a safety lead who is the only one and belongs to a team."""
    return (
        f"{lead} is the only safety lead and belongs to a team, or is coached here: nobody else can come to that team in its danger. "
        "Name a second one."
    )


def _names(unmatched: Sequence[str]) -> str:
    """A few of the titles in the rota."""
    return f" ({'; '.join(each[:60] for each in unmatched[:SHOWN])})" if unmatched else ""
