"""The ladder: who is told of a case that nobody has taken, by which means, and what its participant is told meanwhile.

`look` decides from what is known now, and from nothing that it remembers. So it does not matter how often, or how late, it is
asked: each time it hands out what is due and not done, the most serious first. Times of the safety ladder: domain, crisis fail-safe.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import chain

from coaching.staff import Staff
from handoff.hours import Cover, add_days, parts_of
from handoff.rota import may_be_called
from handoff.rules import Route, Within

ALERTS = "alert."  # the ids of what staff are told begin so
ALERT_BLANKS = ("number", "urgency", "waiting", "link")  # and hold this of a case: no name, and no words of anybody
OFFERS = "offer."  # the same in the console, where the link is beside them, and they stay until they are seen
OFFER_BLANKS = ("number", "urgency")
PARTICIPANT, PAGER = "participant", "pager"  # who is told, besides staff by their ids
LET_GO = "let_go"  # the rung beside the ladder: whoever held the case hears that it is offered again
ANSWERS_WITHIN = timedelta(seconds=60)  # a means that has not answered by then counts as dead (domain 7.1: page within 60 s)
TRY_AGAIN = timedelta(seconds=60)
PATIENCE = timedelta(minutes=30)  # with whoever took an urgent case and is silent; a working day with others
IDLE_URGENT, IDLE = timedelta(minutes=5), timedelta(hours=1)  # looked at again even where nothing is due: people and channels change


class Means(StrEnum):
    """What carries a word to the staff. No rung waits for `CONSOLE`; `TALK` is the participant's own conversation: the outbox's."""

    SLACK = "slack"
    TELEGRAM = "telegram"
    EMAIL = "email"
    PAGER = "pager"
    CONSOLE = "console"  # a notice on its pages, for whom nothing else reaches: it counts once it was seen, and not before
    TALK = "talk"


class Fate(StrEnum):
    """What became of one telling."""

    WAITING = "waiting"  # handed over, no answer yet
    SENT = "sent"
    FAILED = "failed"  # this time
    GONE = "gone"  # nothing can arrive there


Groups = tuple[tuple[Means, ...], ...]  # the next group counts where nothing of the one before can carry
AT_ONCE: Groups = ((Means.SLACK, Means.TELEGRAM, Means.EMAIL),)
APART: Groups = ((Means.EMAIL,), (Means.SLACK, Means.TELEGRAM))  # by a means that does not depend on the chat platforms, if any lives
ONE: Groups = ((Means.SLACK,), (Means.TELEGRAM,), (Means.EMAIL,))  # the first that lives, and no other


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder: when, whom (`posts` of People, and the pager), how, and the ids of the words for both sides.

    It comes when a `part` of the time to answer, and then `after`, has passed. `forward`: it comes at once where the first rung
    reaches nobody. `alone`: what is said where the rung has nobody to tell.
    """

    name: str
    after: timedelta = timedelta()
    part: float = 0.0
    posts: tuple[str, ...] = ()
    pager: bool = False
    groups: Groups = AT_ONCE
    alert: str = ""
    says: str = ""
    alone: str = ""
    forward: bool = True


def _minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


INCIDENT = "incident"
SAFETY = (
    Rung("on_duty", posts=("first",), alert="alert.safety.on_duty", alone="ladder.safety.nobody_on"),
    Rung("next", _minutes(5), posts=("second", "supervisors"), alert="alert.safety.next", says="ladder.safety.still"),
    Rung("lead", _minutes(15), posts=("leads",), pager=True, groups=APART, alert="alert.safety.lead"),
    Rung("truth", _minutes(20), says="ladder.safety.truth", forward=False),
    Rung(INCIDENT, _minutes(60), posts=("leads",), pager=True, alert="alert.safety.incident", says="ladder.safety.hour", forward=False),
)
WITHIN_THE_HOUR = (
    Rung("first", posts=("first",), alert="alert.case.first"),
    Rung("next", part=0.5, posts=("second",), alert="alert.case.next", says="ladder.hour.still"),
    Rung("supervisor", part=0.75, posts=("supervisors", "leads"), pager=True, alert="alert.case.supervisor"),
    Rung("truth", part=1.0, says="ladder.hour.truth", forward=False),
)
COACHING = (
    Rung("first", posts=("first",), groups=ONE, alert="alert.case.first"),
    Rung("next", part=0.5, posts=("second",), groups=ONE, alert="alert.case.next", says="ladder.case.next"),
    Rung("supervisor", part=0.75, posts=("supervisors",), groups=ONE, alert="alert.case.supervisor", says="ladder.case.supervisor"),
    Rung("truth", part=1.0, says="ladder.case.truth", forward=False),
)
QUICK = {Within.LADDER: SAFETY, Within.HOUR: WITHIN_THE_HOUR}
_LET_GO = Rung(LET_GO, alert="alert.let_go", groups=ONE)
_LET_GO_SAYS = {Within.LADDER: "ladder.safety.again", Within.HOUR: "ladder.safety.again"}
_AGAIN = "ladder.case.again"
_RUNGS = (*SAFETY, *WITHIN_THE_HOUR, *COACHING, _LET_GO)


