"""What is left of an answer when its lead-in is taken off."""

from __future__ import annotations

import re

_FILLER = (
    "well|so|ok|okay|um+|erm?|hmm*|oh|honestly|basically|i think|i guess|i suppose|i feel like|maybe|probably|perhaps|yeah|"
    "yes|hopefully|if possible|just|kindly|please|"
    "truthfully|tbh|actually|for me|personally|really|finally|also|definitely|and|then|mainly|mostly|that"
)
_NAMED = (
    r"(?:my|one|the|a) (?:\w+ ){0,2}?(?:wish|goal|aim|target|objective|hope|dream|priority|focus|resolution)"
    r"(?: for (?:work|me|(?:the |this )?(?:next )?(?:month|four weeks|year|week)))?(?: is| would be| will be| was|"
    r":)(?: for me)?(?: that)?|(?:wish|goal|aim):"
)
_WANTING = (
    r"(?:i|we)(?: (?:really|just|also|still|finally|do|would|only|definitely|always))* (?:want|wish|need|like|love|"
    r"prefer)(?: for)?(?: me)?(?: to| that)?|"
    r"i(?:'d| would)(?: (?:really|just|also|quite|so))* (?:like|love|want|rather|wish)(?: for)?(?: me)?(?: to| that)?|"
    r"i (?:am |have |really |just |also )*(?:hope|plan|aim|intend|try|have|got|ought|promise|commit|decided|hoping|planning|"
    r"aiming|trying|going|looking|wanting|agreed|pledge|used|"
    r"wishing|planned) (?:to|that)|"
    r"i'(?:m|ve) (?:really |just |also )*(?:hoping|planning|aiming|trying|going|looking|wanting|got|decided|wishing|"
    r"thinking) (?:to|that|of|about)|"
    r"i (?:will|shall|can|could|must|should|would|may|might)(?: be)?|i(?:'d|'ll)(?: be)?|"
    r"(?:want|would like|like|love|need|hoping|trying|planning|wish|hope|aim|wishing|wanting|going|looking|would love|"
    r"have)(?:ing)? to|want|wish|"
    r"(?:to |be |being |get |getting )*able to|to"
)
_STARTING = (
    "(?:learn|start|begin|try|manage|remember|continue)(?:ing)? (?:how )?to|get(?:ting)? to|try(?:ing)? and|having a go at|have a go at|"
    "have the (?:confidence|courage|guts|strength) to|feel(?:ing)? (?:able|confident enough|brave enough) to|"
    "be(?:ing)? (?:brave|confident|bold) enough to|make sure (?:that )?i|"
    "make sure to|ensure (?:that )?i|i"
)
_LEAD_IN = re.compile(rf"(?:(?:{_FILLER}|{_NAMED}|{_WANTING}|{_STARTING})(?=[\s,.:!-]|$)[\s,.:!-]*)*")


def without_lead_in(plain: str) -> str:
    """A goal or wish from its first telling word on: "I want to be able to leave on time" is "leave on time"."""
    found = _LEAD_IN.match(plain)
    rest = plain[found.end() :] if found else plain
    return rest.strip(" .!?,-:;") or plain.strip(" .!?,-:;")
