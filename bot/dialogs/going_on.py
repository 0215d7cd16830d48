"""After a person was here: what the desk tells the dialogue, whether to go on, and the paused step with its answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.dialogs import cards, digressions, resuming, returning
from bot.dialogs.scene import Scene, Turn
from bot.nlu.rating import rating
from coaching.concern import Concern
from coaching.effects import Move, Note, Rate, Say
from coaching.message import Kind
from handoff import standing

OURS = (standing.WITH_BOT, standing.PAUSED, standing.WAITING)  # where the bot may say something of its own


def told(scene: Scene) -> Turn | None:
    """What the desk tells the dialogue of a case; None where it tells nothing.

    `what`: handed_back · closed (`held` is "yes" where a person had the conversation) · released (a safety hold; `concern` is that of
    the case that was closed) · nobody (a claim has lapsed). `rate` is "yes" where how it was is to be asked.
    """
    return _TOLD[scene.inbound.what](scene) if scene.inbound.kind is Kind.ARRIVED and scene.inbound.what in _TOLD else None


def _handed_back(scene: Scene) -> Turn:
    """The coach's lines have been said. What is on because of danger stays on: it ends in its own way."""
    state, hold = scene.conversation.standing, bool(scene.conversation.watch.hold)
    if hold and state in (*OURS, standing.SAFETY_HOLD):
        return _held(scene)
    if state not in OURS:
        return scene.turn()
    if _danger_is_near(scene):
        return scene.turn(returning.back(returning.GENTLY), sharing=None)
    return scene.turn(returning.back(returning.TALKED if _says(scene, "rate") else returning.BACK), sharing=None)


def _danger_is_near(scene: Scene) -> bool:
    """Whether danger was spoken of in the last days: coaching does not begin again by itself, and nobody asks how it was."""
    quiet = scene.conversation.watch.quiet_until
    return quiet is not None and scene.surroundings.now < quiet


def _closed(scene: Scene) -> Turn:
    """Closed by somebody who had not come to them: they go on as they were."""
    return _handed_back(scene) if _says(scene, "held") else scene.turn()


def _says(scene: Scene, name: str) -> bool:
    told = scene.inbound.fields.get(name)
    return told is not None and told.text == "yes"


def _held(scene: Scene) -> Turn:
    """Danger was spoken of while a person was here, and nobody has let go of that yet."""
    rules = scene.library.rules
    rule = rules.get(scene.conversation.watch.about) or rules[Concern.CRISIS.value]
    after = standing.move(scene.conversation.standing, "hold")
    return scene.turn(Move("hold"), cards.short(scene.addressee, rule), standing=after)


def _released(scene: Scene) -> Turn:
    """Whoever answers for safety has ended the hold. Coaching does not begin again by itself."""
    state, before = scene.conversation.standing, scene.conversation.watch
    if before.hold and not _is_about(scene):
        return _still_held(scene)
    after, watch = standing.move(state, "release"), replace(before, hold="", about="")
    freed = scene.then(Move("release"), Note("hold.released", {"by": "safety_lead"}), watch=watch, standing=after)
    speaks = after in OURS and (bool(before.hold) or _says(scene, "held"))
    return freed.turn(returning.back(returning.GENTLY)) if speaks else freed.turn()


def _is_about(scene: Scene) -> bool:
    """Whether the case that was closed is the one that the hold follows from."""
    concern, about = scene.inbound.fields.get("concern"), scene.conversation.watch.about
    return concern is None or concern.text == about.split(".")[0]


def _still_held(scene: Scene) -> Turn:
    """Another case of danger was closed: what is on because of this one stays on, and nothing is said."""
    state = scene.conversation.standing
    return scene.turn(Move("hold"), standing=standing.move(state, "hold")) if state in OURS else scene.turn()


def _nothing(scene: Scene) -> Turn:
    """The words for it have been said. What is on because of danger is on still."""
    return _still_held(scene) if scene.conversation.watch.hold else scene.turn()


_TOLD: dict[str, Callable[[Scene], Turn]] = {
    "handed_back": _handed_back,
    "closed": _closed,
    "released": _released,
    "nobody": _nothing,
}


# -- answers --------------------------------------------------------------------------------------------------------------------


def answer(scene: Scene) -> Turn | None:
    """The answer to "shall we go on?" or "how was it?"; None where neither is open, or another word was said."""
    asked = scene.conversation.asked
    if not returning.is_open(scene) or asked is None or scene.inbound.kind not in (Kind.TEXT, Kind.PRESS):
        return None
    if asked.wording in (returning.RATE, returning.RATE_ONCE_MORE):
        return _rated(scene, asked.wording)
    reply, word = scene.heard.reply, scene.heard.word
    if word == "later" or (reply.intent == "deny" and not word):
        return scene.turn(Say("people.rest", choices=digressions.CARRY_ON))
    if word in ("", "carry_on", "resume", "go_on") and (word or scene.walk is not None or reply.intent == "affirm"):
        return _go_on(scene, asked.wording)
    return None


def _go_on(scene: Scene, wording: str) -> Turn:
    """How it was is asked on the way: whatever is said then, the step comes next, or one plainer question before it."""
    if wording == returning.TALKED:
        return scene.turn(returning.rate())
    return _step(scene)


def _rated(scene: Scene, asked: str) -> Turn | None:
    """The number, or what words say plainly; what they leave open is asked once more, and not again."""
    word, reply = scene.heard.word, scene.heard.reply
    score = rating(reply.words, reply.number)
    if score is not None:
        how = () if reply.number is not None else (Note("rated.in_words", {"score": score}),)
        return _step(scene.then(Rate(score), *how), "people.rated")
    if word == "" and reply.intent != "deny" and asked == returning.RATE:
        return scene.turn(returning.rate(wording=returning.RATE_ONCE_MORE))
    if word == "thank":
        return _step(scene, "common.thanks")
    return _step(scene) if word in ("", "skip", "carry_on", "resume", "later") else None


def _step(scene: Scene, *also: str) -> Turn:
    return resuming.resumed(scene.then(asked=None), *also)