def offer_of(alert: str) -> str:
    """The id of what an alert says in the console."""
    return OFFERS + alert.removeprefix(ALERTS)


_OFFERED = (offer_of(rung.alert) for rung in _RUNGS if rung.alert and rung is not _LET_GO)
WORDINGS = tuple(
    dict.fromkeys(
        [*(word for rung in _RUNGS for word in (rung.alert, rung.says, rung.alone) if word), _AGAIN, *_LET_GO_SAYS.values(), *_OFFERED]
    )
)


# -- what is known --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """One telling, as it went: on which rung, whom (a staff id, PARTICIPANT or PAGER), by what, and what became of it."""

    rung: str
    whom: str
    means: Means
    at: datetime
    fate: Fate = Fate.WAITING


@dataclass(frozen=True, slots=True)
class Claim:
    """Who took the case. `waits_since`: since when a word of theirs is waited for; None while it is the participant's turn.

    It begins with the claim, and again with what the participant says after their last word.
    """

    by: Staff
    waits_since: datetime | None


@dataclass(frozen=True, slots=True)
class Climb:
    """A case on its ladder. `since` is when it was raised, or offered again: earlier tellings no longer count.

    Of `told` the last telling of each (rung, whom, means) is enough. `left`: who held it until `since`, where it was offered
    again; `unshown`: whether what was for whoever has it, or had it, alone could not be shown to them. `may_write`: False where the
    participant has said that it is not safe to be written to. `beside`: a person talks with them in another case. `incident`: one was
    opened.
    """

    route: Route
    since: datetime
    told: tuple[Told, ...] = ()
    claim: Claim | None = None
    left: Staff | None = None
    unshown: bool = False
    ended: bool = False
    may_write: bool = True
    beside: bool = False
    incident: bool = False


@dataclass(frozen=True, slots=True)
class People:
    """Who there is now for this case; whoever may not have it is left out by whoever asks.

    `first`: on duty for safety, or whom it is offered to; `second`: who comes after them.
    """

    first: tuple[Staff, ...] = ()
    second: tuple[Staff, ...] = ()
    supervisors: tuple[Staff, ...] = ()
    leads: tuple[Staff, ...] = ()

    def of(self, post: str) -> tuple[Staff, ...]:
        posts = {"first": self.first, "second": self.second, "supervisors": self.supervisors, "leads": self.leads}
        return posts[post]


@dataclass(frozen=True, slots=True)
class Around:
    """What the world looks like at the moment of looking. `alive`: the means that work, as far as is known."""

    people: People
    alive: frozenset[Means]
    cover: Cover
    now: datetime


# -- what is to be done ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Due:
    """Tell one person by one means, in the words of one wording; in the console in its short ones (`offer_of`)."""

    rung: str
    whom: str
    means: Means
    says: str


@dataclass(frozen=True, slots=True)
class Look:
    """What is due now, the most serious first, and when to look again (None: never).

    Whoever carries it out writes each down as Told before it leaves, and looks again when a means answers. `lets_go`: the claim has
    lapsed; begin again with `since` now and `left` the one who held it, and look at once. `alarm`: nobody at all can be reached, so
    the machine itself has to make noise.
    """

    due: tuple[Due, ...] = ()
    again: datetime | None = None
    opens_incident: bool = False
    lets_go: bool = False
    alarm: bool = False


def look(climb: Climb, around: Around) -> Look:
    """What is due for this case now. Never ends a case: unanswered is not closed."""
    if climb.ended:
        return Look()
    if climb.claim is not None:
        return _held(climb, climb.claim, around)
    return _climbing(climb, around).look()


def rungs_of(route: Route) -> tuple[Rung, ...]:
    """The ladder of a route, from the bottom."""
    return QUICK.get(route.within, COACHING)


def times_of(route: Route, since: datetime, cover: Cover) -> tuple[datetime, ...]:
    """When each rung comes, from the bottom."""
    rungs = rungs_of(route)
    moments = parts_of(route, since, cover, [rung.part for rung in rungs])
    return tuple(moment + rung.after for moment, rung in zip(moments, rungs, strict=True))


