"""Every route, every role, every way in which somebody may stand to what it shows: made from the router, compared with this table."""

from __future__ import annotations

from dataclasses import replace

import pytest
from starlette.routing import Mount, Route

from coaching.staff import Role
from console.ways import HOME
from handoff.access import Relation
from tests.console.world import BY_ROLE, HELD, OPEN, World, furnished, seal_in

C, S, L, M, P, R, A = Role
ANYBODY, STAFF = frozenset({None, *Role}), frozenset(Role)
DESK = frozenset({C, S, L, M})
CARDS = frozenset({C, S, L})  # who sees the card of a case that nobody has
HOLDS = frozenset({C, S, L})
NOBODY: frozenset[Role | None] = frozenset()

# How one may stand to a case. `own`: it is about themselves.
STANDS = {
    "own": frozenset({Relation.TIED, Relation.HOLDING}),
    "claimed": frozenset({Relation.HOLDING}),
    "unclaimed": frozenset({Relation.UNCLAIMED}),
    "other programme": frozenset({Relation.OTHER_PROGRAMME, Relation.UNCLAIMED}),
    "erased": frozenset({Relation.ERASED, Relation.HOLDING}),
}
SAME = tuple(STANDS)

Who = frozenset[Role | None] | frozenset[Role]
# name of the route → who gets in, by how they stand to it; a route without a row fails
TABLE: dict[str, dict[str, Who]] = {
    **{name: dict.fromkeys(SAME, ANYBODY) for name in (
        "sign_in", "ask_code", "code", "give_code", "leave_for_provider", "back_from_provider", "signed_out",
    )},
    "pick": dict.fromkeys(SAME, NOBODY),  # outside of the sandbox
    **{name: dict.fromkeys(SAME, STAFF) for name in ("sign_out", "sign_out_everywhere", "home", "events")},
    **{name: dict.fromkeys(SAME, DESK) for name in ("week", "pulse", "entry", "step_out", "step_in", "queue", "notices", "saw")},
    **{name: dict.fromkeys(SAME, frozenset({S})) for name in ("supervision", "sitting", "rung", "after_care")},
    **{name: dict.fromkeys(SAME, frozenset({L})) for name in ("review", "judge", "adverse", "record")},
    "case": {"own": NOBODY, "claimed": HOLDS, "unclaimed": CARDS, "other programme": NOBODY, "erased": NOBODY},
    "move claim": {"own": NOBODY, "claimed": NOBODY, "unclaimed": CARDS, "other programme": NOBODY, "erased": NOBODY},
    "move not_me": {"own": NOBODY, "claimed": NOBODY, "unclaimed": CARDS, "other programme": NOBODY, "erased": NOBODY},
    **{f"move {move}": {"own": NOBODY, "claimed": HOLDS, "unclaimed": NOBODY, "other programme": NOBODY, "erased": NOBODY}
       for move in ("reply", "earlier", "note", "snooze", "hand_back", "pass_on", "tell_lead")},
    "move close": {"own": NOBODY, "claimed": HOLDS, "unclaimed": frozenset({S, L}), "other programme": NOBODY, "erased": NOBODY},
}  # fmt: skip
MOVES = tuple(name.removeprefix("move ") for name in TABLE if name.startswith("move "))
FIELDS = {
    "text": "words",
    "words": "words",
    "energy": "1",
    "meaning": "1",
    "load": "1",
    "agreed": "a",
    "reason": "r",
    "minutes": "30",
    "who": "amina",
    "rung": "senior",
    "day": "2026-11-20",
    "time": "10:30",
    "week": "2026-W47",
    "line": "q1",
    "verdict": "right",
}
IN = {200, 303, 409, 422}
SECRETS = ("rota again", "Finish the systemic", "Heron 7", "Robin 12", "study leave", "better off without", "Felt faint")


def routes(world: World) -> list[Route]:
    """Every route of the router; what is mounted holds static files alone."""
    found = [each for each in world.app.routes if not isinstance(each, Mount)]
    assert all(isinstance(each, Route) for each in found)
    assert [each.path for each in world.app.routes if isinstance(each, Mount)] == [f"{HOME}/static"]
    return [each for each in found if isinstance(each, Route)]


def rows(world: World) -> list[tuple[str, str, str]]:
    """(row of the table, method, path) of everything that may be asked for."""
    found = []
    for route in routes(world):
        [method] = (route.methods or set()) - {"HEAD"}
        path = route.path.replace("{number:int}", "36")
        names = [(f"move {move}", path.replace("{move}", move)) for move in MOVES] if route.name == "move" else [(route.name, path)]
        found += [(name, method, each) for name, each in names]
    return found


@pytest.mark.shows("E5", part="the console's routes")
def test_every_route_has_a_row():
    assert {name for name, _, _ in rows(World())} == set(TABLE)


@pytest.mark.shows("E5", part="the console's routes")
@pytest.mark.parametrize("role", [None, *Role])
async def test_every_route_lets_in_whom_the_table_names(role: Role | None):
    looked, wrong, world = 0, [], furnished(World())
    for stands, relations in STANDS.items():
        for name, method, path in rows(world):
            looked += 1
            status, said = await answer(world, role, relations, method, path)
            if (status in IN) is not (role in TABLE[name][stands]) or (status not in IN and any(each in said for each in SECRETS)):
                wrong.append((name, stands, status))
            if role in DESK and name.split()[0] in ("case", "move") and status not in IN and status != 404:
                wrong.append((name, stands, status))
    assert not wrong
    assert looked == len(STANDS) * len(TABLE)


async def answer(world: World, role: Role | None, relations: frozenset[Relation], method: str, path: str) -> tuple[int, str]:
    taken = Relation.HOLDING in relations
    world.desk.cases = {
        36: replace(HELD if taken else OPEN, number=36, relations=relations, brief=HELD.brief, lines=HELD.lines, moves=MOVES)
    }
    world.desk.rows = []
    browser = world.browser() if role is None else await world.signed_in(BY_ROLE[role])
    if path.endswith("/events"):  # a stream has no end: only whether it would begin
        return (200 if role else browser.get(path).status_code), ""
    if method == "POST":
        page = browser.get(f"{HOME}/sign-in" if role is None else HOME, follow_redirects=True).text
        answered = browser.post(path, data={"seal": seal_in(page)} | FIELDS)
    else:
        answered = browser.get(path)
    turned_away = answered.headers.get("location") == f"{HOME}/sign-in" and method == "GET" and "/sign-in" not in path
    return (401 if turned_away else answered.status_code), answered.text


@pytest.mark.shows("E5", part="the console's routes")
async def test_a_case_that_is_not_theirs_reads_as_one_that_is_not_there():
    world = furnished(World())
    world.desk.cases = {36: replace(HELD, relations=STANDS["other programme"])}
    browser = await world.signed_in(BY_ROLE[C])
    theirs, none = browser.get(f"{HOME}/case/36"), browser.get(f"{HOME}/case/37")
    assert (theirs.status_code, theirs.text, sorted(theirs.headers)) == (404, none.text, sorted(none.headers))
