"""Cover hours: clocks that run only while somebody is there, across nights, holidays and changes of the clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handoff.hours import Cover, Opening, add_days, add_time, covered, day_length, due, instant, opens_at, parts_of, stretches, working_time
from handoff.rules import Route, Within

LONDON = ZoneInfo("Europe/London")
EASTER_MONDAY = date(2026, 4, 6)


def openings(days: str, hours: str) -> list[Opening]:
    opens, closes = (time.fromisoformat(part) for part in hours.split("-"))
    return [Opening(int(day), opens, closes) for day in days]


def cover(*week: tuple[str, str], closed: set[date] | None = None, zone: str = "Europe/London") -> Cover:
    return Cover(tuple(each for days, hours in week for each in openings(days, hours)), ZoneInfo(zone), frozenset(closed or ()))


OFFICE = cover(("01234", "09:00-17:00"), closed={date(2026, 4, 3), EASTER_MONDAY})
LUNCH = cover(("01234", "09:00-12:00"), ("01234", "13:00-17:00"))
NIGHTS = cover(("456", "20:00-06:00"))
ALWAYS = cover(("0123456", "00:00-00:00"))
OVERLAPPING = cover(("0", "09:00-13:00"), ("0", "11:00-17:00"), ("1", "09:00-17:00"))
COVERS = [OFFICE, LUNCH, NIGHTS, ALWAYS, OVERLAPPING]


def local(text: str, zone: ZoneInfo = LONDON) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


DAYS = """
a working day on                          2026-05-04 10:00  1  2026-05-05 10:00
from before opening: the whole of it      2026-05-04 07:00  1  2026-05-04 17:00
from the moment of opening                2026-05-04 09:00  1  2026-05-04 17:00
from after closing: the whole of the next 2026-05-04 19:00  1  2026-05-05 17:00
from the moment of closing                2026-05-04 17:00  1  2026-05-05 17:00
from a Friday                             2026-05-08 15:00  1  2026-05-11 15:00
from a Saturday                           2026-05-09 15:00  1  2026-05-11 17:00
three of them over a weekend              2026-05-07 10:00  3  2026-05-12 10:00
Good Friday and Easter Monday are none    2026-04-02 16:00  1  2026-04-07 16:00
over the change to summer time            2026-03-27 16:30  1  2026-03-30 16:30
over the change to winter time            2026-10-23 09:10  2  2026-10-27 09:10
"""


@pytest.mark.parametrize("row", DAYS.strip().splitlines())
def test_working_days(row: str) -> None:
    since, days, until = row[42:58], int(row[60]), row[63:79]
    assert add_days(OFFICE, local(since), days) == local(until)


def test_a_working_day_is_as_long_as_the_day_it_begins_on() -> None:
    short_friday = cover(("0123", "09:00-17:00"), ("4", "09:00-13:00"))
    assert day_length(short_friday, local("2026-05-08 12:00")) == timedelta(hours=4)
    assert add_days(short_friday, local("2026-05-08 12:00"), 1) == local("2026-05-11 12:00")
    assert add_days(LUNCH, local("2026-05-04 16:00"), 1) == local("2026-05-05 16:00")
    assert day_length(OVERLAPPING, local("2026-05-04 16:00")) == timedelta(hours=8)
    assert add_days(ALWAYS, local("2026-05-04 16:00"), 1) == local("2026-05-05 16:00")


@pytest.mark.parametrize(
    ("where", "since", "hours", "until"),
    [
        (OFFICE, "2026-05-04 16:00", 2, "2026-05-05 10:00"),
        (OFFICE, "2026-05-04 16:00", 1, "2026-05-04 17:00"),
        (OFFICE, "2026-05-09 03:00", 0, "2026-05-09 03:00"),
        (OFFICE, "2026-05-09 03:00", 1, "2026-05-11 10:00"),
        (LUNCH, "2026-05-04 11:00", 2, "2026-05-04 14:00"),
        (OVERLAPPING, "2026-05-04 12:00", 5, "2026-05-04 17:00"),
        (OVERLAPPING, "2026-05-04 12:00", 6, "2026-05-05 10:00"),
        (NIGHTS, "2026-05-09 02:00", 5, "2026-05-09 21:00"),
        (ALWAYS, "2026-05-09 02:00", 200, "2026-05-17 10:00"),
        (NIGHTS, "2026-03-28 20:00", 8, "2026-03-29 05:00"),  # the night has nine hours: 8 on the clock's face are 7 gone by
        (NIGHTS, "2026-10-24 20:00", 8, "2026-10-25 03:00"),  # and eleven in October
    ],
)
def test_working_time(where: Cover, since: str, hours: float, until: str) -> None:
    assert add_time(where, local(since), timedelta(hours=hours)) == local(until)


@pytest.mark.parametrize(
    ("wall", "utc"),
    [
        ("2026-03-29 00:59", "2026-03-29 00:59"),
        ("2026-03-29 01:00", "2026-03-29 01:00"),  # does not exist: 02:00 is the first that does
        ("2026-03-29 01:30", "2026-03-29 01:00"),
        ("2026-03-29 02:00", "2026-03-29 01:00"),
        ("2026-10-25 01:30", "2026-10-25 00:30"),  # comes twice: the first
        ("2026-10-25 02:00", "2026-10-25 02:00"),
    ],
)
def test_a_local_time_is_one_instant(wall: str, utc: str) -> None:
    assert instant(datetime.fromisoformat(wall), LONDON) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


def test_an_opening_that_the_change_of_the_clocks_swallows_is_none() -> None:
    early = cover(("6", "01:10-01:50"))
    assert not covered(early, local("2026-03-29 02:10"))
    assert opens_at(early, local("2026-03-28 12:00")) == local("2026-04-05 01:10")


def test_who_is_there_now() -> None:
    assert covered(OFFICE, local("2026-05-04 09:00"))
    assert not covered(OFFICE, local("2026-05-04 17:00"))
    assert not covered(OFFICE, local("2026-04-06 12:00"))
    assert covered(NIGHTS, local("2026-05-09 05:59"))
    assert not covered(NIGHTS, local("2026-05-09 06:00"))
    assert covered(ALWAYS, local("2026-05-09 00:00"))
    assert opens_at(OFFICE, local("2026-05-04 12:00")) == local("2026-05-04 12:00")
    assert opens_at(OFFICE, local("2026-05-09 12:00")) == local("2026-05-11 09:00")


def test_far_from_home_the_zone_of_the_cover_counts() -> None:
    auckland = cover(("0", "09:00-17:00"), zone="Pacific/Auckland")
    assert covered(auckland, datetime(2026, 5, 3, 21, 30, tzinfo=UTC))  # Monday there, Sunday here


def test_cover_without_any_hour_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one opening"):
        Cover((), LONDON)


# -- first-reply clocks -----------------------------------------------------------------------------------------------------------

CLOCKS = [  # Friday at 16:00; whether safety is at stake
    (Within.LADDER, True, "2026-05-08 16:15"),
    (Within.HOUR, True, "2026-05-08 17:00"),
    (Within.HOUR, False, "2026-05-08 17:00"),
    (Within.NEXT_DAY, False, "2026-05-11 16:00"),
    (Within.NEXT_DAY, True, "2026-05-09 16:00"),
    (Within.THREE_DAYS, False, "2026-05-13 16:00"),
    (Within.THREE_DAYS, True, "2026-05-11 16:00"),
]


@pytest.mark.shows("U2", "U3", side="first-reply clocks")
@pytest.mark.parametrize(("within", "safety", "until"), CLOCKS)
def test_first_reply_clocks_run_in_cover_hours_except_for_safety(within: Within, safety: bool, until: str) -> None:
    assert due(Route("somewhere", within, safety), local("2026-05-08 16:00"), OFFICE) == local(until)


def test_a_part_of_the_time_is_measured_on_the_same_clock() -> None:
    friday = local("2026-05-08 16:00")
    assert parts_of(Route("coach_pool", Within.NEXT_DAY, False), friday, OFFICE, [0.5]) == (local("2026-05-11 12:00"),)
    assert parts_of(Route("safety_lead", Within.NEXT_DAY, True), friday, OFFICE, [0.5]) == (local("2026-05-09 04:00"),)
    assert parts_of(Route("safety_lead", Within.HOUR, True), friday, OFFICE, [0.5]) == (local("2026-05-08 16:30"),)
    assert parts_of(Route("coach_pool", Within.NEXT_DAY, False), friday, OFFICE, [0.0]) == (friday,)


# -- properties -------------------------------------------------------------------------------------------------------------------

INSTANTS = st.datetimes(datetime.fromisoformat("2025-12-01"), datetime.fromisoformat("2027-01-31"), timezones=st.just(UTC))
SPANS = st.timedeltas(timedelta(minutes=1), timedelta(days=2))


@settings(max_examples=200, deadline=None)
@given(where=st.sampled_from(COVERS), since=INSTANTS, span=SPANS)
def test_the_time_added_is_the_time_between(where: Cover, since: datetime, span: timedelta) -> None:
    until = add_time(where, since, span)
    assert working_time(where, since, until) == span


@settings(max_examples=200, deadline=None)
@given(where=st.sampled_from(COVERS), since=INSTANTS, one=SPANS, other=SPANS)
def test_time_adds_up(where: Cover, since: datetime, one: timedelta, other: timedelta) -> None:
    assert add_time(where, add_time(where, since, one), other) == add_time(where, since, one + other)


@settings(max_examples=200, deadline=None)
@given(where=st.sampled_from(COVERS), since=INSTANTS)
def test_stretches_are_in_order_and_never_overlap(where: Cover, since: datetime) -> None:
    found = list(islice(stretches(where, since), 12))
    assert found[0].until > since
    assert all(each.since < each.until for each in found)
    assert all(one.until <= other.since for one, other in pairwise(found))


@settings(max_examples=200, deadline=None)
@given(where=st.sampled_from(COVERS), since=INSTANTS, later=SPANS, within=st.sampled_from(list(Within)), safety=st.booleans())
def test_what_comes_later_is_never_due_earlier(where: Cover, since: datetime, later: timedelta, within: Within, safety: bool) -> None:
    route = Route("somewhere", within, safety)
    if where in (OFFICE, ALWAYS):  # elsewhere days differ in length
        assert since < due(route, since, where) <= due(route, since + later, where)
    assert since < due(route, since, where)