def lapses_at(claim: Claim, route: Route, cover: Cover) -> datetime | None:
    """When a silent claim lapses: 30 minutes in an urgent case, a working day in others."""
    if claim.waits_since is None:
        return None
    return claim.waits_since + PATIENCE if route.within in QUICK else add_days(cover, claim.waits_since, 1)


def _held(climb: Climb, claim: Claim, around: Around) -> Look:
    """Nobody else is told while somebody has the case, is reached, is at work, and is not silent for too long."""
    lapses = lapses_at(claim, climb.route, around.cover)
    if climb.unshown or not claim.by.works(around.now) or (lapses is not None and lapses <= around.now):
        return Look(again=around.now, lets_go=True)
    idle = around.now + _idle(climb.route)
    return Look(again=min(lapses, idle) if lapses else idle)


def _idle(route: Route) -> timedelta:
    return IDLE_URGENT if route.within in QUICK else IDLE


def _climbing(climb: Climb, around: Around) -> _Climbing:
    rungs, past = rungs_of(climb.route), defaultdict[str, list[Told]](list)
    for each in climb.told:
        if each.at >= climb.since and each.rung != LET_GO:
            past[each.whom].append(each)
    places = {rung.name: place for place, rung in enumerate(rungs)}
    return _Climbing(climb, around, rungs, places, times_of(climb.route, climb.since, around.cover), past)


