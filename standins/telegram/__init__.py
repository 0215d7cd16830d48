"""Telegram on loopback: the Bot API with its delivery rules, and the people at the other end."""

from standins.telegram.people import Person
from standins.telegram.server import TelegramStandIn

__all__ = ["Person", "TelegramStandIn"]
