"""`coachbot staff`: who works for a programme. Each change is checked, stored with its row of the audit, and told in a line."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from coachbot.appointed import NO_LEAD, tied_sentence
from coachbot.mind import shipped_library
from coachbot.opening import Claim, master_key, open_notebook
from coachbot.readiness import all_problems, programme_of
from coachbot.settings import Settings, database_url, keys_url
from coachbot.staff_options import Given, changed, knowing_their_own, refuse
from coachbot.staff_shown import stretch_of, told
from coachbot.timekeeping import FreshNames, WallClock
from coaching.casework import Casework
from coaching.concern import Detail
from coaching.errors import SettingsError, StaffRefused
from coaching.logins import Logins
from coaching.notebook import AuditRow
from coaching.staff import Away, Role, Staff, Supervised
from console.authenticator import address_of, new_secret
from handoff.hours import instant
from handoff.roster import leads, tied_lead
from handoff.welfare import LONGEST_SITTING, NoSitting, no_sitting

BY = "command line"


@dataclass(frozen=True, slots=True)
class Office:
    """What the commands work with. `zone` is the programme's; `second` are the roles for which a code is not enough to sign in."""

    casework: Casework
    logins: Logins
    zone: str
    now: datetime
    names: FreshNames
    second: frozenset[Role] = frozenset()

    async def person(self, wanted: str) -> Staff:
        """Who is meant, by id or by the whole name. StaffRefused where nobody is, or several are."""
        staff = await self.casework.staff()
        found = [each for each in staff if wanted.strip().casefold() in (each.id.casefold(), each.name.casefold())]
        if len(found) != 1:
            known = "nobody has" if not found else "several people have"
            raise StaffRefused(f"{wanted}: {known} this id or name. See who there is: coachbot staff list.")
        return found[0]

    async def store(self, person: Staff, what: str, **detail: str) -> Staff:
        told: Detail = {"staff": person.id, "by": BY, **detail}
        await self.casework.add_staff(person, AuditRow(self.names.new(), self.now, what, told))
        return person

    def midnight(self, day: date) -> datetime:
        """When a day begins in the programme's zone."""
        return instant(datetime.combine(day, time()), ZoneInfo(self.zone))

    def after(self, day: date) -> datetime:
        """When a day has ended."""
        return self.midnight(day + timedelta(days=1))


@asynccontextmanager
async def office(settings: Settings) -> AsyncIterator[Office]:
    """Beside a running service, which hears of every change at once. SettingsError where nothing can be kept."""
    if problems := all_problems(settings):
        raise SettingsError("\n".join(problems))
    clock, names = WallClock(), FreshNames()
    programme = programme_of(settings, shipped_library())
    stores = database_url(settings), keys_url(settings), master_key(settings)
    async with open_notebook(*stores, clock=clock, names=names, programme=programme, claim=Claim.IF_FREE) as opened:
        yield Office(opened.casework, opened.storage.logins, programme.zone, clock.now(), names, settings.console.roles)


# -- the commands ---------------------------------------------------------------------------------------------------------------


async def add(settings: Settings, name: str, given: Given) -> list[str]:
    """Somebody new. StaffRefused says why not."""
    async with office(settings) as at:
        made = Staff(at.names.new(), name.strip(), frozenset())
        person = refuse(knowing_their_own(changed(made, given, await _called(at, given)), given))
        await at.store(person, "staff.added", roles=" ".join(sorted(person.roles)))
        told = f"{person.name} is on the staff ({', '.join(sorted(person.roles))}). Id: {person.id}"
        return [told, *await _missing(at), *await _without_second(at, person)]


async def change(settings: Settings, wanted: str, given: Given) -> list[str]:
    """What is given anew; everything else stays."""
    named = sorted(name for name, value in given.items() if value is not None)
    if not named:
        raise StaffRefused("Nothing to change was given: see coachbot staff change --help.")
    async with office(settings) as at:
        was = await at.person(wanted)
        person = refuse(changed(was, given, await _called(at, given)))
        await at.store(person, "staff.changed", options=" ".join(named), roles=" ".join(sorted(person.roles)))
        return [f"{person.name} is changed: {', '.join(named)}.", *await _missing(at), *await _without_second(at, person)]


async def leave(settings: Settings, wanted: str, on: date | None) -> list[str]:
    """They work here no longer: from now on, or after their last day."""
    async with office(settings) as at:
        was = await at.person(wanted)
        left_at = at.now if on is None else at.after(on)
        await at.store(replace(was, left_at=left_at), "staff.left", at=left_at.isoformat())
        return [f"{was.name} has left." if left_at <= at.now else f"{was.name} leaves after {on}.", *await _missing(at)]


