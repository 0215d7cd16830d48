"""What the terminal shows of a question."""

from datetime import date

from bot.adapters.terminal.outlet import shown
from coaching.message import Choice, Lane, Outbound, Shape
from coaching.participant import Address, Channel
from coaching.words import text_of

HERE = Address(Channel.TERMINAL, "local", "me")


def test_a_day_is_asked_for_in_words_with_its_short_cuts_as_a_list():
    chips = (Choice("tomorrow", "Tomorrow"), Choice("friday", "Friday"), Choice("in_two_weeks", "In two weeks"))
    asked = Outbound("01D", HERE, Lane.REPLY, text_of("By when?"), Shape.DATE, chips, today=date(2026, 11, 23))
    assert shown(asked).splitlines() == ["By when?", "  1) Tomorrow", "  2) Friday", "  3) In two weeks"]
