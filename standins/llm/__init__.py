"""A language model on loopback, behind the address that many servers share: good answers, and every bad one.

async with LanguageStandIn() as model:
    model.says = lambda asked: "I am a human."
    settings.llm.url = model.url
"""

from standins.llm.server import KEY, MODEL, AskedOf, LanguageStandIn, honest

__all__ = ["KEY", "MODEL", "AskedOf", "LanguageStandIn", "honest"]
