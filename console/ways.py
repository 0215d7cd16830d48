"""Every address of the console, and who may use it. A route that is not here is not served; nothing else decides on roles."""

from __future__ import annotations

from dataclasses import dataclass

from coaching.staff import Role, Staff

HOME = "/console"
ANYBODY: frozenset[Role] | None = None  # signed in or not
STAFF = frozenset(Role)
SAFETY, BLIND = frozenset({Role.SAFETY_LEAD}), frozenset({Role.PROGRAMME_MANAGER, Role.RESEARCHER})
DESK = frozenset({Role.COACH, Role.SUPERVISOR, Role.SAFETY_LEAD, Role.ETHICAL_MENTOR})
SUPERVISING, MANAGING = frozenset({Role.SUPERVISOR}), frozenset({Role.PROGRAMME_MANAGER})


@dataclass(frozen=True, slots=True)
class Way:
    """One address: `roles` who may use it, `bars` whoever may not, whatever else they are; `secret` answers as if nothing were there."""

    name: str
    method: str
    path: str
    roles: frozenset[Role] | None
    bars: frozenset[Role] = frozenset()
    secret: bool = False

    def lets(self, person: Staff) -> bool:
        """Whether this person's roles let them in."""
        return self.roles is None or bool(self.roles & person.roles and not self.bars & person.roles)


WAYS = (
    Way("sign_in", "GET", "/sign-in", ANYBODY),
    Way("ask_code", "POST", "/sign-in/code", ANYBODY),
    Way("code", "GET", "/sign-in/code", ANYBODY),
    Way("give_code", "POST", "/sign-in/code/give", ANYBODY),
    Way("leave_for_provider", "GET", "/sign-in/provider", ANYBODY),
    Way("back_from_provider", "GET", "/sign-in/back", ANYBODY),
    Way("pick", "POST", "/sign-in/sandbox", ANYBODY),
    Way("signed_out", "GET", "/signed-out", ANYBODY),
    Way("sign_out", "POST", "/sign-out", STAFF),
    Way("sign_out_everywhere", "POST", "/sign-out/everywhere", STAFF),
    Way("home", "GET", "", STAFF),
    Way("events", "GET", "/events", STAFF),
    Way("week", "GET", "/week", DESK),
    Way("pulse", "POST", "/week/pulse", DESK),
    Way("entry", "POST", "/week/entry", DESK),
    Way("step_out", "POST", "/week/step-out", DESK),
    Way("step_in", "POST", "/week/step-in", DESK),
    Way("supervision", "GET", "/supervision", SUPERVISING, MANAGING),
    Way("sitting", "POST", "/supervision/sitting", SUPERVISING, MANAGING),
    Way("rung", "POST", "/supervision/rung", SUPERVISING, MANAGING),
    Way("after_care", "POST", "/supervision/after-care", SUPERVISING, MANAGING),
    Way("review", "GET", "/review", SAFETY, BLIND),
    Way("judge", "POST", "/review", SAFETY, BLIND),
    Way("adverse", "GET", "/adverse-events", SAFETY, BLIND),
    Way("record", "POST", "/adverse-events", SAFETY, BLIND),
    Way("notices", "GET", "/notices", DESK),
    Way("saw", "POST", "/notices/seen", DESK),
    Way("queue", "GET", "/queue", DESK),
    Way("case", "GET", "/case/{number:int}", DESK, secret=True),
    Way("move", "POST", "/case/{number:int}/{move}", DESK, secret=True),
)
BY_NAME = {way.name: way for way in WAYS}
SHOWN = ("queue", "week", "supervision", "review", "adverse")  # in the navigation


def shown_to(person: Staff | None) -> tuple[Way, ...]:
    """The navigation of whoever is signed in."""
    return tuple(BY_NAME[name] for name in SHOWN if person is not None and BY_NAME[name].lets(person))


def notified(person: Staff | None) -> bool:
    """Whether whoever is signed in has notices."""
    return person is not None and BY_NAME["notices"].lets(person)
