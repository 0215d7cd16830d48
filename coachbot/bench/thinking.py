"""What a turn thinks before it writes, for a baseline that is to do the same work: looks, decides and seals as the product does."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.lookout import Lookout
from bot.perform import Performer
from coachbot.bench.talk import message
from coachbot.road import Road, safety
from coachbot.timekeeping import nowhere
from coaching.notebook import Claim
from storage.addresses import identity
from storage.sealing import KEY, DataKey, Indexes
from storage.units.turns import Leaf
from storage.writing import PageWriter, inbox_row


@dataclass(slots=True)
class Thinking:
    """Goes through the turns of one round of talk, for everybody who asks; nothing is kept of what comes of it.

    `claims` are the recorded ones, a message each. The words are the person's own, so that nothing is known from somebody else's.
    """

    lookout: Lookout
    performer: Performer
    road: Road
    key: DataKey
    indexes: Indexes
    claims: Sequence[Claim]
    done: dict[str, int]

    async def turn(self, person: str) -> Leaf:
        """All that the product does in the person's next turn without its database: look, decide, render, seal. Its sealed rows."""
        number = self.done[person] = self.done.get(person, -1) + 1
        claim, now = self.claims[number % len(self.claims)], self.road.clock.now()
        inbound = self.lookout.look(message(person, number, now)).inbound
        inbox_row(self.road.names.new(), inbound, self.key, claim.conversation.id, claim.address_id, now)
        for key in inbound.keys:
            self.indexes.delivery(inbound.address, key)
        page = await self.performer.rehearsed(replace(claim, inbound=inbound))
        writer = PageWriter(page, self.key, self.indexes, now, {identity(inbound.address): claim.address_id})
        writer.values()
        return writer.leaf()


def thinking_of(road: Road, claims: Sequence[Claim]) -> Thinking:
    """As this road thinks, whose database is not touched; `claims` in the order of the talk, from its first message."""
    lookout = Lookout(safety(road.mind, road.sender, road.clock), clock=road.clock, names=road.names, at=nowhere)
    key = DataKey("bench", claims[0].participant.id, AESGCM(os.urandom(KEY)))
    return Thinking(lookout, road.performer, road, key, Indexes(os.urandom(KEY)), claims, {})
