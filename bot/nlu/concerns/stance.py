"""How something is said: meant, unsure, or not meant, because it is denied, somebody else's, quoted, supposed or long past."""

from __future__ import annotations

import re
from enum import Enum

from bot.nlu.concerns.family import Hit, unfolded
from bot.nlu.concerns.subject import about_another, before, perhaps_another
from bot.nlu.goals.lexicon import words
from bot.nlu.patterns import phrases
from bot.nlu.tidy import Said


class Stance(Enum):
    """What a phrase in its place is worth."""

    MEANT = "meant"
    UNSURE = "unsure"
    DENIED = "denied"
    ANOTHER = "another"  # somebody else's wish, deed or words


_DENIED = re.compile(
    r"(?<![\w'])"
    + unfolded(
        r"""
        (?:no be say(?: i)?|not|never|no longer|isn't|aren't|wasn't|don't|didn't|won't|wouldn't|without|nor|no dey|no wan|ain't|
            no(?: plans?| thoughts?| intentions?| urges?| wish| ideation)?(?: of| to)?)
        """
    )
    + unfolded(
        r"""
        (?: (?:feel(?:ing)?|felt|going|want(?:ed|ing)?|about|think(?:ing)?|thought|of|to|at all|be|been|being|even|actually|really|having|
            have|had|got|gotten|any|planning|like|that|currently|or|a|the|ever|i'm|actively|in any way|remotely|need to|
            try(?:ing)?))* (?:of |to )?$
        """
    )
)
_DOUBTED = re.compile(
    r"(?<![\w'])"
    + unfolded(
        r"""
        (?:can't|couldn't|could never|haven't|hasn't|not yet|hypothetically[^.]*|imagine[^.]*|suppose[^.]*|don't (?:think|know|suppose|
            believe)(?: (?:that|if|whether))?(?: i'm| i am| i'd| i've| i)?|not sure (?:if|whether|that)(?: i'm| i am| i)?|if i (?:ever |
            say |said |tell |told |type |typed |wrote |write |was to |were to |admit |admitted |you |that |i'm |i was |i |were |feel |
            felt )+|what (?:happens|would you do|do you do) if (?:i )?(?:\w+ ){0,4})
        """
    )
    + r"(?: (?:ever|actually|really|even|just|to|be|feel))* ?$"
)
# "Trying not to" and "the reason I don't" deny nothing.
_STRUGGLE = re.compile(
    r"\b(?:try|tries|trying|tried|best|struggl\w+|hard|trust|help|goal|aim|target|reasons?|so (?:that )?i|stop(?:ping)? me|promised|"
    r"decided|keeps? me|order|how)"
    r"(?: \w+){0,5} (?:not|don't|from|won't)(?: to)? $"
    r"|\b(?:can't|cannot|don't know (?:if|that)|not sure) (?:promise|guarantee|say|swear)?(?: (?:that|i|you))* (?:won't|not)(?: to)? $"
    r"|\b(?:made it|managed|got through|got to|another (?:day|week|night)|survived|gone|went)(?: [\w']+){0,6} without $"
)
_NOT_DENIED = re.compile(
    r" ?(?:so|this|more|as) (?:much|badly|bad|more|in my life|than)|.{0,30}\b(?:more than|as much as|so badly|so much)\b"
)
# "Harming myself? No, never": denied after it was named.
_DENIED_AFTER = re.compile(
    r" ?[.,?!:;]+ ?(?:i said |i answered |god |honestly )?(?:no|nope|nah|none|never)[.,!]? "
    r"(?:never|not |none|no |such|nothing|i haven't|i've never)"
)
# "Asked if I had thoughts of it. Said no, never": a plain no told calmly is no more than a question.
_ASKED = re.compile(
    r"\b(?:ask|asks|asked|asking|screen|screened|checked|wanted to know)(?: me| us| again)? (?:if|whether|about|was i|am i|do i)\b.*$"
)
_SAID_NO = re.compile(r"[^?]{0,60}\b(?:no|nope|nah|never|god forbid|not at all|i laugh|laughed|hand on heart)\b")
_LIED = words("lied lie lying lies fib fibbed untrue pretend pretended true")
_STILL = phrases(
    r"but|though|although|however|except|yet|anyway|any ?more|still|might|while|until|for now|because of my|only that|not really|sometimes"
)
_YEARS_AGO = phrases(
    r"""
    (?:\d+|a few|some|many|several|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|
        twenty|thirty|forty|couple of|lots of)\+? ?(?:years|yrs|
        year|yr)s?(?: ago| back| later)
    (?:when|since|after|until|while) i (?:was|am|be) (?:new (?:in|to|here|abroad) |a |an |at |in |about |around |like |only )*(?:\d+|kid|
        child|teen|teenager|student|school|
        uni|university|college|younger|little|small)
    (?:in|back in|since|around|of|for|before) (?:19[4-9]\d|20[012]\d)|(?:19|20)[01]\d
    when (?:i|we) (?:was|were|am|be) (?:1\d|2[0-5]|(?:six|seven|eigh|nine)teen|twenty)|in school|at sixteen|hostel days
    in the (?:\w+ )?(?:nineties|eighties|seventies|noughties|\d0s)
    (?:at|aged?) (?:1\d|2[0-5]|sixteen|fifteen|seventeen)(?= |[.,]|$)(?! (?:am|pm|mins?|hours?|percent|past|to))
    as a (?:\w+ )?student|as a (?:teen|teenager|child|kid|student|young)|at (?:uni|school|college)|years ago|long (?:ago|back|time ago)
    after my (?:first|second|third|eldest|youngest)(?: baby| child| was born)?|in '?[5-9]\d(?=[.,]|$)|(?:\d+|ten|twelve|fifteen|
        twenty) years now
    ages ago|decades ago|hostel days|(?:twelfth|tenth|first|second|final) standard|old (?:news|marks|scars)
    (?:first|second|final) year (?:of|in|at) (?:college|uni|nursing)
    """
)
_NOW = phrases(
    r"""
    again|still(?! (?:know|remember|in touch|have (?:his|her|the)|thank\w*|see (?:him|her)))|lately|these days|tonight
    today(?! (?:i(?:'m| am)? (?:happily|\w+ well|fine|ok|okay|well|share|tell|here|a \w+)|na me|i dey|the same))|this (?:week|month|morning|
        year|winter|time)|recently|at the moment|right now
    every (?:day|night|shift|time|morning)|back again|came back|come back|comes back|(?<!retired and )returned|last (?:night|week|
        month)|yesterday|keep
    started
    """
)
_WELL = phrases(
    r"""
    (?:got|had|with|after|sought|received|went) (?:\w+ ){0,3}(?:help|treatment|therapy|counselling|support|better|well)
    helped me|help me|got me through|at peace|well (?:ever )?since|well now|never (?:came|come|gone|been) back
    (?:i'm |am |all |so |much |been |totally |completely )?(?:well|fine|better|happy|healed|recovered|sorted|grand|ok|okay|good) (?:now|
        since|ever since|today)
    recovered|in recovery|glad i|thankful|grateful|sorted|testimony|happily|(?:save|saved) me|carry me pass|i (?:now )?(?:counsel|help|
        share|tell)|proud|not an issue|okay more than|ancient history|boring now|love (?:my|boring) life|loved|behind me
    don't think about it|never since|not since|haven't since|lived experience|survivor|came through|other side of it|pulled through
    i laugh
    """
)
_JOKING = phrases(r"jk|j/k|just kidding|(?:only |just )?joking|kidding|not serious|not literally|figuratively|metaphorically|so to speak")
_NO_JOKE = phrases(
    r"""
    (?:not|no|isn't|never|fully|really)(?: \w+){0,2} (?:jk|joking|kidding|a joke|joke)
    no joke|less like a joke|joke each|joking$
    """
)
_VOICES = words("head brain mind voice voices thoughts thought heart devil demons spirit anxiety depression")
_TOLD_OF = words(
    """
    patient patients pt pts asked ask asking student students course training teach teaching role film movie song book play poster leaflet
    elearning quiz exam osce lecture read quote quotation said says participant wrote script drama test actor words phrase question
    """
)
_ME_TOO = phrases(
    r"(?:in|on|through) my (?:own )?(?:head|mind|brain)|because i keep|like i do|"
    r"so (?:do|am|would) i|me too|same here|i (?:do|am|feel it) too|i know how (?:he|she|they) feels?"
)
_BACK_THEN = re.compile(
    r"\b(?:was|were|had|did|took|tried|wanted|felt|thought|attempted|"
    r"self harm|overdosed|used to|wished|hurt|injured|planned|cut|been|bin)\b"
)
_ANYBODY = re.compile(
    r"\b(?:you|u)(?:'d|'re|'ve)?(?: (?!i\b|i'|my\b|me\b|about\b|that\b)\w+){0,2} $"
)  # "you want to die sometimes": perhaps the speaker, perhaps people
_AROUND = 400  # letters on each side
_STRAIGHT_AWAY = 60  # letters
_OWN = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|me|my|myself)\b")
_OPEN_SINGLE = re.compile(r"(?:^|[\s(:,])'(?=\w|$)(?!(?:cause|til|em|tis)\b)(?:[^']|(?<=\w)'(?=\w))*$")


