"""How somebody answers the straight question: are you having thoughts of ending your life or hurting yourself?"""

from __future__ import annotations

import re
from typing import Literal

from bot.nlu.concerns.deciding import phrase_signal
from bot.nlu.patterns import opening, phrases
from bot.nlu.tidy import READ_LIMIT, Said, said
from coaching.concern import Concern

Answer = Literal["yes", "no", "unsure", ""]

_YES_SIGNS = frozenset("👍✅☑✔🙋💯😔😢😭💔")
_NO_SIGNS = frozenset("👎❌✖🙅🚫🙈😂🤣")
_UNSURE_SIGNS = frozenset("🤷😶🤐😐🫥🤔😬🙃🙂")
_RUNS = re.compile(r"([a-z])\1{2,}")

_YES = opening(
    r"""
    (?:(?:oh|well|um+|er+m?|honestly|tbh|ok|okay|i guess|i suppose|sadly|actually|if i'm honest|to be honest|sorry|god|ha|lol),? )*(?:yes|
        yeah|yea|yep|yup|ye|yh|aye|ya|yah|y|yess|opo|oo|haan|ha|correct|true|right|i am|i do|i have|i did|i was|i have been|i've been|
        definitely|absolutely|of course|exactly|both|all the time|every day|every night|most days|most nights|daily|constantly|often|
        a lot|lately|recently|since|sometimes|at times|now and (?:then|again)|occasionally|on and off|once or twice|a few times|a bit|
        a little|kind of|kinda|sort of|partly|in a way|from time to time|it crosses my mind|it has crossed my mind|the thoughts? (?:is|
        are)|thoughts yes|thoughts but|how did you (?:know|guess)|you got me|you're right|you guessed|caught me|i can't lie|i won't lie|
        i'm not going to lie|not going to lie|afraid so|i think so|think so|guess so|i guess|suppose so|i suppose|probably|na so|e dey|
        i dey)
    """
)
_YES_ANYWHERE = phrases(
    r"""
    i (?:have|do|am|did|was)(?: \w+)? (?:thoughts|thinking|think about it|think of it|thought about it)
    thoughts (?:come|came|are there|of it)
    (?:it|that|the thought)(?:'s| has| does| is)? (?:crossed|cross|crosses|been on|on|in) my (?:mind|head)
    wish i wasn't|i've thought about it|been thinking (?:about|of) it|both of (?:those|them)|hurting myself|ending (?:it|my life)
    the (?:first|second|last) one|not wake up
    """
)
_UNSURE = phrases(
    r"""
    (?:don't|do not|dunno|didn't|not|no) ?(?:really |quite |entirely |completely |exactly |even )?(?:know|sure|certain|clear|idea)
    idk|dunno|unsure|maybe|perhaps|possibly|might be|hard to say|can't (?:say|tell|answer|explain)|depends|it's complicated|complicated
    both yes and no|yes and no|(?:rather|prefer) not|don't (?:want|wish) to (?:say|answer|talk|go into|discuss)
    not (?:saying|telling|answering|going there|discussing)|hm+|no comment|pass|skip
    next question|why (?:do you|are you|would you|does it)|does it matter|what (?:happens|will happen|would happen) if
    who (?:sees|will see|reads|would you tell)|will you tell|do you (?:have to )?tell|is this (?:private|confidential)|leave it|never mind
    forget it
    not (?:today|yet|now|tonight|right now|at the moment|this minute|any ?more|always|every|all the time|as (?:much|bad|such)|actively|
        exactly|per se|seriously|like that|in that way|in so many words|anything i'd|going to act|going to do)
    (?:wouldn't|won't|not going to|never|couldn't|can't) (?:ever |actually |really )?(?:do (?:it|anything)|act on|go through)
    not really|no plans?|no intent\w*|but|although|though|however|except|just|only when|used to|in the past|before|thought i was over
    """
)
_NO = opening(
    r"""
    (?:(?:oh|god|lord|jesus|what|omg|ah|haha|ha|lol|um+|er+m?|well|honestly|sorry|wait|hang on|whoa|ok|okay|eh)[?!.,]* )*(?:no|nope|nah|
        naw|nay|n|noo|na|hindi(?: po)?|nahi|never|not at all|god no|lord no|hell no|absolutely not|definitely not|of course not|
        certainly not|course not|no way|no chance|i'm not|i am not|not me|none|not suicidal|not having|not in the slightest|not remotely|
        neither|i do not|i don't|i have not|i haven't)
    """
)
_FINE = opening(r"i'm (?:fine|ok|okay|grand|alright|all right)")  # no answer to this question
_BOTH = opening(r"maybe|perhaps|possibly|yes and no|yes or no")
# What may follow a clear no: weariness, laughter, thanks, what was meant.
_JUST = phrases(
    r"""
    (?:just|only) (?:\w+ ){0,2}(?:tired|knackered|shattered|stressed|fed up|busy|exhausted|wrecked|moaning|venting|ranting|joking|kidding|
        an expression|the (?:job|work|shift|rota)|work|hungry|cross|annoyed|sad|worn out|hungover|meant|mean|how i|saying|dramatic|sick|
        homesick|lazy|sleepy|the way|bored|frustrated|grumpy|cold|hormones|a (?:saying|joke|phrase|figure|bad|long|turn))
    """
)


def answers_straight(text: str) -> Answer:
    """ "no" only where it is clearly a no; "" where it answers something else."""
    message = said(text)
    if not message.words:
        return _by_sign(text)
    signal, plain = phrase_signal(text), _RUNS.sub(r"\1\1", message.plain)
    answer = _no(message, plain) or _yes(plain) or _unsure(plain)
    if signal.acts and signal.concern is Concern.CRISIS:
        return "yes"
    return "unsure" if signal.ask and answer != "yes" else answer


def _no(message: Said, plain: str) -> Answer:
    """A no, with nothing behind it that takes some of it back."""
    found = _NO.match(plain)
    if not found or len(message.words) > 25:
        return ""
    rest = _JUST.sub(" ", plain[found.end() :])
    if _YES_ANYWHERE.search(rest) or _UNSURE.search(_JUST.sub(" ", plain)):
        return "unsure"
    return "no"


def _yes(plain: str) -> Answer:
    if _YES.match(plain) or _YES_ANYWHERE.search(plain):
        return "unsure" if _BOTH.match(plain) else "yes"
    return ""


def _unsure(plain: str) -> Answer:
    return "unsure" if _UNSURE.search(plain) or _FINE.match(plain) else ""


def _by_sign(text: str) -> Answer:
    signs = set(text[:READ_LIMIT])
    if signs & _YES_SIGNS:
        return "yes"
    if signs & _UNSURE_SIGNS:
        return "unsure"
    return "no" if signs & _NO_SIGNS else ""
