"""Who a message speaks of: the speaker, somebody close to the speaker, or people in care."""

from __future__ import annotations

import re

from bot.nlu.concerns.family import spoken, unfolded
from bot.nlu.goals.lexicon import words
from bot.nlu.tidy import Said

_AROUND_CARE = words(
    """
    patient patients pt pts patient's patients' client clients resident residents caller callers inmate inmates detainee admission
    admitted admissions bed bay cubicle ward lola lolo camhs liaison triage psych psychiatry handover inpatient outpatient opd obs 1:1
    casualty dialysis clinic mdt hospice relatives relative family families custody actor participant participants
    """
)
_IN_CARE = words(
    "patient patients pt pts client clients resident residents caller callers lola lolo inpatient detainee participant customer"
)
_TEACHING = words(
    """
    training course module exam osce viva station teach teaching taught lecture workshop roleplay simulation actor dissertation
    phd study research conference newspapers police guidance policy panel essay essays webinar elearning audit talk
    drill poster leaflet faq quiz coding transcript interview interviews film drama book podcast script homicide
    """
)
_READ = re.compile(r"\b(?:read|reading) (?:about|up on)\b")
_KIN = r"""
    husband|wife|hubby|partner|fella|fiance|boyfriend|girlfriend|bf|gf|ex|son|daughter|child|kid|kids|lad|boy|girl|baby|mum|mam|mom|mother
    mammy|mummy|mama|amma|dad|da|father|papa|daddy|tatay|nanay|brother|bro|sister|sis|twin|cousin|cousins?[- ](?:brother|sister)|uncle|aunt
    auntie|aunty|niece|nephew|nan|nana|gran|granny|grandad|grandfather|grandmother|step ?(?:son|daughter|dad|mum)|in-laws?|friend
    best ?friend|bestie|mate|mates|flatmate|housemate|room ?mate|batchmate|classmate|neighbour|godson|goddaughter|teenager|eldest|youngest
    """
_COLLEAGUE = r"""
    colleague|co-?worker|manager|boss|matron|consultant|registrar|reg|sister|charge nurse|deputy|senior|junior|student|student nurse
    mentor|mentee|supervisor|trainee|intern|f1|f2|sho|hca|nurse|midwife|doctor|physio|porter|paramedic|crewmate|pharmacist|receptionist
    preceptor|buddy|team ?mate|band \d|business partner|line manager|locum|resident doctor|pg|house officer|secretary|lead
    """
