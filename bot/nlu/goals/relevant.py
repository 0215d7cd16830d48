"""R: why it matters, said in so many words."""

from __future__ import annotations

import re

from bot.nlu.goals.lexicon import words

Place = tuple[int, int]

_BECAUSE = re.compile(
    r"\b(?:because|in order to|in order that|so that|so as to|so's|for the sake of|for my \w+'?s? sake|as a way (?:to|of)|"
    r"that way|which (?:will|would|should|might|means|helps|lets|gives)|meaning (?:that )?(?:i|we|my|they|patients)|"
    r"since (?:i|i'm|i've|we|we're|my|our|the|it|it's|they|patients|this|that|there|never|nobody)|"
    r"(?<!soon )(?<!often )(?<!much )(?<!long )(?<!well )(?<!far )as (?:i|i'm|i've|i'd|we|we're|my|it|it's|they|our|there|"
    r"this|patients|being)(?! (?:see|said|agreed|can|will|need|find))\b|"
    r"due to|given that|given how|on account of|the reason (?:is|being)|reason:|why:|it matters|this matters|matters to me|"
    r"important (?:to me|because|for)|this is important|it's important|this will|that will|that would|"
    r"(?:it|this|that|which) helps|it will (?:help|make|give|mean|let|improve|stop|keep|reduce)|it would (?:help|make|give|"
    r"mean|let)|it'll (?:help|make|"
    r"give|mean|let)|to help (?:me|my|us|them|patients|with|the|prevent|reduce|keep|improve|build|families|others|new|"
    r"students)|"
    r"helping (?:me|us|them|patients)|"
    r"otherwise|or else|before i burn out|as evidence for|towards my|in preparation for|with the aim of|with a view to)\b"
)
_SO = re.compile(
    r"(?<!\bdo )(?<!\bsay )(?<!\bif )(?<!\band )(?<!\bthink )(?<!\bor )\bso (?:i|i'm|i'll|i'd|i've|i can|we|we're|my|our|"
    r"the|they|they're|their|he|she|it|it's|this|patients?|families|family|women|men|people|everyone|everybody|staff|"
    r"students?|no|nobody|relatives|parents|mums?|others|"
    r"new|nothing|less|fewer|more|handover|care|babies|children|nurses|doctors|all|each|every|someone|there|none|those|"
    r"juniors|visitors|colleagues|carers|\w+ (?:can|will|could|would|don't|feel|feels|are|is|get|gets|have|has|know|aren't|"
    r"isn't|won't|can't|come|stay|stop|doesn't|see|sees))\b"
)
_PURPOSES = words(
    """
    improve reduce help feel build avoid cut free protect ensure increase boost lower prevent gain allow prove save support become
    decrease strengthen catch minimise speed make stop give keep get have show be develop maintain encourage enable promote
    understand learn raise lessen ease limit meet comply pass stay enhance relieve let achieve better broaden widen remain spend
    qualify cover refresh regain restore create tackle fix deliver lift pick
    """
)
_STRONG = words("""
    improve reduce help feel build avoid cut free protect ensure increase boost prevent gain allow prove save support become
    decrease strengthen minimise lower lessen ease enhance relieve enable promote maintain regain encourage develop
    """)
_TO = re.compile(r"\bto (?P<verb>[a-z]+)\b(?P<rest>[^,.;]*)")
_NOT_PURPOSE = words(
    """
    want wants need needs going like love plan plans planning aim aiming hope hoping try trying able have has had got learn start
    begin continue agreed agree promise remember decide intend used ought how goal wish due ready happy is was be commit aims asks
    them him her team staff students manager hcas nurses doctors consultant colleagues failing fail refuse choose wanting supposed
    unable from up down close next back me us people person patient patients student registrar reg ask asked who week get getting
    tend willing way time chance opportunity person's referred allowed and or skills skill things points target objective in i'd
    afraid mentor
    """
)
_ASKED = re.compile(
    r"\b(?:ask|asking|get|getting|tell|telling|encourage|remind|want|allow|teach|invite|need|train|expect|help|let|"
    r"persuade)(?:s|ed)? (?:\S+ ){1,5}$"
)
_FRONTED = re.compile(r"to [a-z]+ [^,.;]{2,60}?,? (?=i(?:'ll| will|'m going| am going| want| plan| need)\b)")
_FOR = re.compile(
    r"\bfor (?:the |my |our |their |better |safer |good |a better |more |improved |her |his |own |patients?'?s? |"
    r"personal )*(?:sake|sanity|wellbeing|well-being|health|mental health|own good|safety|patient safety|benefit|"
    r"peace of mind|energy|sleep|career|"
    r"development|continuity|dignity|revalidation|portfolio|family|kids|recovery|confidence|learning|experience|morale|"
    r"comfort|back|knees|mind|body|head|stress levels|soul|marriage|children|mum|future)\b|, for (?:my|our|their|his|"
    r"her) [\w ]+$"
)


def reason(plain: str) -> Place | None:
    """Where the reason or purpose stands in a tidy goal statement; None where none is said."""
    quoted = re.sub(r'"[^"]*"', lambda found: "_" * len(found[0]), plain)
    found = _stated(quoted)
    return found if found and _TELLING.search(_JOINING.sub("", quoted[slice(*found)])) else None


def _stated(quoted: str) -> Place | None:
    fronted = _FRONTED.match(quoted)
    if fronted:
        return (0, fronted.end())
    found = _BECAUSE.search(quoted) or _SO.search(quoted) or _FOR.search(quoted)
    if found:
        return (found.start(), _end(quoted, found.end()))
    return _purpose(quoted)


_JOINING = re.compile(r"^(?:because|in order|so that|so|since|as|due to|given|which|for)\b")
_TELLING = re.compile(
    r"\b(?!(?:no|not|yes|yeah|nope|because|just|reasons?|of|it|is|that|to|whatever|dunno|idk|ok|okay|i|said|why|the|a|so|and|um+|er+|"
    r"nothing|don't|know|do|want|well|really|obviously|lol|tbh|stuff|things?)\b)\w{2,}"
)


def _end(plain: str, begin: int) -> int:
    stop = re.compile(r"[.;] |, (?:by|until|for|from|every|starting|i will|i'll|on|at least|and i will|and i'll)\b").search(plain, begin)
    return stop.start() if stop else len(plain)


def _purpose(plain: str) -> Place | None:
    for found in _TO.finditer(plain):
        before = plain[: found.start()].rstrip()
        if found["verb"] in _PURPOSES and before and _is_purpose(before, found["verb"]):
            return (found.start(), _end(plain, found.end()))
    return None


def _is_purpose(before: str, verb: str) -> bool:
    """Whether "to improve …" says what the rest is for, and is not what is wanted, asked or agreed."""
    last = before.split()[-1].strip(",;")
    if last in _NOT_PURPOSE or len(before.split()) < 3 or _ASKED.search(before + " "):
        return False
    return verb in _STRONG or before.endswith(",") or len(before.split()) > 5