@dataclass(frozen=True, slots=True)
class _Climbing:
    """A case that nobody has. The place of a rung is its number from the bottom; what was told higher up counts further down too.

    `times`: when each rung comes. `past`: what was told since it was raised, by whom it was told to.
    """

    climb: Climb
    around: Around
    rungs: tuple[Rung, ...]
    places: Mapping[str, int]
    times: tuple[datetime, ...]
    past: Mapping[str, Sequence[Told]]

    def look(self) -> Look:
        due = (*self.letting_go(), *self.tellings())
        staff = [each for each in due if each.whom != PARTICIPANT and each.rung != LET_GO and each.means is not Means.CONSOLE]
        alarm = self.climb.route.overrides and self.is_unheard(staff)
        incident = not self.climb.incident and INCIDENT in self.places and self.has_come(self.rungs[self.places[INCIDENT]])
        return Look(due, self.again(bool(staff), alarm), opens_incident=incident, alarm=alarm)

    def is_unheard(self, due: Sequence[Due]) -> bool:
        """Whether nobody of the staff has heard, and nothing is being tried that has not failed before."""
        before = {(each.whom, each.means) for each in self.all_past()}
        heard = any(self.carries(each) for each in self.all_past() if each.whom != PARTICIPANT)
        return not heard and all((each.whom, each.means) in before for each in due)

    def all_past(self) -> Iterator[Told]:
        return chain.from_iterable(self.past.values())

    # when

    def has_come(self, rung: Rung) -> bool:
        return self.times[self.places[rung.name]] <= self.around.now

    def due_rungs(self) -> Iterator[tuple[int, Rung]]:
        """The most serious first."""
        hurry = self.reaches_nobody(0)
        for place, rung in reversed(list(enumerate(self.rungs))):
            next_now = self.climb.unshown and self.climb.route.within in QUICK and place == 1
            if self.has_come(rung) or ((hurry or next_now) and rung.forward) or self.is_truth_now(rung):
                yield place, rung

    def again(self, trying: bool, alarm: bool) -> datetime:
        """The next rung, the end of a wait, or a while from now: whichever is first."""
        now, waits = self.around.now, {Fate.WAITING: ANSWERS_WITHIN, Fate.FAILED: TRY_AGAIN}
        moments = [*self.times]
        moments += [each.at + waits[each.fate] for each in self.all_past() if each.fate in waits]
        moments += [now + TRY_AGAIN] if trying or alarm else []
        return min([each for each in moments if each > now] + [now + _idle(self.climb.route)])

    # whom

    def tellings(self) -> Iterator[Due]:
        """Nobody is told twice by the same means in one look: the most serious is what they hear."""
        heard: set[tuple[str, Means]] = set()
        for place, rung in self.due_rungs():
            if says := self.words(place, rung):
                yield Due(rung.name, PARTICIPANT, Means.TALK, says)
            for whom, means in chain(self.open_ways(place, rung), self.notices(place, rung)):
                if (whom, means) not in heard:
                    yield Due(rung.name, whom, means, rung.alert)
                heard.add((whom, means))

    def open_ways(self, place: int, rung: Rung) -> Iterator[tuple[str, Means]]:
        """Whom to tell on this rung, and how, that is not done yet."""
        if rung.pager and self.may_try(place, PAGER, Means.PAGER):
            yield PAGER, Means.PAGER
        for person in self.called(rung):
            for means in self.ways_to(place, person, rung.groups):
                yield person.id, means

    def notices(self, place: int, rung: Rung) -> Iterator[tuple[str, Means]]:
        """Whom nothing of their own reaches is told in the console. Nobody waits for that: the next rung comes all the same."""
        for person in self.called(rung):
            told = any(each.means is Means.CONSOLE and self.places[each.rung] >= place for each in self.past.get(person.id, ()))
            if not told and not self.reached(place, person.id) and not self.ways_to(place, person, rung.groups):
                yield person.id, Means.CONSOLE

    def called(self, rung: Rung) -> list[Staff]:
        people = [each for post in rung.posts for each in self.around.people.of(post)]
        return list({each.id: each for each in people if may_be_called(each, self.around.now)}.values())

    def reaches_nobody(self, place: int) -> bool:
        """Whether nobody who is on this rung now has heard, and none of them can be tried."""
        heard = any(self.reached(place, person.id) for person in self.called(self.rungs[place]))
        return not heard and not any(self.open_ways(place, self.rungs[place]))

    # how

    def ways_to(self, place: int, person: Staff, groups: Groups) -> list[Means]:
        """The means of the first group of which any can carry, or has."""
        reached = self.reached(place, person.id)
        if groups is ONE and reached:
            return []
        has = {channel for channel, address in person.addresses if address}
        for group in groups:
            fresh = [means for means in group if means in has and self.may_try(place, person.id, means)]
            if fresh or reached & set(group):
                return fresh
        return []

    def may_try(self, place: int, whom: str, means: Means) -> bool:
        """Alive, not done, not hopeless, and not only just failed."""
        before = [each for each in self.past.get(whom, ()) if each.means is means]
        done = any(each.fate in (Fate.SENT, Fate.WAITING) and self.places[each.rung] >= place for each in before)
        resting = any(each.fate is Fate.FAILED and self.around.now < each.at + TRY_AGAIN for each in before)
        return means in self.around.alive and not done and not resting and all(each.fate is not Fate.GONE for each in before)

    def carries(self, told: Told) -> bool:
        """Whether it arrived, or may still be on its way. In the console it has once it was seen, and not before."""
        fresh = told.fate is Fate.WAITING and told.means is not Means.CONSOLE and self.around.now < told.at + ANSWERS_WITHIN
        return told.fate is Fate.SENT or fresh

    def reached(self, place: int, whom: str) -> set[Means]:
        """By which means somebody has heard, on this rung or above it."""
        return {each.means for each in self.past.get(whom, ()) if self.places[each.rung] >= place and self.carries(each)}

    # what the participant hears

    def words(self, place: int, rung: Rung) -> str:
        """The id of what is said on this rung, once, and not where something further up was said or is to be said now."""
        said = max((self.places[each.rung] for each in self.past.get(PARTICIPANT, ())), default=-1)
        higher = any(self.fitting(other) for other in self.rungs[place + 1 :])
        silent = not self.climb.may_write or (self.climb.beside and not self.climb.route.overrides)
        return self.fitting(rung) if not silent and said < place and not higher else ""

    def fitting(self, rung: Rung) -> str:
        """What there is to say on this rung now: nothing before its time, and outside safety nothing of people who are not there."""
        if rung.alone and not self.called(rung):
            return rung.alone
        if not self.has_come(rung) and not self.is_truth_now(rung):
            return ""
        return "" if rung.part and rung.posts and not self.called(rung) else rung.says

    def is_truth_now(self, rung: Rung) -> bool:
        """Where there is nobody at all to wait for, the truth does not wait either; the safety ladder has other words for that."""
        last = rung is self.rungs[-1] and self.rungs is not SAFETY
        return last and not any(self.called(other) for other in self.rungs)

    # who had it before

    def letting_go(self) -> Iterator[Due]:
        """Both hear that the case is offered again: the participant, and who held it, by the first of their means that works."""
        before = [each for each in self.climb.told if each.rung == LET_GO and each.at >= self.climb.since]
        if self.climb.left is None:
            return
        if self.climb.may_write and all(each.whom != PARTICIPANT for each in before):
            yield Due(LET_GO, PARTICIPANT, Means.TALK, _LET_GO_SAYS.get(self.climb.route.within, _AGAIN))
        tried = {each.means: each for each in before if each.whom == self.climb.left.id}
        if not any(self.carries(each) for each in tried.values()):
            has = {channel for channel, address in self.climb.left.addresses if address} & self.around.alive
            ways = [means for (means,) in ONE if means in has and means not in tried]
            yield from (Due(LET_GO, self.climb.left.id, means, _LET_GO.alert) for means in ways[:1])
