"""A small real world behind the staff's pages: people, logins in memory, a queue, and browsers to look at it with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from ruamel.yaml import YAML
from starlette.applications import Starlette
from starlette.testclient import TestClient

from coachbot.timekeeping import FreshNames
from coaching.logins import CODE_LASTS, TRIES, Login
from coaching.notebook import AuditRow
from coaching.safety_review import AdverseEvent, Expectedness, Relatedness, Seriousness
from coaching.staff import Away, Caps, Entry, Load, Pulse, Role, Rung, Staff, Supervised
from coaching.words import Words
from console.app import routes
from console.bells import Bells
from console.ports import Provider
from console.signing import Means
from console.views import CaseView, Clock, Note, Notice, Part, QueueRow, TalkLine, Told
from handoff.access import Relation
from handoff.reviewing import Reviewed, WeekSeen
from handoff.safety_review import Count, Rates, Week
from handoff.welfare import Record

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LOOPBACK = "http://127.0.0.1:8080"
SEAL = re.compile(r'name="seal" value="([0-9a-f]+)"')


@cache
def labels() -> dict[str, str]:
    return dict(YAML(typ="safe").load((files("content") / "wording/en-GB/console.yaml").read_text("utf-8")))


def staff(name: str, *roles: Role, **more: Any) -> Staff:
    addresses = (("email", f"{name.lower()}@example.org"), ("slack", f"U{name.upper()}"))
    return Staff(name.lower(), name, frozenset(roles), addresses=addresses, **more)


PEOPLE = (
    staff("Amina", Role.COACH),
    staff("Ben", Role.COACH),
    staff("Chi", Role.SUPERVISOR),
    staff("Dele", Role.SAFETY_LEAD),
    staff("Eva", Role.ETHICAL_MENTOR),
    staff("Farid", Role.PROGRAMME_MANAGER),
    staff("Gwen", Role.RESEARCHER),
    staff("Hana", Role.ADMIN),
)
BY_ROLE = {next(iter(each.roles)): each for each in PEOPLE if each.name != "Ben"}


class MovedClock:
    def __init__(self) -> None:
        self.time = NOON

    def now(self) -> datetime:
        return self.time

    def pass_by(self, **much: float) -> None:
        self.time += timedelta(**much)


@dataclass
class Waiting:
    staff_id: str
    code: str
    began_at: datetime
    tries: int = 0


class MemoryLogins:
    """As `storage.logins`, which has tests of its own."""

    def __init__(self, clock: MovedClock) -> None:
        self._clock = clock
        self.waiting: dict[str, Waiting] = {}
        self.held: dict[str, Login] = {}
        self.secrets: dict[str, str] = {}
        self.steps: dict[str, int] = {}

    async def ask(self, token: str, staff_id: str, code: str) -> None:
        self.waiting[token] = Waiting(staff_id, code, self._clock.now())

    async def answer(self, token: str, code: str, new_token: str) -> str | None:
        waits = self.waiting.get(token)
        if waits is None or waits.tries >= TRIES or self._clock.now() - waits.began_at >= CODE_LASTS:
            return None
        waits.tries += 1
        if not waits.staff_id or code != waits.code:
            return None
        del self.waiting[token]
        await self.begin(new_token, waits.staff_id)
        return waits.staff_id

    async def begin(self, token: str, staff_id: str) -> None:
        self.held[token] = Login(staff_id, self._clock.now(), self._clock.now())

    async def find(self, token: str) -> Login | None:
        return self.held.get(token)

    async def touch(self, token: str) -> None:
        self.held[token] = replace(self.held[token], seen_at=self._clock.now())

    async def end(self, token: str) -> None:
        self.held.pop(token, None)

    async def factor(self, staff_id: str) -> str | None:
        return self.secrets.get(staff_id)

    async def set_factor(self, staff_id: str, secret: str | None, audited: AuditRow) -> None:
        self.secrets = {name: kept for name, kept in self.secrets.items() if name != staff_id} | ({staff_id: secret} if secret else {})

    async def use_step(self, staff_id: str, step: int) -> bool:
        fresh = step > self.steps.get(staff_id, 0)
        self.steps[staff_id] = max(step, self.steps.get(staff_id, 0))
        return fresh

    async def end_all(self, staff_id: str) -> None:
        self.held = {token: login for token, login in self.held.items() if login.staff_id != staff_id}
        self.waiting = {token: each for token, each in self.waiting.items() if each.staff_id != staff_id}


class Roll:
    def __init__(self, people: Sequence[Staff] = PEOPLE) -> None:
        self.people = list(people)

    async def staff(self) -> list[Staff]:
        return self.people

    async def member(self, staff_id: str) -> Staff | None:
        return next((each for each in self.people if each.id == staff_id), None)


class Post:
    """Where codes arrive."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []

    async def send_code(self, person: Staff, code: str) -> None:
        self.sent.append((person.id, code))


