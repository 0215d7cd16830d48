"""Joining this talk to one in another app: asked first, because everything written here can be read there afterwards."""

from __future__ import annotations

from bot.dialogs import choosing, digressions
from bot.dialogs.scene import Scene, Turn
from bot.nlu.commands import link_code
from coaching.effects import OfferLink, RedeemLink, Say
from coaching.message import Kind, Shape
from coaching.state import decode_walk

SURE = "link.sure"
JOIN, NO = "join_now", "join_no"
_TRIES = "link.tries:"  # in `heard`, with the day: codes tried, so that nobody guesses one
MOST = 5


def link(scene: Scene) -> Turn:
    """A code to be typed in another app, or the code of one that was typed here."""
    code = link_code(scene.inbound.words.text) or ""
    return ask_first(scene, code) if code else scene.turn(OfferLink(Say("link.code")), digressions.again(scene))


def ask_first(scene: Scene, code: str) -> Turn:
    """Nothing is joined before somebody says so."""
    if _tried(scene) >= MOST:
        return scene.turn(Say("link.enough"), digressions.again(scene))
    met = scene.conversation.contract == "accepted"
    return scene.turn(_sure(), joining=code, contract="accepted" if met else "shown")


def adopted(scene: Scene) -> Scene:
    """With the exercise that was under way in a conversation joined to this one, if any."""
    stored = scene.inbound.fields.get("walk") if scene.inbound.what == "joined" else None
    return choosing.adopt(scene, decode_walk(stored.text)) if stored is not None and stored.text else scene


def answer(scene: Scene) -> Turn | None:
    """What was said to "join the two?": yes, no, or asked again; None where that is not open, or another word was said."""
    asked = scene.conversation.asked
    if asked is None or asked.wording != SURE:
        return None
    reply = scene.heard.reply
    if reply.choice == JOIN or reply.intent == "affirm":
        return _join(scene)
    if reply.choice == NO or reply.intent == "deny":
        closed = scene.then(asked=None, joining="")
        return closed.turn(digressions.again(closed))
    if scene.heard.word or scene.inbound.kind is not Kind.TEXT:
        return None
    return scene.turn(_sure("common.choose_one"))


def _join(scene: Scene) -> Turn:
    code = scene.conversation.joining
    heard = {name: count for name, count in scene.conversation.heard.items() if not name.startswith(_TRIES)}
    tried = scene.then(asked=None, joining="", heard={**heard, _today(scene): _tried(scene) + 1})
    return tried.turn(RedeemLink(code, Say("link.refused")), digressions.again(tried))


def _sure(*also: str) -> Say:
    return Say(SURE, choices=(JOIN, NO), shape=Shape.CHOICE, opens=True, also=also)


def _tried(scene: Scene) -> int:
    return scene.conversation.heard.get(_today(scene), 0)


def _today(scene: Scene) -> str:
    return f"{_TRIES}{scene.surroundings.today.isoformat()}"
