"""Nobody is left alone: whatever coaches and participants do or leave undone, every case has somebody or a next look."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text

from coaching.casework import CaseFile, Ending
from coaching.staff import Away, Role, Staff
from coaching.words import Words
from handoff.desk import Answer
from handoff.handback import HandBack
from handoff.standing import SAFETY_HOLD, WAITING, WITH_COACH
from tests.handoff.office import Nurse, Office, coach, office

STEPS = 60
FEW, MANY = range(2), range(2, 52)
LONGEST_IDLE = timedelta(hours=1)  # until which somebody who has gone is missed, at the latest
SAYS = (
    ["can i talk to a person"] * 4
    + ["woop", "be on time", "never mind", "back to the bot", "back to the bot", "later", "carry on", "yes", "pause", "stop", "start again"]
    + ["i want to die tonight", "he hits me and i am scared to go home", "i'm safe", "that isn't what i meant", "go on"]
    + ["my ward manager mocks my accent in front of patients", "i've got nothing left to give, i cry in the car before every shift"]
)
SPANS = (timedelta(minutes=6), timedelta(minutes=35), timedelta(hours=3), timedelta(hours=26), timedelta(days=3))
CASES = (
    "SELECT c.id, c.participant_id, c.concern, c.review, c.state, c.ending, c.held_by, c.look_at, c.closed_at, v.standing, "
    "(SELECT count(*) FROM tenure t WHERE t.case_id = c.id AND t.until IS NULL) AS tenures, "
    "(SELECT count(*) FROM alert a WHERE a.case_id = c.id AND a.closed_at IS NULL) AS alerts "
    'FROM "case" c JOIN conversation v ON v.participant_id = c.participant_id ORDER BY c.opened_at, c.id'
)


@dataclass
class Play:
    """Some nurses, some coaches, and everything that they may do or leave undone."""

    here: Office
    chance: random.Random
    nurses: list[Nurse]
    names: tuple[str, ...] = ("amy", "ben", "cat", "dee", "sue", "lee")
    done: Counter[str] = field(default_factory=Counter)
    made: Counter[str] = field(default_factory=Counter)
    ended: dict[str, tuple[str, str]] = field(default_factory=dict)

    def doings(self) -> Sequence[Callable[[], Awaitable[object]]]:
        desk = [self.claims] * 5 + [self.replies] * 3 + [self.passes_on, self.hands_back, self.hands_back, self.closes]
        return (
            [self.says] * 8 + desk + [self.snoozes, self.leaves, self.comes_back, self.comes_back, self.comes_back, self.waits, self.waits]
        )

    async def goes_on(self) -> None:
        doing = self.chance.choice(self.doings())
        await doing()
        self.done[doing.__name__] += 1
        await self.here.rest()
        await self.nobody_is_alone()

    # -- what they do -----------------------------------------------------------------------------------------------------------

    async def says(self) -> None:
        await self.chance.choice(self.nurses).types(self.chance.choice(SAYS))

    async def _at_desk(self, held: bool, do: Callable[[Staff, CaseFile], Awaitable[Answer]]) -> None:
        """A move on some case: by whoever holds it, or by whoever of the others may make it first."""
        files = [each for each in await self.here.cases() if bool(each.held_by) is held]
        if not files:
            return
        case = self.chance.choice(files)
        others = self.chance.sample(self.names, len(self.names))
        for name in [case.held_by] if held and self.chance.random() < 0.8 else others:
            answer = await do(self.here.staff[name], case)
            self.made[answer.says.wording] += 1
            if answer.done:
                return

    async def claims(self) -> None:
        means = self.chance.choice(["slack", "telegram", "console"])
        await self._at_desk(False, lambda who, case: self.here.desk.claim(who, case.id, means))

    async def replies(self) -> None:
        await self._at_desk(True, lambda who, case: self.here.desk.reply(who, case.id, Words("how is it now")))

    async def passes_on(self) -> None:
        await self._at_desk(self.chance.random() < 0.7, lambda who, case: self.here.desk.pass_on(who, case.id))

    async def hands_back(self) -> None:
        await self._at_desk(True, lambda who, case: self.here.desk.hand_back(who, case.id, HandBack(Words("a break"))))

    async def closes(self) -> None:
        ending = self.chance.choice([Ending.CLOSED, Ending.SIGNPOSTED])
        await self._at_desk(self.chance.random() < 0.7, lambda who, case: self.here.desk.close(who, case.id, Words("seen"), ending))

    async def snoozes(self) -> None:
        span = self.chance.choice(SPANS)
        await self._at_desk(True, lambda who, case: self.here.desk.snooze(who, case.id, span))

    async def leaves(self) -> None:
        """For a while or for good, in the middle of anything."""
        now, who = self.here.clock.now(), self.here.staff[self.chance.choice(self.names)]
        until = self.chance.choice([None, now + timedelta(hours=5)])
        gone = self.chance.random() < 0.3
        await self.here.hires(replace(who, left_at=now) if gone else replace(who, away=(Away(now, until),)))

    async def comes_back(self) -> None:
        who = self.here.staff[self.chance.choice(self.names)]
        await self.here.hires(replace(who, left_at=None, away=()))

    async def waits(self) -> None:
        """Nobody does anything: then nothing ends, and after an hour at most whoever has gone is missed."""
        before = await self.cases()
        span = self.chance.choice(SPANS)
        await self.here.lasts(max(span / 12, timedelta(seconds=30)), seconds=span.total_seconds())
        after = await self.cases()
        assert [(each.id, each.ending) for each in after] == [(each.id, each.ending) for each in before], "time alone ends nothing"
        if span > LONGEST_IDLE:
            gone = [
                each.id for each in after if each.held_by and not self.here.staff[each.held_by].works(self.here.clock.now() - span / 12)
            ]
            assert gone == [], "somebody who is not there has it"

    # -- what must hold ---------------------------------------------------------------------------------------------------------

    async def cases(self) -> Sequence[Any]:
        return await self.here.storage.notebook._database.look(_rows)

    async def nobody_is_alone(self) -> None:
        cases, now = await self.cases(), self.here.clock.now()
        for each in cases:
            (self.has_ended_once if each.closed_at else self.is_looked_after)(each, now)
        still = [each for each in cases if not each.closed_at]
        held = {each.participant_id for each in still if each.held_by}
        open_of = {each.participant_id for each in still if not each.review}
        for state in await self.here.storage.notebook._database.look(_standings):
            assert state.standing != WITH_COACH or state.participant_id in held, "with a coach, and nobody has a case of theirs"
            assert state.standing != WAITING or state.participant_id in open_of, "waiting, and for nobody"
            assert state.standing != SAFETY_HOLD or state.participant_id in open_of, "held, and nobody can let go"

    def is_looked_after(self, case: Any, now: datetime) -> None:
        assert case.look_at is not None, "nobody looks at it again"
        look_at = datetime.fromisoformat(f"{case.look_at}").replace(tzinfo=now.tzinfo)
        assert now < look_at <= now + LONGEST_IDLE, f"the next look is at {look_at}, and it is {now}"
        assert case.ending == ""
        assert case.tenures == (1 if case.held_by else 0)

    def has_ended_once(self, case: Any, now: datetime) -> None:
        ending = self.ended.setdefault(case.id, (case.ending, f"{case.closed_at}"))
        assert ending == (case.ending, f"{case.closed_at}"), "ended twice"
        assert case.ending in set(Ending)
        assert (case.state, case.held_by, case.tenures, case.alerts) == ("closed", "", 0, 0)


def _rows(connection: Connection) -> Sequence[Any]:
    return connection.execute(text(CASES)).all()


def _standings(connection: Connection) -> Sequence[Any]:
    return connection.execute(text("SELECT participant_id, standing FROM conversation")).all()


@pytest.mark.shows("U2", "F9", side="random absence, claims, silence, hand-backs, going back and stopping: no case without anybody")
@pytest.mark.parametrize(
    "seeds", [pytest.param(FEW, id="few"), pytest.param(MANY, id="many", marks=[pytest.mark.long, pytest.mark.timeout(6000)])]
)
async def test_no_case_is_an_orphan(tmp_path: Path, seeds: range) -> None:
    done, made, endings = Counter[str](), Counter[str](), Counter[str]()
    for seed in seeds:
        (folder := tmp_path / str(seed)).mkdir()
        play = await played(folder, seed)
        done += play.done
        made += play.made
        endings.update(ending for ending, _ in play.ended.values())
    print(f"{done.total()} acts ({dict(done)}), answers {dict(made)}, endings {dict(endings)}: 0 orphans")
    assert {"answered", "closed"} <= endings.keys(), "enough ended for this to show anything"


async def played(folder: Path, seed: int) -> Play:
    async with office(folder, rota=("dee",)) as here:
        await here.hires(coach("amy"), coach("ben"), coach("cat"), coach("dee", rota=True))
        await here.hires(coach("sue", Role.SUPERVISOR, Role.COACH), coach("lee", Role.SAFETY_LEAD))
        play = Play(here, random.Random(seed), [here.nurse(f"UN{number}") for number in range(3)])
        for nurse in play.nurses:
            await nurse.types("hi")
        for step in range(STEPS):
            try:
                await play.goes_on()
            except AssertionError as error:
                error.add_note(f"seed {seed}, step {step}, after {list(play.done)}")
                raise
        return play


@pytest.mark.shows("F9", "U2", side="somebody else has the talk already")
async def test_whose_claim_lapses_leaves_them_with_whoever_else_is_there(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        await here.hires(coach("cat"), coach("lee", Role.SAFETY_LEAD))
        nurse = here.nurse()
        await nurse.types("can i talk to a person")
        asked = await here.case()
        assert (await here.desk.claim(here.staff["cat"], asked.id, "slack")).done
        await nurse.types("i want to die tonight")
        (danger,) = [each for each in await here.cases() if each.id != asked.id]
        assert (await here.desk.claim(here.staff["lee"], danger.id, "slack")).done
        await here.lasts(timedelta(minutes=5), minutes=40)
        found = {each.id: each for each in await here.cases()}
        assert (found[danger.id].held_by, found[asked.id].held_by) == ("", "cat")
        assert found[asked.id].standing == WITH_COACH
        assert (await here.hand_back("cat", found[asked.id])).done
        await here.rest()
        assert (await here.case()).standing == SAFETY_HOLD, "what is on because of danger stays on"
