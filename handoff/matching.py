"""Who may hold a case, and who is asked first. A choice keeps its reasons: whom it weighed, how, and which rule kept whom out.

Similarity between coach and coached says little about how well it goes; how they get on does. So continuity, the soft cap and variety come
before any weight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from coaching.concern import HEAVY, HOLDING, Concern, Urgency
from coaching.errors import IllegalMove
from coaching.staff import ONE_TO_ONE, Load, Role, Staff
from handoff.rules import SAFETY
from handoff.welfare import cools_off, load_index, repeats, supervision_overdue

WEIGHTS: Mapping[str, float] = {  # defaults, to be tuned; they make up 1
    "topics": 0.25,  # the share of their interests and goals that the coach knows
    "profession": 0.20,
    "cross_silo": 0.15,  # another organisation or profession than the coach's own
    "shifts": 0.15,  # the share of the participant's times that the coach has too
    "language": 0.10,  # the one they like best
    "form": 0.10,
    "fairness": 0.05,  # who carries less; among those, who was asked longest ago
}
OFFERED = 3  # where the participant chooses
NEVER = datetime.min.replace(tzinfo=UTC)
_ROLES: Mapping[str, frozenset[Role]] = {  # who holds what goes there; what is not here, nobody holds
    "coach_pool": frozenset({Role.COACH}),
    "ethical_mentor": frozenset({Role.ETHICAL_MENTOR}),
    "supervisor": frozenset({Role.SUPERVISOR}),
    "study_team": frozenset({Role.SUPERVISOR, Role.SAFETY_LEAD}),
}


@dataclass(frozen=True, slots=True)
class Need:
    """What a case asks of whoever holds it, and whose it is; no words of anybody. `to` is where its route goes.

    `languages`: those they would talk in, the best first. `topics` are their goals and interests, `topic` what this case is about, in the
    programme's words, as are `shifts`. `still_theirs`: they are among the previous coach's people already, whose number does not grow.
    `declined`: staff who passed it on, or whom the participant would rather not have.
    """

    case_id: str
    participant_id: str
    concern: Concern = Concern.NONE
    urgency: Urgency = Urgency.NONE
    to: str = "coach_pool"
    organisation: str = ""
    directorate: str = ""
    team: str = ""
    profession: str = ""
    languages: tuple[str, ...] = ("en-GB",)
    topics: frozenset[str] = frozenset()
    topic: str = ""
    shifts: frozenset[str] = frozenset()
    form: str = ONE_TO_ONE
    previous_coach: str = ""
    still_theirs: bool = False
    declined: frozenset[str] = frozenset()

    @property
    def safety(self) -> bool:
        """Whether it goes to the safety rota, wherever its route was meant to go."""
        return self.to in SAFETY or self.concern in HOLDING or self.urgency is Urgency.EMERGENCY


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may hold it. `parts`: weight times fit, by the names of `WEIGHTS`. `despite`: what would keep them from another case."""

    staff_id: str
    parts: tuple[tuple[str, float], ...]
    despite: tuple[str, ...] = ()
    known: bool = False
    over_soft_cap: bool = False
    repeats: bool = False

    @property
    def score(self) -> float:
        return round(sum(part for _, part in self.parts), 6)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Somebody who may not hold it, with every rule that says so, by the names of `RULES`."""

    staff_id: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom a case is offered to, and why. `chosen` is empty where nobody may hold it: then `reasons` says why not."""

    case_id: str
    at: datetime
    candidates: tuple[Candidate, ...]
    refusals: tuple[Refusal, ...]
    chosen: str = ""

    @property
    def offered(self) -> tuple[str, ...]:
        """The first three, for a participant to choose from."""
        return tuple(candidate.staff_id for candidate in self.candidates[:OFFERED])

    @property
    def reasons(self) -> tuple[tuple[str, int], ...]:
        """How many people each rule kept out, in the order of `RULES`."""
        counts = Counter(rule for refusal in self.refusals for rule in refusal.rules)
        return tuple((rule, counts[rule]) for rule in RULES if counts[rule])


