"""The first line in an open programme: what this is, with OK, No, and Who can read this. Going on counts as OK."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogs import choosing
from bot.dialogs.scene import Scene, Turn
from coaching.effects import Note, Say
from coaching.message import Shape

OPEN = "contract.open"
CHOICES = ("contract_ok", "contract_no", "privacy")


def line(*, opens: bool) -> Say:
    """The line itself."""
    return Say(OPEN, choices=CHOICES, shape=Shape.CHOICE, opens=opens)


def is_open(scene: Scene) -> bool:
    """Whether the contract is the question that is open."""
    asked = scene.conversation.asked
    return scene.conversation.contract == "shown" and asked is not None and asked.wording == OPEN


def agree(scene: Scene) -> Turn | None:
    """Yes or no to the contract, from its own buttons at any time, or in words while it is open."""
    word = _answer(scene)
    if word == "contract_no":
        return _declined(scene)
    if word == "contract_ok":
        agreed = scene.then(Note("contract.accepted"), contract="accepted")
        return agreed.turn(choosing.question(agreed))
    return None


def _answer(scene: Scene) -> str:
    word, intent = scene.heard.word, scene.heard.reply.intent
    if word in ("contract_ok", "contract_no"):
        return word
    return {"affirm": "contract_ok", "deny": "contract_no"}.get(intent, "") if is_open(scene) and not word else ""


def _declined(scene: Scene) -> Turn:
    scene, _ = choosing.aside(scene)
    return scene.turn(
        Note("contract.declined"), Say("contract.declined", choices=("help_now",)), contract="declined", walk=None, asked=None
    )


def first(scene: Scene) -> Scene | Turn:
    """Before anything else is taken up: show the contract to somebody new, and take going on as OK."""
    contract = scene.conversation.contract
    if contract == "accepted":
        return scene
    if contract == "declined":
        return scene.turn(line(opens=True), contract="shown")
    if contract == "none":
        return _shown(scene)
    return scene if is_open(scene) and not choosing.would_start(scene) else scene.then(Note("contract.accepted"), contract="accepted")


def _shown(scene: Scene) -> Scene | Turn:
    if choosing.would_start(scene) or scene.inbound.fields:
        return scene.then(line(opens=False), contract="shown")
    if scene.heard.word in ("", "greet", "menu", "resume", "carry_on"):
        return scene.turn(line(opens=True), contract="shown")
    return replace(scene.then(contract="shown"))
