"""Which means are alive: by what their last tries told, and for how long that is believed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from coachbot.replay import SetClock
from coaching.delivery import Ambiguous, Delivery, Permanent, Refused, Sent
from handoff.ladder import Means
from handoff.paging import Health

NOW = datetime(2026, 11, 26, 3, tzinfo=UTC)
BOTH = {Means.EMAIL, Means.PAGER}


def seconds(count: float) -> datetime:
    return NOW + timedelta(seconds=count)


def test_what_is_set_up_counts_as_alive_until_more_is_known() -> None:
    health = Health(SetClock(NOW))
    assert health.alive(BOTH) == BOTH
    assert health.state(BOTH) == {"email": "not used yet", "pager": "not used yet"}


@pytest.mark.parametrize(
    ("outcome", "dead_for"),
    [
        (Sent("1"), 0),
        (Permanent("no such mail box", gone=True), 0),
        (Refused(30.0, attempt=False), 0),
        (Refused(5.0, "email"), 60),
        (Refused(60.0), 0),
        (Refused(120.0, "email", attempt=False), 120),
        (Refused(86_400.0, "email"), 300),
        (Ambiguous("TimeoutError"), 60),
    ],
)
def test_a_failure_is_believed_for_a_while(outcome: Delivery, dead_for: float) -> None:
    clock = SetClock(NOW)
    health = Health(clock)
    health.told(Means.EMAIL, outcome, NOW)
    clock.at = seconds(dead_for - 0.001)
    assert (Means.EMAIL in health.alive(BOTH)) is (dead_for == 0)
    clock.at = seconds(dead_for)
    assert health.alive(BOTH) == BOTH


def test_a_place_that_refuses_says_little_of_its_means_and_two_in_a_row_say_more() -> None:
    clock = SetClock(NOW)
    health = Health(clock)
    health.told(Means.EMAIL, Refused(5.0), NOW)
    assert health.alive(BOTH) == BOTH
    health.told(Means.EMAIL, Refused(5.0), NOW)
    assert health.alive(BOTH) == {Means.PAGER}
    clock.at = seconds(60)
    assert health.alive(BOTH) == BOTH
    health.told(Means.EMAIL, Sent("1"), NOW)
    health.told(Means.EMAIL, Refused(5.0), NOW)
    assert health.alive(BOTH) == BOTH


def test_what_arrives_brings_a_means_back_at_once() -> None:
    health = Health(SetClock(NOW))
    health.told(Means.PAGER, Ambiguous("TimeoutError"), NOW)
    assert health.alive(BOTH) == {Means.EMAIL}
    assert health.state(BOTH)["pager"] == "dead: TimeoutError"
    health.told(Means.PAGER, Sent("1"), NOW)
    assert health.alive(BOTH) == BOTH
    assert health.state(BOTH)["pager"] == "alive"


def test_after_a_failure_it_says_so_until_something_arrives() -> None:
    clock = SetClock(NOW)
    health = Health(clock)
    health.told(Means.EMAIL, Refused(5.0, "email"), NOW)
    clock.at = seconds(61)
    assert health.state(BOTH)["email"] == "failed: refused"


def test_a_means_that_is_not_set_up_never_lives() -> None:
    health = Health(SetClock(NOW))
    health.told(Means.SLACK, Sent("1"), NOW)
    assert health.alive({Means.EMAIL}) == {Means.EMAIL}
