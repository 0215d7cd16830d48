"""The global words, which mean the same at every question: only where they are the whole message."""

from __future__ import annotations

import re

from bot.nlu.global_words import WAYS
from bot.nlu.tidy import READ_LIMIT, Said, said

_BY_WAY = {" ".join(way.split()): name for name, ways in WAYS.items() for way in ways.split("|")}
_LEADING = re.compile(
    r"(?:please|pls|ok|okay|oh|um+|er|erm|hi|hey|hello|sorry|actually|can we|could we|shall we|can you|could you|would you|"
    r"will you|lets|let us|let me|just|coach|coachbot|bot|right|well|so|now|and|but|then|can i|could i|may i|i said|"
    r"no i said|am i able to|want to|the) "
)
_TRAILING = re.compile(
    r" (?:please|pls|plz|thanks|thank you|thankyou|thx|ta|cheers|mate|then|x+|lol|haha|bot|coach|coachbot|sorry|hun|love|"
    r"pet|duck|dear|sir|madam|maam|now please|for now|for me|a minute|for a bit|at the moment|if thats ok|if possible|"
    r"if you dont mind|kindly|asap|again|right now|though|tbh|really|everyone|too)$"
)
_RUNS = re.compile(r"(\w)\1{2,}")
_SIGNS = {
    "affirm": "👍✅👌✔☑🆗💯🙌👏",
    "deny": "👎❌🙅🚫✖❎🙅",
    "greet": "👋",
    "thank": "🙏❤💙💚🥰🫶💜🧡💛",
    "help_now": "🆘",
    "stop": "🛑",
}
_BY_SIGN = {sign: name for name, signs in _SIGNS.items() for sign in signs}
_LINK = re.compile(r"/?link\s+(?:code\s+)?([A-Za-z0-9]{2,8}(?:[- ][A-Za-z0-9]{2,8})?)\s*[.!]?\s*", re.I)
_LONGEST = 9  # words of a whole message that can still be a global word with its courtesies
_COURTEOUS = frozenset(
    [
        "please",
        "pls",
        "plz",
        "ok",
        "okay",
        "oh",
        "um",
        "er",
        "erm",
        "hi",
        "hey",
        "hello",
        "sorry",
        "actually",
        "can",
        "could",
        "shall",
        "would",
        "will",
        "lets",
        "let",
        "just",
        "coach",
        "coachbot",
        "bot",
        "right",
        "well",
        "so",
        "now",
        "and",
        "but",
        "then",
        "may",
        "am",
        "want",
        "the",
        "i",
        "no",
        "thanks",
        "you",
        "thankyou",
        "thx",
        "ta",
        "cheers",
        "mate",
        "lol",
        "haha",
        "hun",
        "love",
        "pet",
        "duck",
        "dear",
        "sir",
        "madam",
        "maam",
        "me",
        "minute",
        "bit",
        "moment",
        "possible",
        "mind",
        "kindly",
        "asap",
        "again",
        "though",
        "tbh",
        "really",
        "everyone",
        "too",
    ]
)


def command(text: str) -> str | None:
    """The global word that this whole message is, or None; courtesies, a slash and everyday variants do not matter."""
    return command_in(said(text), text)


def command_in(message: Said, text: str) -> str | None:
    """The same of a message read already; `text` is the message as it came, for its emoji."""
    if not message.words:
        return _by_sign(text)
    if len(message.words) > _LONGEST:
        return None
    words = " ".join(message.words).replace("'", "").replace("_", " ")
    return _BY_WAY.get(words) or _without_courtesy(words, message) or ("link" if link_code(message.text) else None)


def link_code(text: str) -> str | None:
    """The code of "link K7P2QX" in capitals, without spaces or dashes; None where there is none."""
    found = _LINK.fullmatch(text[:READ_LIMIT].strip())
    code = re.sub(r"[- ]", "", found[1]) if found else ""
    looks_like_one = any(sign.isdigit() for sign in code) or code.isupper()
    return code.upper() if len(code) >= 4 and looks_like_one else None


def _without_courtesy(words: str, message: Said) -> str | None:
    if len(message.words) < 3:
        words = _RUNS.sub(r"\1", words)
        if words in _BY_WAY:
            return _BY_WAY[words]
    if message.words[0] not in _COURTEOUS and message.words[-1] not in _COURTEOUS:
        return None
    for _ in range(4):
        shorter = _without_first(words)
        if shorter == words or shorter in _BY_WAY:
            shorter = shorter if shorter in _BY_WAY else _TRAILING.sub("", words)
        if shorter in _BY_WAY or shorter == words:
            return _BY_WAY.get(shorter)
        words = shorter
    return None


def _without_first(words: str) -> str:
    leading = _LEADING.match(words)
    return words[leading.end() :] if leading else words


def _by_sign(text: str) -> str | None:
    found = {_BY_SIGN[sign] for sign in text[:READ_LIMIT] if sign in _BY_SIGN}
    return found.pop() if len(found) == 1 else None
