"""What the reader should know of the question that is open."""

from __future__ import annotations

from bot.dialogs.flow import Flow
from bot.nlu.reading import Question
from coaching.conversation import Conversation


def question(flow: Flow | None, conversation: Conversation) -> Question | None:
    return Question() if conversation.asked else None
