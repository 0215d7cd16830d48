"""Plain words about one's own death or hurting oneself bring up the lines; idiom, patients and denial do not."""

from __future__ import annotations

import pytest

from bot.nlu.grave import grave
from bot.nlu.reading import RuleReader
from bot.nlu.tidy import said

GRAVE = """
i just want to die tbh
I want to kill myself
I'm going to kill myself tonight
i wish i was dead
i keep thinking about ending my life
I've taken an overdose
ive taken all my tablets
i took too many pills
i'm suicidal
I feel really suicidal
i don't want to be alive anymore
i dont want to live
I want to hurt myself
been thinking of hurting myself again
everyone would be better off without me
my kids would be better off without me
i'd be better off dead
there's no reason to live
i can't keep myself safe
I've been saving up my tablets
i want to end it all
I might end my life
i can't go on any more
I don't want to wake up
no point in living
i wanna die
"""
FINE = """
this shift is killing me
I'm dying for a coffee
my patient wants to die
he said he wants to kill himself
I'm not suicidal, just tired
I don't want to die, I want a holiday
I could murder a curry
I nearly died of embarrassment
I want to die of embarrassment when he asks me
dead on my feet
suicide risk assessment training is due
we talked about suicide in handover
stop killing time on my phone
I want to live closer to work
end the meeting on time
take my life back from the rota
lost a patient today
she took an overdose and I looked after her
I want to be here for my kids
leave on time on late shifts
I'd kill for a day off
I cut myself on a vial
deadlines are killing me
take my tablets on time
I hurt my back
turn off my phone
"""


@pytest.mark.parametrize("text", GRAVE.strip().splitlines())
def test_plain_words_are_heard(text: str) -> None:
    assert RuleReader().read(text, None).command == "help_now"


@pytest.mark.parametrize("text", FINE.strip().splitlines())
def test_idiom_patients_and_denial_pass(text: str) -> None:
    assert not grave(said(text))
