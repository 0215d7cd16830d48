"""Patient identifiers in a message: where they are, and the message without them."""

from bot.nlu.identifiers.finding import Find
from bot.nlu.identifiers.masking import KINDS, MARK, Masked, masked
from bot.nlu.identifiers.numbers import COUNTRIES

__all__ = ["COUNTRIES", "KINDS", "MARK", "Find", "Masked", "masked"]
