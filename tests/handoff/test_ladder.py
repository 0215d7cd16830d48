"""The ladder, as a story of what is told to whom; and what holds whenever it is looked at."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.errors import IllegalMove
from coaching.staff import Role, Staff
from handoff import incident
from handoff.incident import Incident
from handoff.ladder import (
    ALERT_BLANKS,
    LET_GO,
    OFFER_BLANKS,
    PAGER,
    PARTICIPANT,
    WORDINGS,
    Claim,
    Climb,
    Due,
    Fate,
    Means,
    People,
    Told,
    rungs_of,
)
from tests.handoff.climbing import (
    ALL,
    ANA,
    ASKED,
    BEN,
    CRISIS,
    LEE,
    MONDAY,
    ON_LEAVE,
    PEOPLE,
    ROUTES,
    STAFF_MEANS,
    SUE,
    URGENT,
    World,
    after,
    person,
    spoken,
)  # fmt: skip
from tests.play import LIBRARY

FOUR_SUBSETS = [frozenset(each for each, lives in zip(STAFF_MEANS, row, strict=True) if lives) for row in product([True, False], repeat=4)]


def words(story: str) -> list[str]:
    return [line.strip() for line in story.strip().splitlines()]


# -- the safety ladder ------------------------------------------------------------------------------------------------------------


@pytest.mark.shows("F9", "U3", side="nobody comes")
def test_nobody_comes() -> None:
    assert World().run(after(300)).story() == words("""
        0 ana by slack, telegram, email: alert.safety.on_duty
        5 participant: ladder.safety.still
        5 ben by slack, telegram, email: alert.safety.next
        5 sue by slack, telegram, email: alert.safety.next
        15 pager by pager: alert.safety.lead
        15 lee by email: alert.safety.lead
        20 participant: ladder.safety.truth
        60 participant: ladder.safety.hour
        60 pager by pager: alert.safety.incident
        60 lee by slack, telegram, email: alert.safety.incident
        60 incident
    """)


@pytest.mark.shows("H04")
def test_nobody_is_on_the_rota() -> None:
    assert World(people=replace(PEOPLE, first=())).run(after(30)).story() == words("""
        0 pager by pager: alert.safety.lead
        0 lee by email: alert.safety.lead
        0 ben by slack, telegram, email: alert.safety.next
        0 sue by slack, telegram, email: alert.safety.next
        0 participant: ladder.safety.nobody_on
        5 participant: ladder.safety.still
        20 participant: ladder.safety.truth
    """)


def test_a_shift_that_ends_without_another_leaves_nobody_on_duty() -> None:
    world = World().run(after(1))
    world.people = People((), (BEN,), (SUE,), (LEE,))
    assert "lee by email: alert.safety.lead" in spoken(world.look(after(2)).due)


def test_whoever_comes_on_duty_hears_of_it() -> None:
    world = World().run(after(120))
    world.people = replace(PEOPLE, first=(person("cat"),))
    assert spoken(world.look(after(121)).due) == ["cat by slack, telegram, email: alert.safety.on_duty"]


@pytest.mark.shows("H03", side="a late look")
def test_the_process_was_dead_for_an_hour() -> None:
    assert World().run(after(72), since=after(71)).story() == words("""
        71 participant: ladder.safety.hour
        71 pager by pager: alert.safety.incident
        71 lee by slack, telegram, email: alert.safety.incident
        71 ben by slack, telegram, email: alert.safety.next
        71 sue by slack, telegram, email: alert.safety.next
        71 ana by slack, telegram, email: alert.safety.on_duty
        71 incident
    """)


def test_one_person_with_every_duty_hears_once_a_rung() -> None:
    sole = person("sol", Role.SUPERVISOR, Role.SAFETY_LEAD)
    world = World(people=People((sole,), (), (sole,), (sole,)), alive=ALL - {Means.PAGER}).run(after(90))
    assert [line for line in world.story() if "sol" in line] == words("""
        0 sol by slack, telegram, email: alert.safety.on_duty
        5 sol by slack, telegram, email: alert.safety.next
        15 sol by email: alert.safety.lead
        60 sol by slack, telegram, email: alert.safety.incident
    """)


def test_a_manager_is_never_told() -> None:
    managers = tuple(person(name, Role.PROGRAMME_MANAGER, Role.SUPERVISOR, Role.SAFETY_LEAD) for name in ("max", "mia"))
    world = World(people=People(managers, managers, (*managers, SUE), managers)).run(after(90))
    assert {each.whom for each in world.climb.told} == {"sue", PAGER, PARTICIPANT}


def test_who_must_not_be_written_to_is_not_while_the_staff_are() -> None:
    world = World(Climb(CRISIS, MONDAY, may_write=False), people=replace(PEOPLE, first=())).run(after(90))
    assert world.said() == []
    assert {each.whom for each in world.paged()} == {"ben", "sue", "lee", PAGER}


def test_it_stops_when_somebody_takes_it_and_when_it_has_ended() -> None:
    world = World().run(after(6))
    world.climb = replace(world.climb, claim=Claim(BEN, None))
    assert world.look(after(200)).due == ()
    assert not world.looks[-1][1].opens_incident
    world.climb = replace(world.climb, claim=None, ended=True)
    assert world.look(after(400)).again is None


# -- means that fail --------------------------------------------------------------------------------------------------------------


def failing(*dead: Means, fate: Fate = Fate.FAILED):
    return lambda due, now: fate if due.means in dead else Fate.SENT


def test_a_dead_pager_costs_no_time() -> None:
    world = World(alive=frozenset({Means.SLACK, Means.TELEGRAM})).run(after(16))
    assert "15 lee by slack, telegram: alert.safety.lead" in world.story()


def test_mail_that_fails_is_followed_by_the_next_means_at_once_and_tried_again() -> None:
    world = World(answers=failing(Means.EMAIL)).run(after(15.1))
    assert [line for line in world.story() if "alert.safety.lead" in line] == words("""
        15 pager by pager: alert.safety.lead
        15 lee by email: alert.safety.lead
        15 lee by slack, telegram: alert.safety.lead
    """)
    world.answers = failing()
    assert "ana by email: alert.safety.on_duty" in spoken(world.look(after(17)).due)
    assert world.look(after(18)).due == ()


def test_where_everything_of_the_one_on_duty_fails_the_others_hear_at_once() -> None:
    world = World(answers=lambda due, now: Fate.FAILED if due.whom == "ana" else Fate.SENT).run(after(0.5))
    assert world.story()[1:] == words("""
        0 pager by pager: alert.safety.lead
        0 lee by email: alert.safety.lead
        0 ben by slack, telegram, email: alert.safety.next
        0 sue by slack, telegram, email: alert.safety.next
        0 ana by console: alert.safety.on_duty
    """)


def test_a_means_that_does_not_answer_counts_as_dead_after_a_minute_and_is_not_used_twice() -> None:
    world = World(answers=lambda due, now: Fate.WAITING if due.whom == "ana" else Fate.SENT).run(after(10))
    assert [line.split(" by")[0] for line in world.story()] == [
        "0 ana", "1 pager", "1 lee", "1 ben", "1 sue", "1 ana", "5 participant: ladder.safety.still",
    ]  # fmt: skip


def test_an_address_that_is_gone_is_not_tried_again() -> None:
    world = World(answers=failing(Means.SLACK, fate=Fate.GONE)).run(after(300))
    tried = Counter((each.whom, each.means) for each in world.climb.told if each.means is Means.SLACK)
    assert set(tried.values()) == {1}


@pytest.mark.parametrize("climb", [Climb(each, MONDAY) for each in (CRISIS, URGENT, ASKED)], ids=lambda climb: climb.route.within)
def test_whom_nothing_reaches_is_told_in_the_console_and_counts_once_they_have_seen_it(climb: Climb) -> None:
    people = replace(PEOPLE, first=(replace(ANA, addresses=()),))
    world = World(climb, people=people)
    said = spoken(world.look(MONDAY).due)
    assert "ana by console" in said[-1]
    assert any(line.startswith("ben by") for line in said), "nobody waits for a page to be looked at"
    told = world.climb.told
    seen = tuple(replace(each, fate=Fate.SENT) if each.whom == "ana" else each for each in told if each.whom == "ana")
    assert spoken(World(replace(climb, told=seen), people=people).look(after(1)).due) == [], "whoever has seen it is waited for"
    unseen = tuple(each for each in told if each.whom == "ana")
    assert any(line.startswith("ben by") for line in spoken(World(replace(climb, told=unseen), people=people).look(after(0.5)).due))


def test_nobody_can_be_reached() -> None:
    world = World(alive=frozenset()).run(after(3))
    assert all(found.alarm for _, found in world.looks)
    assert [now for now, _ in world.looks] == [after(0), after(1), after(2), after(3)]
    world.alive = frozenset({Means.TELEGRAM})
    found = world.look(after(3.5))
    assert spoken(found.due) == ["ana by telegram: alert.safety.on_duty"]
    assert not found.alarm


# -- every combination ------------------------------------------------------------------------------------------------------------

ROTAS = {
    "full": PEOPLE,
    "empty": replace(PEOPLE, first=()),
    "on leave": replace(PEOPLE, first=(replace(ANA, away=ON_LEAVE),)),
    "deactivated": replace(PEOPLE, first=(replace(ANA, left_at=MONDAY - timedelta(days=1)),)),
}
DYING = ["known to be dead", "fails", "never answers"]


def dying(world: World, lives: frozenset[Means], how: str) -> World:
    """How a means is dead: it is known, it says so, or it says nothing."""
    if how == "known to be dead":
        return replace(world, alive=lives)
    dead = Fate.FAILED if how == "fails" else Fate.WAITING
    return replace(world, answers=lambda due, now: Fate.SENT if due.means in lives else dead)


def check(world: World, lives: frozenset[Means]) -> None:
    """Somebody is paged within two minutes if anything lives; the truth is told in any case, and nothing is closed."""
    assert ("ladder.safety.truth" in [says for now, says in world.said() if now == after(20)]) is True
    if lives:
        assert min(each.at for each in world.paged()) <= after(2)
        assert all(each.means in lives for each in world.paged())
        assert not world.looks[-1][1].alarm
    else:
        assert not world.paged()
        assert world.looks[-1][1].alarm
    assert world.climb.incident
    assert world.looks[-1][1].again is not None


@pytest.mark.shows("F4", "H03", side="the ladder itself")
@pytest.mark.parametrize("how", DYING)
@pytest.mark.parametrize("rota", ROTAS)
@pytest.mark.parametrize("lives", FOUR_SUBSETS, ids=lambda lives: "+".join(sorted(lives)) or "nothing")
def test_somebody_is_paged_if_any_means_lives(lives: frozenset[Means], rota: str, how: str) -> None:
    check(dying(World(people=ROTAS[rota]), lives, how).run(after(65)), lives)


@pytest.mark.shows("F4", side="people that are away, one by one")
@pytest.mark.parametrize("lives", FOUR_SUBSETS, ids=lambda lives: "+".join(sorted(lives)) or "nothing")
@pytest.mark.parametrize(("first", "second"), list(product([True, False], repeat=2)))
def test_somebody_is_paged_whoever_is_away(lives: frozenset[Means], first: bool, second: bool) -> None:
    """The six of them, each dead or alive: four means, who is on duty and who comes next."""
    people = People((ANA,) if first else (replace(ANA, away=ON_LEAVE),), (BEN,) if second else (), (SUE,), (LEE,))
    world = World(people=people, alive=lives).run(after(65))
    check(world, lives)
    if lives:
        assert min(each.at for each in world.paged()) == MONDAY


def test_with_the_machine_back_the_next_living_means_carries_it() -> None:
    for how in DYING[:2]:
        world = dying(World(), frozenset(), how).run(after(10))
        assert not world.paged()
        world.alive, world.answers = frozenset({Means.TELEGRAM}), failing()
        world.run(after(12), since=after(10.5))
        assert {each.means for each in world.paged()} == {Means.TELEGRAM}


# -- other ladders ----------------------------------------------------------------------------------------------------------------


@pytest.mark.shows("U2", side="nobody comes")
def test_nobody_has_time_for_somebody_who_asked() -> None:
    assert World(Climb(ASKED, MONDAY)).run(after(2 * 24 * 60)).story() == words("""
        0 ana by slack: alert.case.first
        240 participant: ladder.case.next
        240 ben by slack: alert.case.next
        360 participant: ladder.case.supervisor
        360 sue by slack: alert.case.supervisor
        1440 participant: ladder.case.truth
    """)


def test_an_hour_is_an_hour_by_the_clock_and_at_night_too() -> None:
    night = MONDAY - timedelta(hours=7)
    world = World(Climb(URGENT, night)).run(night + timedelta(hours=3))
    minutes = [(now - night).total_seconds() / 60 for now, found in world.looks if found.due]
    assert minutes == [0, 30, 45, 60]
    assert [says for _, says in world.said()] == ["ladder.hour.still", "ladder.hour.truth"]
    assert PAGER in {each.whom for each in world.paged()}


def test_the_next_living_means_and_no_more_than_one() -> None:
    assert World(Climb(ASKED, MONDAY), alive=ALL - {Means.SLACK}).run(after(1)).story() == ["0 ana by telegram: alert.case.first"]
    failed = World(Climb(ASKED, MONDAY), answers=failing(Means.SLACK)).run(after(30))
    assert failed.story() == ["0 ana by slack: alert.case.first", "0 ana by telegram: alert.case.first"]


@pytest.mark.parametrize("route", [ASKED, URGENT])
def test_where_there_is_nobody_at_all_the_truth_is_told_at_once(route) -> None:
    world = World(Climb(route, MONDAY), people=People(), alive=ALL - {Means.PAGER}).run(after(3000))
    assert [says for _, says in world.said()] == [rungs_of(route)[-1].says]
    assert world.said()[0][0] == MONDAY


def test_nobody_is_named_who_is_not_there() -> None:
    world = World(Climb(ASKED, MONDAY), people=replace(PEOPLE, second=(), supervisors=())).run(after(3000))
    assert [says for _, says in world.said()] == ["ladder.case.truth"]


# -- claimed, and then silent -----------------------------------------------------------------------------------------------------


@pytest.mark.shows("F9", "U2", side="silent after the claim")
def test_somebody_takes_it_and_says_nothing() -> None:
    world = World(Climb(CRISIS, MONDAY, claim=Claim(ANA, MONDAY))).run(after(36))
    assert world.story() == words("""
        30 participant: ladder.safety.again
        30 ana by slack: alert.let_go
        30 ana by slack, telegram, email: alert.safety.on_duty
        35 participant: ladder.safety.still
        35 ben by slack, telegram, email: alert.safety.next
        35 sue by slack, telegram, email: alert.safety.next
    """)


SILENT = [  # route, minutes until the claim lapses
    (CRISIS, 30),
    (URGENT, 30),
    (ASKED, 24 * 60),
]


@pytest.mark.parametrize(("route", "minutes"), SILENT)
def test_how_long_a_silence_lasts(route, minutes: int) -> None:
    world = World(Climb(route, MONDAY, claim=Claim(ANA, MONDAY)))
    assert not world.look(after(minutes - 0.1)).lets_go
    assert world.look(after(minutes)).lets_go


@pytest.mark.shows("U3", side="the clock rests while the coach wrote last")
def test_whoever_waits_for_the_participant_is_not_silent() -> None:
    assert not World(Climb(CRISIS, MONDAY, claim=Claim(ANA, None))).look(after(10_000)).lets_go


@pytest.mark.parametrize("gone", [replace(ANA, away=ON_LEAVE), replace(ANA, left_at=after(-1))])
def test_whoever_left_holds_nothing(gone: Staff) -> None:
    world = World(Climb(ASKED, MONDAY, claim=Claim(gone, None)), people=replace(PEOPLE, first=(BEN,))).run(after(1))
    assert world.story() == words("""
        0 participant: ladder.case.again
        0 ana by slack: alert.let_go
        0 ben by slack: alert.case.first
    """)


def test_what_was_told_before_the_claim_is_told_again() -> None:
    world = World().run(after(6))
    world.climb = replace(world.climb, claim=Claim(BEN, after(6)))
    told = [line for line in world.run(after(42), since=after(7)).story() if line.startswith(("36", "41"))]
    assert [line.split(": ")[1] for line in told] == [
        "ladder.safety.again", "alert.let_go", "alert.safety.on_duty", "ladder.safety.still", "alert.safety.next", "alert.safety.next",
    ]  # fmt: skip


def test_letting_go_finds_a_living_means_too() -> None:
    world = World(Climb(ASKED, MONDAY, claim=Claim(ANA, MONDAY)), answers=failing(Means.SLACK)).run(
        after(24 * 60 + 1), since=after(24 * 60)
    )
    assert [each.means for each in world.climb.told if each.rung == LET_GO and each.whom == "ana"] == [Means.SLACK, Means.TELEGRAM]


# -- incidents --------------------------------------------------------------------------------------------------------------------


@pytest.mark.shows("F9", side="an incident")
def test_an_incident_is_closed_with_a_reason_only() -> None:
    opened = Incident("C1", MONDAY)
    for reason in ("", "  \n"):
        with pytest.raises(IllegalMove, match="with a reason only"):
            incident.close(opened, "lee", reason, after(90))
    closed = incident.close(opened, "lee", " The pager had no battery. ", after(90))
    assert (closed.closed_by, closed.closed_at, closed.reason) == ("lee", after(90), "The pager had no battery.")
    assert "battery" not in repr(closed)
    with pytest.raises(IllegalMove, match="closed already"):
        incident.close(closed, "sue", "Another reason.", after(95))


# -- words ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.shows("F8", side="the words of the ladder")
def test_every_wording_is_there_and_alerts_tell_nothing_of_anybody() -> None:
    written = LIBRARY.words("en-GB")
    assert set(WORDINGS) <= set(written)
    assert {name for name in written if name.startswith(("ladder.", "alert.", "offer."))} == set(WORDINGS)
    assert all(written[name].blanks <= {*ALERT_BLANKS} for name in WORDINGS if name.startswith("alert."))
    assert all(written[name].blanks <= {*OFFER_BLANKS} for name in WORDINGS if name.startswith("offer."))


# -- whenever it is looked at -------------------------------------------------------------------------------------------------------

MINUTES = st.lists(st.floats(0, 90), min_size=1, max_size=12).map(sorted)
FATES = st.sampled_from([Fate.SENT, Fate.SENT, Fate.FAILED, Fate.WAITING, Fate.GONE])
LIVING = st.frozensets(st.sampled_from(STAFF_MEANS))
WORLDS = settings(max_examples=200, deadline=None)


def played(route, minutes: list[float], data: st.DataObject) -> World:
    """Looks at any times, means that die and live again, and answers of any kind."""
    world = World(Climb(route, MONDAY), answers=lambda due, now: data.draw(FATES))
    for minute in minutes:
        world.alive = data.draw(LIVING)
        world.look(after(minute))
    return world


def level(route, told: Told | Due) -> int:
    return next(place for place, rung in enumerate(rungs_of(route)) if rung.name == told.rung)


@WORLDS
@given(route=st.sampled_from(ROUTES), minutes=MINUTES, data=st.data())
def test_nothing_is_told_twice(route, minutes: list[float], data: st.DataObject) -> None:
    told = played(route, minutes, data).climb.told
    for number, each in enumerate(told):
        before = [one for one in told[:number] if (one.rung, one.whom, one.means) == (each.rung, each.whom, each.means)]
        assert all(one.fate is Fate.FAILED and one.at < each.at for one in before)
    assert not [each for each in told if each.whom == PARTICIPANT and each.fate is not Fate.SENT]


@WORLDS
@given(route=st.sampled_from(ROUTES), minutes=MINUTES, data=st.data())
def test_the_most_serious_comes_first_and_the_participant_hears_one_thing(route, minutes: list[float], data: st.DataObject) -> None:
    for _, found in played(route, minutes, data).looks:
        levels = [level(route, each) for each in found.due]
        assert levels == sorted(levels, reverse=True)
        assert sum(each.whom == PARTICIPANT for each in found.due) <= 1
        assert len({(each.whom, each.means) for each in found.due}) == len(found.due)


@WORLDS
@given(route=st.sampled_from(ROUTES), minutes=MINUTES)
def test_no_rung_is_skipped_however_late_anybody_looks(route, minutes: list[float]) -> None:
    """After a last look when everything is over, everybody has heard on their own rung or on a higher one, and so has the participant."""
    world, end = World(Climb(route, MONDAY)), MONDAY + timedelta(days=6)
    for now in (*map(after, minutes), end):
        world.look(now)
    for place, rung in enumerate(rungs_of(route)):
        heard = {each.whom for each in world.climb.told if level(route, each) >= place}
        due = {each.id for post in rung.posts for each in world.people.of(post)} | ({PAGER} if rung.pager else set())
        assert due | ({PARTICIPANT} if rung.says else set()) <= heard
    assert world.climb.incident == (route is CRISIS)
    assert world.look(end + timedelta(days=1)).due == ()


@WORLDS
@given(route=st.sampled_from(ROUTES), minutes=MINUTES, data=st.data())
def test_no_rung_comes_before_its_time_while_those_before_it_can_hear(route, minutes: list[float], data: st.DataObject) -> None:
    world = World(Climb(route, MONDAY), alive=data.draw(LIVING) | {Means.EMAIL})
    for minute in minutes:
        world.look(after(minute))
    on_time = World(Climb(route, MONDAY)).run(after(95))
    first = {each.rung: now for now, found in reversed(on_time.looks) for each in found.due}
    assert all(first[each.rung] <= now for now, found in world.looks for each in found.due)


@pytest.mark.shows("U2", "F9", side="whoever takes it and goes")
@WORLDS
@given(route=st.sampled_from(ROUTES), data=st.data())
def test_no_case_is_left_to_nobody(route, data: st.DataObject) -> None:
    """Coaches take it and go silent, leave, or come back: the case is always held, or on its ladder with a next look."""
    world, now = World(Climb(route, MONDAY)), MONDAY
    for _ in range(data.draw(st.integers(1, 15))):
        found = world.look(now)
        assert found.again is not None
        if world.climb.claim is None and data.draw(st.booleans()):
            gone = replace(ANA, left_at=now + timedelta(minutes=data.draw(st.integers(0, 60))))
            world.climb = replace(world.climb, claim=Claim(data.draw(st.sampled_from([ANA, BEN, gone])), now))
        now = max(found.again, now + timedelta(seconds=1))
    for half_days in range(20):
        world.look(now + timedelta(hours=12 * half_days))
    assert world.climb.claim is None
    assert not world.climb.ended
    assert world.said()[-1][1] == rungs_of(route)[-1].says


def test_a_look_is_never_needed_before_it_is_asked_for() -> None:
    """Looking every ten seconds finds nothing that looking as asked does not."""
    often: World = World()
    for step in range(65 * 6):
        often.look(after(step / 6))
    assert often.story() == World().run(after(65)).story()


def test_moments_are_those_of_the_ladder() -> None:
    moments: list[datetime] = [now for now, found in World().run(after(61)).looks if found.due]
    assert moments == [after(minute) for minute in (0, 5, 15, 20, 60)]
