"""Asks the bot for medical, dosing, legal or employment advice."""

from __future__ import annotations

from bot.nlu.concerns.family import Family

FAMILIES = (
    Family(
        "clinical_question",
        r"""
        (?:what|what's|whats|wots|which|how much|how many|anyone know|remind me|tell me|is the|confirm)(?: [\w']+){0,8} (?:dose|dosage|
            max(?:imum)?|starting dose|antidote|reversal|reversal agent|conversion|infusion rate|half[- ]life|loading dose|first line|
            normal range|mg|mcg|units|antibiotics?|target inr|contraindicat\w+|therapeutic range)(?! (?:of (?:luck|reality|coffee)|you))
        (?:can|could|should|do|shall|is it (?:ok|safe|okay|alright) to|may|would you|safe to|ok to) (?:i|we|you|he|she|they|my|
            the)? ?(?:still |also |just |safely )?(?:give|take|mix|crush|stop|start|continue|prescribe|dilute|run|restart|switch|hold|
            withhold|combine|double|repeat|add|use|inject|transfuse|thrombolyse|catheterise|extubate|
            anticoagulate)(?: [\w'-]+){0,8} (?:mg|with|together|tablets?|antibiotics?|paracetamol|ibuprofen|insulin|warfarin|heparin|
            morphine|dose|in (?:pregnan\w+|renal|parkinson\w*|labour|a|an|neonates?)|while|iv|im|after|before|when|potassium|steroids?|
            metformin|statins?|nsaids?|blood|fluids?|it|this|them|contrast|oxygen|anticoag\w*|clexane|\w+(?:mab|ine|ole|ol|cin|cillin|
            pril|statin|azole|amide|zepam|pam|tinib))(?=[?.,!]|$| )(?!.*\b(?:feedback|break|meeting|breaks|goal|reminder|mentor)\b)
        (?:is|are|does|do|could|would) (?:this|that|it|my|his|her|these|the|a|an|\d)(?: [\w'.%]+){0,8} (?:infected|broken|fractured|
            normal|a stemi|stemi|serious|cancer\w*|sepsis|septic|dvt|a clot|contagious|shingles|cellulitis|pneumonia|the statin|
            be the (?:statin|tablets?)|too (?:high|low)|dangerous|side effect|an allergy|concussion|safe in pregnan\w+)(?=[?.,!]|$| (?:or|
            with|in|if|at)\b)(?!.*\b(?:to (?:feel|cry|be)|feeling)\b)
        (?:what|which)(?: \w+)? (?:drug|antibiotic|medicine|tablet|cream|painkiller|bloods?|test|scan) (?:should|do|can|would|is|for)
        (?:my|his|her|the|pt|patient'?s?|baby)(?: [\w'/.]+){0,10} (?:what (?:should|do|would) (?:i|we|you) (?:do|give|take|start|use)|
            what would you (?:give|do|advise)|do i (?:need|ice|call|send)|bin or use|how much|which tablet|drops or|antibiotics\?|
            fluids or|send them in|normal\?|worried\?)
        (?:rash|lump|mole|tooth|toothache|thumb|ankle|back|ear|eye|stoma|calf|chest pain|palpitations|cough|
            migraine)(?: [\w',]+){0,14}(?:\?| what (?:can|should|do) i| should i| do i| is it)
        (?:can|could|will|are|is|do|does|am|how|should)(?: (?:they|my (?:manager|boss|employer|trust)|the (?:trust|home|agency|company)|i|
            it|we|you|a student nurse|a&e staff|long))+(?: (?:legally|allowed to|just|be|obliged to|entitled to|able to|
            legal to))* (?:sack|fire|dismiss|deduct|force|discipline|sue|sued|make me|change my (?:shift|contract|hours)|refuse my|
            cancel my (?:visa|leave)|entitled|obliged|legal|covered|liable|redundan\w+|report me|disclose|take me to|strike)(?=.*\?|
            .*\b(?:for|me|my|without|legally|notice|sick|contract|law|leave|shift|visa|gmc|nmc|pin|the)\b)
        (?:is it|is that|is this) (?:legal|lawful|against the law|illegal|constructive dismissal|discrimination in law)
        (?:employment|maternity|contract|visa|immigration|pension) (?:law|rights|rules)(?=.*\?|.*\b(?:know|anything|explain)\b)
        my (?:legal )?rights
        notice (?:pay|period)(?=.*\b(?:valid|legal\w*|can they|do i|have to)\b)
        (?:acas|tribunal|solicitor)\?|legally (?:valid|binding|sign|have to|required)
        """,
    ),
)  # fmt: skip