Broken = Callable[[Need, Staff, Load, datetime], bool]


def _same(one: str, other: str) -> bool:
    """Two names from a roster, typed by hand; what is not known is never the same."""
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()


def _manages(need: Need, who: Staff, load: Load, now: datetime) -> bool:
    return any(_same(team, need.team) for team in who.ties.manages) or need.participant_id in who.ties.line


def _same_directorate(need: Need, who: Staff, load: Load, now: datetime) -> bool:
    """For mistreatment. Two organisations that are known to differ may each have one of that name."""
    apart = bool(need.organisation and who.ties.organisation) and not _same(need.organisation, who.ties.organisation)
    return need.concern is Concern.MISTREATMENT and not apart and _same(need.directorate, who.ties.directorate)


def _wrong_role(need: Need, who: Staff, load: Load, now: datetime) -> bool:
    """Safety is the safety rota's and the safety lead's. Whoever manages the programme sees counts, so they hold nothing."""
    if Role.PROGRAMME_MANAGER in who.roles:
        return True
    if need.safety:
        return not (who.on_safety_rota or Role.SAFETY_LEAD in who.roles)
    return not _ROLES.get(need.to, frozenset()) & who.roles


def _over_cap(need: Need, who: Staff, load: Load, now: datetime) -> bool:
    return _people(need, who, load) > who.caps.hard


def _over_heavy(need: Need, who: Staff, load: Load, now: datetime) -> bool:
    return need.concern in HEAVY and load.heavy >= who.caps.heavy


def _no_shared_language(need: Need, who: Staff, load: Load, now: datetime) -> bool:
    return not _spoken(need.languages) & _spoken(who.skills.languages)


RULES: Mapping[str, Broken] = {
    "own_case": lambda need, who, load, now: _same(who.ties.participant_id, need.participant_id),
    "own_team": lambda need, who, load, now: _same(who.ties.team, need.team),
    "line_manager": _manages,
    "declared_conflict": lambda need, who, load, now: need.participant_id in who.ties.conflicts,
    "same_directorate": _same_directorate,
    "wrong_role": _wrong_role,
    "untrained": lambda need, who, load, now: not who.skills.trained,
    "left": lambda need, who, load, now: who.left_at is not None and who.left_at <= now,
    "away": lambda need, who, load, now: any(each.covers(now) for each in who.away),
    "no_shared_language": _no_shared_language,
    "over_cap": _over_cap,
    "over_heavy_cap": _over_heavy,
    "over_live_cap": lambda need, who, load, now: load.live >= who.caps.live,
    "cool_off": lambda need, who, load, now: cools_off(load, now),
    "supervision_overdue": lambda need, who, load, now: bool(supervision_overdue(load, now)),
    "declined": lambda need, who, load, now: who.id in need.declined,
}
SPARED_FOR_SAFETY = (  # a tired safety lead is better than none: they come last, and it is written down
    "no_shared_language",
    "over_cap",
    "over_heavy_cap",
    "over_live_cap",
    "cool_off",
    "supervision_overdue",
    "declined",
)


def broken(need: Need, who: Staff, load: Load, now: datetime) -> tuple[str, ...]:
    """Every rule that this match would break, those too that a safety case is spared."""
    return tuple(name for name, breaks in RULES.items() if breaks(need, who, load, now))


def forbidden(need: Need, who: Staff, load: Load, now: datetime) -> tuple[str, ...]:
    """Every rule that forbids this match; nothing where they may hold the case. To be asked again at every claim."""
    return tuple(rule for rule in broken(need, who, load, now) if not (need.safety and rule in SPARED_FOR_SAFETY))


