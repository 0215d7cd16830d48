"""What somebody of the staff writes that a participant has denied: taken out before the rest is heard for danger. Pure, by rules alone.

"She denies suicidal thoughts" is no danger; "she denies a plan but wants to die" is. Whoever doubts the denial is heard in full.
"""

from __future__ import annotations

import re

STANDS_FOR = "denies it"
_SPOKEN_OF = (
    r"(?:suicid\w+(?: (?:thoughts?|ideation|feelings|plans?|intent(?:ions?)?))*|si|self[- ]?harm\w*|"
    r"thoughts? (?:of|about) (?:suicide|self[- ]?harm|death|dying|ending (?:it|it all|(?:her|his|their) (?:own )?life)|"
    r"(?:harming|hurting|killing) (?:her|him|them)sel(?:f|ves)|(?:harming|hurting) (?:others|anyone|anybody|people)))"
)
_NO_DENIAL = r"(?<!not )(?<!n't )(?<!cannot )(?<!never )(?<!no )(?<!longer )(?<!hardly )(?<!hard to )(?<!really )(?<!even )"
_ENDS = (
    r"(?=$|[.;:!?]|,? ?\b(?:but|however|though|although|except|yet|so|because|which|until|when|while|after|before|since|if|then)\b|"
    r",? and (?:now|then|also|she|he|they|i|you|has|is|was|wants?|says?|said|told|tells|wrote|writes|feels?|felt|had|does|did|admits?)\b|"
    r"(?:, ?(?:and )?| and )(?:plan(?:s|ning)?|intends?|intending|going|gonna|wanting|about) to\b|"
    r", ?(?:now|then|still|also|she|he|they|i|you|has|is|was|wants?|says?|said|told|tells|wrote|writes|feels?|had|admits?)\b| - )"
)
_DENIED = re.compile(rf"{_NO_DENIAL}\b(?:denies|denied|denying|deny)\b(?! it\b)[^.;:!?]*?{_ENDS}")
_WITHOUT = re.compile(
    rf"{_NO_DENIAL}\b(?:without|rules out|ruled out|negative for|nil) (?:any |active |current |ongoing |further )*{_SPOKEN_OF}\b"
    rf"(?:(?:,| or| and| nor)(?: any)? (?:{_SPOKEN_OF}|plans?|intent))*"
)
_SAID_OF_IT = re.compile(rf"\b{_SPOKEN_OF} ?(?:[:-] ?|(?:is|are|was|were) )?(?:denied|none|nil|absent|negative)\b")
_DOUBTED = re.compile(
    r"\b(?:(?:don't|do not|didn't|not|can't|cannot|couldn't|never|hard to|hardly) (?:(?:quite|really|fully|entirely|so|at all|be|being) )*"
    r"(?:believ\w+|convinced|sure|trust|buy|certain|honest|telling me|the truth)|doubt\w*|lying|lied|lies|minimi[sz]\w+|guarded|"
    r"unconvinc\w+|(?:i'm|i am|am|very|still|bit|really|quite|remain) (?:concerned|worried|afraid|scared|unsure|uneasy)|"
    r"(?:worries|worry|worrying|concerns|scares|frightens|bothers) me|i (?:worry|fear)|gut (?:says|feeling|tells))\b"
)


def doubted(text: str) -> bool:
    """Whether whoever writes doubts what was denied."""
    return _DOUBTED.search(text) is not None


def without(sentence: str) -> str:
    """The sentence, in lower case, with what is denied in it left out."""
    for way in (_SAID_OF_IT, _DENIED, _WITHOUT):
        sentence = way.sub(STANDS_FOR, sentence)
    return sentence