async def away(settings: Settings, wanted: str, since: date | None, until: date | None) -> list[str]:
    """They take nothing new from a day on, until the last day of it; without days from now on, and for as long as it takes."""
    async with office(settings) as at:
        was = await at.person(wanted)
        stretch = Away(at.now if since is None else at.midnight(since), None if until is None else at.after(until))
        if stretch.until is not None and stretch.until <= max(stretch.since, at.now):
            raise StaffRefused("--until is over before it begins: give the last day away, as 2026-12-31.")
        kept = tuple(each for each in was.away if each.until is None or each.until > at.now)
        await at.store(replace(was, away=(*kept, stretch)), "staff.away", **stretch_of(stretch))
        return [f"{was.name} is away {told(stretch, at.zone)}."]


async def back(settings: Settings, wanted: str) -> list[str]:
    """They are here again: what they are away for now has ended, and so has their having left. What is to come stays."""
    async with office(settings) as at:
        was = await at.person(wanted)
        gone = was.left_at is not None and was.left_at <= at.now
        coming = tuple(each for each in was.away if each.since > at.now)
        person = refuse(replace(was, away=coming, left_at=None))
        await at.store(person, "staff.back", after="left" if gone else "away")
        return [f"{was.name} is back."]


async def supervised(settings: Settings, wanted: str, minutes: int, on: date | None, by: str) -> list[str]:
    """A sitting of individual supervision: whose, how long, on which day, and with whom."""
    async with office(settings) as at:
        person, supervisor = await at.person(wanted), await at.person(by)
        begun = at.midnight(on or at.now.astimezone(ZoneInfo(at.zone)).date())
        _refuse_sitting(person, supervisor, minutes, begun, at.now)
        told: Detail = {"staff": person.id, "by": supervisor.id, "minutes": minutes}
        row = AuditRow(at.names.new(), at.now, "staff.supervised", told)
        await at.casework.add_supervision(person.id, Supervised(begun, minutes / 60), supervisor.id, row)
        return [f"{minutes} minutes of {person.name} with {supervisor.name} are written down."]


def _refuse_sitting(person: Staff, supervisor: Staff, minutes: int, begun: datetime, now: datetime) -> None:
    sentences = {
        NoSitting.SELF: "Nobody supervises themselves: name with --by who did.",
        NoSitting.ROLE: f"{supervisor.name} is no supervisor: coachbot staff change {supervisor.id} --role supervisor.",
        NoSitting.LENGTH: f"--minutes is from 1 to {LONGEST_SITTING}.",
        NoSitting.COMING: "--on is a day that is still to come: a sitting is written down once it has been.",
    }
    if why := no_sitting(person, supervisor, minutes, begun, now):
        raise StaffRefused(sentences[why])


async def totp(settings: Settings, wanted: str, off: bool) -> list[str]:
    """A second factor for signing in by a code: what is printed is shown this once. `off` takes it away."""
    async with office(settings) as at:
        person, secret = await at.person(wanted), None if off else new_secret()
        told: Detail = {"staff": person.id, "by": BY}
        row = AuditRow(at.names.new(), at.now, "staff.totp_off" if off else "staff.totp", told)
        await at.logins.set_factor(person.id, secret, row)
        lacks = await _without_second(at, person)
    if secret is None:
        return [f"{person.name} has no authenticator any more.", *lacks] if lacks else [f"{person.name} signs in without a number again."]
    return [address_of(secret, person.name), f"{person.name} needs a number from an authenticator now. This address is not shown again."]


async def everybody(settings: Settings) -> tuple[list[Staff], Mapping[str, str], datetime]:
    """The staff, the aliases of the participants whom any of them is tied to, and when this was."""
    async with office(settings) as at:
        staff = await at.casework.staff()
        tied = {name for each in staff for name in (*each.ties.line, *each.ties.conflicts, each.ties.participant_id) if name}
        return staff, await at.casework.aliases(tied), at.now


async def _missing(at: Office) -> list[str]:
    staff = await at.casework.staff()
    lead = tied_lead(staff, at.now)
    return [*([] if leads(staff, at.now) else [NO_LEAD]), *([tied_sentence(lead.name)] if lead else [])]


async def _without_second(at: Office, person: Staff) -> list[str]:
    """That a code alone will not let them in."""
    if not at.second & person.roles or await at.logins.factor(person.id) is not None:
        return []
    return [f"{person.name} cannot sign in by a code before they have an authenticator: coachbot staff totp {person.id}."]


async def _called(at: Office, given: Given) -> Mapping[str, str]:
    """The participants named by alias. StaffRefused where an alias is nobody's."""
    named = {alias for option in ("line", "conflict") for alias in given.get(option) or () if alias}
    named |= {alias for alias in [given.get("is_participant")] if alias}
    found = await at.casework.called(named)
    if unknown := sorted(named - found.keys()):
        raise StaffRefused(f"No participant is called {', '.join(unknown)}: an alias stands in coachbot cases.")
    return found