def choose(need: Need, pool: Iterable[tuple[Staff, Load]], now: datetime) -> Choice:
    """Who may hold the case, the first to be asked first, and who may not; the same whatever order the pool comes in.

    First who knows the participant, then those under their soft cap, then those to whom it is not the same theme again, then by score.
    """
    judged = [(who, load, forbidden(need, who, load, now)) for who, load in sorted(pool, key=lambda each: each[0].id)]
    able = [(who, load) for who, load, rules in judged if not rules]
    fairness = _fairness(load for _, load in able)
    candidates = sorted((_candidate(need, who, load, fairness[_use(load)], now) for who, load in able), key=_place)
    refusals = tuple(Refusal(who.id, rules) for who, _, rules in judged if rules)
    return Choice(need.case_id, now, tuple(candidates), refusals, candidates[0].staff_id if candidates else "")


def picked(choice: Choice, staff_id: str) -> Choice:
    """The same choice with somebody else of its candidates: the participant's pick, or who claimed it. IllegalMove for anybody else."""
    if staff_id not in {candidate.staff_id for candidate in choice.candidates}:
        raise IllegalMove("nobody may hold a case whom the rules keep out: see RULES in handoff/matching.py")
    return replace(choice, chosen=staff_id)


def _place(candidate: Candidate) -> tuple[bool, int, bool, bool, bool, float, str]:
    return (
        "no_shared_language" in candidate.despite,
        len(candidate.despite),
        not candidate.known,
        candidate.over_soft_cap and not candidate.known,
        candidate.repeats,
        -candidate.score,
        candidate.staff_id,
    )


def _candidate(need: Need, who: Staff, load: Load, fairness: float, now: datetime) -> Candidate:
    fits = {**_fits(need, who), "fairness": fairness}
    return Candidate(
        staff_id=who.id,
        parts=tuple((name, round(weight * fits[name], 6)) for name, weight in WEIGHTS.items()),
        despite=broken(need, who, load, now),
        known=_known(need, who),
        over_soft_cap=_people(need, who, load) > who.caps.soft,
        repeats=repeats(need.topic, load.topics),
    )


def _fits(need: Need, who: Staff) -> dict[str, float]:
    """How well they fit, 0 to 1 each, but for fairness. What is not known fits nobody, so it speaks for nobody."""
    ties, skills = who.ties, who.skills
    return {
        "topics": _share(need.topics, skills.topics),
        "profession": float(any(_same(need.profession, known) for known in skills.professions)),
        "cross_silo": float(_differs(need.organisation, ties.organisation) or _differs(need.profession, ties.profession)),
        "shifts": _share(need.shifts, who.shifts),
        "language": float(bool(_spoken(need.languages[:1]) & _spoken(skills.languages))),
        "form": float(need.form in skills.forms),
    }


def _fairness(loads: Iterable[Load]) -> dict[tuple[float, datetime], float]:
    """1 for who carries least and was asked longest ago, 0 for the other end, even steps between them."""
    uses = sorted({_use(load) for load in loads})
    steps = max(1, len(uses) - 1)
    return {use: 1 - place / steps for place, use in enumerate(uses)}


def _use(load: Load) -> tuple[float, datetime]:
    return load_index(load), load.last_taken_at or NEVER


def _people(need: Need, who: Staff, load: Load) -> int:
    """How many people they would have with this one."""
    return load.active + (not (need.still_theirs and _known(need, who)))


def _known(need: Need, who: Staff) -> bool:
    return bool(need.previous_coach) and need.previous_coach == who.id


def _share(wanted: Collection[str], there: Collection[str]) -> float:
    return sum(each in there for each in wanted) / len(wanted) if wanted else 0.0


def _differs(one: str, other: str) -> bool:
    return bool(one.strip() and other.strip()) and not _same(one, other)


def _spoken(languages: Sequence[str] | Collection[str]) -> set[str]:
    """Languages without their countries: en-GB and en-IE talk to each other."""
    return {language.split("-")[0].casefold() for language in languages}
