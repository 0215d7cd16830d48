"""One turn as it is being decided: what is known, and what has been decided so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.dialogs import filling
from bot.dialogs.asking import ask
from bot.dialogs.cards import Addressee
from bot.dialogs.hearing import Heard
from bot.dialogs.library import Library
from bot.dialogs.replies import Ear
from bot.dialogs.wording import Wording
from bot.nlu.reading import Reading
from coaching.conversation import Conversation, Walk
from coaching.effects import Effect, Say
from coaching.message import Inbound
from coaching.ports import Names
from coaching.programme import Surroundings


@dataclass(frozen=True, slots=True)
class Turn:
    """What was decided: the conversation after it, and what is to be done, in order."""

    conversation: Conversation
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything a decision may look at; `reading` is what was understood, `before` are effects decided already."""

    library: Library
    conversation: Conversation
    inbound: Inbound
    heard: Heard
    surroundings: Surroundings
    ear: Ear
    names: Names
    reading: Reading = Reading()
    before: tuple[Effect, ...] = ()

    @property
    def words(self) -> Mapping[str, Wording]:
        """Our wordings in the participant's language."""
        return self.library.words(self.surroundings.participant.language)

    @property
    def addressee(self) -> Addressee:
        """Whom safety texts are made out to."""
        around = self.surroundings
        return Addressee(self.library, around.programme, around.participant.country, around.participant.language, around.today)

    @property
    def walk(self) -> Walk | None:
        """The exercise under way."""
        return self.conversation.walk

    def turn(self, *effects: Effect, **changes: Any) -> Turn:
        """Decided: the conversation with these changes, and these effects after those before."""
        return Turn(replace(self.conversation, **changes) if changes else self.conversation, (*self.before, *effects))

    def then(self, *effects: Effect, **changes: Any) -> Scene:
        """Not decided yet, but so far: these changes and effects."""
        return replace(self, conversation=replace(self.conversation, **changes), before=(*self.before, *effects))

    def asks(self, walk: Walk, *also: str) -> Say:
        """The question that is open in this walk."""
        flow = self.library.flow_of(walk)
        return filling.filled(ask(flow, walk, also), flow, walk, self.words, self.ear)

    def first_written(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The first of these wordings that is written, if any."""
        return next(((each,) for each in ids if each in self.words), ())
