"""Is this an obstacle that a plan can meet? One, and inside the speaker: a feeling, a habit, a belief, an impulse."""

from __future__ import annotations

import re

from bot.nlu.goals.lexicon import EXTERNALS, INNER, OTHERS, words
from bot.nlu.goals.off_topic import off_topic
from bot.nlu.goals.unsure import unsure
from bot.nlu.goals.verdict import OK, Verdict
from bot.nlu.patterns import opening, phrases
from bot.nlu.tidy import Said, said

_INNER_SAID = phrases(
    r"""
    i (?:\w+ )?(?:feel|felt|worry|think|tell|told|assume|believe|convince|avoid|freeze|panic|forget|hate|dread|overthink|
        procrastinate|hesitate|snap|doubt|compare|imagine|fear|expect|blame|freak|dwell|ruminate|obsess|stress|moan|rush|hide|cave|
        cling|crave|switch off|zone out|lose|bottle)
    i (?:\w+ )?(?:get|become|go|end up|put it off|put off|put things off|put everyone|put others|put others first|put myself|
        give in|shut down|clam up|hold back|talk myself|get caught up|start|keep|carry on|let|say yes|pick up|reach for|leave it|want|
        don't want|like|love|need to be|have to be|need to feel)
    i (?:can't|cannot|don't|never|won't|couldn't|didn't) (?:\w+ )?(?:say no|let go|bear|stand|trust|believe|switch off|ask|speak|
        face|cope|relax|stop|want|feel|think|know how|like|dare|bring myself|see myself|delegate|concentrate|focus|remember|value|
        deserve|prioritise|plan|listen|be bothered|give myself|let myself|allow|put myself|have the|have enough)
    can't (?:say no|let go|be bothered|switch off|stop|face|relax|sit still|help)|cba
    don't (?:want|like|feel|trust|think|dare|believe)
    i'm (?:\w+ )*(?:too|not|a|so|scared|afraid|worried|shy|lazy|tired|anxious|nervous|impatient|stubborn|hard on|used to|
        embarrassed|ashamed|convinced|frightened|reluctant|quick|bad at|rubbish at|terrible at|no good at|useless|hopeless|distracted|
        my own)
    my (?:own )?(?:head|mind|habit|habits|nerves|guilt|fear|pride|temper|confidence|lack of|need|mindset|attitude|perfectionism|
        anxiety|ego|inner|brain|mouth|voice|heart|body|chest|stomach|belief|tendency|worry|impatience|self|tiredness|laziness|memory|
        energy|mood|insecurity|inability|expectations|standards|upbringing|accent)
    in my head|my inner|the voice|(?:part|bit|half|side) of me|something in me|i (?:\w+ )?(?:enjoy|deserve|don't deserve)
    deep down|people[- ]pleas\w+|second guess\w*|what (?:if|will|would) (?:they|people|he|she|everyone)
    what (?:they|people|others|everyone|my colleagues) (?:will |might |would |may )?(?:think|say)
    (?:they'll|they will|they|people|everyone|she'll|he'll) (?:\w+ )?think
    not (?:wanting|feeling|trusting|believing|being able to say|knowing how|having the (?:confidence|courage|energy|motivation)|
        liking|daring|thinking)
    wanting to|needing to|trying to (?:please|be|do it all|prove)
    being (?:afraid|scared|tired|shy|too|a|worried|anxious|nervous|liked|seen|judged|hard on|stubborn|lazy|impatient|distracted|
        defensive)
    comfort zone|self[- ](?:doubt|esteem|confidence|belief|conscious|critical|discipline|criticism|talk)
    lack of (?:confidence|motivation|energy|belief|assertiveness|self\S*|willpower|focus|discipline|courage|trust)
    no (?:confidence|motivation|energy|willpower|self\S*|discipline|courage)
    low (?:mood|confidence|self\S*|energy|motivation)|good enough|found out
    look(?:ing)? (?:stupid|silly|daft|weak|incompetent|bad|foolish|lazy)|letting \w+(?: \w+)? down|let \w+(?: \w+)? down
    upsetting \w+|getting it wrong|being wrong|making a mistake|what i'm like|who i am|how i was (?:raised|brought up)
    tell myself|telling myself|talk myself|kid myself|in my culture|brought up|raised to
    i'm not (?:good|brave|confident|clever|worth)|feels? (?:selfish|wrong|rude|weak|like|awkward|easier|lazy)|easier to|quicker to
    """
)
_LACK = opening(
    r"""
    (?:no|not enough|never enough|too many|too much|lack of|shortage of|not having(?: a| any| the| enough)?|
        there(?:'s| is| are)(?: never| no| not| always| too)*(?: many| much)?|there (?:isn't|aren't)(?: any| enough)?|never any|
        always too|short of)
    """
)
_ABOUT_THINGS = opening(r"""
    (?:the|there|there's|that|this|these|those|our|some|a|an) (?:[\w'-]+ ){1,5}?(?:is|are|was|isn't|aren't|never|always|keeps?|
        goes|doesn't|don't|has|have|won't)
    """)
