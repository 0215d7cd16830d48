"""Which words are people's names: by a list, by a title before them, by their capital."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import islice
from string import ascii_lowercase

from bot.nlu.identifiers.common_words import WORDS
from bot.nlu.identifiers.name_words import ALSO_WORDS, NAMES

LETTER = "(?:[^\\W\\d_][\u0300-\u036f]*)"
_TOKEN = re.compile(rf"{LETTER}+(?:['-]{LETTER}+)*")
_OPENS = re.compile(r"(?:^|[.!?\n\r])[ \"'(*_]*$")
_MANY = 9  # words looked at on one side of a place

_TITLES = "mr mrs ms miss mister misses missus master mx smt shri sri msr mrss mrz mistr misster mista"
_FORMS_OF_ADDRESS = """
sir madam maam ma'am father fr rev reverend pastor imam rabbi alhaji alhaja hajia hajiya chief oga mama papa pa baba nana lolo lola tatay
aling mang ate manang manong mummy mommy nonna opa oma nanay tita tito hajja haja malam mallam pani iya umm
kuya auntie aunty uncle old little big baby lady lord dame major
captain
"""
_AT_WORK = """
dr doctor prof professor sister sr nurse matron consultant surgeon reg registrar sho hca porter physio student colleague nic hcsw band
manager coordinator sn
"""
_INSIDE_NAMES = "ni ui nic de del dela la delos van der den von da dos di bin ibn binti al el ul ud ap ab ni mc mac o st abu ter"
_FLOWERS_AND_OTHERS = """
amber bill carol cliff dot drew frank hazel heather holly iris ivy jack jade jasmine jay joyce june ken lily max miles myrtle olive opal
pansy pearl penny pip poppy ray rob rose rosemary ruby sandy ted tom verity victor victoria viola violet willow florence clement felicity
basil jasper lola kitty daisy joy dawn
"""
_PEOPLE_AND_SMALL_WORDS = """
gentleman gentlemen gent lady ladies bloke fella lad lass dude pensioner granny grandad grandma grandpa nan thatha paati appa amma ayya
appachan ammachi chacha dadi bhaiya didi lolo lola nanay tatay mama papa mummy daddy mum dad baby sir madam maam nobody somebody someone
everyone anyone himself herself themselves yourself in is was has had and or who whom from on at of for with to the a an my our her his
their your i he she they it we you this that said says asked asks wants needs who's she's he's am are be been being but not no yes please
me him them as by about after before bed bay room ward cubicle chair trolley number no nos num obviously seat slot tonight today
whatsit whatsits whatshisname whatsername
"""

_WHAT_PATIENTS_DO = """
wants wanted needs needed keeps kept is was has had isnt isn't wasnt wasn't hasnt hasn't wont won't cant can't said says told tells asked
asks died dies cried cries fell falls gave gives got gets went goes still again refused refuses refusing loves loved hates called calls
calling shouted shouts shouting screamed screaming waiting crying asking passed came thinks thought and will would left
"""

HARD = frozenset(_TITLES.split())
SOFT = frozenset(_FORMS_OF_ADDRESS.split())
DOING = frozenset(_WHAT_PATIENTS_DO.split())  # what may stand behind a name that nobody knows
_ONLY_TITLES = frozenset({"mr", "mrs"})  # "miss" and "ms" are words as well
STAFF = frozenset(_AT_WORK.split())
_PARTICLES = frozenset(_INSIDE_NAMES.split())
_SURE = frozenset(_FLOWERS_AND_OTHERS.split())  # given names that are words, and are meant as names in "… in bed 4"
_NEVER = frozenset(_PEOPLE_AND_SMALL_WORDS.split())
_KNOWN = WORDS | ALSO_WORDS
_ENDINGS = re.compile(
    r".{2,}(?:ing|ed|ly|tions?|sions?|ness|ments?|able|ible|ised|ized|ises|ology|itis|aemia|emia|osis|ous|ful|less|ical|ally|ists?|ers|"
    r"pathy|scopy|ectomy|ostomy|plasty|gram|graphy|cillin|[oai]cin|taxel|tinib|zumab|ximab|platin|[ay]ntoin|xaban|gliptin|"
    r"flozin|triptan|setron|fenac|profen|codone|caine|penem|azole|mycin|statin|prazole|olol|pril|sartan|parin|idine|amide|"
    r"zepam|ship|wards?|"
    r"n't|'ll|'re|'ve|'d)"
)
_ENDINGS_OF_NAMES = re.compile(
    r".*(?:nn?elly|sserly|ddelly|[bv]erly|hamm?ed|hmed|[jy]eed|aeed|[ro]less|rkless)|(?:alb|ay|sam|pet|pow|my|wat|sieg|"
    r"ey)ers|.{2,4}(?:ling|ding|wing)ton"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a stretch: where it stands, as written, and as it is looked up."""

    start: int
    end: int
    word: str = field(repr=False)
    key: str = field(repr=False)
    opens: bool  # it begins a sentence, so that its capital says nothing

    @property
    def capital(self) -> bool:
        return self.word[0].isupper()

    @property
    def shouted(self) -> bool:
        return self.word.isupper() and len(self.word) > 1

    def inside(self) -> Token:
        """The same word where no sentence begins, as behind a bed."""
        return Token(self.start, self.end, self.word, self.key, False)


def first_words(text: str) -> list[Token]:
    """The words at the beginning of a text, as many as a list of names may hold."""
    return [_token(text, found) for found in islice(_TOKEN.finditer(text), _MANY)]