def stance(message: Said, hit: Hit) -> Stance:
    """What this phrase is worth where it stands."""
    near = before(message, hit.start)
    if _is_denied(message, hit, near):
        return Stance.UNSURE if _STILL.search(message.plain, hit.end, hit.end + _AROUND) else Stance.DENIED
    if about_another(message, hit.start, own=bool(_OWN.search(message.plain, hit.start, hit.end))):
        return Stance.UNSURE if _ME_TOO.search(message.plain, hit.end, hit.end + _STRAIGHT_AWAY) else Stance.ANOTHER
    if _quoted(message, hit.start):
        return Stance.ANOTHER if not message.bag.isdisjoint(_TOLD_OF) and message.bag.isdisjoint(_VOICES) else Stance.UNSURE
    if _was_then(message, hit):
        return Stance.DENIED if well_since(around(message, hit)) else Stance.UNSURE
    unsure = (
        _DENIED_AFTER.match(message.plain, hit.end)
        or _DOUBTED.search(near)
        or _ANYBODY.search(near)
        or perhaps_another(near)
        or _in_jest(message, hit)
        or _answered_no(message, hit, near)
    )
    return Stance.UNSURE if unsure else Stance.MEANT


def around(message: Said, hit: Hit) -> str:
    """What stands near a phrase: all of a message of ordinary length."""
    return message.plain[max(0, hit.start - _AROUND) : hit.end + _AROUND]