_RELATED = f"(?:{unfolded(_KIN)}|{unfolded(_COLLEAGUE)})"
_CLOSE = spoken(
    rf"""
    (?:my|our|me|his|her) (?:own |best |older |younger |elder |small |little |big |late |eldest |dear |good |old |
        \d+ ?(?:yr|year)s? old )*{_RELATED}(?:'s)?
    (?:one of (?:my|our|the)|some of our|a few of our) (?:\w+ ){{0,2}}?(?:{_RELATED}|team|staff|lot|girls|lads|f1s|hcas|bank)s?
    (?:a|the|this|that) (?:\w+ )?(?:colleague|co-?worker|friend|mate|neighbour|team ?mate|flatmate|housemate|room ?mate|classmate|
        batchmate|registrar|consultant|student nurse|bank nurse|agency nurse|charge nurse|crewmate|trainee|intern|hca|f1|f2|sho)
    (?:the )?(?:nurse|girl|lad|lass|doctor|midwife|hca|porter|fella|person) (?:i|that i|who i|we) (?:\w+ )?(?:work|share|train|trained|
        sit|live|am on|was on)
    (?:someone|somebody) (?:i (?:work|live|share|train) with|on my (?:team|shift)|close to me|at work|in my family)
    hubby|himself indoors|herself indoors|the missus|the wife|the husband|^wife
    """
)
# Who wants or does something, when it stands right before it.
_SOMEBODY = unfolded(
    rf"""
    (?:(?:s?he|they|s?hed|theyd|who|wey|that|people|persons?|(?:bay|room|bed|ward) \w+|
        someone|somebody|anyone|anybody|everybody|e|dem|which|him|her|them|
        (?:the |a |an |my |our |one |this |that |old |young |every |each |some |any )*(?:patients?|pts?|clients?|residents?|callers?|
        inmates?|(?:young |old |wo)?m[ae]n|lady|ladies|teens?|teenagers?|gentlem[ae]n|lass|girls?|boys?|lads?|child|children|kids|
        students?|nurses?|actors?|lola|lolo|fish|dogs?|cats?|hamster|phone|laptop|printer|car|plants?|{_RELATED})s?(?:'s)?)(?:'?s|'d|
            've|'ll|'re)?)
    """
)
_HELPING = unfolded(
    r"""
    (?: (?:who|wey|that|nearly|almost|ended up|thought (?:of|about)|thinks? (?:of|about)|thinking (?:of|about)|spoken (?:of|about)|
        spoke (?:of|about)|talk(?:s|ed|ing) (?:of|about)|ever|once|has|have|had|is|
        was|are|were|been|be|keeps?|kept|would|will|might|may|could|also|both|all|don|dey|go|then|just|
        really|wants? to|wanted to|going to|trying to|tried to|
        always|still|often|never|even|bin|wan|did|do|does|doesn't|don't|didn't|not|mind|wouldn't|started|who's|said|says|say|
        actually|literally|basically|only|already|now|telling|disclose[sd]?|express(?:es|ed)?|voic(?:es|ed|ing)|report(?:s|ed|ing)?|having|
        with|
        present(?:s|ing)|feel(?:s|ing)?|gets?|in bed \w+|in (?:bay|room|cubicle) \w+|on (?:the|my|our) (?:ward|unit)|with \w+))*
    """
)
_TELLING = unfolded(
    r"""
    (?:said|says|say|saying|sayin|tells?|told|telling|goes|go|went|asks?|asked|asking|shout(?:s|ed|ing)?|scream(?:s|ed|ing)?|writes?|wrote|
        written|texts?|texted|types?|typed|cr(?:y|ies|ied)|whisper(?:s|ed)?|talk(?:s|ed)?|repeat(?:s|ed|ing)?|disclos(?:es|ed|ing)|
        mention(?:s|ed))
    """
)
_TOLD_WHAT = unfolded(
    r"""
    (?: (?:me|us|to me|to us|that|like|out loud|straight out|nurse|sister|doctor|staff|the team|at me|again|every night|every day|
        things?|stuff|life|is|they're|he's|she's))*
    """
)
_OTHER_BEFORE = re.compile(rf"(?<![\w']){_SOMEBODY}{_HELPING} $")
_REPORTED = re.compile(
    rf"(?<![\w']){_SOMEBODY}(?: (?:in|on|from|with) (?:\w+ ){{0,2}}\w+)?{_HELPING} {_TELLING}{_TOLD_WHAT}"
    r"[ ,:\"'-]*(?:i(?:'?m|'?ve|'?d|'ll)? (?:(?:just|really|still) )*)?$",
)
# "She wouldn't leave her bed and wanted …": hers, or with the "I" left out.
_AND = re.compile(rf"(?<![\w']){_SOMEBODY}(?: (?!i\b|i'|im\b|me\b|my\b)[\w']+){{1,8}} (?:and|then){_HELPING} $")
_SENTENCES = re.compile(r"^.*[.!?;]", re.DOTALL)
_NEAR = 90  # letters before a phrase in which its subject is looked for


def before(message: Said, start: int) -> str:
    """What stands before a place in the same sentence."""
    return _SENTENCES.sub("", message.plain[max(0, start - _NEAR) : start])


def about_another(message: Said, start: int, own: bool) -> bool:
    """Whether what is said from here on is somebody else's wish or deed, or somebody else's words; `own`: it says "I" or "my"."""
    near = before(message, start)
    return bool(_REPORTED.search(near) or (not own and _OTHER_BEFORE.search(near)))


def perhaps_another(near: str) -> bool:
    """Whether what follows may be somebody else's, named before an "and"; `near` is what stands before it in the sentence."""
    return _AND.search(near) is not None


def speaks_of_patients(message: Said) -> bool:
    """Whether people in care, or the places they are in, come up at all."""
    return not message.bag.isdisjoint(_AROUND_CARE)


def names_a_patient(message: Said) -> bool:
    """Whether a patient is named as one."""
    return not message.bag.isdisjoint(_IN_CARE)


def speaks_of_teaching(message: Said) -> bool:
    """Whether it is about a course, a study, a film or a policy."""
    return not message.bag.isdisjoint(_TEACHING) or _READ.search(message.plain) is not None


def speaks_of_somebody_close(message: Said) -> bool:
    """Whether family, friends or colleagues of the speaker come up."""
    return _CLOSE.search(message.plain) is not None
