"""The first line in an open programme: what this is, with OK, No, and Who can read this. Going on counts as OK."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogs import choosing
from bot.dialogs.scene import Scene, Turn
from coaching.effects import Note, Say
from coaching.message import Kind, Shape

OPEN = "contract.open"
PHRASING = {"local": "phrasing.local", "address": "phrasing.address"}  # where a language model is → what is said of it
CHOICES = ("contract_ok", "contract_no", "privacy")


def line(scene: Scene, *, opens: bool) -> Say:
    """The line itself; where a language model has a part in what is said, it says so."""
    return Say(OPEN, {"phrasing": _phrasing(scene)}, CHOICES, Shape.CHOICE, opens=opens)


def _phrasing(scene: Scene) -> str:
    where = scene.surroundings.programme.phrasing
    return f"\n{scene.words[PHRASING[where]].variants[0].source}" if where else ""


def is_open(scene: Scene) -> bool:
    """Whether the contract is the question that is open."""
    conversation = scene.conversation
    unasked = conversation.asked is None and conversation.walk is None
    return conversation.contract == "shown" and (unasked or (conversation.asked is not None and conversation.asked.wording == OPEN))


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
    if scene.conversation.contract == "accepted":
        return scene
    if scene.conversation.contract == "shown":
        return _gone_on(scene)
    if _wants_something(scene) and scene.conversation.contract == "none":
        return scene.then(line(scene, opens=False), contract="shown")
    if scene.heard.word in ("", "greet", "menu", "resume", "carry_on", *choosing.STARTS) and scene.inbound.kind is not Kind.UNREADABLE:
        return scene.turn(line(scene, opens=True), contract="shown")
    return scene.then(contract="shown")


def _gone_on(scene: Scene) -> Scene | Turn:
    """Going on counts as OK; a word like "privacy" is answered first, and an empty message is not going on."""
    if is_open(scene) and (scene.heard.word or scene.inbound.kind is Kind.UNREADABLE) and not _wants_something(scene):
        return scene
    if is_open(scene) and scene.heard.reply.empty() and not _wants_something(scene):
        return scene.turn(replace(line(scene, opens=True), also=("common.not_caught",)))
    return scene.then(Note("contract.accepted"), contract="accepted")


def _wants_something(scene: Scene) -> bool:
    return choosing.would_start(scene) or bool(scene.inbound.fields)