class MemoryWelfare:
    def __init__(self) -> None:
        self.records: dict[str, Record] = {}
        self.log: dict[str, list[Entry]] = {}

    async def record(self, person: Staff, now: datetime) -> Record:
        return self.records.get(person.id, Record(Load(), Caps()))

    async def add_pulse(self, staff_id: str, pulse: Pulse) -> None:
        record = self.records.get(staff_id, Record(Load(), Caps()))
        self.records[staff_id] = replace(record, pulses=(*record.pulses, pulse))

    async def add_entry(self, staff_id: str, prompt: str, words: Words, at: datetime) -> None:
        self.log.setdefault(staff_id, []).insert(0, Entry(f"entry{len(self.log)}", at, prompt, words))

    async def entries(self, staff_id: str) -> list[Entry]:
        return self.log.get(staff_id, [])


@dataclass
class MemoryCare:
    """As `handoff.caring`, which has tests of its own: it changes the roll. `refusal`: of a sitting; `stuck`: not all is passed on."""

    roll: Roll
    clock: MovedClock
    done: list[tuple[str, ...]] = field(default_factory=list)
    refusal: str = ""
    stuck: bool = False

    async def step_out(self, who: Staff) -> bool:
        self._change(replace(who, away=(Away(self.clock.now()),)))
        return not self.stuck

    async def step_in(self, who: Staff) -> None:
        self._change(replace(who, away=()))

    async def note_sitting(self, by: Staff, whom: Staff, begun: datetime, minutes: int) -> str:
        self.done.append(("sitting", by.id, whom.id, begun.isoformat(), str(minutes)))
        return self.refusal

    async def set_rung(self, by: Staff, whom: Staff, rung: Rung) -> None:
        self.done.append(("rung", by.id, whom.id, rung))
        self._change(replace(whom, skills=replace(whom.skills, rung=rung)))

    async def cared_for(self, by: Staff, whom: Staff) -> bool:
        self.done.append(("cared for", by.id, whom.id))
        return True

    def _change(self, person: Staff) -> None:
        self.roll.people = [person if each.id == person.id else each for each in self.roll.people]


@dataclass
class MemoryDesk:
    """Cases as given; `moved` is what was asked of them, `refusal` what keeps every move from being made."""

    rows: list[QueueRow] = field(default_factory=list)
    cases: dict[int, CaseView] = field(default_factory=dict)
    moved: list[tuple[str, int, str, dict[str, str]]] = field(default_factory=list)
    refusal: str = ""
    told: list[Notice] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)  # of the moves

    async def notices(self, person: Staff) -> Sequence[Notice]:
        return self.told

    async def unseen(self, person: Staff) -> Sequence[str]:
        return [each.id for each in self.told]

    async def saw(self, person: Staff, names: Sequence[str]) -> None:
        self.told = [each for each in self.told if each.id not in names]

    async def opened(self, person: Staff, number: int) -> None:
        self.told = [each for each in self.told if each.number != number or not each.text.startswith("There is something new")]

    async def queue(self, person: Staff) -> Sequence[QueueRow]:
        return self.rows

    async def case(self, person: Staff, number: int) -> CaseView | None:
        return self.cases.get(number)

    async def talk(self, person: Staff, number: int) -> CaseView | None:
        return await self.case(person, number)

    async def move(self, person: Staff, number: int, move: str, fields: Mapping[str, str], key: str) -> str:
        self.moved.append((person.id, number, move, dict(fields)))
        self.keys.append(key)
        return self.refusal


