"""Ways of saying each intent, in everyday and hurried English."""

from __future__ import annotations

import re

from bot.nlu.goals.lexicon import words
from bot.nlu.patterns import opening, phrases

STOP = phrases(
    r"""
    ^(?:please )?stop(?=[,;.!]| and (?:delete|forget|erase|remove|leave))
    (?:please |can you |could you |will you |just |ok |pls |want you to |to )?(?:stop|quit|cease) (?:messaging|texting|contacting|
        sending|pinging|bothering|writing to|emailing|spamming|harassing|notifying|nudging) ?(?:me|us|these|the|this|it)?
    cancel (?:everything|it all|all of it)
    (?:stop|end|cancel|quit) (?:this|the|these|all|all of|my) (?:\w+ )?(?:messages?|texts?|programme|program|study|trial|coaching|
        bot|chat|thing|service|subscription)
    (?:don't|do not|never|not to) (?:contact|message|text|write to|ping|email|
        msg) me(?: again| any ?more| anymore| ever| please)*$
    (?:want|like|wish|need|going|decided) to (?:opt[- ]?out|unsubscribe|withdraw|drop out|come off this|leave (?:the|
        this) (?:study|programme|program|trial|bot|chat)|quit (?:the|this)|stop (?:doing |using )?(?:this|these messages|the study|
        the programme|the coaching|the bot|taking part|getting messages|receiving messages|getting these))
    opt(?:ing)? (?:me )?out(?! of (?:work|lunch|the rota|nights))|unsubscribe|take me off (?:this|the list|your list)
    remove me from (?:this|the|your)|leave me alone|no more (?:messages|texts|of these messages)
    (?:don't|do not) want (?:to do this|to take part|to be (?:in|part of) (?:this|the)|to use this|any more messages|
        these messages|to continue with (?:this|the study)|you to (?:message|text|contact))(?: \w+){0,3}$
    withdraw (?:me |my consent|consent|from (?:the|this))|out of (?:the|this) (?:study|trial)|i withdraw
    take my (?:number|name|details) off|off your (?:system|list|books)
    """
)
HUMAN = phrases(
    r"""
    (?:can|could|may|might|want|like|need|rather|please|prefer|wish|let|allowed|possible|someone|anyone|somebody|anybody|chance|
        i'd|help) (?:i |me |to |you |please |really |also |just |just to |love to |like to |of |a )*(?:talk|talking|speak|speaking|
        chat|chatting|message|messaging|text)(?:ing)? (?:to|with) (?:a |an |the |my |some|actual |real |live |proper |
        human )*(?:person|human|being|one|body|someone|somebody|coach|anyone|anybody|counsellor|people|supervisor|mentor|therapist)
    (?:need|want|there|have|got|like|get|find me) (?:an? )?(?:actual |real )?(?:someone|somebody|anyone|anybody|one|body|person|
        human|coach) (?:\w+ )?(?:i can |to |i could |that i can |who i can )(?:actually |really )?(?:talk|speak|chat) (?:to|with)
    (?:get|give|find|fetch|bring|send|pass|transfer|put|connect|hand) me (?:on |over |through )?(?:to |with )?(?:a |an |the |my |
        some|another )*(?:real |actual |live |human )*(?:coach|human|person|someone|somebody)
    (?:can|could|would|will) (?:a |the |my )?(?:someone|somebody|anyone|coach|real person|person|human|
        a coach)(?: please)? (?:please )?(?:ring|call|phone|contact|message|talk|speak|help|text|get in touch|reach|give me a (?:ring|
        call|shout))
    is there (?:a |an |any)?(?:one|body|actual |real |human |live )*(?:person|human|coach|i can|here i|to talk|there i|who)
    (?:real|actual|proper|live) (?:person|human|coach)(?! or)|human (?:coach|being(?! to \w+ my)|please|instead)
    not (?:a|to a|with a) (?:bot|machine|robot|computer)
    (?:rather|prefer) (?:a |to (?:talk|speak|chat) (?:to|with) )(?:a )?(?:person|human|coach|someone)
    (?:need|want|like|have|get)(?: to have)? (?:a |an |the |my )(?:real |actual |human )?(?:person|human|coach|human being)(?=$|
        [,.!?]| (?:please|not|now|instead|rather|on)\b)
    put me through
    ^(?:talk|speak|chat) (?:to|with) (?:a |the |my )?(?:real |actual )?(?:person|human|someone|somebody|
        coach)(?: please| now| instead| pls)*[.!?]*$
    """
)
ABOUT_BEING_REAL = phrases(r"are (?:you|u)|is this|am i (?:talking|speaking)|talked to|spoke (?:to|with)")
MY_DATA = phrases(
    r"""
    (?:delete|erase|remove|wipe|destroy|clear) (?:all |all of |everything|of |any |about |me |from )*(?:my|the|
        your) (?:\w+ )?(?:data|answers|messages|info|information|history|conversations?|account|details|chats?|records?)
    (?:delete|erase|wipe|remove) (?:it all|everything|me|all of it|all)(?: (?:about me|i said|i wrote|i told you|please|you have|
        on me|now))*$
    (?:export|download|send me|get|see|give me|have|request|want|access)(?: \w+){0,3} (?:my|of my) (?:data|information|
        personal data|records?)
    ^my (?:personal )?data
    (?:copy|copies) of (?:everything|all|my|what|the)(?: \w+){0,2} (?:data|answers|you have|you hold|i(?:'ve| have)? said|
        i(?:'ve| have)? written|about me|information|conversation|chat|messages)
    what (?:do|have|info|information|data|are|personal)(?: \w+){0,4} (?:hold|holding|held|have|store|stored|keep|keeping|kept|
        know|got|save|saved)(?: \w+){0,2} (?:on|about) me
    everything (?:you (?:have|know|hold|keep) (?:on|about) me|i(?:'ve| have) (?:written|said|told you|sent|typed))|gdpr
    subject access|right to be forgotten|forget (?:me|everything i|what i (?:said|told))
    (?:answers|messages|data|chat|everything) (?:to be )?deleted|what happens (?:to|with) my (?:data|answers)
    (?:wipe|delete|erase|remove|clear) (?:what|everything|anything|all)(?: that)? (?:i|i've|you)(?: have)? (?:said|told|wrote|
        written|sent|typed|know|have)
    (?:everything|anything|all|what|whatever)(?: that)? (?:you've|you have|you) (?:saved|got|kept|stored|recorded|collected|hold|
        keep|know) (?:on|about) me
    """
)
SNOOZE = phrases(
    r"""
    (?:remind|ask|message|text|nudge|ping|try|check|msg|get) (?:\w+ )?me (?:again |back |about this |about it )*(?:later|tomorrow|
        in (?:a|an|\d+|half|two|three)|tonight|this (?:evening|afternoon)|another)
    (?<!only )(?:remind|ask|try) (?:\w+ )?me (?:again |back |about this |about it )*(?:after|at|on (?:the |\w+day)|when|next)
    ^(?:sorry,? |ok,? |um,? |no,? |maybe |oh,? )*not (?:right )?now
    not (?:today|tonight)(?:$| (?:thanks|please|sorry|mate|though))|(?:another|some other) (?:time|day)(?: please| maybe)?$
    maybe later|^later\b(?! (?:shifts?|lates|on|in|into|life|than|stages?))|later (?:please|pls|on please|ok|thanks|mate)$
    ^(?:i'm |am |im |still |currently |just |sorry,? |ok |no )+(?:on shift|at work|busy|driving|with a patient|in theatre|
        in a meeting|in clinic|mid[- ]shift|on the ward|on a ward round|on break|about to go|just about to|on call|scrubbed|
        running late|snowed under|rushed off)(?: (?:right now|rn|now|atm|at the moment|at the minute|until \w+|till \w+|sorry|so|
        can we|speak|talk|later|back).*)?$
    (?:busy|working|driving|swamped|slammed|rammed) (?:rn|right now|now|atm|at the minute|at the moment|today|sorry)
    (?:can't|cannot|can not|couldn't|unable to) (?:really )?(?:talk|chat|do this|speak|answer|reply|do it|type|stop|
        respond)(?: to this| you)? ?(?:right now|now|rn|atm|at the moment|today|just now|at the minute|here)
    (?:speak|talk|chat|do this|do it|come back|continue|finish|carry on|pick (?:this|it) up|reply|answer|look at (?:this|it)|
        get back to (?:you|this|it)|resume|start)(?: to (?:you|this|it)| with you| this| it| again)? (?:later|tomorrow|tonight|
        another (?:time|day)|after (?:my|the|work|shift|handover|lunch)|next (?:week|time)|when i(?:'m| am| get| finish| have)|
        this (?:evening|afternoon)|in (?:a|an|\d+))
    bad time|wrong time
    (?:give|gimme|need) (?:me )?(?:an hour|a few (?:minutes|mins|hours|days)|half an hour|ten (?:minutes|mins)|\d+ ?(?:minutes?|
        mins?|hours?|days?|m|h)\b|a day|a minute|a sec|a moment|two (?:minutes|mins|secs)|five (?:minutes|mins)|till|
        until)(?! (?:break|between|before each|with|for|off))
    ^(?:sorry |ok |right |oh |i )*(?:got to|have to|need to|must|gotta|better|had better) (?:go|dash|run|shoot|leave it|crack on|
        get back)\b(?! (?:to the|home|over|through|the)).{0,40}$
    (?:got|have|had|just got) (?:a|my|an|another) (?:bleep|crash call|arrest|emergency|page|buzzer|call bell)(?! audit)
    patient(?:'s)? (?:buzzing|calling|crashing)|bleep'?s? (?:going|gone|just|went)
    ^(?:brb|bbl|gtg|g2g|ttyl|one sec|wait a (?:sec|minute|min)|sec|busy|one minute|just a (?:sec|minute))(?:$|[ ,.!].{0,30}$)
    in the middle of (?:a|the|something|my|an|doing|meds|handover|drug)|mid[- ](?:drug round|handover|shift|clinic|round)
    (?:can|could|shall) we do (?:this|it|that) (?:later|tomorrow|another|tonight|after|on|next|in|at)
    on (?:my|a) break(?: now)?,? (?:talk|speak|later)|snooze|(?:can we|let's|like to|want to|shall we) put (?:this|it) off
    (?:later|tomorrow) would be better
    ^(?:ok |sorry |can i |let me |i'll |i will |will |have to |need to )+(?:come|get) back to (?:this|you|it)\b
    (?:will|i'll) (?:answer|reply|do|finish|look)(?: it| this| at it| at this| then)? (?:later|tomorrow|tonight|at|after|when|on)
    ^(?:a )?(?:bit|v|very|really|super|so|too|quite) busy(?: sorry| now)?[.! ]*$|^can't (?:right )?now
    too (?:busy|tired) (?:right now|now|atm|tonight|today|for this)(?! to (?:take|eat))
    ^(?:sorry,? )?(?:can't|cannot) (?:really )?(?:talk|chat|speak|type)(?:$|[,.!])
    ^(?:in|on) (?:theatre|clinic|a meeting|resus|handover|shift|the ward|a call|the bus|the train)[, ]+(?:\w+ ){0,4}(?:later|
        after|back|soon|tomorrow|tonight)
    """
)
SCHEDULE = phrases(
    r"""
    (?:fewer|less|too many|not so many|so many|more|quieter) (?:reminders?|messages?|texts?|nudges?|notifications?|pings|prompts)
    (?:change|move|turn off|switch off|mute|alter|set|stop|reschedule|adjust|update|cancel|pause|edit|turn down|
        reduce)(?: \w+){0,3} (?:reminders?|notifications?|nudges?|schedule|times? you|message times|check-?ins?|contact (?:times|
        hours)|pings)
    (?:message|text|ping|nudge|contact|msg|check in with|write to) me (?:only |just |instead )*(?:in the|at|on|after|before|
        between|once|twice|every|weekly|less|more|when|during|daily|monthly|from)
    (?:remind|ask) me (?:only |just |instead )*(?:in the (?:mornings?|evenings?|afternoons?)|on (?:my )?(?:days off|weekdays|
        weekends|\w+days)|between|once a|twice a|every|weekly|daily|(?:less|more) often|before each|after each|before every)
    (?:don't|do not|never|not to|no) (?:text|message|ping|remind|nudge|contact|msg|write to|ask) me (?:before|after|at|on|in|
        during|when|until|while|so|every|too|between)
    only (?:message|text|ping|nudge|contact|remind|msg) (?:me )?
    (?:different|another|better|earlier|later) times?(?: of day| please| for| would| instead|$)|can you send (?:them|it|these|the)
    send (?:them|it|these|reminders) (?:at|in|on|after|before|to|less|more)
    (?:make|do|have) (?:it|them) (?:once a|twice a|weekly|daily|monthly|fortnightly|less|every)
    (?:weekly|daily|monthly|fortnightly) (?:instead(?! of (?!daily|weekly|monthly|fortnightly|every|each|once|twice))|please|
        is enough|would do)
    (?:mornings?|evenings?|afternoons?|weekends?|days off|lunchtimes?) (?:is|are|would be|suits?|works?) (?:me |much |
        far )?(?:better|best|good|easier|fine|me)
    (?:once|twice) a (?:week|day|month|fortnight) (?:instead(?! of (?!daily|weekly|monthly|fortnightly|every|each|once|twice))|
        is enough|is plenty|would be|will do|is fine)
    (?:every|each) (?:week|fortnight|other day|other week) instead(?! of (?!daily|weekly|monthly|fortnightly|every|each|once|twice))
    ^(?:hi |so |just |fyi |)i'?m (?:back )?(?:on|doing) (?:nights|earlies|lates|leave|annual leave|holiday|days|long days|
        call)(?: all| again)?(?: this| next| until| till| for)?(?: \w+){0,8}$
    (?:my )?(?:rota|shifts?|shift pattern|hours|working pattern) (?:has |have |is |are |)(?:changed|changing|different)
    quiet hours|no messages (?:on|at|before|after|during|in)|go(?:ing)? (?:on|away on) (?:leave|holiday|maternity)
    no (?:more )?(?:nudges|reminders|texts|notifications|pings) (?:on|at|during|before|after|when|in|until|while)
    (?:could|can|would) (?:the|my|these|those) (?:reminders?|messages?|nudges?|texts?) (?:come|be|go|arrive)
    """
)
GO_BACK = phrases(
    r"""
    (?:change|edit|correct|undo|redo|fix|amend|alter|rewrite|re-?do) (?:my |that |the |what )?(?:last |previous |first |earlier |
        second )?(?:answer|one before|reply|response|step|question|i said|number|wish|obstacle|plan|score)(?! (?:time|about))
    ^(?:no,? |actually,? |sorry,? |oh,? |oops,? |wait,? |hang on,? |ah,? )*i meant(?! to\b| well\b| so much)
    meant to (?:say|put|type|press|click|write|choose|pick|answer|hit)|wrong (?:button|one|answer|key|number|thing)
    (?:pressed|hit|clicked|tapped|typed|put|chose|picked|said) the wrong|misclick|fat fingers|typo
    that(?:'s| was|s) (?:wrong|a mistake|a typo|not what i (?:meant|said)|meant to be)
    that (?:wasn't|isn't) what i (?:meant|said|wanted)
    ^(?:actually|sorry|no wait|wait|oops|hang on|hmm)[, ]+(?:no[, ]+)?(?:the other|i meant|make (?:it|that)|change|not that|scrap|
        ignore|let me|can i change|can we go back|go back|put)
    (?:redo|re-do|start over) my|scrap (?:that|it)|ignore (?:that|my last|what i)|(?:previous|last) question
    can i (?:change|edit|go back|redo|correct)
    (?:want|like|need) to (?:change|edit|redo|go back and|correct) (?:that|it|my|what i)
    go back (?:to (?:the|my) (?:last|previous|first|question|wish|start|beginning|one)|a (?:bit|step)|please|one)|take that back
    start (?:this )?(?:over|from the beginning)
    but (?:i )?meant(?! to\b| well\b| so much| for\b)
    """
)
PARTLY = phrases(
    r"""
    so far|half ?way|half of (?:it|them)|partly|partially|in part|nearly (?:there|done|finished)|almost (?:there|done|finished)
    getting there|still working on (?:it|that|this)|still going|in progress|work in progress|ongoing|working on it|making progress
    made (?:a |some )?(?:start|progress)|making (?:a )?headway
    (?:it's |it is |its |it was |going |been going |all )(?:going )(?:ok|okay|well|slowly|fine|alright|grand|good|great|not bad|
        so so|badly|better)
    going (?:ok|well|slowly|fine|alright|grand|not bad)(?:$|[, ])
    (?:did|done|managed|got|took|had|completed|finished)(?: about| only| just| at least| like| i think)? (?:\d+|one|two|three|
        four|five|six|half|some|a few|a couple|most|bits)(?: \w+)? (?:out )?(?:of|so far|times?|breaks?|days?|shifts?)
    (?:did|done|managed|got) (?:it )?(?:once|twice|a bit|some|half|a few times|most (?:days|of it)|sometimes|a couple of times|
        \d times|kind of|sort of|partly)
    (?:started|begun|began) (?:it|but|on it|my|the|and)|not (?:finished|fully|quite (?:there|done|finished))|not quite yet
    some (?:days|of it|progress)|hit and miss|mixed (?:bag|week|results)|on (?:some|most) days|bit by bit|slowly but
    here and there|up and down
    ^(?:kind|sort) of\b.{1,12}\b(?:went|did|got|managed|took|started|tried)|but only (?:for|once|twice|a|one)|headway
    ^(?:that's )?(?:one|two|three|four|\d) down\b
    (?:one|two|three|four|\d) to go
    """
)
DONE = opening(
    r"""
    (?:(?:yes|yeah|yep|yay|hi|hey|guess what|update|so|well|ok|just|finally|woohoo|wahey|omg|and|whoop|
        hooray)[,.! ]+)*(?:i(?:'ve| have)? |ive |we )?(?:finally |actually |just |already |only went and |only |went and |totally |
        fully |bloody |even )*(?:did|done|managed|nailed|smashed|aced|cracked|achieved|completed|finished|sorted|accomplished|
        ticked) (?:it|that|this|mine|all|them|all of (?:it|them)|both|the lot)(?:$|[,.! ](?!(?:once|twice|partly|half|some|a bit|
        kind of|sort of|when|because|so far|but not|yet)\b).*)
    (?:(?:yes|yeah|yep|yay|update|so|well|ok|just|finally|woohoo|omg)[,.! ]+)*(?:all |it's |it is |thats |that's |its |all is |
        is |and )*(?:done|completed?|finished|sorted|ticked off|smashed it|nailed it|mission accomplished|job done|success|achieved|
        in the bag)(?: (?:and dusted|today|yesterday|now|it|this morning|last night|tonight|that|thanks|finally|all of it|already|
        for (?:today|this week)|on \w+day|this week))*[.! ]*$
    (?:(?:yes|yeah|yay|update|so|well|ok|finally|guess what|hi|hey)[,.! ]+)*(?:i(?:'ve| have)? |ive )(?:finally |actually |just |
        already |even |now )*(?:took|taken|had|did|done|finished|completed|submitted|sent|passed|booked|handed in|signed off|managed|
        wrote|written|attended|emailed|asked|spoke|spoken|met|left|used|read|made|kept|stuck to|got)(?: off| in| up| to| with)? (?:my|
        the|it|all my|every|on time|her|him|them|up in|that)\b(?: \w+){0,3}?(?:!+| (?:today|yesterday|this (?:week|morning|afternoon|
        shift)|last (?:night|shift|week)|on \w+day|as planned|every (?:shift|day)|both days|again|sent it off|now|and it)\b|$).*
    (?:(?:yes|yeah|yay|update|so|well|ok|finally)[,.! ]+)*(?:finished|completed|submitted|passed|sent|took|did|booked|handed in|
        emailed|rang|phoned|wrote up|signed up for|ticked off)(?: off)? (?:my|the|all my|both)(?: [\w-]+){1,5}[.!:)( ]*(?:,.*)?$
    """
)
MISSED = phrases(
    r"""
    (?:didn't|did not|hasn't|has not|haven't|have not|never|couldn't|could not|wasn't able to|
        weren't able to) (?:\w+ )?(?:happen(?:ed)?|do (?:it|that|any|my|the|this)|done (?:it|that|any|my|this)|
        manage(?:d)?(?: it| to| my| any| the|$)|get round|got round|get (?:to it|a chance|the chance|it done|my|time to do)|
        got (?:to it|a chance|it done|my)|work out|worked out|stick to|stuck to|finish (?:it|that)|make it|made it|take (?:it|
        my break|my)|took my|start(?:ed)? (?:it|yet)|tried)
    (?:^|[,.] |no |sorry )(?:i )?(?:just |completely |totally |sorry )*forgot(?:$|[,. !]+$| (?:to do it|about it|all about|again|
        it|my|completely|sorry|this week|today))
    i forgot$
    ^(?:no |nope |well |sorry |afraid |er )*not (?:done|yet|this (?:week|time)|happened|managed|achieved|started)(?:$|
        [,. !].{0,60}$)
    missed (?:it|my (?:break|plan|target|goal|deadline)|that|this|them)(?: again| today)?
    failed(?: at it| again| it| to do it| miserably)?(?:$|[,.!]| this week)|no (?:chance|joy|luck)(?:$|[,. !])
    slipped (?:up|my mind)|fell (?:off the wagon|by the wayside)|it fell through|got derailed|ran out of time|never happened
    no progress|chickened out|bottled it|wimped out|backed out|gave up(?: on it)?$
    (?:didn't|never|couldn't) (?:get|got) to (?:take|do|have|go|it|finish)|couldn't face it
    (?:ward|shift|it|day|week|clinic|we) (?:was|were) (?:just |far |way )?too (?:busy|mad|mental|hectic|short)|haven't yet
    didn't yet|hasn't happened|not a chance
    """
)
WOOP = phrases(
    r"""
    woop(?:ing|s)?|wish[, ]+(?:and |then )?(?:outcome|obstacle)|the (?:wish|obstacle) (?:thing|one|exercise|method)
    pictur(?:e|ing) (?:what (?:i|you) (?:want|wish)|it and)|mental contrasting|if[- ]then (?:plan|thing|one)
    what i want and what gets in the way
    """
)
SMART = phrases(
    r"""
    smart (?:goals?|targets?|objectives?|thing|one|exercise|method|way|plan|flow)
    (?:make|do|set|start|try|use|goal) (?:it |this |that |a |the |my )*(?:goal |target |more )?smart(?! casual)|clear goal
    goal step[- ]by[- ]step|step[- ]by[- ]step goal|specific,? measurable
    """
)
SET_GOAL = phrases(
    r"""
    (?:set|make|create|start|add|choose|pick|do|have|write|need|want|sort out|get|begin|plan|think of|work out|come up with|
        discuss|talk about|look at|try)(?: up| me| myself)? (?:a |an |another |my |some |new |a new |one |
        about )*(?:\w+ )?goals?(?! (?:was|is|of leaving|of taking|to))
    new goal|goal[- ]setting|another goal
    (?:want|like|need|love|help|ready|keen)(?: me)? to (?:work on|change|improve|focus on|achieve|get better at) (?:something|
        a few things|some things)
    help me (?:with|set|find|choose|pick)(?: \w+)? (?:goals?|target)
    (?:set|setting)(?: myself| me)? (?:a |some |another )?(?:new )?(?:targets?|goals?)|want a goal
    """
)
REFLECT = phrases(
    r"""
    (?:want|like|need|can|could|help|let|do|write|have|try|time|space|chance|love|may|start|add|prompt|shall|going|would|
        it'd)(?: \w+){0,5} (?:reflect|reflection|reflective (?:account|practice|piece)|think (?:it |this |something |things |
        that )?through|think (?:out loud|aloud)|talk (?:it|this|something|things) (?:through|over)|talk about (?:what happened|
        something that happened|my (?:shift|day|week))|look back|get something off my chest|debrief(?: about| on| from|$)|
        make sense of|process (?:what|something|it)|unpack)
    ^reflect(?:ion|ing|ions)?(?:$| (?:on|about|please|time)\b)
    think (?:it |this |something |things )?through (?:what|with you|something)
    look back (?:on|at|over) (?:my|the|last|this|yesterday|what|a)
    """
)
NETWORK = phrases(
    r"""
    (?:find|get|need|want|looking for|look for|have) (?:me |myself )?(?:a |an |some )?(?:mentors?|role models?|sponsors?|
        peer support)
    who (?:could|can|should|might|else) (?:i|could i|can i|i could)? ?(?:learn|ask|reach out|connect|turn|contact)
    (?:my|personal|learning|professional) (?:learning )?network|map (?:out )?my|networking
    build (?:a|my|up my) (?:network|connections|contacts)|make (?:more )?(?:connections|contacts)
    people (?:to|i (?:can|could)) learn from|(?:how (?:do|can) i|want to|like to) meet (?:new |more |other )?people
    don't know any(?:one|body) in|my contacts|connect with (?:other|people|others)
    meet (?:other )?people (?:in|from) (?:other|my field)
    (?:get to know|meet|connect with|talk to|learn from) (?:\w+ ){0,2}?people (?:outside|in other|from other|beyond|elsewhere)
    who (?:\w+ ){0,4}(?:could|can|might) (?:teach|show|mentor|introduce) me
    """
)
ASK_GOALS = phrases(
    r"""
    what(?:'s| is| was| were| are| am|'re) (?:i (?:working on|doing this|aiming|supposed to be (?:doing|working)|
        meant to be (?:doing|working))|my (?:\w+ )?(?:goals?|plan|wish|aim|if[- ]then|targets?|next step|action|actions)|the (?:goal|
        plan) i)
    (?:show|see|list|tell|give|read|send)(?: me| back)?(?: all)?(?: of)? my (?:\w+ )?(?:goals?|plans?|wish|targets?|progress)
    remind me (?:again )?(?:what|of my|which)|what my (?:goals?|plan|wish) (?:was|is|were|are)
    where (?:had|did|was|have|were|am) (?:i|we) (?:got|get|leave|left|up|with|at)
    what did (?:i|we) (?:say|set|decide|plan|agree|pick|choose|write)|(?:my|current) goals?$
    how (?:am i|are my goals) (?:doing|going|getting on)|what goals|what(?:'s| is) on my (?:list|plan)
    which (?:goal|plan|wish)
    """
)
ABOUT = phrases(
    r"""
    who (?:are|r) (?:you|u|ya)|who (?:made|built|created|runs|owns|wrote|programmed|designed) (?:this|you|it|u)
    who(?:'s| is| can| else| will| gets to)? ?(?:is |can |could |will |else |be )*(?:read|see|reads|sees|reading|seeing|access|
        look at|behind|watching)
    what are you|what (?:is|'s) (?:coachbot|this bot|your name)|what's your name
    are (?:you|u) (?:a |an |the |really |actually |even )*(?:real|human|ai|robot|bot|person|machine|computer|chatbot|chatgpt|
        alive|automated|coach|counsellor|therapist|doctor|nurse)
    am i (?:talking|speaking|chatting) (?:to|with)
    (?:is|are|does) (?:any ?one|any ?body|someone|somebody|people)(?: else| really| actually)? (?:read|see|watch|monitor)\w*
    what happens to what i|tell me if you(?:'re| are)|if you(?:'re| are) (?:a |an )?(?:real|human|bot|robot|ai)
    is (?:this|it|what i \w+|our chat|our conversation|anything i \w+|everything i \w+|that) (?:all |really |completely |
        actually |totally )*(?:confidential|private|anonymous|safe|secure|an ai|a bot|ai|a real|automated|recorded|monitored|legit|
        chatgpt)
    (?:confidential|anonymous|confidentiality|privacy)(?: policy)?$
    (?:will|can|does|could|would|do|might|is|are) (?:my |the |any|some|other|you tell my |you tell )*(?:manager|boss|employer|
        trust|one|body|ward manager|hr|people|they|matron|line manager|nmc|gmc|colleagues|team|others|supervisor|consultant|
        managers)(?: (?:be able to|going to|else|able to|ever))* (?:see|read|know|find out|access|get|told|look|hear|seeing|reading)
    how (?:do|does) (?:you|this bot|this thing|the bot|coachbot) work
    do you (?:share|tell|report|pass|use ai|save what|keep what|record|store)
    where (?:does|is) (?:my|this|the) (?:data|info|information) (?:go|stored|kept)|are you chatgpt
    what (?:do you do|can you tell me about yourself)
    is (?:this|it|that|any of this) (?:going|sent|passed|shared|visible|shown|reported|given|fed back|getting back) (?:on |
        back )?(?:to|with)
    """
)
HELP = phrases(
    r"""
    ^(?:please )?help(?: me)?(?: out)?(?:$| please| with this)|what (?:else )?can (?:you|u|i) do
    what (?:\w+ ){0,3}(?:can|could) you (?:help|do)|what am i (?:meant|supposed) to (?:do|say|write)
    no (?:idea|clue) what (?:you're|you are|you|this|i'm|to)|how (?:does|do) (?:this|it|i use|i work|things) (?:work|this)?
    how do i (?:use|do) (?:this|it)
    i'?m (?:a bit |so |totally |completely )?(?:lost|confused|stuck)(?: here| now)?(?:$|[,.! ]+(?:help|what|can|sorry|here|now))
    what (?:are|r) (?:my|the) options
    (?:don't|do not|can't|didn't|not) (?:really |quite |even )?(?:understand|get|follow|know)(?: (?:it|this|that|you|the question|
        what (?:to do|you mean|you want|this (?:is|means)|i'?m (?:supposed|meant) to)|how (?:this|it) works|what you're asking|
        how to use this|your question|what's going on|what i do))*(?: (?:here|now|sorry|please|next|at all))*[.!?]*$
    what (?:do|should|can|am) i (?:do|supposed to do|meant to do|say|write|type|put)(?: here| now| next)?(?:$|[?.!])|what now
    instructions|what(?:'s| is) this(?: (?:for|about|all about))?[?!.]*$|explain (?:please|that|this|again|it|the question|what)
    what (?:do you|does that|does this|d'you|did you|does it) mean
    not sure what (?:to do|you mean|you want|you're asking|this means|to say)
    can you (?:explain|give me an example|rephrase|repeat|say that again)|say (?:that|it) again|for example$|give me an example
    such as$|like what|need (?:some |a bit of )?help (?:with (?:this|the)|here|please|understanding)
    """
)
RESUME = phrases(
    r"""
    (?:i'm|im|i am) back\b|unpause|^resume|pick up where (?:we|i)|carry on (?:where|from|now|with (?:this|it|the)|please|then)
    start (?:messaging|texting|contacting|sending|reminding|nudging)(?: me)?|(?:message|text|remind|nudge|contact) me again$
    opt (?:me )?back in|(?:want|like|ready) to (?:resume|restart|carry on|continue|come back|rejoin|start again|pick)
    start (?:it |this |me |the coaching |everything )?(?:up )?again$
    (?:turn|switch|put) (?:it|them|reminders|messages|nudges|the \w+|my \w+) back on|re-?join|let's (?:carry on|continue|resume)
    switch (?:it|them) back on|where were we
    ready to (?:get going|go|start|restart|begin|crack on)(?: again)?[.! ]*$
    (?:turn|switch) me back on
    """
)
UNSURE = opening(
    r"""
    (?:(?:um+|er+m?|hmm+|well|oh|so|ok|honestly|tbh|sorry|i mean|like|gosh|ooh|ah)[,.! ]+)*(?:i )?(?:really |still |honestly |
        just |genuinely |actually )*(?:don't know|dunno|do not know|don't really know|not sure|am not sure|'m not sure|unsure|
        undecided|maybe|perhaps|possibly|idk|no idea|no clue|have no idea|haven't a (?:clue|notion)|haven't decided|hard to say|
        can't decide|can't say|couldn't say|couldn't tell you|it depends|depends|might do|might be(?:,? not (?:certain|sure))?|might|
        could be|who knows|50/50|on the fence|can't think|can't think of (?:anything|one|any)|difficult to say|not a clue|
        maybe,? maybe not|maybe yes,? maybe no|(?:could|might) be either|yes and no|hard to tell|hmm+|guess so|suppose so|suppose|
        kind of|sort of|ish|not certain|not 100% sure|mixed|couldn't decide|never thought about it|need to think(?: about (?:it|that|
        this))?|let me think|i'll have to think(?: about it)?)(?: (?:really|tbh|yet|to be honest|if i'?m honest|at all|sorry|
        about (?:it|that|this)|right now|at the moment|honestly|anymore|maybe|perhaps|what to (?:say|put|pick|choose)|which|either|
        though|mate|now|lol|so|myself|for sure|i'd say|possibly|one|just yet|exactly|to tell you the truth))*[.!?, ]*$
    i'm (?:really |still |just |honestly )*(?:not sure|unsure|undecided|not certain|torn|in two minds|on the fence)(?: (?:really|
        tbh|yet|about (?:it|that|this)|right now|at the moment|what to (?:say|put|pick|choose)|sorry|at all))*[.!?, ]*$
    """
)
SKIP = phrases(
    r"""
    ^(?:can|could|may|let's|please|i'd like to|i'd rather|i'll|i will|just|rather|prefer to|we|i|ok|sorry|want to| )*(?:skip|
        pass on|miss|leave|ignore)(?: out)? (?:this|it|that|the|over)(?: (?:one|question|bit|step|part|out|blank|for now|
        please))*[.!?]*$
    next (?:question|one)(?: please)?|(?:rather|prefer) not (?:to )?(?:say|answer|share|talk about|discuss|go into)
    (?:don't|do not) (?:want|wish|feel like|fancy|care) (?:to )?(?:answer|say|answering|share|talk about (?:it|this|that)|go into|
        discuss)
    no comment|can we move on|let's move on|^move on|too personal|none of your business
    not (?:answering|comfortable (?:answering|sharing|saying))|(?:i'll|i will|i'd) pass
    ^pass\b(?=$|[,.!]| (?:on|please|thanks|this))
    (?:prefer|rather|like) to skip
    """
)
THANK = opening(
    r"""
    (?:(?:ok|okay|oh|ah|great|brill|brilliant|lovely|perfect|aw+|that's (?:great|lovely|brilliant|helpful)|cool|yes|super|grand|
        right|good)[,.! ]+)*(?:thanks|thank (?:you|u|ye|yous)|thankyou|ty|ta|cheers|much appreciated|many thanks|thanx|
        (?:i )?(?:really )?appreciate (?:it|that|your|this|you)|tysm|you're (?:a star|great|the best|very kind|a legend|so helpful)|
        ur a star|that(?: was| is|'s) (?:really |so |very |actually |super )*(?:helpful|useful|great|kind|lovely)|
        that (?:really )?helped|so helpful|(?:you've|you have) been (?:a |such a |so |very |really )*(?:big |great |huge |massive |
        good )?(?:help|helpful|kind|useful|star|great)|god bless)(?! (?:to|from|one|each|my|our|the (?:team|staff|nurses|students|
        patients))\b)
    """
)
BYE = opening(
    r"""
    (?:(?:ok|okay|right|well|thanks|thank you|cheers|great|lovely|anyway|ta|cool|alright|yes)[,.! ]+)*(?:bye|goodbye|good ?night|
        see (?:you|ya|u)|ttyl|night night|night(?=$|[,.!])|talk (?:soon|to you (?:soon|later)|later)|that(?:'s| is|s) (?:all|it|
        enough|me(?: done)?)(?: (?:for|thanks|now|from me).*)?$|catch (?:you|ya) later|cya|take care|speak soon|laters|tara|cheerio|
        i'm off(?: now| to bed)?$|have a (?:good|nice|lovely|great)|signing off|that'll do (?:me )?(?:for )?(?:now|today|tonight)|
        (?:speak|talk|chat) (?:tomorrow|next week|again soon)(?: then)?[.! ]*$|i'm away|i must say goodbye|until (?:next time|
        tomorrow)|done for (?:today|now|tonight)|i'm done(?: for (?:today|now|tonight))?$|gotta go bye)(?! (?:in mind|about|that|how|
        what|the|a|my|patients|shifts?|of)\b)
    """
)
GREETING = words(
    """
    hi hello hey hiya heya morning afternoon evening good day howdy yo there coach coachbot bot x xx again all everyone how are
    you to u ya today hallo hullo greetings mornin namaste salaam how's it going things whats what's up sup doing hope you're well
    me here back is this my friend mate the craic alright from hun lovely and a very happy monday friday
    """
)
GREETS = words("hi hello hey hiya heya morning afternoon evening howdy yo hallo hullo greetings mornin namaste salaam sup alright day")
YES = opening(
    r"""
    (?:(?:oh|ah|um+|er+m?|well|hmm+|haha|lol|ok|okay)[,.! ]+)*(?:(?:yes|yeah|yep|yup|yea|aye|yh|correct)(?! (?:would|to|people|
        and no|man|men|when|means))|(?:absolutely|definitely|certainly|of course)(?! not)|exactly|you got it|affirmative|
        sure(?! start)|go on(?: then)?|sounds (?:good|great|right|fine|perfect|about right)|(?:that's|thats|that is) (?:right|correct|
        it|fine|perfect|great|good|grand|lovely|ok|okay|cool|class|the one|spot on)|spot on|i'd (?:like|love) that|that (?:works|
        would be (?:good|great|lovely|helpful))|please do|happy with that|looks (?:good|right|great)|ok(?:ay)?(?=$|[.! ,]+(?:thanks|
        then|great|let's|sure|cool|fine|that's|yes|go)\b)|100%|👍|perfect|fair enough|i agree|agreed|let's (?:do|go|try) (?:it|that|
        for it)|let's go|go ahead|i (?:do|did|am|will|would|have)(?=$|[.!])|i pictured it|no problem)(?=$|[^\w'])
    """
)
NO = opening(
    r"""
    (?:(?:oh|ah|um+|er+m?|well|hmm+|haha|lol|actually|sorry)[,.! ]+)*(?:no(?=$|[,.!;?]| (?:thanks|thank|that|that's|thats|it's|it|
        it isn't|i|i'm|i'd|i don't|i haven't|not|way|sorry|don't|never|you|ta|please|they|we|he|she|need|but|nothing like|the other|
        can't|there|just|this|what)\b)|nope|nah|naw|(?:absolutely|definitely|certainly|of course|probably|maybe|i think|
        hopefully) not|not true|(?:that's|it's|that is|it is) (?:not true|a no|false)|not really|not at all|(?:i )?don't think so|
        (?:i )?do not think so|(?:that's|thats|that is|it's) (?:not (?:right|it|true|quite right|what i)|wrong|incorrect)|not quite|
        no way|incorrect|i'd rather not|i disagree|i (?:don't|haven't|wouldn't|won't|didn't|couldn't|am not|can't)(?=$|[.!])|
        not (?:for me|interested|keen|that one|exactly)|wrong|never mind)(?=$|[^\w'])
    """
)
OUT = phrases(
    r"""
    (?:write|do|finish|fill in|complete) my (?:essay|assignment|homework|timesheet|cv|dissertation|appraisal form|reference|notes|
        rota|mandatory training) (?:for me|please)
    (?:can|could|will) you (?:do|write|fill in|fill out|book|order|cook|drive|sing|play|sort|check|translate|find|
        give me (?:a )?(?:recipe|joke|discount|money|lift)|tell me a|call|ring|lend|buy|fix)(?! me a goal| this with)(?: \w+)+
    play (?:some |me |a )*(?:music|song|game)|tell me a (?:joke|story)|what's the (?:weather|capital|score|time|date)
    book (?:me )?a (?:taxi|table|flight|holiday|room)
    """
)
CHECK_IN = phrases(r"""
    how did it go|how has it gone|how's it going|how have you got on|how did you get on|how far have you got
    did you (?:do|manage|get|take|try)|partly, not yet|you planned
    """)
SOON = phrases(
    r"""
    ^(?:sorry |ok |maybe |can we do it |)(?:after|at the end of) (?:my|this|the) (?:shift|break|nights?|lunch|
        tea)(?: please| thanks| sorry| maybe)?[.! ]*$
    at the weekend(?: please)?$
    """
)
LATER = re.compile(r"[,-] ?later(?: please| ok)?[.! ]*$")
