"""Where a decision lets a language model, should there be one, do something with what is said. Where there is none, nothing comes of it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogs import filling
from bot.dialogs.flow import Flow
from bot.dialogs.scene import Scene
from bot.dialogs.wording import Wording
from bot.nlu.goals.lexicon import words
from bot.nlu.tidy import clean
from coaching.conversation import Walk
from coaching.effects import Say
from coaching.message import Kind, Shape
from coaching.phrasing import Act, Phrasing

LONG = 15  # words from which an answer is said back; a shorter one where it carries feeling
LONGEST = 150  # words of an answer that is said back
ENOUGH = 3  # answers that make a stretch of talk
SAID = 2  # words that make an answer one of these
_WORD = re.compile(r"[a-z]+")
FEELING = words(
    """
    feel feels felt feeling feelings tired exhausted drained weary worn stressed stressful overwhelmed worried worry worries anxious
    nervous scared afraid frightened fear dread guilty guilt ashamed embarrassed awkward angry annoyed frustrated irritated resent
    upset sad low lonely alone lost stuck torn numb flat heavy pressure rushed hate love miss proud hopeful hope happy glad excited
    relieved calm content care
    """
)


def next_question(scene: Scene, walk: Walk, say: Say) -> Say:
    """The question after an answer: the answer may be said back before it; where it was asked before, it may be asked in other words."""
    if not scene.surroundings.phrased:
        return say
    return replace(say, phrasing=_said_back(scene, walk) or _in_other_words(scene, say))


def stretch(flow: Flow, walk: Walk, say: Say) -> Say:
    """What is said at the end of a stretch of talk, or where it is taken up again: what was said in it may be summed up before."""
    said = tuple(clean(words) for step in flow.order if len((words := filling.kept(flow, walk, step.name)).split()) >= SAID)
    return replace(say, phrasing=Phrasing(Act.SUMMARISE, words=said)) if len(said) >= ENOUGH else say


def _said_back(scene: Scene, walk: Walk) -> Phrasing | None:
    text = clean(scene.inbound.words.text)
    many = len(text.split())
    if scene.inbound.kind is not Kind.TEXT or scene.heard.reply.choice or many > LONGEST or not _is_taken(scene, walk):
        return None
    if many < LONG and FEELING.isdisjoint(_WORD.findall(text.lower())):
        return None
    return Phrasing(Act.REFLECT, _asked(scene), (text,))


def _is_taken(scene: Scene, walk: Walk) -> bool:
    """Whether the message was a good answer to the step that was open."""
    name = scene.walk.step if scene.walk is not None else scene.library.flow_of(walk).order[0].name
    answer = walk.answers.get(name)
    return answer is not None and answer.how == "said" and answer.verdict == "ok" and isinstance(answer.value, str)


def _asked(scene: Scene) -> str:
    """The question that was answered, in our own words, with nothing of the participant's in it."""
    asked = scene.conversation.asked
    wording = scene.words.get(asked.wording) if asked is not None else None
    return plain(wording) if wording is not None else ""


def _in_other_words(scene: Scene, say: Say) -> Phrasing | None:
    wording = scene.words.get(say.wording)
    if wording is None or say.shape is not Shape.TEXT or wording.blanks:
        return None
    heard = scene.conversation.heard.get(say.wording, 0)
    source = plain(wording, heard)
    heard_all = heard >= len(wording.variants)
    one_question = source.count("?") == 1 and not any(sign.isdigit() for sign in source)
    return Phrasing(Act.REPHRASE, source) if heard_all and one_question else None


def plain(wording: Wording, heard: int = 0) -> str:
    """A wording of ours as one line of text, with "this" where something is filled in."""
    pieces = wording.variants[heard % len(wording.variants)].pieces
    return " ".join("".join("this" if piece.blank else piece.text for piece in pieces).split())
