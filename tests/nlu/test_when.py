"""Points in time, by the definitions of the labels. Rows: `bot/nlu/training/rows/when/train.tsv`."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest

import bot.nlu
from bot.nlu.feasts import country_of
from bot.nlu.when import Point, point_in

ROWS = Path(bot.nlu.__file__).parent / "training" / "rows" / "when" / "train.tsv"
LONDON = "Europe/London"
WEDNESDAY = "2026-11-25T14:00"


def told(text: str, now: str = WEDNESDAY, zone: str = LONDON) -> tuple[str, str | None]:
    """The kind and the start, as they are written down."""
    point = point_in(text, datetime.fromisoformat(now).replace(tzinfo=ZoneInfo(zone)), country_of(zone))
    return point.kind, None if point.start is None else written(point.start)


def written(start: date) -> str:
    return start.isoformat(timespec="minutes") if isinstance(start, datetime) else start.isoformat()


def labelled() -> Iterator[tuple[str, str, Point]]:
    """Kind and start as labelled, and as read."""
    for line in ROWS.read_text(encoding="utf-8").splitlines():
        kind, start, now, zone, _, text = line.split("\t")
        yield kind, start, point_in(text, datetime.fromisoformat(now).astimezone(ZoneInfo(zone)), country_of(zone))


def test_the_rows_are_read_as_labelled():
    read = [(kind, start) == (point.kind, written(point.start) if point.start else "-") for kind, start, point in labelled()]
    assert len(read) >= 700
    assert sum(read) / len(read) >= 0.98


def test_hardly_a_date_is_found_where_none_is_named():
    false = [point.kind != "none" for kind, _, point in labelled() if kind == "none"]
    assert len(false) >= 200
    assert sum(false) / len(false) <= 0.02


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("before 31/3", "instant", "2027-03-31"),
        ("in 2/52", "instant", "2026-12-09"),
        ("for 3/7", "period", "2026-11-25"),
        ("in 6/12", "instant", "2027-05-25"),
        ("in a fortnight", "instant", "2026-12-09"),
        ("Friday", "instant", "2026-11-27"),
        ("this Friday", "instant", "2026-11-27"),
        ("next Friday", "instant", "2026-12-04"),
        ("Friday week", "instant", "2026-12-04"),
        ("this day week", "instant", "2026-12-02"),
        ("Wednesday", "instant", "2026-12-02"),
        ("Wednesday at 4pm", "instant", "2026-11-25T16:00+00:00"),
        ("Wednesday at 1pm", "instant", "2026-12-02T13:00+00:00"),
        ("in Q2", "period", "2027-04-01"),
        ("by COB Friday", "instant", "2026-11-27T17:00+00:00"),
        ("by the end of the NHS year", "instant", "2027-03-31"),
        ("tonight 3am", "instant", "2026-11-26T03:00+00:00"),
        ("this week", "period", "2026-11-25"),
        ("after Friday", "period", "2026-11-28"),
        ("tomorrow morning", "period", "2026-11-26"),
        ("every other Tuesday", "recurring", "2026-12-01"),
        ("first Monday of the month", "recurring", "2026-12-07"),
        ("twice a month", "recurring", None),
        ("each shift", "recurring", None),
        ("before my next night block", "none", None),
        ("the next bank holiday", "instant", "2026-12-25"),
        ("half two tomorrow", "instant", "2026-11-26T14:30+00:00"),
        ("0730 on Friday", "instant", "2026-11-27T07:30+00:00"),
        ("in 10 minutes", "instant", "2026-11-25T14:10+00:00"),
        ("week commencing 7 Dec", "period", "2026-12-07"),
        ("the day before Christmas Eve", "instant", "2026-12-23"),
        ("can we prepone to Friday", "instant", "2026-11-27"),
        ("not this Friday, the Friday after", "instant", "2026-12-04"),
        ("Thursday. No, actually Monday", "instant", "2026-11-30"),
    ],
)
def test_conventions(text: str, kind: str, start: str | None):
    assert told(text) == (kind, start)


@pytest.mark.parametrize(
    "text",
    [
        "sleep 8 hours",
        "band 6",
        "I may call her",
        "my 1:1",
        "2-1 supervision",
        "5/10 pain",
        "sats 10/12 readings",
        "bay 3",
        "SPC is 2/7 days",
        "walk 20 minutes",
        "she was 36 weeks",
        "3 weeks ago",
        "yesterday was awful",
        "I was going to do it on Friday",
        "can't do Friday",
        "after my long days",
        "",
        "😩😩",
    ],
)
def test_what_is_no_time_to_come(text: str):
    assert told(text) == ("none", None)


@pytest.mark.parametrize(
    ("country", "start"),
    [("GB", "2026-12-25"), ("GB-SCT", "2026-11-30"), ("PH", "2026-11-30"), ("US", "2026-11-26"), ("XX", None)],
)
def test_bank_holidays_are_those_of_the_country(country: str, start: str | None):
    point = point_in("the next bank holiday", datetime(2026, 11, 25, 14, tzinfo=ZoneInfo(LONDON)), country)
    assert (written(point.start) if point.start else None) == start


@pytest.mark.parametrize(
    ("now", "zone", "text", "start"),
    [
        ("2026-03-28T22:00", LONDON, "tonight at 01:30", "2026-03-29T02:00+01:00"),
        ("2026-10-24T22:00", LONDON, "tonight at 01:30", "2026-10-25T01:30+01:00"),
        ("2026-03-28T22:00", LONDON, "in 4 hours", "2026-03-29T03:00+01:00"),
        ("2026-03-07T22:00", "America/New_York", "at 2:30am", "2026-03-08T03:00-04:00"),
        ("2026-09-26T22:00", "Pacific/Auckland", "9am Monday", "2026-09-28T09:00+13:00"),
        ("2026-12-31T23:30", LONDON, "in an hour", "2027-01-01T00:30+00:00"),
        ("2026-12-31T23:30", LONDON, "at midnight", "2027-01-01T00:00+00:00"),
        ("2026-06-18T02:30", LONDON, "tonight 3am", "2026-06-18T03:00+01:00"),
    ],
)
def test_clocks_that_change_and_nights(now: str, zone: str, text: str, start: str):
    assert told(text, now, zone)[1] == start


@pytest.mark.parametrize("text", ["by 31 Feb", "31/2", "on the 31st of June", "29 Feb"])
def test_a_day_that_does_not_exist_is_worth_asking_about(text: str):
    assert point_in(text, datetime(2026, 11, 25, 14, tzinfo=ZoneInfo(LONDON))) == Point("none", None, text, ambiguous=True)


@pytest.mark.parametrize("text", ["Tuesday or Thursday", "next Friday", "at 4", "by next week"])
def test_what_could_be_read_otherwise_says_so(text: str):
    assert point_in(text, datetime(2026, 11, 25, 14, tzinfo=ZoneInfo(LONDON))).ambiguous


def test_the_evidence_is_as_written_and_is_never_shown_by_accident():
    point = point_in("I'll do it on FRIDAY at 3PM, promise", datetime(2026, 11, 25, 14, tzinfo=ZoneInfo(LONDON)))
    assert point.evidence == "on FRIDAY at 3PM"
    assert "FRIDAY" not in repr(point)


def test_every_day_of_two_years_can_be_today():
    day = datetime(2027, 1, 1, 9, tzinfo=ZoneInfo(LONDON))
    for days in range(0, 731, 3):
        now = (day + timedelta(days=days)).replace(hour=days % 24)
        starts = [
            point_in(text, now).start for text in ("next Friday", "by month end", "the 31st", "in 6/12", "every Monday at 7am", "29/2")
        ]
        assert all(start is None or start >= (now if isinstance(start, datetime) else now.date()) for start in starts)


def test_a_message_takes_less_than_a_thousandth_of_a_second():
    texts = [line.split("\t")[5] for line in ROWS.read_text(encoding="utf-8").splitlines()]
    now = datetime(2026, 11, 25, 14, tzinfo=ZoneInfo(LONDON))
    taken = sorted(min(seconds(text, now) for _ in range(3)) for text in texts)
    assert taken[int(len(taken) * 0.99)] < 0.001


def seconds(text: str, now: datetime) -> float:
    begin = perf_counter()
    point_in(text, now)
    return perf_counter() - begin
