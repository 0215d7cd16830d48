"""The phraser as the settings want it: none, over a model in a folder, or over one at an address. What is not wanted is not loaded."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from bot.dialogs.phrasing import prompts
from bot.nlu.reading import Reader
from bot.phrasing.phraser import Limits, Phraser
from coachbot.forms import is_loopback
from coachbot.mind import content_files
from coachbot.settings import Llm
from coaching.errors import ContentError
from coaching.phrasing import LanguageModel
from coaching.ports import Clock

OFF = {"kind": "off"}  # of `/readyz`


def make_phraser(llm: Llm, reader: Reader, clock: Clock) -> Phraser | None:
    """The phraser over the model that is set up, not started yet; None where none is. ContentError: its prompts cannot be used."""
    if not llm.where:
        return None
    read, problems = prompts.parse(content_files().get(prompts.FILE, ""))
    if read is None:
        raise ContentError("\n".join(map(str, problems)))
    limits = Limits(a_conversation=llm.calls_a_conversation, a_day=llm.calls_a_day)
    return Phraser(_model(llm), read, reader, clock=clock, limits=limits)


def _model(llm: Llm) -> LanguageModel:
    made: LanguageModel
    if llm.path:
        made = import_module("coachbot.language.local").LocalModel(Path(llm.path).expanduser())
        return made
    key = llm.key.get_secret_value() if llm.key else ""
    made = import_module("coachbot.language.address").AddressModel(llm.url, llm.model, key, local=is_loopback(llm.url))
    return made
