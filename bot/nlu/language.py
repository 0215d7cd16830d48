"""Whether a message is in the language that we read: English, however it is spelt, with whatever words of home stand in it.

Where that is not plain it counts as English: an answer that is passed over hurts more than one that is asked about again.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bot.nlu.goals.lexicon import words
from bot.nlu.identifiers.name_words import NAMES
from bot.nlu.identifiers.naming import is_word
from bot.nlu.other_words import OTHER
from bot.nlu.tidy import Said, lowered

FIRST = 40  # words that are looked at; of another script, the letters of about as many
FEWEST = 3  # words that say anything; fewer may be names, drugs or a slip of the thumb
LETTERS = 4  # of another script
SIGN = 3  # letters that a sign of Chinese, Japanese or Korean is worth
LONGEST = 24  # letters; what is longer is no word

# Words of both, which say nothing either way: "die", "war", "no", "na"; and thanks, which everybody reads.
_BOTH = words(
    """
    a i e o per con non pot come face sin lo la las los les le dos na po ha mai mor sun ca ma mi me di da do ja si so no was will die war
    man hat in an am on to is il del don dem fi ye ya sans ki pa und as at son fare ta be den has hi er
    salamat gracias merci danke grazie obrigada obrigado dziekuje multumesc diolch raibh maith agat aciu shukriya
    """
)
_PLAIN = words("the and my it of that this with you have i'm i've not for but what can't don't")  # no language has them but English
_VOWEL = re.compile("[aeiouwy]")
_APART = str.maketrans({"ł": "l", "ı": "i", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ɛ": "e", "ɔ": "o"})


@dataclass(slots=True)
class Count:
    """How many words of a message are English, how many are another language's, and how many are neither as far as we know.

    Of those unknown, `short` have up to four letters: a sentence has little words, a list of names or drugs has none.
    """

    english: int = 0
    other: int = 0
    unknown: int = 0
    short: int = 0

    def foreign(self) -> bool:
        """Whether the message is in another language."""
        strange = self.other + self.unknown
        if strange + self.english < FEWEST:
            return False
        if self.other > 1:
            return strange >= 2 * self.english
        if self.other:
            return strange >= FEWEST and strange >= 4 * self.english
        return not self.english and self.short > 1 and self.unknown - self.short > 1


def is_known(message: Said) -> bool:
    """Whether we read this message's language; true of whatever has too few words to tell."""
    if message.text.isascii() and message.bag.isdisjoint(OTHER) and not message.bag.isdisjoint(_PLAIN):
        return True
    return not (_of_another_script(message.text) or counted(message).foreign())


def counted(message: Said) -> Count:
    """The words of the message in Latin letters, counted."""
    count = Count()
    for word in message.words[:FIRST]:
        _add(count, word)
    return count


def _add(count: Count, word: str) -> None:
    if len(word) > LONGEST or not word.replace("'", "").isalpha():
        return
    key = word if word.isascii() else _bare(word)
    if key in _BOTH or len(key) < 2:
        return
    if key in OTHER:
        count.other += 1
    elif is_word(key) or ("'" in key and is_word(key.partition("'")[0])):
        count.english += 1
    elif key in NAMES or not _VOWEL.search(key):
        return
    elif not word.isascii():
        count.other += 1
    else:
        count.unknown += 1
        count.short += len(key) < 5


def _bare(word: str) -> str:
    """A word without its accents."""
    apart = unicodedata.normalize("NFD", word.translate(_APART))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


# -- letters that are not Latin -------------------------------------------------------------------------------------------------


def _of_another_script(text: str) -> bool:
    """Whether most letters are not Latin ones, nor meant as such: "ѕtор" is English in disguise."""
    if text.isascii():
        return False
    latin = other = 0
    for token in text[: 6 * FIRST].split():
        apart = sum(map(_worth, token))
        latin += sum(map(_is_latin, token))
        other += apart or _alphabetic(token)
    return other >= LETTERS and other >= 2 * latin


def _worth(sign: str) -> int:
    """What a sign counts that nobody takes for a Latin letter: Arabic, Devanagari, Chinese and all that come after Armenian."""
    if sign < "\u0590" or not sign.isalpha() or _is_latin(sign) or "\u13a0" <= sign <= "\u13ff" or "\ua4d0" <= sign <= "\ua4ff":
        return 0
    return SIGN if "\u3040" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7a3" else 1


def _is_latin(sign: str) -> bool:
    return sign.isalpha() and (sign < "\u02b0" or "\u1d00" <= sign <= "\u1eff")


def _alphabetic(token: str) -> int:
    """Letters of a token in Greek, Cyrillic or Armenian; none where it has a Latin one, or only such as look like Latin ones."""
    if any(map(_is_latin, token)):
        return 0
    letters = [sign for sign in lowered(token) if sign.isalpha()]
    return 0 if all(map(_is_latin, letters)) else len(letters)
