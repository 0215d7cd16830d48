"""The templates, filled. Everything that is not ours is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from importlib.resources import files
from itertools import chain, product

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from coaching.concern import Urgency
from coaching.errors import ContentError
from coaching.safety_review import Expectedness, Relatedness, Seriousness, Verdict
from coaching.staff import Rung, Staff
from console import views, ways
from console.door import Caller
from console.guard import seal_of
from console.views import QueueRow
from handoff.ladder import Fate
from handoff.safety_review import ANSWERS
from handoff.welfare import NoSitting, Overdue, Strain

PREFIX = "console."
PROMPTS = ("went", "hard", "noticed", "differently", "carry")  # of the reflective log: one bank for everybody
PULSE = ("energy", "meaning", "load")
ABOUT = ("crisis", "safeguarding", "self_danger_other", "domestic", "child_or_adult", "threat")  # what is asked about straight
FIGURES = ("messages", "cases", "alarms", "questions", "cases_in_1000", "alarms_in_1000", "questions_in_1000")
SNOOZES = ("30", "60", "120", "240")  # minutes
ROWS = 2_000  # of the queue that are kept as they were filled
SEAL, KEY = "<seal>", "<key>"  # what stands in a kept row for the reader's own: no tag of ours, and nothing that escaped words can hold
LENGTHS = ("30", "45", "60", "90", "120")  # minutes of a sitting
_NAMED: Mapping[str, Sequence[str]] = {
    "urgency": tuple(Urgency),
    "state": ("open", "held", "mine", "closed"),
    "clock": ("first_reply", "ladder", "silence"),
    "fate": (*Fate, "unseen", "seen"),
    "tick": ("sent", "waiting", "unconfirmed", "failed"),
    "means": ("slack", "telegram", "email", "pager", "console", "talk"),
    "note": ("private", "consult"),
    "move": tuple(sorted(views.MOVES)),
    "nav": ways.SHOWN,
    "strain": tuple(Strain),
    "overdue": tuple(Overdue),
    "notices": ("seen", "seen_all"),
    "prompt": PROMPTS,
    "pulse": (*PULSE, *(f"{item}.{end}" for item in PULSE for end in ("low", "high"))),
    "supervision.strain": tuple(each for each in Strain if each is not Strain.SAME_THEME),
    "snooze": SNOOZES,
    "length": LENGTHS,
    "rung": (*Rung, *(f"next.{each}" for each in Rung)),
    "trouble.sitting": (*NoSitting, "twice"),
    "about": (*ABOUT, "other"),
    "answered": ANSWERS,
    "verdict": tuple(Verdict),
    "figure": FIGURES,
    "seriousness": tuple(Seriousness),
    "expectedness": tuple(Expectedness),
    "relatedness": tuple(Relatedness),
}
_SAID = re.compile(r'\bsay\(\s*"([a-z_.]+)"\s*[,)]')


class Pages:
    """What every address shows. ContentError where a label is missing."""

    def __init__(self, labels: Mapping[str, str], notices: Sequence[str], language: str) -> None:
        if missing := sorted({f"{PREFIX}{name}" for name in needed()} - labels.keys()):
            raise ContentError(f"The console has no words for {', '.join(missing)}: add them to console.yaml of the wording.")
        self._labels = labels
        self._templates = Environment(
            loader=PackageLoader("console"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._templates.globals.update(
            say=self.say, notices=tuple(notices), language=language, home=ways.HOME, pulse_items=PULSE, prompts=PROMPTS,
            snoozes=SNOOZES, lengths=LENGTHS, rungs=tuple(Rung), navigation=ways.shown_to, notified=ways.notified, abouts=ABOUT,
            figures=FIGURES, rows_of=self._rows,
            judged={"seriousness": tuple(Seriousness), "expectedness": tuple(Expectedness), "relatedness": tuple(Relatedness)},
        )  # fmt: skip
        self._templates.filters.update(clock=clock, day=day)
        self._row = lru_cache(maxsize=ROWS)(self._filled_row)

    def say(self, name: str, /, **blanks: object) -> str:
        """A label by the part of its id after `console.`, with its blanks filled."""
        words = self._labels[f"{PREFIX}{name}"]
        for blank, value in blanks.items():
            words = words.replace(f"{{{blank}}}", str(value))
        return words

    def page(self, name: str, caller: Caller, /, **blanks: object) -> bytes:
        """A whole page. `here` is its place in the navigation."""
        person: Staff | None = caller.person
        filled = {"person": person, "seal": seal_of(caller.token, "form"), "here": name, "trouble": "", "done": ""} | blanks
        return self._templates.get_template(f"{name}.html").render(**filled).encode("utf-8", "replace")

    def _rows(self, rows: Sequence[QueueRow], seal: str, key: str) -> Markup:
        """Rows of the queue: each is filled once for as long as it says the same, whoever reads it."""
        page = "".join(map(self._row, rows))
        return Markup(page.replace(SEAL, escape(seal)).replace(KEY, escape(key)))

    def _filled_row(self, row: QueueRow) -> str:
        return self._templates.get_template("row.html").render(row=row, seal=Markup(SEAL), key=Markup(KEY))


def needed() -> set[str]:
    """Every label that the pages may ask for."""
    named = chain.from_iterable(product([kind], names) for kind, names in _NAMED.items())
    return {f"{kind}.{name}" for kind, name in named} | set(_written()) | set(TROUBLES)


def _written() -> Iterator[str]:
    for template in files("console").joinpath("templates").iterdir():
        yield from _SAID.findall(template.read_text("utf-8"))


TROUBLES = (
    "trouble.elsewhere", "trouble.too_big", "trouble.not_found", "trouble.not_yours", "trouble.wait", "trouble.code", "trouble.second",
    "trouble.provider",
    "trouble.not_reached", "trouble.again", "trouble.pulse", "trouble.empty", "trouble.signed_out", "trouble.still_held",
    "trouble.sitting", "done.pulse", "done.entry", "done.stepped_out", "done.stepped_in", "done.sitting", "done.rung", "done.after_care",
    "trouble.verdict", "trouble.no_form", "trouble.nobody", "trouble.not_yours_to_log", "trouble.corrected", "done.verdict", "done.event",
)  # fmt: skip


def clock(moment: datetime) -> str:
    """An instant as `14:05`, in UTC until the page's script tells it in the reader's own zone."""
    return f"{moment:%H:%M} UTC"


def day(moment: datetime) -> str:
    return f"{moment.day} {moment:%B}"