@dataclass
class MemoryReview:
    """Weeks and events as given; `said` is what was said of lines, `recorded` the forms that came in, `looked` who looked at which week."""

    weeks: dict[str, WeekSeen] = field(default_factory=dict)
    log: list[AdverseEvent] = field(default_factory=list)
    said: list[tuple[str, str, str, str]] = field(default_factory=list)
    recorded: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    looked: list[tuple[str, str]] = field(default_factory=list)
    refusal: str = ""

    @property
    def today(self) -> date:
        return NOON.date()

    async def week(self, who: Staff, week: Week) -> WeekSeen:
        self.looked.append((who.id, str(week)))
        return self.weeks.get(str(week), WeekSeen(week, *week.span("Europe/London"), True, (), (), 0, ()))

    async def judge(self, who: Staff, week: Week, line_id: str, verdict: str) -> bool:
        seen = await self.week(who, week)
        if line_id not in {each.line_id for each in (*seen.questions, *seen.messages)}:
            return False
        self.said.append((who.id, str(week), line_id, verdict))
        return True

    async def events(self, who: Staff) -> list[AdverseEvent]:
        return self.log

    async def record(self, who: Staff, form: Mapping[str, str], key: str) -> str:
        self.recorded.append((who.id, dict(form), key))
        return self.refusal


class World:
    """Everything behind the pages."""

    def __init__(self, public_url: str = "https://coach.example.org", *, sandbox: bool = False, provider: Provider | None = None) -> None:
        self.clock, self.post, self.bells = MovedClock(), Post(), Bells()
        self.logins, self.roll, self.welfare, self.desk = MemoryLogins(self.clock), Roll(), MemoryWelfare(), MemoryDesk()
        self.care = MemoryCare(self.roll, self.clock)
        self.review = MemoryReview()
        self.public_url = public_url
        self.means = Means(self.post, provider, sandbox)
        self.app = self.made(self.means)

    def made(self, means: Means) -> Starlette:
        return Starlette(
            routes=routes(
                self.logins, self.roll, self.welfare, self.care, self.desk, self.review, means, self.clock, FreshNames(), labels(),
                ["Nobody has checked the help lines here."], bells=self.bells, public_url=self.public_url,
            )
        )  # fmt: skip

    def browser(self, address: str = "10.0.0.1", headers: Mapping[str, str] | None = None) -> TestClient:
        sent = {"sec-fetch-site": "same-origin"} if headers is None else headers
        base = self.public_url or LOOPBACK
        return TestClient(self.app, base_url=base, client=(address, 50_000), headers=dict(sent), follow_redirects=False)

    async def signed_in(self, person: Staff, **more: Any) -> TestClient:
        """A browser in which this person has signed in."""
        token = f"token-of-{person.id}"
        await self.logins.begin(token, person.id)
        browser = self.browser(**more)
        browser.cookies.set("__Host-login" if self.public_url.startswith("https") else "login", token)
        return browser


def seal_in(page: str) -> str:
    """The seal of the page's forms."""
    found = SEAL.search(page)
    assert found, "there is no form here"
    return found[1]


def posted(browser: TestClient, at: str, path: str, **fields: str) -> Any:
    """Send a form of the page `at`."""
    return browser.post(path, data={"seal": seal_in(browser.get(at).text)} | fields)


# -- examples -------------------------------------------------------------------------------------------------------------------

ROWS = [
    QueueRow(
        41, "Heron 7", "emergency", "Talk of danger", "open", "4 minutes", NOON, Clock("ladder", NOON, "1 minute"),
        moves=("claim", "not_me"),
    ),
    QueueRow(
        38, "Otter 3", "urgent", "Worry about safe care", "open", "2 hours", NOON, Clock("first_reply", NOON, "10 minutes", late=True),
        moves=("claim", "not_me"),
    ),
    QueueRow(36, "Robin 12", "soon", "Asked for a person", "mine", "1 day", NOON, Clock("silence", NOON, "3 hours")),
    QueueRow(35, "Wren 2", "soon", "Worn out", "held", "2 days", NOON, holder="Ben", review=True),
]  # fmt: skip

