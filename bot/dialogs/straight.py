"""The straight question: asked where a message may mean danger and it is unclear; whatever is answered, nobody is left with silence."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import timedelta

from bot.dialogs import answers, cards, concerns, digressions, holding, linking, people, resuming
from bot.dialogs.answers import NO, SKIP, UNSURE, YES
from bot.dialogs.scene import Scene, Turn
from coaching.concern import HOLDING, Concern, Layer, Signal, Urgency, Watch
from coaching.effects import Note, OpenCase, Say, SayLater, Settle, TakeBack
from coaching.message import Kind, Lane
from handoff import standing
from handoff.rules import Rule, rule_name

CHOICES = (YES, NO, UNSURE, SKIP)
AGAIN_AFTER = timedelta(hours=24)  # the same question is not asked sooner, but of something new
PATIENCE = timedelta(minutes=10)  # without an answer, the lines are shown
NO_ANSWER = "safety.no_answer"
LONGEST_QUOTE = 8  # words
_MEANS = re.compile(  # never said back, not even as a quotation
    r"\d|tablet|pill|dose|overdos|insulin|potassium|propofol|fentanyl|morphine|opioid|medic|drug|meds|rope|hang|blade|knife|cut|bridge|jump|"
    r"gun|train|drive|driving|barrier|cupboard|needle|vein|gas|bleach|drown|razor|scalpel",
    re.IGNORECASE,
)


def is_open(scene: Scene) -> bool:
    """Whether the straight question is the one that is open."""
    asked = scene.conversation.asked
    return asked is not None and asked.wording.startswith("safety.ask.")


def wanted(scene: Scene) -> bool:
    """Whether this message is to be asked about."""
    return scene.reading.signal.ask and scene.reading.signal.concern in HOLDING


def asked_as(signal: Signal) -> Signal:
    """What is asked about, which presses until it is answered."""
    return replace(signal, urgency=min(signal.urgency, Urgency.URGENT, key=lambda each: each.rank)) if signal.ask else signal


def asked_before(scene: Scene) -> bool:
    """Whether the same was asked about within a day."""
    watch, signal = scene.conversation.watch, scene.reading.signal
    lately = watch.asked_at is not None and scene.surroundings.now < watch.asked_at + AGAIN_AFTER
    return lately and (watch.about, watch.cue) == (rule_name(signal), _cue(signal))


# -- asking ---------------------------------------------------------------------------------------------------------------------


def ask(scene: Scene) -> Turn:
    """Ask. The review is opened with the question, so that silence is seen by somebody too."""
    signal, watch = scene.reading.signal, scene.conversation.watch
    rule = scene.library.rules[rule_name(signal)]
    lines = SayLater(scene.names.new(), cards.telling(scene.addressee, NO_ANSWER, ("help_now",)), PATIENCE)
    watch = replace(watch, about=rule.name, asked_at=scene.surroundings.now, cue=_cue(signal), later={**watch.later, NO_ANSWER: lines.id})
    return scene.turn(_question(scene, rule), OpenCase(signal, review=True), lines, watch=watch)


def _question(scene: Scene, rule: Rule) -> Say:
    quote = _quote(scene.reading.signal.evidence, scene.inbound.words.text)
    say = cards.asking(scene.addressee, rule.asks if quote else f"{rule.asks}.unquoted", CHOICES, rule)
    return replace(say, blanks={**say.blanks, "quote": quote})


def _quote(evidence: str, words: str) -> str:
    """The stretch that decided, as it was written, if it is short and names no means; nothing else is ever quoted."""
    folded = words.casefold()
    at = folded.find(evidence.casefold()) if evidence and len(folded) == len(words) else -1
    short = 0 < len(evidence.split()) <= LONGEST_QUOTE
    if at < 0 or not short or _MEANS.search(evidence):
        return ""
    return words[at : at + len(evidence)].strip(" .,;:!?\"'")


def _cue(signal: Signal) -> str:
    """A mark by which the same stretch is known again; it cannot be turned back into words."""
    return hashlib.sha256(" ".join(signal.evidence.casefold().split()).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def remind(scene: Scene) -> Turn:
    """Asked about already: the short text, a review, and the step again. The message is no answer to it."""
    said = cards.telling(scene.addressee, "safety.reminder", ("help_now",))
    return resuming.resumed(scene.then(said, OpenCase(scene.reading.signal, review=True)))


# -- the answer -----------------------------------------------------------------------------------------------------------------


def answer(scene: Scene) -> Turn:
    """What was answered: yes, not sure and rather not say are met with the protocol, no with thanks, all else with the lines."""
    if scene.inbound.kind is Kind.ARRIVED:
        scene = linking.adopted(scene)
        return scene.turn(_question_again(scene))
    given = _given(scene)
    if given in (YES, UNSURE, SKIP):
        return _taken_seriously(scene, given)
    if given == NO:
        return _no(scene)
    if scene.heard.word == "help_now":
        return digressions.help_now(scene.then(Note("safety.answered", {"answer": "help_now"}), asked=None))
    if scene.heard.word == "why":
        again = replace(_question_again(scene), also=("safety.why",))
        return scene.turn(again)
    return _unclear(scene)


def over(scene: Scene) -> Turn:
    """Somebody has come to them because of danger: from now on that person asks, and what is said is for them to hear."""
    scene = scene.then(Note("safety.answered", {"answer": "person_came"}), asked=None) if is_open(scene) else scene
    name = scene.conversation.watch.later.get(NO_ANSWER)
    return scene.turn(TakeBack(name), watch=settled(scene.conversation.watch)) if name else scene.turn()


def late(scene: Scene) -> Turn | None:
    """A button of a straight question that is no longer open: a yes is a yes."""
    given = scene.heard.word
    return _taken_seriously(scene, given) if given in (YES, UNSURE, SKIP) else None


def _given(scene: Scene) -> str:
    if scene.heard.word in CHOICES:
        return scene.heard.word
    if scene.inbound.kind is not Kind.TEXT:
        return ""
    if wanted(scene):  # asked about danger, somebody speaks of it again
        return UNSURE
    return answers.straight(scene.inbound.words.text, scene.reading.command or scene.reading.intent)


def _taken_seriously(scene: Scene, given: str) -> Turn:
    """The protocol; whoever would rather not say is not thanked for saying it."""
    concern, _, kind = scene.conversation.watch.about.partition(".")
    known = Concern(concern) if concern in HOLDING else Concern.CRISIS
    scene = scene.then(Note("safety.answered", {"answer": given.removeprefix("ask_")}))
    return holding.protocol(scene, Signal(known, Urgency.URGENT, kind, layer=Layer.BUTTON, score=1.0), open_ended=given != YES)


def _no(scene: Scene) -> Turn:
    closed = scene.then(_thanks(scene), *_settled(scene), Note("safety.answered", {"answer": "no"}), asked=None)
    return concerns.answer(resuming.awake(closed)) or resuming.resumed(closed)


def _thanks(scene: Scene) -> Say:
    return cards.telling(scene.addressee, "safety.ask.no", ("help_now",))


def _settled(scene: Scene) -> tuple[Settle, ...]:
    return (Settle(scene.heard.label, Lane.SAFETY),) if scene.heard.label else ()


def _question_again(scene: Scene) -> Say:
    """The same, without the quotation: its words are not kept."""
    rule = scene.library.rules[scene.conversation.watch.about or Concern.CRISIS.value]
    return cards.asking(scene.addressee, f"{rule.asks}.unquoted", CHOICES, rule)


def _unclear(scene: Scene) -> Turn:
    """No clear answer: the lines, and a person looks at it later. Whoever asks to stop is let go."""
    stopping = scene.heard.word == "stop"
    choices = ("start_again", "help_now") if stopping or scene.conversation.standing == standing.STOPPED else ("carry_on", "help_now")
    also = (digressions.not_read(scene).wording,) if scene.inbound.kind is Kind.UNREADABLE else ()
    said = replace(cards.telling(scene.addressee, "safety.unclear", choices), also=also)
    after = scene.then(said, Note("safety.answered", {"answer": "unclear"}), asked=None)
    if stopping:
        return digressions.stop(after)
    return people.ask(after) if people.wanted(after) else concerns.answer(after) or after.turn()


def settled(watch: Watch) -> Watch:
    """The memory without the text that was to come without an answer."""
    return replace(watch, later={wording: name for wording, name in watch.later.items() if wording != NO_ANSWER})
