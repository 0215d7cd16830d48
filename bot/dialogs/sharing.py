"""What a person may read of somebody: the brief as it would be read, and the questions by which they put it right."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dialogs import speaking
from bot.dialogs.scene import Scene
from coaching.concern import Concern, Signal, Urgency
from coaching.conversation import Sharing
from coaching.effects import Say
from coaching.message import Kind, Shape
from handoff import brief, hours
from handoff import quote as quoting
from handoff.brief import Approval, Brief, Heading, Known, Wants
from handoff.rules import route
from handoff.speech import Speech

SHARE, WHICH, WORDS, WANTS = "people.share", "people.which", "people.words", "people.wants"
ASKING = (SHARE, WHICH, WORDS, WANTS)
SHARE_IT, LEAVE_OUT, CHANGE_WORDS, ADD_WORDS, SHARE_NOTHING = "share_it", "leave_out", "change_words", "add_words", "share_nothing"
NO_WORDS = "no_words"
LEAVE = "leave_"  # before the name of a field of the brief
WANTED = {f"wants_{each}": each for each in Wants}
STRIKABLE = ("quote", "goal", "action")  # what is known of somebody now; more comes with check-ins
CALL_OFF = "never_mind"
CHOICES = (SHARE_IT, LEAVE_OUT, CHANGE_WORDS, ADD_WORDS, SHARE_NOTHING, NO_WORDS, *WANTED, *(f"{LEAVE}{each}" for each in STRIKABLE))
PATIENCE = timedelta(minutes=3)  # how long words that answer nothing else are taken for what a person is to read
FEWEST = 3  # of such words
ASKED_FOR = Signal(Concern.WANTS_HUMAN, Urgency.SOON)


def is_open(scene: Scene) -> bool:
    """Whether one of these questions is the one that is open."""
    asked = scene.conversation.asked
    return scene.conversation.sharing is not None and asked is not None and asked.wording in ASKING


def current(scene: Scene) -> Scene:
    """The scene without what was not decided while it was asked: it is asked anew."""
    return scene if scene.conversation.sharing is None or is_open(scene) else scene.then(sharing=None)


def begun(scene: Scene) -> Sharing:
    """A brief as it is proposed: with their own words, where they gave some besides asking; or as far as they had come with it."""
    inbound = scene.inbound
    spoke = inbound.kind is Kind.TEXT and scene.reading.command is None and len(inbound.words.text.split()) > FEWEST
    if spoke:
        return Sharing(scene.surroundings.now, quoting.proposed([inbound.words]), masked=len(inbound.masked))
    return _sharing(scene) if is_open(scene) else Sharing(scene.surroundings.now)


def takes_words(scene: Scene) -> bool:
    """Whether this message is somebody's own words for whoever comes, and nothing else."""
    heard, asked = scene.heard, scene.conversation.asked
    if not is_open(scene) or asked is None or scene.inbound.kind is not Kind.TEXT or scene.reading.command or heard.reply.choice:
        return False
    if asked.wording == WORDS:
        return bool(quoting.one_line(scene.inbound.words))
    answers = heard.word or heard.reply.intent in ("affirm", "deny")
    long = len(scene.inbound.words.text.split()) >= FEWEST
    return asked.wording == SHARE and long and not answers and not is_late(scene)


def requoted(scene: Scene) -> Sharing:
    """With this message for a quote."""
    known = with_words(_sharing(scene))
    return replace(known, quote=quoting.edited(scene.inbound.words), masked=len(scene.inbound.masked))


def with_words(sharing: Sharing) -> Sharing:
    """With room for their own words again, where these had been left out."""
    return replace(sharing, left_out=tuple(name for name in sharing.left_out if name != "quote"))


# -- the brief ------------------------------------------------------------------------------------------------------------------