HELD = CaseView(
    36, "Robin 12", "soon", "Asked for a person", "mine", NOON - timedelta(days=1), frozenset({Relation.HOLDING}),
    holder="Amina",
    clocks=(Clock("silence", NOON + timedelta(hours=3), "3 hours"), Clock("ladder", NOON + timedelta(hours=5), "5 hours")),
    brief=(
        Part("Said", "I can't see how to fit study in"),
        Part("Goal", "Finish the systemic therapy module by March"),
        Part("Plan", "If my Tuesday late is quiet, then I read for twenty minutes"),
        Part("Last", "done, missed (shift overran), done"),
        Part("Wants", "practical help"),
    ),
    lines=(
        TalkLine("l1", "bot", "bot", "Amina is here now. They are a person, not a program.", NOON - timedelta(minutes=20)),
        TalkLine("l2", "participant", "Robin 12", "hi, thanks. it's the rota again", NOON - timedelta(minutes=18), edited=True),
        TalkLine("l3", "staff", "Amina", "That sounds tiring. What would be a good week?", NOON - timedelta(minutes=15), tick="sent"),
        TalkLine("l4", "staff", "Amina", "No hurry with this.", NOON - timedelta(minutes=14), tick="unconfirmed"),
    ),
    notes=(Note("private", "Ask about study leave.", NOON), Note("consult", "How to hold back from advice?", NOON)),
    canned={"thanks": "Thank you for telling me.", "time": "Take the time you need."},
    tellings=(Told("first", "Amina", "slack", NOON - timedelta(hours=2), "sent"), Told("next", "Ben", "email", NOON, "failed")),
    reading=("Chi",),
    snoozed_until=NOON + timedelta(hours=1),
    moves=("reply", "earlier", "note", "snooze", "hand_back", "close", "pass_on"),
)  # fmt: skip
OPEN = replace(
    HELD, number=41, alias="Heron 7", urgency="emergency", reason="Talk of danger", state="open", holder="", brief=(), lines=(), notes=(),
    relations=frozenset({Relation.UNCLAIMED}), moves=("claim", "not_me"), snoozed_until=None, reading=(), canned={},
)  # fmt: skip

TIRED = Record(
    Load(7, 2, 3, 4.5, 40.0, 3.0, NOON - timedelta(days=40), NOON - timedelta(days=500), NOON - timedelta(hours=20)),
    Caps(), (3.0, 4.5, 6.0, 6.5, 8.0, 9.5, 11.0, 12.5),
    tuple(Supervised(NOON - timedelta(days=40 + 90 * back), 1.0) for back in range(3)),
    (Pulse(NOON - timedelta(days=62), 8, 8, 3), Pulse(NOON - timedelta(days=31), 5, 7, 6)), closed=11, entries=1,
    care_since=NOON - timedelta(hours=20),
)  # fmt: skip


WEEK = Week(2026, 47)
NOTICES = [
    Notice("n2", 36, "Case 36 is waiting for a word of yours: 2 hours so far.", NOON),
    Notice("n1", 35, "Dele has closed case 35, so it is no longer with you.", NOON - timedelta(hours=1)),
]
SEEN = WeekSeen(
    WEEK, *WEEK.span("Europe/London"), True,
    questions=(
        Reviewed(
            "q1", "Heron 7", NOON - timedelta(days=6), Words("everyone would be better off without me"), "crisis",
            Words("When you say that, are you having thoughts of ending your life?"), Words("No"), "no", "right", "Dele",
        ),
        Reviewed("q2", "Wren 2", NOON - timedelta(days=5), Words("i could kill him"), "threat", Words("Do you mean it?"), answered="none"),
    ),
    messages=(
        Reviewed("m1", "Robin 12", NOON - timedelta(days=4), Words("read two pages on the bus")),
    ),
    hidden=1,
    rates=(
        Rates(WEEK, Count(412, 38), Count(5, 5), Count(1, 1), Count(2, 2), Count(1, 1), Count(1, 1)),
        Rates(Week(2026, 46), Count(9, 3), Count(0, 0), Count(0, 0), Count(0, 0), Count(0, 0), Count(0, 0)),
    ),
)  # fmt: skip
FAINTED = AdverseEvent(
    "0" * 26, 1, 1, date(2026, 11, 19), "p1", Words("Felt faint after a night shift while writing a goal"), Seriousness.NOT_SERIOUS,
    Expectedness.UNEXPECTED, Relatedness.UNLIKELY, Words("Rested, went home"), Words(""), "dele", NOON, "Wren 2",
)  # fmt: skip
LOG = [FAINTED, replace(FAINTED, id="1" * 26, version=2, reported_to=Words("Sponsor, on the next day"))]


def furnished(world: World) -> World:
    """With everything there is to see."""
    world.desk.rows = list(ROWS)
    world.desk.cases = {36: HELD, 41: OPEN}
    world.review.weeks, world.review.log = {str(WEEK): SEEN}, list(LOG)
    world.welfare.records = {"amina": TIRED, "ben": Record(Load(2, 0, 1, 1.0, 5.0), Caps(), (1.0, 1.5, 2.0, 2.0, 1.0, 1.5, 2.0, 2.5))}
    world.welfare.log = {"amina": [Entry("e1", NOON - timedelta(days=9), "noticed", Words("I filled every silence."))]}
    return world
