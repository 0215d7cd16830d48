"""What the console's desk offers of the real hand-off."""

from pathlib import Path

from coachbot.console_desk import ConsoleDesk
from coaching.staff import Role
from console.views import shown_to
from tests.handoff.office import coach, office


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
