"""What the reader should know of the question that is open."""

from __future__ import annotations

from datetime import date

from bot.nlu.reading import Question
from coaching.conversation import Conversation
from coaching.words import plain


def question(conversation: Conversation, today: date) -> Question | None:
    """The question that is open, with what was answered before it; None where none is."""
    asked, walk = conversation.asked, conversation.walk
    if asked is None:
        return None
    flow, step = (walk.flow, walk.step) if walk else ("", asked.wording)
    earlier = {name: answer.value for name, answer in walk.answers.items() if isinstance(answer.value, str)} if walk else {}
    return Question(flow, step, asked.shape, asked.low, asked.high, plain(asked.ours or asked.text), earlier, today)