_SPEAKER = words("i i'm i'd i've i'll me my myself mine")
_NOTHING = opening(
    r"""
    (?:(?:well|um+|er|honestly|nope|no|hmm)[, ]+)*(?:nothing|none|no obstacles?|there (?:is|isn't) (?:nothing|anything)|
        there's nothing)(?: (?:really|much|at all|comes to mind|springs to mind|gets in (?:the|my) way|tbh|i can think of|in me|
        special|in particular|major|inside me))*
    i can'?t think of (?:anything|any|one|something)|can'?t think of (?:anything|any|one)|nope|no
    none (?:that i know of|really|i can think of)|i don't think (?:there is )?anything|not (?:anything|much)
    i don't have (?:any|one)(?: obstacles?)?
    """
)
_PLANNED = opening(
    r"""
    (?:i (?:really |just )?(?:need|have|ought) to|i (?:really |just )?(?:should|must)|i need|need to|should|must|have to|
        i've got to|got to)(?! be (?:liked|perfect|seen|in control|needed|right|the|
        everything)| prove| please| feel| do everything| do it all| know| help everyone| look| keep everyone)
    """
)
_ATTACK = phrases(
    r"""
    (?:i'm|i am|im|being|am) (?:\w+ ){0,3}?(?:useless|stupid|rubbish|lazy|pathetic|crap|shit|weak|an idiot|idiot|hopeless|
        worthless|thick|a failure|failure|a bad (?:nurse|doctor|person|midwife|mum)|a rubbish \w+|a terrible \w+|a crap \w+|
        incompetent|dumb|no good|terrible|a coward|a mess|a fraud|a disgrace|not good enough)
    i hate myself|i'm the problem|what's wrong with me
    """
)
_THOUGHT_OF = re.compile(
    r"\b(?:they|people|everyone|everybody|he|she|others|we|colleagues|staff|team|manager|boss|patients|someone|relatives)(?:'ll|'d)?"
    r"(?: (?:will|would|might|may|could|all|must|just|to))* (?:think|thinks|say|says|saying|see|assume|assumes|believe|"
    r"decide|thinking)(?: that)?,? $"
)
_HARM = (
    r"(?:mock|bull(?:y|ie)|harass|humiliat|belittl|assault|attack|hit|hitt|threaten|undermin|insult|laugh|teas|ignor|shout|yell|scream|swear|"
    r"spat|spit|push|shov|grop|touch|abus|exclud|pick|blam|criticis|racial|discriminat|gossip|interrupt|intimidat|kick|punch)\w*"
)
_DONE_TO = re.compile(
    rf"i(?: was|'ve been| have been| got| get| keep getting|'m| am| was being|'m being| am being)(?: \w+)?? {_HARM}(?! (?:to|"
    rf"about|that)\b)(?: \w+)? (?:by|at|on)\b|"
    rf"(?!i\b)(?:(?:my|the|our|a|an|one of|some|these|those|that|this|other) )*(?:[\w'-]+ ){{1,3}}?(?:(?:always|often|constantly|"
    rf"keeps?|still|is|are|just|"
    rf"was|were|who|has|have|will|sometimes|publicly) )*{_HARM}(?: \w+)? (?:me|my|us|our)\b"
)
_OWN_PART = words("i'm i'd i've feel afraid scared worry worried fear guilt anxious because let freeze think")
_SHORT_VAGUE = words(
    """
    am how hmm um er whole who knows what do i me myself everything life stuff things thing lots loads dunno usual hard it it's
    just the work not sure suppose really work's difficult all many various same old always circumstances situation job you know
    mine personal complicated general day that's is a lot of and or in my me? sorts probably guess maybe think tough challenging
    busy-ness tricky something someone's mostly
    """
)
_ITEMS = re.compile(r",(?: and| also| plus)?|;|\band also\b|\balso\b|\bplus\b|\bas well as\b|\band\b|\bor\b|&|\+|/")
_NUMBERED = re.compile(r"(?:^|\s)1[.):]? .+\s2[.):]? \w")
_SIGNS = re.compile(r"[,;&+/]")
_MANY = phrases(r"""
    lots of things|many things|several things|a few things|two things|loads of things|a mixture of|a mix of|a combination of
    combination of
    """)
_NOTHING_TO_LOSE = words("the a an my our of own some other lack being having not too no")


def obstacle(text: str) -> Verdict:
    """Judges an obstacle: ok, external, vague, several or off_topic; `repair` adds self_attack, plan_in_disguise and nothing."""
    return obstacle_in(said(text))


