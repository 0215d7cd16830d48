"""Patient identifiers: found, masked in place, and nothing else touched."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.identifiers import COUNTRIES, KINDS, Find, masked
from bot.nlu.identifiers.checksums import modulo_11, modulo_23, verhoeff
from bot.nlu.training.rows import SETS, Row, rows

MARKED = re.compile(r"⟦(\w+):([^⟧]*)⟧")
PLAIN = {kind: f"[{kind}]" for kind in KINDS}
FOUND, FALSE = 0.99, 0.002
HURRIED = 0.87  # of the names and numbers of messages written in haste, under whatever kind
LONG = 40_000
HASTE = ("hurried.tsv", "mixed.tsv")  # their hands mark pronouns and bare names too, which are left on purpose


def unmarked(text: str) -> tuple[str, list[Find]]:
    """A row without its marks, and where they were."""
    parts, spans, at, length = [], [], 0, 0
    for found in MARKED.finditer(text):
        before = text[at : found.start()]
        length += len(before)
        spans.append(Find(found[1], length, length + len(found[2])))
        parts += [before, found[2]]
        length, at = length + len(found[2]), found.end()
    return "".join((*parts, text[at:])), spans


def covers(spans: tuple[Find, ...], wanted: Find) -> bool:
    """Whether most of it is in a span of its kind."""
    shared = (min(span.end, wanted.end) - max(span.start, wanted.start) for span in spans if span.kind == wanted.kind)
    return any(2 * part > wanted.end - wanted.start for part in shared)


def in_haste(row: Row) -> bool:
    return any(name in row.place for name in HASTE)


# -- the rows --------------------------------------------------------------------------------------------------------------------


def test_what_is_marked_in_the_rows_is_found_under_its_kind() -> None:
    hits: dict[str, list[bool]] = {kind: [] for kind in KINDS}
    for row in rows("identifiers"):
        text, spans = unmarked(row["text"])
        found = masked(text).spans
        for span in spans if not in_haste(row) else ():
            hits[span.kind].append(covers(found, span))
    assert min(len(each) for each in hits.values()) >= 25
    assert {kind: sum(each) / len(each) for kind, each in hits.items() if sum(each) < FOUND * len(each)} == {}


def test_most_of_what_is_written_in_haste_is_found() -> None:
    hits = []
    for row in rows("identifiers"):
        text, spans = unmarked(row["text"])
        found = [span._replace(kind="") for span in masked(text).spans]
        hits += [covers(tuple(found), span._replace(kind="")) for span in spans if in_haste(row)]
    assert len(hits) > 200
    assert sum(hits) >= HURRIED * len(hits)


def test_harmless_talk_is_left_as_it_is() -> None:
    texts = [row["text"] for name in SETS if name != "identifiers" for row in rows(name)]
    touched = [masked(text).kinds for text in texts if masked(text).spans]
    assert len(texts) > 10_000
    assert len(touched) <= FALSE * len(texts), touched


def test_masking_what_is_masked_changes_nothing() -> None:
    for row in rows("identifiers"):
        once = masked(unmarked(row["text"])[0]).text
        assert masked(once).spans == (), once


# -- one by one ------------------------------------------------------------------------------------------------------------------

SENTENCES = """
nhs no 999 526 0182, she only wanted a wee | nhs no [nhs_number], she only wanted a wee
NHS number 9995260183 (may be wrong) | NHS number [nhs_number] (may be wrong)
just off shift. 999-186-0916 arrested at 5 | just off shift. [nhs_number] arrested at 5
it is 99 98 21 99 30 I dream of | it is [nhs_number] I dream of
CHI 2802710583 mixed up | CHI [national_id] mixed up
her H&C number is 331 440 2422 | her H&C number is [national_id]
her PPS was 7877893A | her PPS was [national_id]
Aadhaar 9999 4940 3268 on my palm | Aadhaar [national_id] on my palm
NI number QQ 12 34 56 C on my glove | NI number [national_id] on my glove
mrn 4471920 filed | mrn [mrn] filed
hosp no K284716, abx late | hosp no [mrn], abx late
unit no 00 47 18 22 - wrong unit | unit no [mrn] - wrong unit
stayed with Mrs Jones in bed 4 all night | stayed with [name_bed] all night
bed 12 john smith told me | [name_bed] told me
Mr Patel (SR2) scored 7 | [name_bed] scored 7
my patient Margaret Ellis has cold hands | my patient [name_bed] has cold hands
Sheila, Maureen and Jan in bay 4 sing | [name_bed], [name_bed] and [name_bed] sing
bed 4 kicked off, it was mr jones again | bed 4 kicked off, it was [name_bed] again
bed 6 John Obi slept. then John sang | [name_bed] slept. then [name_bed] sang
dob 3.9.06 younger than my son | dob [birth_date] younger than my son
born on 6 June 1944, d-day | born on [birth_date], d-day
82 yr old lady (12/03/1943) on a trolley | 82 yr old lady ([birth_date]) on a trolley
ring her on 07700 900142 before 6 | ring her on [phone] before 6
+44 (0)7700 900614 rings 9 times | [phone] rings 9 times
the son, 087 555 0142, a priest | the son, [phone], a priest
sue.harte @ gmail.com wants a copy | [email] wants a copy
visit at LS9 7TF tonight | visit at [postcode] tonight
the house is V94 T2X7 | the house is [postcode]
nhs number ending 4821 was in my pocket | nhs number ending [nhs_number] was in my pocket
her NHS number, on my hand, is 999,526,0182 | her NHS number, on my hand, is [nhs_number]
residence permit RX1234567 was wet | residence permit [national_id] was wet
blood for W 44 19 02 (hosp number on the tag) was out | blood for [mrn] (hosp number on the tag) was out
typed e300418 into epr to see | typed [mrn] into epr to see
folder TH/00923 no dey theatre | folder [mrn] no dey theatre
radiotherapy number RT-09-3318, 22 of 25 | radiotherapy number [mrn], 22 of 25
hosp nos N18822, N20417 and N19003 in my car | hosp nos [mrn], [mrn] and [mrn] in my car
mrn is four four seven one nine two | mrn is [mrn]
Gary in 6 again | [name_bed] again
spent the night with bed 1, Winnie doing nothing | spent the night with [name_bed] doing nothing
bed 18's first wife Mrs Bello and the second | [name_bed] and the second
"Nobby" in bed 30 wants me | "[name_bed] wants me
priya in chiar 2, last one | [name_bed], last one
handover: 18/Begum nbm, 19/Hughes home | handover: [name_bed] nbm, [name_bed] home
Dr Simmonds, bed 1 is a retired gp | [name_bed] is a retired gp
saw Oluwafunmike moved into bed 7 crying | saw [name_bed] crying
my pt named Naazhim fell | my pt named [name_bed] fell
shes a 12 sept 1931 baby | shes a [birth_date] baby
b. 1956-07-22, lived alone | b. [birth_date], lived alone
born on the ninth of august nineteen forty four | born on the [birth_date]
dob 2nd feb 51 not 2nd feb 15 | dob [birth_date] not [birth_date]
date of birth given as the feast of the Assumption 1937 | date of birth given as the [birth_date]
he was bron 12th of agust 1935 | he was bron [birth_date]
bdate 3/22/58 she coded | bdate [birth_date] she coded
her postcode starts with bt12 | her postcode starts with [postcode]
pin code 682024, her village | pin code [postcode], her village
house at B9 4OM | house at [postcode]
lima sierra nine seven tango foxtrot | [postcode]
o7700 900123 is his wife | [phone] is his wife
kev at gmail, no kev@gmail | kev at gmail, no [email]
KP in bed 4 asked for me | [name_bed] asked for me
bed 11 M.T. wont eat, R.S. in 22 will | [name_bed] wont eat, [name_bed] will
mrss Okafor in cubicle 3 cried | [name_bed] cried
Mr Lowther died on my shift | [name_bed] died on my shift
Mr Harris refused his meds | [name_bed] refused his meds
the wife of Gareth Pugh rang | the wife of [name_bed] rang
Gareth Pugh's daughter rang me | [name_bed]'s daughter rang me
Ravi Kumar s/o Mohan Kumar was crying | [name_bed] was crying
Alhaji Musa no gree take drug | [name_bed] no gree take drug
Pani Kowalska is teaching me polish | [name_bed] is teaching me polish
bed14agnes pulled it out | [name_bed] pulled it out
#7 okonkwo is home | [name_bed] is home
BED 9 TREVELYAN WANTS TO LEAVE | [name_bed] WANTS TO LEAVE
hope in bay 3 asked for tea | [name_bed] asked for tea
KRISHNAN, Meera was nbm | [name_bed] was nbm
Santos, Maria (4B/12) is ready | [name_bed] is ready
Mrs Hale in the far side room slept | [name_bed] slept
trolley 3 corridor, Mr Dass, 20 hours | [name_bed], 20 hours
bed 6 Rani amma needs a walk | [name_bed] needs a walk
twin 1 Hussain is feeding | [name_bed] is feeding
chart KGH 0049921 went missing | chart [mrn] went missing
folder LUTH/SOPD/00192 is gone | folder [mrn] is gone
pps 712 3345 K is hers | pps [national_id] is hers
home to W23 F8K1 in snow | home to [postcode] in snow
Easter Sunday 1951 he was born | [birth_date] he was born
oh seven nine double four, six hundred, two one nine he said | [phone] he said
send it to jo.bloggs@gma and go | send it to [email] and go
write to kim@example,com or nobody | write to [email] or nobody
my patient gladys bit me | my patient [name_bed] bit me
had a pt today, Kelly-Ann Murphy, my age | had a pt today, [name_bed], my age
looked after Hamish Gourlay for months | looked after [name_bed] for months
na Chukwuemeka Nwachukwu be the patient | na [name_bed] be the patient
Mr and Mrs Adeyemi came back | [name_bed] came back
Mr Lal in six ate it all | Mr Lal in six ate it all
mr lal in six again, Mrs Okoro in 4 too | [name_bed] again, [name_bed] too
mr jonson in bay too fell, Sheila in bed ate did not | [name_bed] fell, [name_bed] did not
Mr Pascual (W4-12) spat, Vasantha Kumari (304) did not | [name_bed] spat, [name_bed] (304) did not
14B Villiers wont eat | [name_bed] wont eat
Mary B. in 7 slept | [name_bed] slept
bed 4 (P.T.) is off | [name_bed] is off
Gwen in recovery 5 woke | [name_bed] woke
theatre 5 2nd case, O'Hare, count wrong | [name_bed], count wrong
si Lolo Ben sa bed 11 ayaw uminom | si [name_bed] ayaw uminom
Sr Assumpta in room 14 prays for me | [name_bed] prays for me
Mrs Daly in the single room slept | [name_bed] slept
baby Theo came off the vent | baby [name_bed] came off the vent
Kitchener, Dorothy (Mrs) has gone | [name_bed] has gone
Ma. Corazon Villanueva fell | [name_bed] fell
Morag CHI 0103432450 is gone | [name_bed] CHI [national_id] is gone
FENN Iris 04-04-1944 off a label | [name_bed] [birth_date] off a label
J. Sugden (91F) found on the floor | [name_bed] (91F) found on the floor
wristband read SUGDEN VIOLA, chart did not | wristband read [name_bed], chart did not
visit 3 Mrs Gupta no key | visit 3 [name_bed] no key
his son Prakash ph 98765 00213 | his son [name_bed] ph [phone]
ring Mandy (daughter) on 07700-900-655 | ring [name_bed] (daughter) on [phone]
NOK Brian Oakes (husband) 01632 960118 | NOK [name_bed] (husband) [phone]
oh double seven double oh nine hundred four two one is his | [phone] is his
07700/900433 for the key | [phone] for the key
NHS 999•374•2562 is hers | NHS [nhs_number] is hers
IHI 9372 0044 1180 2260 17 it was | IHI [national_id] it was
PPS 1473791-L on the form | PPS [national_id] on the form
eircode T12 X 7R2 again | eircode [postcode] again
third floor at ec1v9lt | third floor at [postcode]
date of birth 7th march nineteen thirty nine | date of birth [birth_date]
the DOB I gave them was one one oh nine thirty two | the DOB I gave them was [birth_date]
22/06/'68 his dob | [birth_date] his dob
she turned 80 on 3 november | she turned 80 on [birth_date]
"""


@pytest.mark.shows("H15", part="what the rules find")
@pytest.mark.parametrize("line", SENTENCES.strip().splitlines())
def test_a_mark_stands_in_its_place_and_the_rest_is_to_the_letter(line: str) -> None:
    text, wanted = line.split(" | ")
    assert masked(text, PLAIN).text == wanted


HARMLESS = """
bleep 4471 then dect 66120, and ext 55210 is the fax
999 for a man in the car park, 111 sent 14 people, samaritans 116 123, SHOUT to 85258
staff line 0800 06 96 222, occy health 0300 123 1100, 1800 247 247
obs 36.7 88 118/74 16 97, then 180/110 176/104 92/50
worked 03/11, 04/11, 05/11 and 0730-2030, 1930-0830
2.5mg not 25mg, 1g paracetamol 400mg ibuprofen 1000ml hartmanns
from B12 to C4, band B6 by xmas, b5 1st year, w4 1pt, T12 24hr log roll, A1C clinic
bed 4 pulled his line, bed 9 wants the window shut
will bed 4 ever be empty, mark bed 7 as clean, grace in bay 2 would be nice
sister patel said bed 4 wasn't mine, dr khan came to bay 3
the lady in bed 6, the man in room 3, everyone in bay 2
i had bed 4, sarah had bed 5
NCT04561234, PMID 31234567, datix W204418, INC0048213
7 8 7 6 5 5 4 3 4 4, that is my mood since the 1st
parcel 8540590656, order 7862474735, osce booking ref 7610031832
nmc pin 18C2204E, my staff number is 4471920, PO 4500128837
by 31/03/2030, since 3/9/1998 qualified, it was 12/03/2024
its my birthday do on the 14th of june
ask Jo to cover my bay, after handover with Sam in bay 2
me and Sarah have bay 2, Tom is on nights in ICU, see jo in 5
I've bay 4 and Carmel has bay 5
they put me in room 2 on Tuesday with Dr Osei
bed 4 tazocin late, bed 6, nitrofurantoin due
read 300 notes in 2024, 1500 labels, sample 3 of 12345
the nhs 111 number, the nhs has 1500 nurses
OT in bed 4 with the frame, bed 9 CT at 3, handover from HR bed 9
mr Bassett the consultant died of laughing, Mr Harris refused to come, Mr Speaker fell asleep
my friend Sarah Jones died in June, I nearly died too, Mary fell out with me
the daughter of the matron, a family of five, worked w/o break and w/o Help
Tatay Ben is the porter, pepper soup of Mama Chidi, Poor Sarah Jones, our matron
bed 4 SEPSIS WILL BE SCREENED, bed 4 DATIX open, UNISON, Mark said so
grace has bay 2, chidi bay 3, Ben's in resus 1 today with me, student nurse
Sister Jincy is in ICU 2 and Anu in ICU 3
Kuya Dennis is for bed 1 to 5
the eap line 1800 201 346 is on my card, aasra number 9820466726 is up
candidate number 004418, roll no 11480273, BLS card no. 26-11-7740, abstract number P-0447
barcode 5012345678900 wont scan, property no. 2019-0664, bed frame no HR900-551204
thx Bev, bed 3 done, hope room 6 gets cleaned
Sam in theatre 2 taught me to scrub, Hannah in recovery made me tea
looked after Priya on her first shift, my baby Noah is 6 months
patient safety lead Karen, I was the patient in the sim, my brother James rang
visit 1, visit 2, visit 3 DA disclosure, in six weeks I am band 6
Priya Shah (ST4) and Jo Bell (FY1), Mr Motivator
Shanthi akka from housekeeping, baby Yoda on my lanyard
the appraisal of 14 February 1996, bed for 3 nights
rose in 4 audits running, tell @sarah_j that
1:8 days, 62% of falls 2200-0600, £1,043.60 for parking
"""


@pytest.mark.parametrize("text", HARMLESS.strip().splitlines())
def test_numbers_and_places_of_everyday_work_stay(text: str) -> None:
    assert masked(text).spans == ()


def test_what_is_spared_is_left_even_where_it_looks_like_somebodys() -> None:
    said = "the line is 98400 00123 and mine is 98400 00456"
    assert masked(said, PLAIN, spare={"9840000123"}).text == "the line is 98400 00123 and mine is [phone]"


def test_only_the_ids_of_these_countries_are_looked_for() -> None:
    said = "PPS 7877893A, NIN 12345678901"
    assert masked(said, PLAIN, countries={"IE"}).text == "PPS [national_id], NIN 12345678901"
    assert masked(said, PLAIN, countries=COUNTRIES).text == "PPS [national_id], NIN [national_id]"


@pytest.mark.parametrize("number", ["９９９７６８４２６５", "999\u200b768\u20094265", "٩٩٩٧٦٨٤٢٦٥", "9️⃣9️⃣9️⃣7684265", "999\u2011768\u20114265"])
def test_odd_signs_hide_nothing(number: str) -> None:
    assert masked(f"it was {number} again", PLAIN).text == "it was [nhs_number] again"


def test_check_digits() -> None:
    assert modulo_11("9434765919")
    assert not modulo_11("9434765918")
    assert verhoeff("999941057058")
    assert not verhoeff("999941057085")
    assert modulo_23("6433435", "F")
    assert modulo_23("6433435", "OA")
    assert not modulo_23("6433435", "E")


# -- whatever comes ----------------------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    ["bed 4 ", "Mrs ", "Jones ", "999 526 0182 ", "07700 ", "dob ", "1/2/33 ", "@", "a.b", "SW1A 1AA", "\u200b", "🛏️", "é", "\n"]
)


@given(st.lists(PIECES | st.text(max_size=12), max_size=12).map("".join))
def test_outside_the_spans_nothing_changes(text: str) -> None:
    found, parts, at = masked(text, PLAIN), [], 0
    for kind, start, end in found.spans:
        assert at <= start < end <= len(text)
        parts += [text[at:start], PLAIN[kind]]
        at = end
    assert found.text == "".join((*parts, text[at:]))
    assert set(found.kinds) == {span.kind for span in found.spans}


def long_ones() -> Iterator[str]:
    for piece in (
        "1 ",
        "0770 ",
        "a@",
        "a.",
        "mr ",
        "bed 4 ",
        "mr smith bed 4 ",
        "M 12.3.41 ",
        "zxqv in bed 4 ",
        "SW1A 1AA ",
        "patient called ",
    ):
        yield (piece * LONG)[:LONG]


def test_forty_thousand_characters_take_a_bounded_time() -> None:
    for text in long_ones():
        began = time.process_time()
        masked(text)
        assert time.process_time() - began < 4, text[:20]


def test_nothing_is_kept_past_the_longest_message() -> None:
    assert masked("x" * LONG + " nhs 999 526 0182").text == "x" * LONG


def test_ordinary_messages_take_well_under_a_millisecond() -> None:
    texts = [row["text"] for name in ("concern", "intent") for row in rows(name)][::5]
    times = sorted(min(_seconds(text) for _ in range(3)) for text in texts)
    assert times[len(times) // 2] < 0.000_1
    assert times[len(times) * 99 // 100] < 0.001


def _seconds(text: str) -> float:
    began = time.process_time()
    masked(text)
    return time.process_time() - began


def test_a_reading_shows_no_words() -> None:
    assert "Jones" not in repr(masked("Mrs Jones in bed 4"))
