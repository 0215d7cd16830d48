"""Everyday ways of saying each global word, as whole messages without capitals, stops and apostrophes."""

from __future__ import annotations

WAYS = {
    "back": """
        back | go back | back one | go back one | back a step | go back a step | previous | previous question | undo | one back |
        last question | back up | take me back | step back | back again
    """,
    "skip": """
        skip | skip this | skip it | skip that | skip this one | skip question | skip this question | pass | pass on this |
        pass on this one | next | next question | next one | move on | rather not say | id rather not say | id rather not |
        prefer not to say | prefer not to answer | i prefer not to say | i would rather not say | rather not answer |
        id rather not answer | we skip | we skip this | we skip this one | we move on | no comment | na | n a | leave it blank | skp |
        ksip | dont want to answer | i dont want to answer | i dont want to answer that | i dont want to say | no answer | i skip this |
        skip please
    """,
    "change": """
        change | change my answer | change answer | change answers | change that answer | change this answer | change my last answer |
        change it | change that | edit | edit my answer | edit that
        | change my mind | i changed my mind | i want to change my answer | id like to change my answer | change what i said |
        change something | correct that | correct my answer | amend | amend my answer | redo | i change my answer | i change that |
        i change it | i edit that
    """,
    "why": """
        why | why do you ask | why are you asking | why are you asking me that | why are you asking me this | why are you asking that |
        why are you asking this | why do you want to know | why ask | why that | why this | why is that | why do you need to know |
        why do you need that | whats this for | what is this for | why the question | why do you ask that | why do you ask me that |
        why do you ask this | why do you want that | why does that matter | why this question
    """,
    "pause": """
        pause | we pause | pause this | pause it | pause please | pause for now | pause here | take a break from this | we take a break
        | hold on | have a break | pause everything | we stop here for now | i pause | pause coaching | puase | on hold |
        put this on hold | cancel | cancel this
    """,
    "later": """
        later | remind me later | not now | not right now | maybe later | later on | do it later | do this later | ask me later |
        we do this later | we do it later | another time | some other time | come back later | not just now | not at the moment |
        not today | not yet later | snooze | ill do it later | ill do this later | bit later | in a bit | speak later | we talk later |
        try me later | not this minute | not a good time | bad time | ask again later | later today | tomorrow instead
    """,
    "help": """
        help | help me | what can you do | what can i do here | what can i say | commands | how does this work | how do i use this |
        how does it work | i need help | need help | i need some help | hlep | hepl | hlp | halp | im lost | i am lost | instructions |
        what now | what do i do | what do i do now | instructions please
    """,
    "help_now": """
        help now | helpnow | help me now | need help right now | i need help now please | sos | i need help now | need help now |
        emergency | i need urgent help | urgent help | urgent |
        help urgently | crisis | crisis line | crisis lines | im in crisis | i am in crisis | mayday | need help urgently | help asap |
        i need help urgently | i need help right now | help right now | this is an emergency | its an emergency | helpline | help lines
        | helplines | emergency help | who can i call | who can i call now | samaritans | i need help asap | help me please now |
        get me help | get me help now | 911 | 999 | 112
    """,
    "human": """
        human | a human | real person | a real person | coach | a coach | talk to a human | talk to a person | talk to a real person |
        talk to someone | talk to somebody | talk to a coach | talk to my coach | talk to human | speak to a human | speak to a person |
        speak to a real person | speak to someone | speak to somebody | speak to a coach | speak to my coach | chat to a person |
        chat to a coach | chat to someone | chat with someone | i talk to someone | i talk to a person | i talk to a human |
        i talk to a real person | i talk to a coach | i talk to somebody | i speak to someone | i speak to a person | i speak to a human
        | i speak to a real person | i speak to a coach | i speak to somebody | human please | i want a human | i want a person |
        i want to talk to someone | i want to talk to a person | i want to talk to a human | i want to talk to a real person |
        i want to talk to a coach | i want to speak to someone | i want to speak to a person | i want to speak to a human |
        i want to speak to a real person | i want to speak to a coach | i need to talk to someone | i need to speak to someone |
        i need someone to talk to | id like to talk to someone | id like to speak to someone | id like to talk to a person |
        id like to speak to a coach | id like to talk to a coach | get me a human | get me a person | get me a coach | is there a human
        | is there a real person | is there a person | is there an actual coach | is there a coach | is there someone i can talk to |
        is there anyone i can talk to | put me through | put me through to someone | put me through to a coach |
        put me through to a person | talk with a person | speak with someone | speak with a coach | talk with someone |
        i would like to talk to someone | i would like to speak to someone | someone real | somebody real | i want a coach |
        i need a human | i need a coach | real human | a real human | connect me to a coach | connect me to a human | call me
    """,
    "stop": """
        stop | stop it | stop this | stop now | stop all | stopall | stop everything | stop messaging | stop messaging me | stop texting
        | stop texting me | stop messages | stop sending messages | stop sending me messages | stop contacting me | stop all messages |
        stop these messages | stop the messages | stop bot | unsubscribe | unsubscribe me | opt out | opt me out | opting out |
        i opt out | i want to opt out | i want to stop | i want to unsubscribe | id like to stop | id like to opt out | quit | end |
        end this | withdraw | i withdraw | i want to withdraw | id like to withdraw | take me off | take me off this |
        take me off the list | remove me | leave me alone | no more messages | no more texts | dont contact me | dont contact me again |
        dont message me | dont message me again | dont text me | dont text me again | do not contact me | do not contact me again |
        do not message me | stpo | sotp | stp | stop please | we stop | i stop | stop coaching | we stop this | stop bothering me |
        stop it now | stop this now | stop now | no more | no more please | go away | just go away | piss off | fuck off | bugger off |
        dont talk to me | dont talk to me again | do not talk to me | dont talk to me any more | stop talking to me | leave me be |
        just leave me alone | please leave me alone | no more of this | no more bot | get lost
    """,
    "privacy": """
        privacy | privacy policy | who can read this | who can see this | who reads this | who sees this | is this confidential |
        is it confidential | is this private | confidentiality | confidential | is this anonymous | who can read what i write |
        who can see what i write | who else can read this | who else can see this | can my manager see this | can my manager read this |
        can my boss see this | can my boss read this | does my manager see this | will my manager see this | will my boss see this |
        is this safe | is this secure | is it private | who can see my answers | who can read my answers | can anyone see this |
        can anyone read this | can anyone else see this | can anyone else read this | who will see this | who will read this
    """,
    "my_data": """
        my data | mydata | delete my data | delete all my data | delete my information | delete everything | delete everything about me
        | erase my data | erase everything | export my data | download my data | see my data | show my data | show me my data |
        what do you know about me | what do you hold on me | what data do you have | what data do you hold | what do you have on me |
        a copy of my data | copy of my data | i have a copy of my data | i see my data | forget me | remove my data | i want my data |
        get my data | delete me | send me my data | i want my data deleted | i want to delete my data | what have you got on me |
        what have you stored
    """,
    "complain": """
        complain | complaint | complaints | make a complaint | i want to complain | i want to make a complaint | id like to complain |
        id like to make a complaint | how do i complain | how do i make a complaint | i wish to complain | i make a complaint |
        raise a complaint | i have a complaint | i need to complain | where do i complain | who do i complain to | i complain
    """,
    "resume": """
        resume | carry on | continue | unpause | start again | start messaging me again | im back | i am back |
        pick up where we left off | we carry on | we continue | go on | keep going | restart | opt in | opt back in | resubscribe |
        subscribe | ready to carry on | ready to continue | unstop | where were we | we pick up where we left off | im back we carry on
        | ready now | im ready to carry on | we resume | lets go on | carry on where we left off
    """,
    "goals": """
        goals | my goals | show my goals | show me my goals | goal list | list my goals | what are my goals | whats my goal |
        what is my goal | what was my goal | see my goals | my goal | what was i working on | what am i working on | whats my plan |
        what was my plan | what is my plan | my plan | show my plan | show me my plan | my plans | show goals | i see my goals |
        view my goals
    """,
    "menu": """
        menu | main menu | options | show menu | show options | show me the menu | what are my options | the menu | see the menu |
        show the menu | list options | all options | what else can we do
    """,
    "link": """
        link | link my account | link account | link accounts | link my accounts | link slack | link telegram | connect my accounts |
        link my slack | link my telegram | i link my accounts
    """,
    "leave": """
        leave | log out | logout | log off | sign out | signout | exit | hide | hide this | hide everything | close this | lock |
        lock this | log me out | sign me out | leave this computer
    """,
    "woop": """
        woop | do woop | do a woop | start woop | start a woop | woop please | try woop | we do woop | we do a woop | lets woop | whoop
        | new woop | i do woop | i do a woop | i want to do woop | i want to do a woop | id like to do a woop | id like to do woop |
        we try woop | the wish thing | the wish obstacle thing | wish outcome obstacle plan | woop it | another woop | go with woop |
        ill do woop
    """,
    "smart": """
        smart | smart goal | smart goals | a smart goal | do smart | do a smart goal | start smart | make a smart goal |
        set a smart goal | we do smart | we do a smart goal | i do a smart goal | i set a smart goal | i make a smart goal |
        new smart goal | i want to do smart | i want to set a smart goal | i want to do a smart goal | id like to do smart |
        id like to set a smart goal | id like to make a smart goal | i want to make a smart goal | smart one | the smart one | try smart
        | go with smart | ill do smart | we set a smart goal | we make a smart goal | another smart goal
    """,
    "affirm": """
        yes | y | yeah | yea | ye | yep | yup | yh | yas | yess | ya | aye | ok | okay | k | kk | okey | okay then | ok then | oki |
        okie | sure | sure thing | sure yes | fine | thats fine | fine by me | alright | all right | right | correct | exactly | true |
        agreed | agree | i agree | deal | great | grand | perfect | good | cool | lovely | brilliant | excellent | sounds good | sound |
        sounds great | sounds right | sounds fine | thats right | thats it | thats correct | that is right | that is correct |
        thats the one | spot on | yes thats right | yes it is | yes that is right | yes i am | yes i do | yes i have | yes i did |
        yes i would | yes i will | yes i can | i am | i do | i have | i would | i will | it is | it does | absolutely | definitely |
        of course | certainly | indeed | go on | go on then | go for it | go ahead | do it | happy with that | im happy with that |
        im happy | happy to | id love to | id like that | i would like that | why not | ok yes | yes ok | yes yes | yes of course |
        yes definitely | yes sure | yes go on | yes go ahead | yes id like that | yes i would like that | please do | yes please do |
        100 | 100 percent | hundred percent | affirmative | looks good | looks right | all good | im in | oh yes | oh aye | too right |
        yessir | got it | understood | makes sense | works for me | that works | it works | read it | i read it | done that |
        i pictured it | pictured it | yes i pictured it | ready | im ready | yes ready | thumbs up | mhm | mm hm | uh huh | yis | haan |
        si | very well | by all means | for sure | no problem | no worries | thatll do | that will do | keep it | save it | looks fine |
        good to go
    """,
    "deny": """
        no | n | nope | nah | naw | na thanks | noo | nay | no way | not really | no thanks | no thank you | no ta | no not really |
        i dont | i dont think so | dont think so | i do not | i havent | i wouldnt | i wont | its not | it isnt | it is not |
        thats not right | that is not right | thats wrong | that is wrong | not right | wrong | incorrect | not quite |
        no thats not right | no thats wrong | no it isnt | no it doesnt | no i dont | no i didnt | no i havent | no i wont |
        no i wouldnt | no im not | im not | id rather not do that | disagree | i disagree | false | not at all | nothing like that |
        negative | no need | not for me | im good thanks | im ok thanks | im alright thanks | im fine thanks | no im good | no im ok |
        no im fine | nah im good | nah ta | thumbs down | not that | please dont | no please | no no | no no no | not interested |
        no way jose | nae | never mind | nevermind
    """,
    "greet": """
        hi | hello | hey | hiya | heya | hey there | hi there | hello there | good morning | good afternoon | good evening | good day |
        howdy | yo | hi again | hello again | hey again | hi bot | hello bot | hey bot | hi coach | hello coach | hey coach |
        hi coachbot | hello coachbot | hey coachbot | coachbot | start | hallo | hullo | ello | hi hi | how are you | hi how are you |
        hello how are you | hey how are you | hows it going | whats up | sup | wassup | greetings | good day to you | how do |
        whats the craic | namaste | salaam | kumusta | helo | hii | morning all | hi all | good morning coach | you there |
        are you there | anyone there | hello anyone there | top of the morning
    """,
    "thank": """
        thanks | thank you | thankyou | thx | ty | ta | cheers | many thanks | thanks a lot | thanks so much | thank you so much |
        thank you very much | thanks very much | thanks a million | thanks a mill | much appreciated | appreciate it | i appreciate it |
        tysm | thank u | thanku | tnx | thanx | ok thanks | ok thank you | great thanks | great thank you | lovely thanks |
        lovely thank you | brilliant thanks | perfect thanks | cool thanks | thanks that helped | thank you that helped |
        cheers that helped | that helped | that was helpful | that helps | thanks that helps | very helpful | very helpful thanks |
        thanks for that | thank you for that | thanks for your help | thank you for your help | thanks for listening |
        thank you for listening | ta very much | ta muchly | cheers mate | diolch | salamat | god bless | god bless you | bless you |
        thanks again | thanks coach | thanks bot | nice one | youre a star | legend | brilliant thank you | brilliant cheers |
        brilliant ta | great cheers | great ta | perfect thank you | perfect cheers | perfect ta | cool thank you | cool cheers |
        cool ta | lovely cheers | lovely ta | super thank you | super thanks | super cheers | super ta | grand thank you | grand thanks
        | grand cheers | grand ta | fab thank you | fab thanks | fab cheers | fab ta | amazing thank you | amazing thanks |
        amazing cheers | amazing ta | excellent thank you | excellent thanks | excellent cheers | excellent ta | wonderful thank you |
        wonderful thanks | wonderful cheers | wonderful ta | good thank you | good thanks | good cheers | good ta | nice thank you |
        nice thanks | nice cheers | nice ta
    """,
    "goodbye": """
        bye | goodbye | good bye | bye bye | byebye | bye for now | bye now | see you | see ya | see you later | see you soon |
        see you tomorrow | cya | ttyl | talk later | talk soon | speak soon | talk to you later | talk to you soon | laters |
        catch you later | good night | goodnight | night night | nighty night | nite nite | thats all | thats all for now |
        thats all for today | thats it for now | thats it for today | im done for today | done for today | done for now |
        enough for today | thats enough for today | take care | tara | ta ra | cheerio | farewell | im off | im off now | right im off |
        have a good one | have a good day | have a nice day | slan | peace out | signing off | all done for today
    """,
}
