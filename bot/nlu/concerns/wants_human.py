"""Asks for a person."""

from __future__ import annotations

from bot.nlu.concerns.family import Family

FAMILIES = (
    Family(
        "wants_human",
        r"""
        (?:talk|speak|chat|talking|speaking|chatting|spoke|discuss|conversation|torking)(?: (?:this|it|things))? (?:to|with|
            over with)(?: (?:a|an|some|the|my|your|one|real|actual|proper|live|human|living|any|of|senior|other|nice|another|qualified|
            trained|breathing|actual))* (?:person|human|humans|human being|coach|someone|somebody|body|people|one|anyone|anybody|
            counsellor|advisor|mentor|staff|member of (?:staff|the team)|supervisor|agent|adult|admin|of your humans|persun|
            coatch)(?! (?:about (?:my|the) (?:rota|shift)|at work|on (?:the|my) ward|in (?:pharmacy|my team)|yesterday|(?:more|
            on) (?:confident|rounds)))(?<!with people)(?<!to people)(?<!with staff)(?<!to my coach)(?<!to my mentor)
        (?:real|actual|proper|live|living|breathing|human|flesh and blood) (?:person|human|people|coach|being|bean|staff|someone|voice|
            body|madam|humans?|life person)(?! (?:or|to cover|resources|factors))
        (?:is|are|would|any chance|does|can|could|will) (?:there |that )?(?:be )?(?:a |an |any |any of )?(?:one|body|person|human|people|
            anyone|anybody|somebody|someone|coach|actual human|humans)(?: \w+)? (?:there|here|i can (?:talk|speak|ring|call|message)|
            about|available|on the (?:other )?(?:end|line)|behind|alive|at all|to talk to|ring me|call me|phone me|give me|living|around|
            i could)
        anybody about|anyone there|person dey there
        (?:want|need|like|get|give|prefer|find|have|fetch|send|connect|transfer|put|pass|rather|see|ask for|asking for|request)(?: (?:me|
            to|with|a|an|the|some|through|on|over|up|my|another|have|hand|back|in touch with))* (?:human|person|coach|real one|agent|
            operator|somebody real|someone real|human being|hewman|humon|actual \w+)(?=[.,!?]|$| (?:please|pls|not|now|instead|for|to|
            rather|on|number|who|that|na|lang|tbh|lol|po|being|bean|in|back)\b)(?! (?:to cover|being to cover|who covers|resources|
            factors))
        (?:not|don't want|rather not|no|sick of|stop with|without|instead of|than|tired of)(?: [\w']+){0,6} (?:a |an |the |this |to a |
            with a |to the )?(?:robot|machine|chatbot|computer|bot|automated (?:reply|message)|automatic reply|app)(?=.*\b(?:talk|person|
            human|someone|somebody|speak|who|can|phone|call|say|type|want|coach|prefer)\b)
        put me (?:through|in touch|onto)
        (?:call|ring|phone|shout|buzz)(?: me)? (?:back|from (?:a|someone)|me)(?=.*\b(?:someone|somebody|coach|person|can|could|please|
            after|tomorrow)\b)
        who do i (?:talk|speak) to(?=[.,!?]|$| (?:if|instead|here|when))
        (?:book|slot|fit) me in with|do you (?:lot )?do drop ins|you got a number
        ^(?:agent|human|person|operator|a person|a human|real person|human please|coach)(?: please| pls)?[.!?]*$
        person number|your oga|member of the team|talking to (?:somebody|someone)|only (?:with|to) a (?:person|human)
        telephonic discussion|no more buttons
        """,
    ),
)  # fmt: skip
