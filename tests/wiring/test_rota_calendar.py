"""The safety rota as calendars write it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from coachbot.rota_calendar import Rota, Window, read_rota
from coaching.errors import UnreadableRota
from coaching.staff import Role, Staff


def person(name: str, full: str, email: str = "") -> Staff:
    addresses = (("email", email),) if email else ()
    return Staff(name, full, frozenset({Role.COACH}), on_safety_rota=True, addresses=addresses)


ANA, BEN = person("ana", "Ana Bell", "Ana.Bell@ward.example"), person("ben", "Ben", "ben@ward.example")
JO, JOHN = person("jo", "Jo", "jo@ward.example"), person("john", "Jo Bell")
STAFF = (ANA, BEN, JO, JOHN)
MAY = Window(datetime(2026, 5, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC))
OCTOBER = Window(datetime(2026, 10, 20, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC))
ANA_COMES = "ATTENDEE;CN=Ana;PARTSTAT=ACCEPTED:mailto:ana.bell@WARD.example"
MONDAY = "DTSTART;TZID=Europe/London:20260504T090000\nDTEND;TZID=Europe/London:20260504T170000"


def calendar(*events: str, head: str = "") -> str:
    body = "\n".join(f"BEGIN:VEVENT\nUID:{number}\nDTSTAMP:20260401T000000Z\n{event}\nEND:VEVENT" for number, event in enumerate(events))
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//rota//EN\n{head}{body}\nEND:VCALENDAR\n"
    return text.replace("\n", "\r\n")


def shown(rota: Rota) -> list[str]:
    return [f"{each.staff_id} {each.since:%d %H:%M}-{each.until:%d %H:%M}" for each in rota.shifts]


READ = {
    "by the e-mail of who is invited": ((f"{MONDAY}\n{ANA_COMES}\nSUMMARY:On call",), ["ana 04 08:00-04 16:00"]),
    "by the name in the title": ((f"{MONDAY}\nSUMMARY:on call: ben (safety)",), ["ben 04 08:00-04 16:00"]),
    "by the e-mail in the title": ((f"{MONDAY}\nSUMMARY:BEN@ward.example",), ["ben 04 08:00-04 16:00"]),
    "the longer name, and not the one inside it": ((f"{MONDAY}\nSUMMARY:Jo Bell",), ["john 04 08:00-04 16:00"]),
    "two names in a title": ((f"{MONDAY}\nSUMMARY:Ben and Ana Bell",), ["ana 04 08:00-04 16:00", "ben 04 08:00-04 16:00"]),
    "two people invited": (
        (f"{MONDAY}\n{ANA_COMES}\nATTENDEE:mailto:ben@ward.example",), ["ana 04 08:00-04 16:00", "ben 04 08:00-04 16:00"],
    ),
    "those invited before the title": ((f"{MONDAY}\n{ANA_COMES}\nSUMMARY:Cover for Ben",), ["ana 04 08:00-04 16:00"]),
    "whoever declined is not on duty": (
        (f"{MONDAY}\nATTENDEE;PARTSTAT=DECLINED:mailto:ben@ward.example\n{ANA_COMES}\nSUMMARY:Ben",), ["ana 04 08:00-04 16:00"],
    ),
    "nor does the title put them back": ((f"{MONDAY}\nATTENDEE;PARTSTAT=DECLINED:mailto:ben@ward.example\nSUMMARY:Ben",), []),
    "a room that is invited is nobody": ((f"{MONDAY}\nATTENDEE:mailto:room3@ward.example\nSUMMARY:Ben",), ["ben 04 08:00-04 16:00"]),
    "a cancelled shift": ((f"{MONDAY}\nSTATUS:CANCELLED\nSUMMARY:Ben",), []),
    "a whole day, from midnight to midnight here": (
        ("DTSTART;VALUE=DATE:20260504\nDTEND;VALUE=DATE:20260505\nSUMMARY:Ben",), ["ben 03 23:00-04 23:00"],
    ),
    "a whole day without an end": (("DTSTART;VALUE=DATE:20260504\nSUMMARY:Ben",), ["ben 03 23:00-04 23:00"]),
    "a time without a zone is local": (("DTSTART:20260504T090000\nDTEND:20260504T170000\nSUMMARY:Ben",), ["ben 04 08:00-04 16:00"]),
    "a length in place of an end": (("DTSTART:20260504T090000Z\nDURATION:PT8H\nSUMMARY:Ben",), ["ben 04 09:00-04 17:00"]),
    "another zone": (
        ("DTSTART;TZID=America/New_York:20260504T090000\nDTEND;TZID=America/New_York:20260504T100000\nSUMMARY:Ben",),
        ["ben 04 13:00-04 14:00"],
    ),
    "a shift that is under way at the beginning": (
        ("DTSTART:20260430T200000Z\nDTEND:20260501T080000Z\nSUMMARY:Ben",), ["ben 30 20:00-01 08:00"],
    ),
    "every other week": (
        (f"{MONDAY}\nRRULE:FREQ=WEEKLY;INTERVAL=2\nSUMMARY:Ben",), ["ben 04 08:00-04 16:00", "ben 18 08:00-18 16:00"],
    ),
    "but not on that day": (
        (f"{MONDAY}\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;TZID=Europe/London:20260511T090000\nSUMMARY:Ben",),
        ["ben 04 08:00-04 16:00", "ben 18 08:00-18 16:00"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", READ)
def test_who_has_which_shift(case: str) -> None:
    events, shifts = READ[case]
    assert shown(read_rota(calendar(*events), STAFF, MAY)) == shifts


def test_one_of_a_row_that_was_swapped() -> None:
    series = f"UID:row\n{MONDAY}\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:Ben"
    swapped = (
        "UID:row\nRECURRENCE-ID;TZID=Europe/London:20260511T090000\nDTSTART;TZID=Europe/London:20260512T100000\n"
        "DTEND;TZID=Europe/London:20260512T120000\nSUMMARY:Ana Bell"
    )
    text = calendar(series, swapped).replace("UID:0\r\n", "").replace("UID:1\r\n", "")
    assert shown(read_rota(text, STAFF, MAY)) == ["ben 04 08:00-04 16:00", "ana 12 09:00-12 11:00", "ben 18 08:00-18 16:00"]


def test_a_night_that_comes_round_stays_at_its_hour_when_the_clocks_change() -> None:
    night = "DTSTART;TZID=Europe/London:20261023T200000\nDTEND;TZID=Europe/London:20261024T080000\nRRULE:FREQ=DAILY;COUNT=3\nSUMMARY:Ben"
    assert shown(read_rota(calendar(night), STAFF, OCTOBER)) == ["ben 23 19:00-24 07:00", "ben 24 19:00-25 08:00", "ben 25 20:00-26 08:00"]


def test_an_office_calendar_names_zones_in_its_own_way() -> None:
    event = "DTSTART;TZID=GMT Standard Time:20260504T090000\nDTEND;TZID=GMT Standard Time:20260504T170000\nSUMMARY:Ben"
    assert shown(read_rota(calendar(event), STAFF, MAY)) == ["ben 04 08:00-04 16:00"]


def test_the_calendar_may_begin_with_a_byte_order_mark() -> None:
    assert read_rota("\ufeff" + calendar(f"{MONDAY}\nSUMMARY:Ben"), STAFF, MAY).shifts


def test_events_that_name_nobody_are_told() -> None:
    twins = (*STAFF, person("ben2", "Ben"))
    events = (f"{MONDAY}\nSUMMARY:Zoe", f"{MONDAY}\nSUMMARY:Ben", f"{MONDAY}\nSUMMARY:Jo Bell", f"{MONDAY}\nSUMMARY:Benjamin", MONDAY)
    rota = read_rota(calendar(*events), twins, MAY)
    assert set(rota.unmatched) == {"Zoe", "Ben", "Benjamin", "(no title)"}
    assert shown(rota) == ["john 04 08:00-04 16:00"]


def test_an_empty_calendar_is_a_rota_with_nobody_on_it() -> None:
    assert read_rota(calendar(), STAFF, MAY) == Rota((), ())


GOOD = calendar(f"{MONDAY}\nSUMMARY:Ben")
BROKEN = {
    "a page to sign in": ("<!doctype html><title>Sign in</title>", "gives a web page"),
    "nothing": ("", "not an iCalendar file"),
    "cut off": (GOOD[:-30], "cut off"),
    "a broken date": (GOOD.replace("20260504T090000", "20261304T090000"), "cannot be read"),
    "a broken rule": (calendar(f"{MONDAY}\nRRULE:FREQ=SOMETIMES\nSUMMARY:Ben"), "cannot be read"),
    "an end before the beginning": (calendar("DTSTART:20260504T090000Z\nDTEND:20260504T080000Z\nSUMMARY:Ben"), "cannot be read"),
    "no beginning": (calendar("SUMMARY:Ben"), "cannot be read"),
    "a zone that nobody knows": (calendar(MONDAY.replace("Europe/London", "Ward 7") + "\nSUMMARY:Ben"), "cannot be read"),
    "every second": (calendar(f"{MONDAY}\nRRULE:FREQ=SECONDLY\nSUMMARY:Ben"), "more often than daily"),
    "every second, in a folded line": (calendar(f"{MONDAY}\nRRULE:FREQ=SECO\n NDLY\nSUMMARY:Ben"), "more often than daily"),
    "every hour": (calendar(f"{MONDAY}\nRRULE:FREQ=HOURLY\nSUMMARY:Ben"), "more often than daily"),
    "too many events": (calendar(*[f"{MONDAY}\nSUMMARY:Ben"] * 5001), "too large"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_calendar_that_cannot_be_read_says_what_to_do(case: str) -> None:
    text, sentence = BROKEN[case]
    with pytest.raises(UnreadableRota, match=sentence) as refused:
        read_rota(text, STAFF, MAY)
    assert "Ben" not in str(refused.value)
    assert any(word in str(refused.value) for word in ("copy its iCal address", "Use a calendar", "Remove it"))
