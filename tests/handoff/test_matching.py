"""Who may hold a case, who is asked first, and that a choice keeps its reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.concern import HEAVY, HOLDING, Concern, Urgency
from coaching.errors import IllegalMove
from coaching.staff import Away, Caps, Load, Role, Skills, Staff, Ties
from handoff.matching import RULES, SPARED_FOR_SAFETY, WEIGHTS, Choice, Need, choose, forbidden, picked
from handoff.rules import ROUTES
from handoff.welfare import load_index
from tests.play import NOON

COACH = frozenset({Role.COACH})
KIM = Staff("kim", "Kim", COACH)
LEAD = Staff("lead", "Lead", frozenset({Role.SAFETY_LEAD}))
NEED = Need("c1", "p1", organisation="north", directorate="surgery", team="ward 3")
CRISIS = replace(NEED, concern=Concern.CRISIS, urgency=Urgency.URGENT, to="safety_rota")
MISTREATED = replace(NEED, concern=Concern.MISTREATMENT)


def ago(**span: float) -> Any:
    return NOON - timedelta(**span)


def tied(**ties: Any) -> Staff:
    return replace(KIM, ties=Ties(**ties))


def skilled(**skills: Any) -> Staff:
    return replace(KIM, skills=Skills(**skills))


def in_role(*roles: Role, **more: Any) -> Staff:
    return replace(KIM, roles=frozenset(roles), **more)


Pooled = Staff | tuple[Staff, Load]

# need, who, load, the rules that forbid it
FORBIDDEN: list[tuple[Need, Staff, Load, str]] = [
    (NEED, KIM, Load(), ""),
    (NEED, tied(participant_id="p1"), Load(), "own_case"),
    (NEED, tied(participant_id="p2"), Load(), ""),
    (NEED, tied(team="ward 3"), Load(), "own_team"),
    (NEED, tied(team=" Ward 3"), Load(), "own_team"),
    (replace(NEED, team=""), tied(team=""), Load(), ""),
    (NEED, tied(manages=frozenset({"ward 2", "Ward 3"})), Load(), "line_manager"),
    (NEED, tied(line=frozenset({"p1"})), Load(), "line_manager"),
    (NEED, tied(manages=frozenset({"ward 2"}), line=frozenset({"p2"})), Load(), ""),
    (NEED, tied(conflicts=frozenset({"p1"})), Load(), "declared_conflict"),
    (NEED, tied(participant_id="p1", team="ward 3", conflicts=frozenset({"p1"})), Load(), "own_case own_team declared_conflict"),
    (NEED, tied(organisation="north", directorate="surgery"), Load(), ""),
    (MISTREATED, tied(organisation="north", directorate="Surgery"), Load(), "same_directorate"),
    (MISTREATED, tied(directorate="surgery"), Load(), "same_directorate"),
    (MISTREATED, tied(organisation="south", directorate="surgery"), Load(), ""),
    (MISTREATED, tied(organisation="north", directorate="medicine"), Load(), ""),
    (NEED, in_role(Role.SUPERVISOR), Load(), "wrong_role"),
    (NEED, in_role(Role.COACH, Role.SUPERVISOR), Load(), ""),
    (NEED, in_role(Role.COACH, Role.PROGRAMME_MANAGER), Load(), "wrong_role"),
    (replace(NEED, to="ethical_mentor"), KIM, Load(), "wrong_role"),
    (replace(NEED, to="ethical_mentor"), in_role(Role.ETHICAL_MENTOR), Load(), ""),
    (replace(NEED, to="supervisor"), in_role(Role.SUPERVISOR), Load(), ""),
    (replace(NEED, to="study_team"), KIM, Load(), "wrong_role"),
    (replace(NEED, to="none"), KIM, Load(), "wrong_role"),
    (replace(NEED, to="elsewhere"), KIM, Load(), "wrong_role"),
    (CRISIS, KIM, Load(), "wrong_role"),
    (CRISIS, in_role(Role.COACH, on_safety_rota=True), Load(), ""),
    (CRISIS, LEAD, Load(), ""),
    (CRISIS, in_role(Role.SAFETY_LEAD, Role.PROGRAMME_MANAGER, on_safety_rota=True), Load(), "wrong_role"),
    (replace(NEED, to="safety_lead"), KIM, Load(), "wrong_role"),
    (replace(NEED, concern=Concern.TRAUMA, urgency=Urgency.EMERGENCY), KIM, Load(), "wrong_role"),
    (replace(NEED, concern=Concern.SAFEGUARDING), KIM, Load(), "wrong_role"),
    (NEED, skilled(trained=False), Load(), "untrained"),
    (NEED, replace(KIM, left_at=NOON), Load(), "left"),
    (NEED, replace(KIM, left_at=NOON + timedelta(days=1)), Load(), ""),
    (NEED, replace(KIM, away=(Away(ago(days=1)),)), Load(), "away"),
    (NEED, replace(KIM, away=(Away(ago(days=2), ago(days=1)), Away(NOON + timedelta(days=1)))), Load(), ""),
    (replace(NEED, languages=("pl",)), KIM, Load(), "no_shared_language"),
    (replace(NEED, languages=("pl", "en-IE")), KIM, Load(), ""),
    (NEED, KIM, Load(active=7), ""),
    (NEED, KIM, Load(active=8), "over_cap"),
    (replace(NEED, previous_coach="kim", still_theirs=True), KIM, Load(active=8), ""),
    (replace(NEED, previous_coach="kim", still_theirs=True), KIM, Load(active=9), "over_cap"),
    (replace(NEED, previous_coach="lee", still_theirs=True), KIM, Load(active=8), "over_cap"),
    (NEED, KIM, Load(heavy=3), ""),
    (MISTREATED, KIM, Load(heavy=2), ""),
    *((replace(NEED, concern=concern), KIM, Load(heavy=3), "over_heavy_cap") for concern in sorted(HEAVY)),
    (NEED, KIM, Load(live=4), ""),
    (NEED, KIM, Load(live=5), "over_live_cap"),
    (NEED, KIM, Load(last_crisis_at=ago(hours=47.9)), "cool_off"),
    (NEED, KIM, Load(last_crisis_at=ago(hours=48)), ""),
    (NEED, KIM, Load(practice_hours=36, supervision_hours=1), "supervision_overdue"),
    (NEED, KIM, Load(supervised_at=ago(days=101)), "supervision_overdue"),
    (replace(NEED, declined=frozenset({"kim"})), KIM, Load(), "declined"),
]


@pytest.mark.shows("U8", side="who may hold a case")
@pytest.mark.parametrize(("need", "who", "load", "rules"), FORBIDDEN)
def test_who_may_hold_a_case(need: Need, who: Staff, load: Load, rules: str) -> None:
    assert forbidden(need, who, load, NOON) == tuple(rules.split())


def test_every_rule_forbids_something() -> None:
    assert {rule for *_, rules in FORBIDDEN for rule in rules.split()} == set(RULES)
    assert set(SPARED_FOR_SAFETY) < set(RULES)


def test_the_weights_make_one() -> None:
    assert sum(WEIGHTS.values()) == pytest.approx(1)


def ranked(need: Need, *pool: Pooled) -> list[str]:
    people = [each if isinstance(each, tuple) else (each, Load()) for each in pool]
    return [candidate.staff_id for candidate in choose(need, people, NOON).candidates]


def named(name: str, like: Staff = KIM) -> Staff:
    return replace(like, id=name)


NURSE = replace(NEED, profession="nurse", topics=frozenset({"breaks", "voice"}), shifts=frozenset({"mon am", "tue pm"}))
FITS = [
    ("topics", skilled(topics=frozenset({"breaks", "rota"})), 0.125),
    ("profession", skilled(professions=frozenset({"Nurse"})), 0.20),
    ("cross_silo", tied(organisation="south"), 0.15),
    ("cross_silo", tied(organisation="north", profession="doctor"), 0.15),
    ("shifts", replace(KIM, shifts=frozenset({"mon am"})), 0.075),
]


@pytest.mark.parametrize(("part", "who", "worth"), FITS)
def test_what_a_fit_is_worth(part: str, who: Staff, worth: float) -> None:
    (plain,), (fitting,) = (choose(NURSE, [(each, Load())], NOON).candidates for each in (KIM, who))
    assert dict(fitting.parts)[part] - dict(plain.parts)[part] == pytest.approx(worth)
    assert fitting.score - plain.score == pytest.approx(worth)
    assert ranked(NURSE, named("a"), named("b", who)) == ["b", "a"]


def test_the_language_they_like_best_and_the_form_they_want() -> None:
    polish = replace(NEED, languages=("pl", "en-GB"), form="peer")
    assert ranked(polish, named("a"), named("b", skilled(languages=frozenset({"en-GB", "pl"})))) == ["b", "a"]
    assert ranked(polish, named("a"), named("b", skilled(forms=frozenset({"peer"})))) == ["b", "a"]


# Who comes first, b, although a is better in all that comes after.
ALL_FIT = Skills(topics=NURSE.topics, professions=frozenset({"nurse"}))
FIRST: dict[str, tuple[Need, tuple[Pooled, ...]]] = {
    "who knows them": (replace(NURSE, previous_coach="b"), (named("a", replace(KIM, skills=ALL_FIT)), named("b"))),
    "who knows them, over the soft cap": (replace(NURSE, previous_coach="b"), (named("a"), (named("b"), Load(active=7)))),
    "under the soft cap": (NURSE, ((named("a", replace(KIM, skills=ALL_FIT)), Load(active=6)), (named("b"), Load(active=5)))),
    "not the same theme again": (
        replace(NURSE, topic="breaks"),
        ((named("a", replace(KIM, skills=ALL_FIT)), Load(topics=("breaks",) * 4)), (named("b"), Load(topics=("breaks",) * 3))),
    ),
    "who fits better, though they carry more": (NURSE, (named("a"), (named("b", replace(KIM, skills=ALL_FIT)), Load(active=5)))),
    "who carries less": (NURSE, ((named("a"), Load(active=2)), (named("b"), Load(active=1)))),
    "heavy cases weigh double": (NURSE, ((named("a"), Load(active=1, heavy=1)), (named("b"), Load(active=2)))),
    "asked longest ago": (NURSE, ((named("a"), Load(last_taken_at=ago(days=1))), (named("b"), Load(last_taken_at=ago(days=2))))),
    "never asked": (NURSE, ((named("a"), Load(last_taken_at=ago(days=400))), (named("b"), Load()))),
}


@pytest.mark.shows("U8", side="who is asked first")
@pytest.mark.parametrize("why", FIRST)
def test_who_is_asked_first(why: str) -> None:
    need, pool = FIRST[why]
    assert ranked(need, *pool) == ["b", "a"]


def test_a_tired_safety_lead_comes_last_and_is_better_than_none() -> None:
    tired = Load(active=20, last_crisis_at=ago(hours=1), practice_hours=99, supervision_hours=1)
    fresh = replace(CRISIS, previous_coach="lead")
    assert ranked(fresh, (LEAD, tired), named("other", LEAD)) == ["other", "lead"]
    (alone,) = choose(CRISIS, [(LEAD, tired)], NOON).candidates
    assert alone.despite == ("over_cap", "cool_off", "supervision_overdue")


def test_whoever_shares_a_language_is_asked_first_in_a_crisis() -> None:
    polish = replace(CRISIS, languages=("pl",))
    speaks = replace(LEAD, id="speaks", skills=Skills(languages=frozenset({"pl"})))
    assert ranked(polish, LEAD, (speaks, Load(active=20, last_crisis_at=NOON))) == ["speaks", "lead"]


@pytest.mark.shows("U8", side="each choice stores its reasons")
def test_a_choice_keeps_its_reasons() -> None:
    gone = replace(KIM, id="gone", left_at=NOON)
    choice = choose(NURSE, [(gone, Load(live=5)), (named("a"), Load()), (named("b", tied(team="ward 3")), Load())], NOON)
    assert (choice.chosen, choice.offered, choice.at) == ("a", ("a",), NOON)
    assert [(each.staff_id, each.rules) for each in choice.refusals] == [("b", ("own_team",)), ("gone", ("left", "over_live_cap"))]
    assert [name for name, _ in choice.candidates[0].parts] == list(WEIGHTS)
    assert choice.candidates[0].score == pytest.approx(sum(worth for _, worth in choice.candidates[0].parts))


def test_nobody_fits_and_the_choice_says_why() -> None:
    pool = [(named("a"), Load(active=8)), (named("b"), Load(active=9, live=5)), (named("c", tied(team="ward 3")), Load())]
    choice = choose(NEED, pool, NOON)
    assert (choice.chosen, choice.candidates) == ("", ())
    assert choice.reasons == (("own_team", 1), ("over_cap", 2), ("over_live_cap", 1))
    assert choose(NEED, [], NOON) == Choice("c1", NOON, (), ())


def test_the_participant_may_choose_another_of_three_and_nobody_who_is_kept_out() -> None:
    pool = [(named(name), Load()) for name in "abcd"]
    choice = choose(NEED, [*pool, (named("gone", replace(KIM, left_at=NOON)), Load())], NOON)
    assert choice.offered == ("a", "b", "c")
    assert picked(choice, "c") == replace(choice, chosen="c")
    with pytest.raises(IllegalMove):
        picked(choice, "gone")


def some(*values: str) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values), max_size=2)


def odd(**strategies: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=strategies)


PLACES = st.sampled_from(["", "x", "y"])
LANGUAGES = st.sampled_from(["en-GB", "en-IE", "pl"])
HOURS = st.integers(-100, 100).map(lambda hours: NOON + timedelta(hours=hours))
DAYS = st.integers(0, 200).map(lambda days: NOON - timedelta(days=days))
ROLES = st.just(frozenset(Role) - {Role.PROGRAMME_MANAGER}) | st.just(COACH) | st.frozensets(st.sampled_from(Role), max_size=3)
# What is odd about somebody: nothing, or one of these; else hardly anybody could ever hold anything.
WHERE = st.builds(Ties, PLACES, PLACES, PLACES, PLACES)
WHO = st.fixed_dictionaries({"ties": st.just(Ties()) | WHERE, "on_safety_rota": st.booleans(), "roles": ROLES})
ODD_WHO = st.one_of(
    *[st.just({})] * 6,
    odd(ties=st.builds(Ties, PLACES, PLACES, PLACES, PLACES, some("x", "y"), some("p1", "p2"), some("p1", "p2"), st.just("p1"))),
    odd(
        skills=st.builds(
            Skills, st.frozensets(LANGUAGES, min_size=1), some("x", "y"), some("t", "u"), trained=st.sampled_from([True, True, False])
        )
    ),
    odd(away=st.builds(Away, HOURS, st.none() | HOURS).map(lambda away: (away,)), left_at=HOURS),
)
ODD_LOAD = st.one_of(
    st.just({}),
    st.fixed_dictionaries({"active": st.integers(6, 9)}),
    st.fixed_dictionaries({"heavy": st.integers(2, 4)}),
    st.fixed_dictionaries({"live": st.integers(4, 6)}),
    odd(last_crisis_at=HOURS.map(lambda at: min(at, NOON)), topics=st.lists(st.sampled_from("tu"), max_size=10).map(tuple)),
    odd(practice_hours=st.sampled_from([14.0, 35.0, 36.0]), supervision_hours=st.sampled_from([0.0, 1.0])),
    odd(supervised_at=DAYS, began_at=DAYS.map(lambda at: at - timedelta(days=91))),
)
STAFF = st.builds(lambda name, who, more: replace(named(name), **{**who, **more}), st.sampled_from("abcdefgh"), WHO, ODD_WHO)
LOAD = st.builds(lambda more, taken: Load(**{"last_taken_at": taken, **more}), ODD_LOAD, st.none() | DAYS)
POOL = st.lists(st.tuples(STAFF, LOAD), max_size=8, unique_by=lambda each: each[0].id)
NEEDS = st.builds(
    Need,
    st.just("c1"),
    st.sampled_from(["p1", "p2"]),
    concern=st.sampled_from([Concern.MISTREATMENT, Concern.NONE]) | st.sampled_from(Concern),
    urgency=st.sampled_from([Urgency.SOON, Urgency.NONE, *Urgency]),
    to=st.sampled_from(["coach_pool"] * 6 + list(ROUTES)),
    organisation=PLACES,
    directorate=PLACES,
    team=PLACES,
    profession=PLACES,
    languages=st.just(("en-GB",)) | st.lists(LANGUAGES, min_size=1, max_size=2).map(tuple),
    topics=some("t", "u"),
    topic=st.sampled_from(["", "t"]),
    previous_coach=st.sampled_from(["", "a", "b"]),
    still_theirs=st.booleans(),
    declined=some("a", "h"),
)


def may_not(need: Need, who: Staff, load: Load) -> bool:
    """What may never be, said a second time and otherwise than in the product."""
    ties, heavy = who.ties, need.concern in ("mistreatment", "burnout", "trauma")
    near = need.participant_id in {ties.participant_id, *ties.line, *ties.conflicts}
    near = near or bool(need.team and need.team in {ties.team, *ties.manages})
    elsewhere = need.organisation != ties.organisation and "" not in (need.organisation, ties.organisation)
    near = near or (need.concern == "mistreatment" and bool(need.directorate) and need.directorate == ties.directorate and not elsewhere)
    if near or not who.works(NOON) or not who.skills.trained or "programme_manager" in who.roles:
        return True
    if need.concern in HOLDING or need.urgency == "emergency" or need.to.startswith("safety"):
        return not (who.on_safety_rota or "safety_lead" in who.roles)
    own = need.still_theirs and need.previous_coach == who.id
    full = load.active >= 8 + own or load.live >= 5 or (heavy and load.heavy >= 3)
    tired = load.last_crisis_at is not None and load.last_crisis_at > NOON - timedelta(hours=48)
    last = load.supervised_at or load.began_at
    alone = (last is not None and last < NOON - timedelta(days=100)) or load.practice_hours > 35
    strange = not {each[:2] for each in need.languages} & {each[:2] for each in who.skills.languages}
    unasked = {"coach_pool": "coach", "ethical_mentor": "ethical_mentor", "supervisor": "supervisor"}.get(need.to, "") not in who.roles
    return full or tired or alone or strange or who.id in need.declined or (unasked and need.to != "study_team")


@pytest.mark.shows("U8", side="over random staff and cases")
@settings(max_examples=200, deadline=None)
@given(NEEDS, POOL)
def test_never_a_forbidden_match(need: Need, pool: list[tuple[Staff, Load]]) -> None:
    choice = choose(need, pool, NOON)
    people = {who.id: (who, load) for who, load in pool}
    for candidate in choice.candidates:
        assert not may_not(need, *people[candidate.staff_id])
    assert sorted(people) == sorted([*(each.staff_id for each in choice.candidates), *(each.staff_id for each in choice.refusals)])
    assert all(refusal.rules for refusal in choice.refusals)
    assert bool(choice.chosen) == bool(choice.candidates)


@settings(max_examples=200, deadline=None)
@given(NEEDS, POOL, st.randoms(use_true_random=False))
def test_the_same_choice_whatever_order_they_come_in(need: Need, pool: list[tuple[Staff, Load]], dice) -> None:
    assert choose(need, dice.sample(pool, len(pool)), NOON) == choose(need, pool, NOON)


@settings(max_examples=200, deadline=None)
@given(
    NEEDS.map(lambda need: replace(need, previous_coach="", declined=frozenset())),
    STAFF,
    LOAD,
    st.lists(st.none() | DAYS, min_size=2, max_size=6),
)
def test_of_those_who_fit_alike_whoever_was_asked_longest_ago_gets_it(need: Need, who: Staff, load: Load, taken) -> None:
    pool = [(named(str(place), who), replace(load, last_taken_at=at)) for place, at in enumerate(taken)]
    candidates = choose(need, pool, NOON).candidates
    asked = [taken[int(candidate.staff_id)] for candidate in candidates]
    assert asked == sorted(asked, key=lambda at: (at is not None, at or NOON))


def test_work_goes_round_among_those_who_fit_alike() -> None:
    loads = {name: Load() for name in "abc"}
    taken = []
    for hour in range(9):
        first = choose(NEED, [(named(name), load) for name, load in loads.items()], NOON + timedelta(hours=hour)).chosen
        loads[first] = replace(loads[first], last_taken_at=NOON + timedelta(hours=hour))
        taken.append(first)
    assert taken == ["a", "b", "c"] * 3


@settings(max_examples=200, deadline=None)
@given(STAFF, st.lists(LOAD, min_size=2, max_size=6))
def test_of_those_who_fit_alike_whoever_carries_less_gets_it(who: Staff, loads: list[Load]) -> None:
    roomy = replace(who, caps=Caps(soft=10, hard=10))
    pool = [(named(str(place), roomy), load) for place, load in enumerate(loads)]
    candidates = choose(NEED, pool, NOON).candidates
    carried = [load_index(loads[int(candidate.staff_id)]) for candidate in candidates]
    assert carried == sorted(carried)
