"""The watchdog on a clock of its own: what it hears of the service, and whom it tells when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from coachbot.watchdog.beat import Beat
from coachbot.watchdog.watching import Limits, Watch

BEGAN = datetime(2026, 11, 26, 3, tzinfo=UTC)
LOOK, BEAT, CANARY = 5, 30, 120  # seconds between looks, heartbeats, canaries
Said = tuple[int, str, str]


def at(seconds: float) -> datetime:
    return BEGAN + timedelta(seconds=seconds)


@dataclass
class Scene:
    """A service and its watchdog, second by second. `beats` and `sings` say whether the service does at a moment; `deaf` means fail."""

    beats: Callable[[int], bool] = lambda second: True
    sings: Callable[[int], bool] = lambda second: True
    readable: Callable[[int], bool] = lambda second: True
    works: Callable[[str, int], bool] = lambda means, second: True
    means: tuple[str, ...] = ("mail",)
    skew: Callable[[int], int] = lambda second: 0
    said: list[Said] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def lasts(self, seconds: int, begin: int = 0) -> list[Said]:
        watch, canary, beat = Watch(self.means, at(begin), Limits()), None, None
        for second in range(begin, seconds):
            canary = at(second) if second % CANARY == 0 and self.beats(second) and self.sings(second) else canary
            beat = Beat(at(second + self.skew(second)), canary) if second % BEAT == 0 and self.beats(second) else beat
            if second % LOOK == 0:
                self._look(watch, {"heartbeat-8080": beat if self.readable(second) else None}, second)
        return self.said

    def _look(self, watch: Watch, beats: Mapping[str, Beat | None], second: int) -> None:
        for notice in watch.look(beats, at(second)):
            arrived = self.works(notice.means, second)
            self.said += [(second, notice.means, notice.finding.kind)] if arrived else []
            self.ids += [notice.id]
            watch.told(notice, at(second), arrived)


def kinds(said: list[Said]) -> list[str]:
    return [kind for _, _, kind in said]


def test_of_a_service_that_lives_nobody_hears() -> None:
    assert Scene().lasts(4 * 3600) == []


@pytest.mark.shows("F11")
@pytest.mark.parametrize("dies", [600, 601, 615, 629])
def test_a_frozen_or_dead_process_is_told_within_three_minutes(dies: int) -> None:
    said = Scene(beats=lambda second: second < dies).lasts(dies + 600)
    assert kinds(said) == ["silent"]
    assert said[0][0] - dies <= 180


@pytest.mark.shows("F11")
@pytest.mark.parametrize("stops", [601, 660, 719, 720, 721])
def test_a_stopped_canary_is_told_within_six_minutes(stops: int) -> None:
    said = Scene(sings=lambda second: second < stops).lasts(stops + 600)
    assert kinds(said) == ["deaf"]
    assert said[0][0] - stops <= 360


def test_a_canary_that_misses_once_is_no_outage() -> None:
    assert Scene(sings=lambda second: second != 720).lasts(3600) == []


def test_a_service_that_never_came_up_is_told() -> None:
    said = Scene(beats=lambda second: False).lasts(600)
    assert kinds(said) == ["silent"]
    assert 120 < said[0][0] <= 130


def test_without_any_file_at_all_it_is_told() -> None:
    watch = Watch(("mail",), BEGAN, Limits())
    looks = [watch.look({}, at(second)) for second in range(0, 130, 5)]
    assert [len(each) for each in looks if each] == [1]
    assert looks[-1][0].finding.which == ""


def test_a_service_that_starts_again_and_again_and_never_decides_is_told() -> None:
    watch = Watch(("mail",), BEGAN, Limits())
    said = [watch.look({"heartbeat-8080": Beat(at(second))}, at(second)) for second in range(0, 365, 5)]
    assert [each[0].finding.kind for each in said if each][:1] == ["deaf"]


def test_it_is_told_once_and_then_every_hour_and_then_that_it_is_over() -> None:
    said = Scene(beats=lambda second: not 600 <= second < 600 + 3 * 3600).lasts(5 * 3600)
    assert kinds(said) == ["silent", "silent", "silent", "over"]
    assert [after[0] - before[0] for before, after in pairwise(said[:3])] == [3600, 3600]
    assert said[-1][0] - (600 + 3 * 3600) <= CANARY + LOOK


def test_each_notice_has_an_id_of_its_own_and_a_second_copy_the_same() -> None:
    scene = Scene(beats=lambda second: second < 600, works=lambda means, second: second > 1000)
    scene.lasts(600 + 2 * 3600)
    first, later = scene.ids[:-1], scene.ids[-1]
    assert len(set(first)) == 1
    assert later not in first


def test_two_outages_are_told_apart() -> None:
    said = Scene(beats=lambda second: not (600 <= second < 1200 or 2400 <= second < 3000)).lasts(4000)
    assert kinds(said) == ["silent", "over", "silent", "over"]


def test_silent_and_then_deaf_is_one_outage() -> None:
    said = Scene(beats=lambda second: not 600 <= second < 900, sings=lambda second: not 600 <= second < 1800).lasts(3000)
    assert kinds(said) == ["silent", "over"]


def test_a_means_that_fails_is_tried_each_minute_and_the_other_is_not_held_up() -> None:
    scene = Scene(beats=lambda second: second < 600, means=("mail", "pager"), works=lambda means, second: means == "pager" or second > 1200)
    said = scene.lasts(2000)
    assert sorted(means for _, means, _ in said) == ["mail", "pager"]
    assert said[0][1] == "pager"
    assert 1200 < said[1][0] <= 1265


def test_who_did_not_hear_of_it_does_not_hear_that_it_is_over() -> None:
    scene = Scene(
        beats=lambda second: not 600 <= second < 900, means=("mail", "pager"), works=lambda means, second: means == "pager" or second > 950
    )
    assert [(means, kind) for _, means, kind in scene.lasts(3000)] == [("pager", "silent"), ("pager", "over")]


def test_a_file_that_cannot_be_read_for_a_while_is_no_outage_and_for_long_is_one() -> None:
    assert Scene(readable=lambda second: not 600 <= second < 690).lasts(2000) == []
    assert kinds(Scene(readable=lambda second: second < 600).lasts(2000)) == ["silent"]


def test_a_heartbeat_from_the_future_does_not_count() -> None:
    assert kinds(Scene(skew=lambda second: 86_400 if second >= 600 else 0).lasts(2000)) == ["silent"]


def test_of_several_processes_each_has_to_live() -> None:
    watch = Watch(("mail",), BEGAN, Limits())
    said = [
        watch.look({"heartbeat-8080": Beat(at(second), at(second)), "heartbeat-8081": Beat(BEGAN, BEGAN)}, at(second))
        for second in range(0, 130, 5)
    ]
    assert [each[0].finding.which for each in said if each] == ["heartbeat-8081"]


def test_a_watchdog_that_slept_holds_that_against_nobody() -> None:
    watch = Watch(("mail",), BEGAN, Limits())
    assert watch.look({"heartbeat-8080": Beat(BEGAN, BEGAN)}, BEGAN) == ()
    assert watch.look({"heartbeat-8080": Beat(BEGAN, BEGAN)}, at(7200)) == ()
    assert all(watch.look({"heartbeat-8080": Beat(BEGAN, BEGAN)}, at(7200 + second)) == () for second in range(0, 121, 5))
    assert watch.look({"heartbeat-8080": Beat(BEGAN, BEGAN)}, at(7325))[0].finding.kind == "silent"
