"""What the console's desk offers of the real hand-off."""

import asyncio
from pathlib import Path

from sqlalchemy import event

from coachbot.console_desk import ConsoleDesk, Together
from coaching.casework import CaseFile
from coaching.staff import Role
from coaching.words import Words
from console.views import may_make, shown_to
from storage.engine import SqliteDatabase
from tests.handoff.office import coach, office
from tests.handoff.test_relay import asked
from tests.handoff.test_several_cases import with_sam_and_lee


async def test_danger_of_somebody_who_wants_to_be_left_alone_can_be_closed(tmp_path: Path):
    """Nobody can take it while they have stopped, so whoever answers for safety closes it as it is."""
    async with office(tmp_path, rota=("dee",)) as here:
        await here.hires(coach("dee", rota=True), coach("lee", Role.SAFETY_LEAD))
        nurse = here.nurse()
        await nurse.types("hi")
        await nurse.types("i want to die tonight")
        await nurse.types("stop")
        case, console = await here.case(), ConsoleDesk(here.desk, here.hand_off.work)
        lee, dee = here.staff["lee"], here.staff["dee"]
        assert await console.move(lee, case.number, "claim", {}, "") != ""
        offered = {}
        for person in (lee, dee):
            view = await console.case(person, case.number)
            seen = None if view is None else shown_to(view, frozenset(person.roles))
            offered[person.id] = () if seen is None else seen.moves
        assert ("close" in offered["lee"], "close" in offered["dee"]) == (True, False)
        assert await console.move(lee, case.number, "close", {"reason": "rang her, she is safe"}, "") == ""
        assert await here.cases() == []


async def test_a_coach_reads_their_own_notes_and_sees_that_the_case_is_theirs(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"))
        await asked(here)
        case, sam, console = await here.case(), here.staff["sam"], ConsoleDesk(here.desk, here.hand_off.work)
        await console.move(sam, case.number, "claim", {}, "")
        await console.move(sam, case.number, "note", {"text": "ask about nights"}, "")
        view = await console.case(sam, case.number)
        assert view is not None
        assert (view.state, [each.text for each in view.notes]) == ("mine", ["ask about nights"])


async def test_what_is_written_as_the_participant_goes_is_refused_in_words(tmp_path: Path):
    """The page gives the words back: whoever held it is told what became of the case, and nobody else is."""
    async with office(tmp_path) as here:
        await here.hires(coach("sam"), coach("kim"))
        nurse = await asked(here)
        case, console = await here.case(), ConsoleDesk(here.desk, here.hand_off.work)
        await console.move(here.staff["sam"], case.number, "claim", {}, "")
        await here.rest()
        await nurse.types("back to the bot")
        for name, told in (("sam", True), ("kim", False)):
            view = await console.case(here.staff[name], case.number)
            assert view is not None
            assert (view.state, may_make("reply", view, frozenset({"coach"}))) == ("closed", told)
            assert "reply" not in view.moves
            assert view.clocks == ()
        assert "Nothing was sent" in await console.move(here.staff["sam"], case.number, "reply", {"text": "one more thing"}, "")


async def test_earlier_talk_is_on_the_page_once_they_have_said_yes(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"))
        nurse = await asked(here)
        case, sam, console = await here.case(), here.staff["sam"], ConsoleDesk(here.desk, here.hand_off.work)

        async def reads() -> str:
            view = await console.case(sam, case.number)
            return "" if view is None else " ".join(each.text for each in view.lines)

        await console.move(sam, case.number, "claim", {}, "")
        await here.rest()
        assert await console.move(sam, case.number, "earlier", {}, "") == ""
        await here.rest()
        assert "real person" not in await reads()
        await nurse.presses("earlier_yes")
        assert "real person" in await reads()


async def test_a_case_waits_while_the_safety_lead_talks_with_them(tmp_path: Path):
    """Its page says so, has no form to write in, and looks again when it is theirs once more."""
    async with office(tmp_path) as here:
        told: list[int] = []

        def watcher(was: CaseFile, after: CaseFile) -> None:
            told.append(after.number)

        here.hand_off.watched(watcher)
        _, hers, danger = await with_sam_and_lee(here)
        console, sam = ConsoleDesk(here.desk, here.hand_off.work), here.staff["sam"]
        view = await console.case(sam, hers.number)
        assert view is not None
        assert (view.state, view.beside, view.moves) == ("mine", "Lee", ("note", "snooze", "pass_on", "tell_lead"))
        assert "Lee is talking with them about danger" in await console.move(sam, hers.number, "reply", {"text": "hello?"}, "")
        told.clear()
        await here.desk.close(here.staff["lee"], danger.id, Words("safe"))
        assert told == [danger.number, hers.number]
        view = await console.case(sam, hers.number)
        assert view is not None
        assert (view.beside, "reply" in view.moves) == ("", True)


async def test_fifty_open_queues_are_read_together(tmp_path: Path):
    async with office(tmp_path) as here:
        coaches = [coach(f"c{number}") for number in range(50)]
        await here.hires(*coaches)
        await asked(here)
        case, console, reads = await here.case(), ConsoleDesk(here.desk, here.hand_off.work), list[str]()
        database = here.casework._database
        assert isinstance(database, SqliteDatabase)
        event.listen(database._reading, "before_cursor_execute", lambda *seen: reads.append(seen[2]))
        pages = await asyncio.gather(*map(console.queue, coaches))
        assert [row.number for rows in pages for row in rows] == [case.number] * 50
        assert len([each for each in reads if "ORDER BY" in each and "held_by =" not in each]) <= 10


async def test_whoever_asks_while_a_read_is_under_way_gets_one_that_begins_later():
    shelf, gates = ["waits"], [asyncio.Event(), asyncio.Event()]
    begun = iter(gates)

    async def look() -> list[str]:
        found = list(shelf)
        await next(begun).wait()
        return found

    together = Together(look)
    first = asyncio.create_task(together.read())
    await asyncio.sleep(0.01)
    shelf[0] = "claimed"
    later = [asyncio.create_task(together.read()) for _ in range(3)]
    await asyncio.sleep(0.01)
    for gate in gates:
        gate.set()
    assert [await first, *await asyncio.gather(*later)] == [["waits"], *[["claimed"]] * 3]
