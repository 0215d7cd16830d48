"""Every phrase of a message that names a time, placed on the calendar where it can be."""

from __future__ import annotations

from datetime import date

from bot.nlu import calendar_finds, rota_finds, spans, week_finds
from bot.nlu.feasts import HOME, feasts_in
from bot.nlu.find import Find, Rulebook, apart, found_by
from bot.nlu.no_times import without_no_times
from bot.nlu.shifts import shifted
from bot.nlu.tidy import Said

_RULES = Rulebook.of((*calendar_finds.RULES, *spans.RULES, *week_finds.RULES, *rota_finds.RULES))
_MOST = 60  # phrases: more of them are no message of a person


def finds_in(message: Said, today: date, country: str = HOME) -> list[Find]:
    """The phrases in order; where two overlap, the longer one stands."""
    found = [*feasts_in(message, today, country), *found_by(_RULES, message, today)][:_MOST]
    return shifted(apart(without_no_times(found, message)), message, today) if found else found
