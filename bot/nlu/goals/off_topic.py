"""Answers that are about something else: a question back, a joke, a key mashed."""

from __future__ import annotations

import re

from bot.nlu.goals.lexicon import words
from bot.nlu.tidy import Said

_NOISE = words(
    """
    lol haha hahaha lmao rofl hi hello hey hiya morning test testing blah ok okay k hmm hm um ha heh xx x lolz yo wow meh ugh hehe
    pizza football weather chips chocolate cake beer gin cats dogs banana cheese potato qwerty asdf abc foo bar thanks thank you
    bye sup yay
    """
)
_KEYS = ("asdf", "sdfg", "dfgh", "fghj", "ghjk", "hjkl", "qwer", "wert", "zxcv", "xcvb", "uiop")
_ASKS = re.compile(
    r"(?:(?:sorry|hey|hi|and|but|so|ok|oh|um|er|coach|bot|please|quick question)[, ]+)*(?:"
    r"who(?:'s| is| won| are| made| was| will| invented| built| do you)\b|"
    r"what(?:'s| is| are| was| do| does| did| time| day| about| can| should| would you| if you| kind| sort| type| colour| wish)\b"
    r"(?! stops| stopping| gets| getting| holds| i | really| usually| scares| makes me| happens is| in me)|"
    r"(?:how (?:many|much|old|tall|big|fast|heavy|hot|high|are you|do (?:you|i)|does|did|long|far|is|to (?:dilute|mix|cook|make))|how's)\b|"
    r"(?:do|are|can|could|will|would|have|did|were) (?:you|u)\b|is (?:there|it|this|that) (?:a|an|any|true|going|ok|raining|sunny|"
    r"possible|anonymous|confidential|private|safe)\b|can i (?:order|buy|book|ask|see|go home|use)\b|do i have to\b(?! be)|"
    r"am i\b|(?:is|are) (?:anyone|anybody|someone|somebody|you|u) (?:there|here|real|listening|reading|alive)\b|(?:hello|"
    r"anyone|anybody) there\b|"
    r"which (?:drug|dose|antibiotic|team|one is|film|movie)\b|where(?:'s| is| are| can i)\b|when (?:is|does|did|"
    r"will) (?:the|my|it|you|they)\b|"
    r"tell me (?:a|about|the|what|who)\b|give me a (?:joke|recipe|poem|song)\b|"
    r"(?:play|sing|order|translate|google) (?:me|some|a|us|this|for)\b|write (?:me|my) (?:a|an )?(?:essay|poem|cv|email|"
    r"letter|assignment|story|song)\b|"
    r"book me\b|remind me (?:to|about)\b|why (?:do you|are you|is the|does|did you)\b)"
)
_TOLD_OFF = re.compile(
    r"(?:oh|just|please|ok|why don't you|go and)?[, ]*(?:(?:fuck|piss|bugger|sod|naff|eff|jog|feck) off|(?:fuck|screw|bite|"
    r"damn) (?:you|me|this|it|that)|"
    r"shut up|get lost|go away|go to hell|get stuffed|bollocks|bullshit|kiss my \w+)(?: (?:you|bot|coach|now|then|please|"
    r"mate|will you|\w+bot))*[.! ]*$"
)
_ORDERS = re.compile(
    r"\b(?:you are now|you're now|from now on you|pretend (?:to be|you|that you)|act as (?:a|an|if you|my) |(?:ignore|"
    r"disregard|forget|override) "
    r"(?:all |any |your |the |my |these |those )*(?:previous |prior |above |earlier |system )*(?:instructions?|rules|prompts?|guidelines)|"
    r"system prompt|jailbreak|developer mode)\b"
)
_OFTEN = 4  # times one word is said and nothing else
_INNER_QUESTION = re.compile(
    r"\b(?:what if|who (?:do i|am i)|what will (?:they|people|she|he)|what would (?:they|people|she|he|everyone)|how (?:do|"
    r"can) i (?:get(?! to)|stop|feel|say|be|find|make|take|start|leave|speak))\b"
)
_DOSE = re.compile(r"\b(?:max(?:imum)? dose|dose of|dosage|how many (?:mg|mls?|mcg|units)|mg (?:of|per)|half[- ]life of)\b")


def off_topic(message: Said) -> bool:
    """Whether this is no answer at all to a question about the speaker's own work."""
    if not message.words or all(word.isdecimal() or word in _NOISE for word in message.words):
        return True
    if _TOLD_OFF.match(message.plain) or _ORDERS.search(message.plain) or (len(message.words) > _OFTEN and len(message.bag) == 1):
        return True
    if len(message.words) == 1 and _mashed(message.words[0]):
        return True
    return asks_something(message.plain)


def _mashed(word: str) -> bool:
    return word.isascii() and ((len(word) >= 5 and not set(word) & set("aeiouy")) or any(run in word for run in _KEYS))


def asks_something(plain: str) -> bool:
    """Whether a tidy text asks the bot for something that is none of coaching: the weather, a dose, a poem."""
    if _DOSE.search(plain) and (plain.endswith("?") or plain.startswith(("what", "how", "which", "max", "dose"))):
        return True
    return _ASKS.match(plain) is not None and _INNER_QUESTION.search(plain) is None
