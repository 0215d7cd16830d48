"""What a language model never says, whatever it is asked: by name, each a pattern over English.

The lists are wide on purpose. What is refused without need costs nothing but a line, and our own wording takes its place. In a list `~`
stands for any ending; a line that is set further in goes on with the one above.
"""

from __future__ import annotations

import re

from bot.nlu.patterns import joined

RISK, METHOD = "risk", "method"
GRAVE = (RISK, METHOD)  # refused like the others, and noted as suppressed: somebody looks at what the model is doing

CLOSE = (*GRAVE, "diagnosis", "medication")  # where somebody's own words come near these, they are not shown to a model at all


def _any(ways: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{joined(ways).replace('~', '[a-z]*')})(?![a-z])", re.IGNORECASE)


NEVER: dict[str, re.Pattern[str]] = {
    RISK: _any(
        r"""
        suicid~|unaliv~|kill~|die[sd]?|dying|dead|deaths?|murder~|self.?harm~|harm~|hurt~|abus~|rape[sd]?|raping|assault~|violen~
        attack~|threat~|beat(?:s|en|ing)?|trapped|worthless|hopeless~|burden~|disappear~|goodbye|forever|deserves? (?:to|it|this)
        (?:end|finish)(?:s|ing|es|ed)? (?:it|things|everything|your life)|give up on life|worth living|living for|want(?:s|ed)? out
        over soon|        better off|miss you if|without you|if you were (?:gone|not)|not be here|no longer|for (?:good|ever)|time to go
        reasons? to (?:live|go on|stay|carry on)|no (?:point|way out|use)|nothing (?:left to|to (?:them|anyone|anybody|you))
        (?:not|never|\w+n't) (?:come|coming|wake|waking|return|be back|matter)|never wak~|leav(?:e|ing) (?:\w+ ){0,2}behind
        (?:sleep|rest) (?:for|and never|and not)
        """
    ),
    METHOD: _any(
        r"""
        overdos~|hang(?:s|ed|ing)?|noose|ropes?|ligature|kni(?:fe|ves)|blades?|razor~|scalpel~|cut(?:s|ting)?|slit~|wrists?|bleed~
        bridges?|jump(?!ing in)(?:s|ed|ing)?|rail(?:way)?s?|trains?|guns?|shoot~|poison~|bleach~|carbon~|drown~|strang~|suffocat~|chok~
        stab|stabb~|crash~|barriers?|needles?|veins?|potassium|propofol|insulin|saved up
        """
    ),
    "link": _any(
        r"""
        h[tx]{2}ps?|www|\w+\.(?:com|org|net|uk|co|io|health|nhs|info|example|gov|app|eu|ie)|dot (?:com|org|net|co|uk)|(?:com|org)|clicks?
        links?|(?:ring|phone|call|text|visit|dial)(?:s|ing)? (?:this|that|the|an?|them|us|him|her|on)
        web\s?(?:site|page)s?|online|google~|search for|download~|e.?mail~|hot.?lines?|help.?lines?|telegram|whatsapp
        """
    ),
    "number": _any(
        r"""
        two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen
        (?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen)~|zero|double|triple
        twice|thrice|half|halves|quarters?|per ?cent|(?:second|third|fourth|fifth|tenth)s?
        """
    ),
    "self": _any(r"i|me|my|mine|myself|we|us|our|ours|ourselves|let's"),
    "human": _any(
        r"""
        humans?|real (?:person|people|nurse|doctor|coach|life|one)|this is an?|fellow|bots?|robot~|machines?|computer~|program~|been there
        (?:as|being) an? (?:nurse|doctor|midwife|colleague|friend|therapist|coach|mother|father|parent|woman|man|person)
        your (?:friend|coach|therapist|counsell?or)|a friend here
        """
    ),
    "promise": _any(
        r"""
        will|shall|won't|going to|gonna|[a-z]+'ll|guarant~|promis~|certain~|definite~|for sure|(?:always|never) be|no doubt|rest assured
        trust (?:this|that|it|here)|rel(?:y|ies|ying)|(?:count|depend)(?:s|ing)? on|gets? (?:better|easier)|works? out|safe|safely
        be (?:fine|ok|okay|alright|all right)|here|can be|(?!so )\w+ for you(?=[.,])
        """
    ),
    "confidential": _any(
        r"""
        confidential~|private~|privacy|secret~|anonym~|nobody|no.one|only you|stays? (?:here|between)|off the record|freely
        between (?:you|the two) (?:\w+ ){0,3}(?:this|here|only)|can say (?:any|what)~
        (?:not|never) (?:be |being )?(?:shared|told|seen|read|stored|saved|kept|passed|recorded)|(?:words|what you \w+|you \w+) here
        """
    ),
    "monitoring": _any(
        r"""
        monitor~|watch~ (?:over|you|this|out)|(?:an|one) eye|check~.(?:in|up|on)|look~ (?:out for|after) you|day and night|at all times
        (?:is|are|been|being|gets?) (?:looked after|alerted|notified|informed|read|seen|followed|tracked|recorded|watched)
        follow~ (?:what|you)|track(?:s|ed|ing)
        """
    ),
    "person": _any(
        r"""
        (?:someone|somebody|anyone|anybody|a person|people|coach(?:es)?|counsell?ors?|the team|staff|supervisors?|managers?|professionals?|
            specialists?|help|they) (?:is|are|can|has|from)
        (?:someone|somebody|anyone|a person|people|coach(?:es)?|the team|staff|managers?|help|they) (?:\w+ ){0,8}(?:here|there for|
            with you|by your|available|listening|on (?:the|its|their) way|ready|standing by|in touch|informed|told|aware)
        (?:reach|get|be) (?:out|in touch)|not alone|never alone|call~(?: you)? back|(?:here|there) for you|by your side
        crisis|emergenc~|ambulance~|police|samaritan~|counsell~|psych~|therapist~
        """
    ),
    "diagnosis": _any(
        r"""
        diagnos~|depress~|anxiety|disorder~|syndrome~|symptom~|ptsd|post.?traumatic|trauma~|burn~.?out|adhd|autis~|bipolar|ocd|mental~
        ill|illness~|disease~|clinically|patholog~|addict~|alcoholi~|insomnia~|panic~|phobi~|neuro~|dyslexi~|menopaus~|dementia
        cancer~|tumou?rs?|diabet~|prognos~|suffer~|signs? of|case of|criteria|unwell|sick~
        """
    ),
    "medication": _any(
        r"""
        medic~|meds|drugs?|dos(?:e|es|age|ing)|tablets?|pills?|capsules?|inject~|prescri~|paracetamol|aspirin|morphine|codeine|tramadol
        fentanyl|antidepress~|sedat~|opioid~|antibiotic~|supplement~|vitamin~|cannabis|nicotine|wine|beers?|alcohol|drink~|therap~
        treatment~|remed(?:y|ies)|cures?|m[gl]
        [a-z]+(?:azepam|zolam|oxetine|azole|cillin|olol|sartan|statin|codone|morphone|triptyline|alopram|traline|mycin|caine|barbital|
            dipine|profen|clone|pidem|zapine|apine|idone|tonin)
        """
    ),
    "advice": _any(
        r"""
        should|must|ought|(?:have|has|had|having) to|(?:you|you'd) (?:really )?need|need~ to|(?:had|\w+'d) better|you could|what you need
        you (?:can|may|might) (?:\w+ )?(?:try|want|like|always|start|just|say|tell|ask|talk|speak|go|take|rest|find|wish|consider|call)
        try to|tr(?:y|ies) (?:and|not|this|that|it|a)|why not|how about|what about|consider~|make sure|be sure|remember to
        don't (?:worry|forget|let|be)|recommend~|suggest~|advis~|advice|worth (?:trying|a try)|helps? (?:you )?(?:to|with)
        (?:is|it's|be) (?:best|better|important|good|worth|wise|time|helpful) (?:to|that|when|if)|is the (?:way|answer|solution|key)
        (?:it|this|that) (?:would|might|could|may) (?:be|help)|the (?:best|only|right|first) (?:thing|way|step) (?:is|would)
        resign~|quit~|leav(?:e|ing) (?:this|your|the) (?:job|work|post)|new job|lets? you|let (?:yourself|it|them|go)|call in|lie to
        """
    ),
    "order": re.compile(
        r"(?:[,;:-]|\b(?:so|then|but)) +(?:please |just |now |then |and )*(?:try|take|talk|speak|ask|see|go|get|call|stop|start|let|make|"
        r"do|don't|keep|give|tell|remember|consider|focus|avoid|use|think|rest|sleep|drink|eat|quit|leave|find|write|set|put|be|say|just|please|"
        r"never|always)\b",
        re.IGNORECASE,
    ),
    "praise": _any(
        r"""
        amazing~|awesome|brilliant~|fantastic~|excellent~|wonderful~|great|greatest|well done|perfect~|incredibl~|impressive|hero~|inspir~
        a good (?:nurse|doctor|person|midwife|mother|father|job|one)|good (?:work|for you|job)|you (?:can|may) be proud|congrat~|thank~
        special|right to feel
        """
    ),
    "pretending": _any(r"sorry|(?:glad|happy|sad|pleased) (?:to hear|that you|for you)|care about you|miss(?:ed)? you|hugs?|hear you"),
    "verdict": _any(
        r"""
        (?:is|are|was|were|be|been|it's|that's) (?:\w+ )?(?:true|right|good|bad|fair|best|fine|normal|ok|okay|wise|enough|coming|deserved)
        because of (?:how|who|what) you|you are (?:alone|low|sad|lost|nothing|no)|right to|good at|can do|had it coming|makes? sense
        no wonder|of course|valid|understandable|get back at|mak(?:e|ing)(?: (?:them|him|her))? pay
        """
    ),
    "judging": _any(
        r"""
        stupid~|lazy|laziness|weak~|useless|pathetic|fail~|loser~|selfish~|idiot~|incompetent|wrong|wrongly|faults?|blam~|crazy|mad|insane
        (?:bad|worse) (?:nurse|doctor|person|midwife|mother|father|parent|at)|ugly|fat|disappoint~|unprofessional|coward~|negligen~
        that is why|your own (?:\w+ )?(?:doing|making)
        """
    ),
    "coarse": _any(r"shit~|f[u*]ck~|crap|bloody|sex~|porn~|naked|steal~|hack~|vot(?:e|es|ing)|gods?|people from|get away with"),
    "machine": _any(
        r"""
        prompt~|instruct~|system~|assistant~|language model|a\.?i\.?|artificial|openai|gpt|llama|ignor(?:e|ing) (?:all|the|previous|any)
        previous|override|developer|jailbreak~|policy|compl(?:y|ies)|as (?:requested|asked)|sure(?=[!,.:])|certainly
        of course|here(?: is|'s)|reflection|summary|output|response
        """
    ),
}