def _is_denied(message: Said, hit: Hit, near: str) -> bool:
    return bool(_DENIED.search(near)) and not _STRUGGLE.search(near) and not _NOT_DENIED.match(message.plain, hit.end)


def _quoted(message: Said, start: int) -> bool:
    head = message.plain[max(0, start - 200) : start]
    return head.count('"') % 2 == 1 or bool(_OPEN_SINGLE.search(head))


def _was_then(message: Said, hit: Hit) -> bool:
    """Whether it was years ago: in the past tense or told of a time named just before, and no sign that it is so now."""
    then = _BACK_THEN.search(message.plain, max(0, hit.start - 30), hit.end) or _YEARS_AGO.search(before(message, hit.start))
    return bool(then) and long_past(around(message, hit))


def long_past(plain: str) -> bool:
    """Whether it speaks of years ago, with no sign that it is so now."""
    return bool(_YEARS_AGO.search(plain)) and not _NOW.search(plain)


def well_since(plain: str) -> bool:
    """Whether the speaker says that they were helped, or are well."""
    return _WELL.search(plain) is not None


def _answered_no(message: Said, hit: Hit, near: str) -> bool:
    """Whether it was asked about, and the answer told is a no that is not called a lie."""
    asked = _ASKED.search(near) and _SAID_NO.match(message.plain, hit.end)
    return bool(asked) and message.bag.isdisjoint(_LIED)


def _in_jest(message: Said, hit: Hit) -> bool:
    """Whether it is called a joke straight away."""
    after = (message.plain, hit.end, hit.end + _STRAIGHT_AWAY)
    return bool(_JOKING.search(*after)) and not _NO_JOKE.search(*after)