def obstacle_in(message: Said) -> Verdict:
    """The same of a message read already."""
    if _NOTHING.fullmatch(message.plain.rstrip(" .!")):
        return Verdict("vague", "nothing", message.text)
    if off_topic(message):
        return Verdict("off_topic")
    if _DONE_TO.match(message.plain) and message.bag.isdisjoint(_OWN_PART):
        return Verdict("external", evidence=message.text)
    if _several(message):
        return Verdict("several", evidence=message.text)
    return _within(message) or _without(message)


def _within(message: Said) -> Verdict | None:
    """What is inner is usable, however harshly it is put."""
    if unsure(message.plain) and len(message.words) < 7:
        return Verdict("vague", evidence=message.text)
    attack = _ATTACK.search(message.plain)
    if attack and not _THOUGHT_OF.search(message.plain[: attack.start()]):
        return Verdict("ok", "self_attack", attack[0])
    if planned := _PLANNED.match(message.plain):
        return None if message.bag & INNER else Verdict("vague", "plan_in_disguise", planned[0])
    return OK if is_inner(message) else None


def _without(message: Said) -> Verdict:
    if is_external(message):
        return Verdict("external", evidence=message.text)
    return Verdict("vague", evidence=message.text) if message.bag <= _SHORT_VAGUE else OK


def is_inner(message: Said) -> bool:
    """Whether a feeling, habit, belief or impulse of the speaker is named."""
    outside = message.words[0] in _SUBJECTS_OUTSIDE and not set(message.words[:3]) & _FEELINGS
    if message.bag & _FEELINGS and not (outside and message.bag & OTHERS):
        return True
    return _INNER_SAID.search(message.plain) is not None


def is_external(message: Said) -> bool:
    """Whether it is time, staffing, things or other people."""
    if message.bag & EXTERNALS or message.bag & OTHERS or message.bag & _OUTER_MARKS:
        return True
    return _LACK.match(message.plain) is not None or (_ABOUT_THINGS.match(message.plain) is not None and message.bag.isdisjoint(_SPEAKER))


_FEELINGS = INNER - words("it responsible mind control stage lack pressure")
_SUBJECTS_OUTSIDE = words("""
    my the our they he she nobody people other others everyone management patients relatives we colleagues staff some managers
    doctors
    """)
_OUTER_MARKS = words(
    """
    busy busyness short shortstaffed staffed understaffed cover covers covered interrupts interrupt interrupted chaos chaotic
    nowhere where they we he she them us nobody everyone others full late slow broken acuity we've we're they're there's handover
    breaks rotas admissions discharges site bleeped unpredictable unpredictability emergencies emergency crash caseload home
    school
    """
)


_ADDING = words("also plus well")
_JOINTS = words("and also plus or as lots many several few two loads mixture mix combination 1")


def _several(message: Said) -> bool:
    if message.bag.isdisjoint(_JOINTS) and not _SIGNS.search(message.plain):
        return False
    if _NUMBERED.search(message.plain) or _MANY.search(message.plain):
        return True
    items = [item for item in map(str.strip, _ITEMS.split(message.plain.rstrip(" .!"))) if item]
    named = [names for item in items if (names := _names_in(item))]
    if len(items) == 2 and items[0].startswith(("i ", "i'")) and message.bag.isdisjoint(_ADDING):
        return False
    if _OUT_AND_IN.match(message.plain) or (len(items) > 2 and all(_CLAUSE.match(item) for item in items)):
        return True
    apart = len(frozenset().union(*named)) >= sum(map(len, named)) if named else False
    short = all(len(item.split()) < 6 for item in items) and len(items) > 2 and not items[0].startswith(("i ", "i'"))
    return apart and len(items) > 1 and (len(named) == len(items) or short or len(named) > max(2, len(items) - 2))


def _names_in(item: str) -> frozenset[str]:
    """What an item of a list names, where it does so in a few words of its own."""
    found = [word for word in re.findall(r"[\w']+", item) if word not in _NOTHING_TO_LOSE]
    clause = len(found) > 3 and found[0] in _CLAUSE_STARTS
    return frozenset(found) & _NAMES if 0 < len(found) <= 5 and not clause else frozenset()


_OUT_AND_IN = re.compile(
    r"(?:the|my|they|we|there|our|management)\b.{4,60}\band (?:also )?i'm (?:also|just|too|not|so|a|scared|tired|shy|lazy)\b"
)
_CLAUSE = re.compile(r"(?:and |also )?(?:i|i'm|my|the|there|there's|it's|we|we're|they|nobody|no)\b.* ")
_NAMES = INNER | EXTERNALS | OTHERS | _OUTER_MARKS | words("new energy confidence bleep forgetting noise lack rush rushing support stress")
_CLAUSE_STARTS = words("they he she it that which who what if because when so then")