def approval(scene: Scene, wants: Wants | None = None) -> Approval:
    """What they say yes to now: what they were shown, and nothing else."""
    shown = {*in_it(scene), *(("wants",) if wants else ())}
    unseen = (name for name in brief.STRIKABLE if name not in shown)
    return brief.struck(Approval(scene.surroundings.now, _sharing(scene).quote, wants), *unseen)


def nothing(scene: Scene) -> Approval:
    """A yes to nothing at all."""
    return brief.struck(Approval(scene.surroundings.now), *brief.STRIKABLE)


def in_it(scene: Scene) -> tuple[str, ...]:
    """The fields that there is something in, and that can be struck out."""
    made = _made(scene)
    return tuple(name for name in STRIKABLE if getattr(made, name))


def is_late(scene: Scene) -> bool:
    """Whether their patience with these questions is over."""
    asked = scene.conversation.asked
    return asked is not None and scene.surroundings.now > asked.at + PATIENCE


def _made(scene: Scene) -> Brief:
    around, sharing = scene.surroundings, _sharing(scene)
    due = due_at(scene, ASKED_FOR, sharing.since)
    heading = Heading("", Concern.WANTS_HUMAN.value, Urgency.SOON, sharing.since, "coach_pool", due)
    goal = brief.goal_in_hand(scene.conversation, around.goals)
    known = Known(around.participant.alias, goal, masked=sharing.masked if "quote" not in sharing.left_out else 0)
    proposed = brief.struck(Approval(around.now, sharing.quote), *sharing.left_out)
    return brief.fitted(brief.made(heading, known, proposed), speech(scene))


def due_at(scene: Scene, signal: Signal, since: datetime) -> datetime | None:
    """By when somebody answers as a rule; None where nothing is known of when people are there."""
    cover = scene.surroundings.programme.cover
    return None if cover is None else hours.due(route(scene.library.rules, signal), since, cover)


def speech(scene: Scene) -> Speech:
    """How texts are worded for this participant."""
    person = scene.surroundings.participant
    return speaking.speech(scene.library, person.language, ZoneInfo(person.zone), scene.surroundings.now)


# -- asking ---------------------------------------------------------------------------------------------------------------------


def question(scene: Scene, *also: str) -> Say:
    """The brief as it would be read, and whether it may be."""
    shown = brief.shown(_made(scene), scene.surroundings.now, speech(scene))
    lines = (*also, "people.shown", *shown.also, shown.wording)
    return Say(SHARE, shown.blanks, _offered(scene), Shape.CHOICE, opens=True, also=lines)


def _offered(scene: Scene) -> tuple[str, ...]:
    fields = in_it(scene)
    words = CHANGE_WORDS if "quote" in fields else ADD_WORDS
    return (SHARE_IT, *((LEAVE_OUT,) if fields else ()), words, SHARE_NOTHING, CALL_OFF)


def which(scene: Scene, *also: str) -> Say:
    """What is to be left out."""
    choices = (*(f"{LEAVE}{name}" for name in in_it(scene)), "back")
    return Say(WHICH, choices=choices, shape=Shape.CHOICE, opens=True, also=also)


def words(scene: Scene, *also: str) -> Say:
    """What they would like to be read, in their own words."""
    none = (NO_WORDS,) if "quote" in in_it(scene) else ()
    return Say(WORDS, choices=(*none, "back"), shape=Shape.TEXT, opens=True, also=also)


def wants(_scene: Scene, *also: str) -> Say:
    """What would help most."""
    return Say(WANTS, choices=(*WANTED, "skip"), shape=Shape.CHOICE, opens=True, also=also)


def again(scene: Scene, *also: str) -> Say:
    """The one that is open, asked again."""
    asked = scene.conversation.asked
    asks = {WHICH: which, WORDS: words, WANTS: wants}.get(asked.wording if asked else "", question)
    return asks(scene, *also)


def _sharing(scene: Scene) -> Sharing:
    return scene.conversation.sharing or Sharing(scene.surroundings.now)
