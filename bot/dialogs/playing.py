"""The sandbox: its people are played by whoever tries it out, and what is said of people there says so."""

from __future__ import annotations

from coaching.programme import Programme
from handoff import ladder

TOLD = "played.told"
_OF_DANGER = ("ladder.safety.", "ladder.hour.")
_CLIMBING = tuple(each for each in ladder.WORDINGS if not each.startswith((ladder.ALERTS, ladder.OFFERS)))
SAID = {
    "people.asked": "played.asked",
    "people.asked.closed": "played.asked",
    "people.asked.unknown": "played.asked",
    "complain.passed_on": "played.complain",
    "complain.passed_on.unknown": "played.complain",
    "complain.with_person": "played.complain",
    "complain.with_person.unknown": "played.complain",
    "desk.to.joined": "played.joined",
    "desk.to.joined.safety": "played.joined.safety",
    **{each: "played.nobody.safety" if each.startswith(_OF_DANGER) else "played.nobody" for each in _CLIMBING},
}
WORDINGS = (TOLD, *dict.fromkeys(SAID.values()))


def of(programme: Programme, wording: str) -> str:
    """The wording to say in this programme."""
    return SAID.get(wording, wording) if programme.played else wording