def last_words(text: str) -> list[Token]:
    """The words at its end."""
    return [_token(text, found) for found in [*_TOKEN.finditer(text)][-_MANY:]]


def _token(text: str, found: re.Match[str]) -> Token:
    key = found[0].lower()
    if not key.isascii():
        plain = unicodedata.normalize("NFD", key.replace("ł", "l").replace("ø", "o"))
        key = "".join(sign for sign in plain if not unicodedata.combining(sign))
    opens = _OPENS.search(text[max(0, found.start() - 4) : found.start()]) is not None
    return Token(*found.span(), found[0], key.removesuffix("'s"), opens)


# -- one word ----------------------------------------------------------------------------------------------------------------------


def is_word(key: str) -> bool:
    """Whether it is a word of everyday talk on a ward, as far as the list and its endings know."""
    if key in _KNOWN or key in _NEVER:
        return True
    return key not in NAMES and ((key.endswith("s") and key[:-1] in _KNOWN) or _ends_as_a_word(key))


def _ends_as_a_word(key: str) -> bool:
    """By an ending that words have, other than those of "Connelly", "Majeed" and "Albers"."""
    return _ENDINGS.fullmatch(key) is not None and _ENDINGS_OF_NAMES.fullmatch(key) is None


def is_name(token: Token, *, sure: bool = False) -> bool:
    """Whether this word is a name with nothing to help it but its capital; `sure`: it stands as "… in bed 4"."""
    key = token.key
    if key in _NEVER or key in STAFF or key in HARD:
        return False
    if _is_listed(key) and (key not in ALSO_WORDS or (sure and key in _SURE)):
        return True
    if token.capital and not token.shouted and not token.opens:
        return key in NAMES or (len(key) > 2 and not is_word(key))
    unknown = len(key) > 3 and not token.shouted and not is_word(key)
    return sure and (is_listed_capital(token) or (unknown and _spelt_as_a_name(key)))


def _is_listed(key: str) -> bool:
    parts = [part for part in re.split(r"[-']", key) if len(part) > 1]
    return re.sub(r"[-']", "", key) in NAMES or any(part in NAMES and part not in ALSO_WORDS for part in parts)


def is_listed_capital(token: Token) -> bool:
    """A name of the list with its capital, also where the capital says nothing."""
    return token.capital and token.key in NAMES and token.key not in _NEVER


def _spelt_as_a_name(key: str) -> bool:
    """An unknown word: a misspelt name, or at least no misspelt word."""
    near = _one_away(key)
    return any(word in NAMES and word not in ALSO_WORDS for word in near) or _KNOWN.isdisjoint(near)


def _one_away(key: str) -> set[str]:
    """What this word would be with one letter left out, put in, changed, or two swapped."""
    halves = [(key[:at], key[at:]) for at in range(len(key) + 1)]
    swapped = {left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1}
    shorter = {left + right[1:] for left, right in halves if right}
    other = {left + sign + right[cut:] for left, right in halves for sign in ascii_lowercase for cut in (0, 1)}
    return swapped | shorter | other


# -- a word beside a name ----------------------------------------------------------------------------------------------------------


def may_follow(token: Token, first: Token, *, closes: bool = False) -> bool:
    """Whether this word goes on with the name that `first` began; `closes`: nothing of the sentence follows it."""
    key = token.key
    if key in _NEVER or key in STAFF:
        return False
    if first.capital:
        fits = not token.shouted or first.shouted or key in NAMES
        return token.capital and fits and (key in NAMES or not is_word(key) or _may_be_a_surname(token, first))
    return len(key) > 1 and ((_is_listed(key) and (closes or key not in ALSO_WORDS)) or not is_word(key))


def _may_be_a_surname(token: Token, first: Token) -> bool:
    """ "Joyce Pilling": an ending that words have, behind a given name, in a sentence that does not shout."""
    return first.key in NAMES and not (token.shouted or token.opens or token.key in _KNOWN or token.key.removesuffix("s") in _KNOWN)


def may_end(token: Token, before: Token) -> bool:
    """Whether this word ends a name that the word before it belongs to."""
    return token.key not in _NEVER and is_name(before) and (token.key in NAMES or not is_word(token.key))


def may_be_given(token: Token, last: Token) -> bool:
    """ "viola sugden", in small letters: a given name that is a word too, before a surname that is none."""
    return token.key in _SURE and last.key in NAMES and last.key not in ALSO_WORDS


def may_be_titled(token: Token, title: Token) -> bool:
    """Whether "Mr …" can be this word: no small word and no verb of every day; one letter alone tells nobody's name."""
    if is_initial(token) or token.key in _PARTICLES:
        return True
    if len(token.key) < 2 or token.key in _NEVER or token.key in DOING:
        return False
    return token.capital or token.key in NAMES or title.key in _ONLY_TITLES or not is_word(token.key)


def may_be_unknown(token: Token) -> bool:
    """Whether this can be a name that is on no list."""
    return (
        len(token.key) > 2 and not is_word(token.key) and token.key not in STAFF and token.key not in HARD and _spelt_as_a_name(token.key)
    )


def is_particle(token: Token) -> bool:
    """ "de", "van", "bin" and other small words inside a name."""
    return token.key in _PARTICLES


def is_initial(token: Token) -> bool:
    """One capital letter, other than "I"."""
    return len(token.word) == 1 and token.capital and token.word != "I"
