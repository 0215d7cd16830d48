"""Hasty and dyslexic spelling, mended for matching only: what a person wrote is never corrected where they can see it."""

from __future__ import annotations

import re

_PAIRS = """
abit=a bit ablity=ability abel=able achive=achieve achivement=achievement acheive=achieve agian=again allways=always alot=a lot
allready=already alright=all right anoying=annoying anser=answer answr=answer anxeity=anxiety anixety=anxiety anxous=anxious appart=apart
apprasial=appraisal apraisal=appraisal arent=aren't arguement=argument assesment=assessment askin=asking assertve=assertive
attendence=attendance beacuse=because becasue=because becaus=because becos=because becoz=because becuase=because becuse=because
befor=before bein=being beleive=believe belive=believe beter=better bettr=better braek=break brek=break breck=break brakes=breaks
breifing=briefing breif=brief buisness=business buisy=busy bussy=busy cant=can't cannae=can't calender=calendar
canulate=cannulate canulation=cannulation canulations=cannulations canula=cannula carefull=careful coach's=coach
collegue=colleague colleage=colleague collegues=colleagues colleages=colleagues comming=coming comunicate=communicate
comunication=communication communciate=communicate competancy=competency competance=competence competancies=competencies
concious=conscious confidance=confidence confidense=confidence confidant=confident confidnt=confident confrence=conference
conversaton=conversation cos=because coz=because cuz=because cus=because bc=because couldnt=couldn't couldve=could've
coudl=could cud=could decison=decision definately=definitely definatly=definitely defo=definitely dependant=dependent
delagate=delegate deligate=delegate didnt=didn't didn=didn't dificult=difficult diffcult=difficult disapoint=disappoint
disapointed=disappointed discuse=discuss doccument=document documention=documentation doesnt=doesn't doin=doing dont=don't
donot=don't drnk=drink embarassed=embarrassed embarassment=embarrassment embarased=embarrassed embarrased=embarrassed
enuf=enough enought=enough evry=every evrey=every everyting=everything evning=evening excercise=exercise exersise=exercise
excersise=exercise exept=except exahsted=exhausted exausted=exhausted experiance=experience familys=families familes=families
feedbak=feedback feild=field feelin=feeling finaly=finally finsh=finish finnish=finish focussed=focused focuss=focus
forgeting=forgetting forteen=fourteen fortnite=fortnight freind=friend freinds=friends frustated=frustrated fustrated=frustrated
fustration=frustration gaurd=guard gettin=getting goin=going gonna=going to gona=going to gunna=going to gotta=have to
gratefull=grateful guidence=guidance guity=guilty gilty=guilty guilt=guilt hadnt=hadn't handing=handing handoever=handover
handovr=handover hasnt=hasn't hav=have havin=having havent=haven't havnt=haven't hes=he's helpfull=helpful hosptial=hospital
hopfully=hopefully i'l=i'll im=i'm iam=i am ive=i've imposter=impostor improove=improve inturrupt=interrupt interupt=interrupt
interupts=interrupts interuptions=interruptions isnt=isn't jus=just kno=know knowlege=knowledge knowledgable=knowledgeable
lazyness=laziness leav=leave leaveing=leaving lern=learn lerning=learning lisen=listen lissen=listen listn=listen
lonley=lonely loose=lose mabye=maybe maby=maybe mangaer=manager manger=manager managment=management mangement=management
medecine=medicine medicins=medicines meetting=meeting mentoor=mentor msg=message morover=moreover mornin=morning
neccessary=necessary necesary=necessary nervus=nervous nite=night nites=nights noone=no one noticable=noticeable nuse=nurse nusre=nurse
occassion=occasion ocasion=occasion occured=occurred oclock=o'clock offen=often onse=once organise=organise orgnised=organised
outloud=out loud overwelmed=overwhelmed overwhelmd=overwhelmed overwhelemed=overwhelmed panik=panic paitent=patient paitents=patients
pateint=patient pateints=patients patiant=patient patiants=patients patinet=patient patinets=patients peple=people poeple=people
ppl=people peice=piece perfectionisim=perfectionism perfektionism=perfectionism performence=performance permision=permission
phonecall=phone call pleas=please pls=please plz=please pleeese=please posible=possible practis=practise practicing=practising
preasure=pressure presure=pressure presant=present prioritys=priorities priortise=prioritise prioritize=prioritise
probly=probably prolly=probably probaly=probably proffesional=professional profesional=professional procastinate=procrastinate
procrastinateing=procrastinating procastination=procrastination proply=properly propper=proper realy=really recieve=receive
recognize=recognise realize=realise organize=organise organized=organised organizing=organising practice=practice
recomend=recommend refering=referring referal=referral reflecton=reflection rember=remember remeber=remember rememeber=remember
reminde=remind reminer=reminder resus=resus respnd=respond responce=response rewiew=review roata=rota rotta=rota rouds=rounds
runing=running saftey=safety safty=safety scard=scared sceduale=schedule schedual=schedule seperate=separate senario=scenario
shcedule=schedule shes=she's shift's=shifts shoudl=should shouldnt=shouldn't shud=should sitution=situation skipp=skip
slepp=sleep smth=something somethin=something someting=something somthing=something soemone=someone sombody=somebody sory=sorry
speach=speech speek=speak spekaing=speaking staf=staff stafing=staffing stoping=stopping stressd=stressed stres=stress
strugle=struggle studdy=study succesful=successful successfull=successful sucess=success sugest=suggest superviced=supervised
supervison=supervision suport=support suporting=supporting sutureing=suturing takin=taking talkin=talking tahts=that's
thats=that's theatr=theatre thier=their theres=there's theyre=they're theyll=they'll theyd=they'd thinkin=thinking
thnk=think thnks=thanks thx=thanks tho=though thru=through thrus=thurs til=till timetabel=timetable tmr=tomorrow tmrw=tomorrow
tmw=tomorrow tomoro=tomorrow tomorow=tomorrow tommorow=tomorrow tommorrow=tomorrow togther=together tireder=more tired
toliet=toilet tought=thought tranning=training traning=training trainning=training truely=truly tryin=trying tryna=trying to
tuseday=tuesday teusday=tuesday thrusday=thursday thurday=thursday wensday=wednesday wednsday=wednesday wedensday=wednesday
weds=wednesday firday=friday firday's=friday monady=monday saterday=saturday satday=saturday sundy=sunday febuary=february
feburary=february janury=january setpember=september septmber=september ocotber=october novemeber=november decemeber=december
u=you ur=your untill=until unsuer=unsure unsubscibe=unsubscribe useing=using usefull=useful vry=very wanna=want to wana=want to
wan=want wanting=wanting wasnt=wasn't weak's=weeks wekend=weekend wekk=week wekks=weeks weks=weeks wk=week wks=weeks wil=will
werent=weren't whats=what's wheres=where's whos=who's wich=which wierd=weird wont=won't wouldnt=wouldn't woud=would wud=would
writting=writing writen=written wrk=work workin=working worryed=worried worryied=worried yeh=yeah yday=yesterday yesteday=yesterday
kil=kill ded=dead dieing=dying lief=life porpose=purpose perpose=purpose abowt=about thort=thought
thorts=thoughts thaught=thought thougts=thoughts thougths=thoughts thoughs=thoughts
dyin=dying nomore=no more woz=was wanto=want to tryed=tried wsh=wish wnt=want wantid=wanted wnted=wanted wantin=wanting lyfe=life
agen=again rarther=rather bort=bought roap=rope deth=death
worf=worth wurth=worth worht=worth livng=living alve=alive kiling=killing
carnt=can't dnt=don't dunt=don't nto=not tuk=took hert=hurt herts=hurts liv=live livin=living lyf=life evan=even eny=any
enyone=anyone enything=anything enyway=anyway enymore=anymore evrything=everything everythin=everything evryone=everyone
evry1=everyone every1=everyone abuot=about abowt=about abot=about wnat=want whant=want wonted=wanted gettin=getting
wiv=with wif=with tonite=tonight 2nite=tonight 2night=tonight tonigt=tonight 2moro=tomorrow 2morrow=tomorrow
b4=before fink=think finks=thinks finking=thinking sed=said skool=school wen=when werk=work rong=wrong rote=wrote
havnet=haven't sumtimes=sometimes sumthing=something sumone=someone sum1=someone nuthin=nothing nuffin=nothing nufin=nothing
nobdy=nobody nobudy=nobody frm=from wuz=was wos=was dus=does hafta=have to shouldve=should've wouldve=would've
didn=didn't cudnt=couldn't cudn't=couldn't wudnt=wouldn't wuldnt=wouldn't culdnt=couldn't shuldnt=shouldn't wudn't=wouldn't
shudnt=shouldn't dosent=doesn't dosnt=doesn't
theyve=they've weve=we've takn=taken takeing=taking havin=having haveing=having sory=sorry mabey=maybe famly=family
dauhter=daughter dawter=daughter daugter=daughter brover=brother bruther=brother frend=friend frends=friends
youd=you'd youll=you'll youre=you're youve=you've yr=year yrs=years hrs=hours hr=hour
2moro=tomorrow 2morrow=tomorrow 2mrw=tomorrow 2moz=tomorrow 2mo=tomorrow tomo=tomorrow tomoz=tomorrow tmoro=tomorrow tmorrow=tomorrow
tomorro=tomorrow tomorrw=tomorrow tmz=tomorrow 2day=today todat=today 2nite=tonight tonite=tonight 2night=tonight tonigt=tonight
nxt=next nex=next nect=next wknd=weekend wkend=weekend wkends=weekends weeknd=weekend weaks=weeks wens=wednesday wednsdy=wednesday
wedneday=wednesday tusday=tuesday tueday=tuesday tuesdy=tuesday thirsday=thursday thusday=thursday thursdy=thursday frday=friday
fryday=friday satuday=saturday sataday=saturday sunnday=sunday mondy=monday mnth=month mnths=months mth=month mths=months
fortnigt=fortnight fourtnight=fortnight febuary's=february january's=january agust=august augst=august decmber=december
decemebr=december novmber=november septemer=september septembr=september apirl=april janurary=january mornign=morning
afternon=afternoon aftenoon=afternoon evenin=evening eveing=evening arvo=afternoon arvos=afternoons minits=minutes mintues=minutes
minuts=minutes befor=before b4=before qtr=quarter hols=holidays xmass=xmas chrismas=christmas cristmas=christmas
waant=want wannt=want wantt=want wnna=want to wnana=want to diee=die hrm=harm rists=wrists rist=wrist kild=killed pils=pills
pillz=pills purpuse=purpose purpos=purpose lif=life lfe=life abt=about suicde=suicide comit=commit comitt=commit committ=commit
"""
# Words that talk of danger is made of: with any two neighbouring letters swapped they are still themselves.
_GRAVE = """
    wish want wanted wanting kill killed killing dead death dying life live living alive hurt harm hang myself suicide suicidal overdose
    anymore better without everyone everybody nobody tonight going think thinking thought thoughts sleep wake world pills tablets
    bridge knife blade rope goodbye worthless burden hopeless point ending
    """


def _swapped(word: str) -> list[str]:
    return [word[:place] + word[place + 1] + word[place] + word[place + 2 :] for place in range(len(word) - 1)]


_PAIRED = re.findall(r"(\S+)=(.+?)(?=\s+\S+=|\s*$)", " ".join(_PAIRS.split()))
_SPELT: dict[str, str] = {
    wrong: right
    for wrong, right in (*((wrong, word) for word in _GRAVE.split() for wrong in _swapped(word)), *_PAIRED)
    if wrong != right and wrong not in _GRAVE.split()
}
_WRONG = frozenset(_SPELT) | {"ill", "il", "id", "won't"}
_TOKEN = re.compile(r"\w+(?:'\w+)*")
_ILL = re.compile(r"(^|[,.;:] ?|\b(?:then|and|so|when|that|because|but) )il?l (?=[a-z])")
_ID = re.compile(
    r"(^|[,.;:] ?|\b(?:then|and|so|that|because|but) )id (?=(?:be|feel|get|go|have|like|love|rather|say|see|sleep|stop|want|"
    r"actually|just|know|do)\b)"
)


# "I wont to leave": what comes after says that it is no "won't".
_WANT = re.compile(r"\bwon't (?=(?:to|it|the|my|a|an|some|more|this|that|nothing|out|death|attention)\b)")


def mend(plain: str, words: list[str]) -> tuple[str, list[str]]:
    """A lower-case text and its words with the known misspellings replaced."""
    if _WRONG.isdisjoint(words):
        return plain, words
    mended = _ID.sub(r"\1i'd ", _ILL.sub(r"\1i'll ", plain))
    mended = _WANT.sub("want ", _TOKEN.sub(lambda found: _SPELT.get(found[0], found[0]), mended))
    return mended, _TOKEN.findall(mended)
