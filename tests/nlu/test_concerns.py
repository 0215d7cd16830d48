"""What phrases alone make of a message: the red list, the false friends, every kind, and whose words they are."""

from __future__ import annotations

from time import thread_time

import pytest

from bot.nlu.concerns import answers_straight, phrase_signal, signal_in
from bot.nlu.tidy import said
from coaching.concern import CALM, Concern, Layer, Signal, Urgency
from tests.nlu.table import ROWS, SITTINGS, rows, share


def lines(name: str) -> list[str]:
    """The rows of a list of plain texts; only "# " begins a remark."""
    text = (ROWS / "concerns" / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("# ")]


RED_LIST, FALSE_FRIENDS, PLAIN, RED = lines("red_list"), lines("false_friends"), lines("plainly"), lines("red")
TO_DO = (
    "kill myself", "end it all", "end my life", "take my own life", "take an overdose", "hang myself", "jump off a bridge", "drown myself",
    "jump in front of a train", "cut myself", "harm myself", "put an end to my life", "commit suicide", "unalive myself", "poison myself",
)  # fmt: skip
DOING = (
    "killing myself", "ending it all", "ending my life", "taking my own life", "taking an overdose", "hanging myself", "drowning myself",
    "jumping off a bridge", "jumping in front of a train", "cutting myself", "harming myself", "putting an end to my life", "suicide",
)  # fmt: skip
OF_DOING = (
    "thinking of {}", "i keep thinking about {}", "thoughts of {}", "i can't stop thinking about {}", "{} is all i think about",
    "{} has crossed my mind", "{} feels like the only way out", "the thought of {} won't leave me", "contemplating {}", "{} is on my mind",
)  # fmt: skip
MINDS = (
    *OF_DOING, "i want to {}", "i just want to {} tonight", "i'm going to {}", "i might {}", "i've decided to {}", "i have a plan to {}",
    "i have the urge to {}", "part of me wants to {}", "i'm tempted to {}", "i'm trying not to {}", "voices tell me to {}", "how do i {}",
    "should i {}", "i wanted to {} last week", "i am wanting to {}", "i dey think to {}", "the only thing i want is to {}", "to {}",
)  # fmt: skip


@pytest.mark.shows("F1", side="the red list, by rules alone")
@pytest.mark.parametrize("text", RED_LIST)
def test_every_plain_statement_acts(text: str) -> None:
    signal = phrase_signal(text)
    assert (signal.concern, signal.acts, signal.layer) == (Concern.CRISIS, True, Layer.PHRASE)
    assert signal.urgency in (Urgency.EMERGENCY, Urgency.URGENT)


@pytest.mark.shows("F1", side="plain statements in every grammar, by rules alone")
@pytest.mark.parametrize("text", PLAIN)
def test_no_plain_statement_is_passed_over(text: str) -> None:
    assert phrase_signal(text).concern is Concern.CRISIS


@pytest.mark.shows("F1", side="the net under the phrases")
@pytest.mark.parametrize("text", RED)
def test_no_strangers_statement_is_passed_over(text: str) -> None:
    assert phrase_signal(text).concern is Concern.CRISIS


def test_the_net_needs_no_order_of_words() -> None:
    told = ("on purpose, my arm: cut", "dead, the wish", "the tablets, all of them, swallowed", "overdosed again, sunday")
    assert not [text for text in told if phrase_signal(text).concern is not Concern.CRISIS]


@pytest.mark.parametrize(
    "text",
    [
        "asked the patient about suicide and she said no", "my knife skills in the kitchen are better", "jumping through hoops at work",
        "the team wants the old printer dead", "cut my hours to four days a week", "left my tablets on the trolley",
        "last attempt at the osce",
    ],
)  # fmt: skip
def test_the_net_lets_ordinary_words_through(text: str) -> None:
    assert not phrase_signal(text).ask
    assert not phrase_signal(text).acts


def test_most_plain_statements_act() -> None:
    assert len(PLAIN) >= 300
    assert share([phrase_signal(text).acts for text in PLAIN]) >= 0.85


@pytest.mark.parametrize("mind", MINDS)
def test_a_deed_is_heard_in_every_grammar(mind: str) -> None:
    told = [mind.format(deed) for deed in (DOING if mind in OF_DOING else TO_DO)]
    assert not [text for text in told if phrase_signal(text).concern is not Concern.CRISIS]


@pytest.mark.parametrize("text", FALSE_FRIENDS)
def test_a_false_friend_calls_nobody(text: str) -> None:
    assert not phrase_signal(text).acts


@pytest.mark.shows("F1", side="false alarms of the rules")
def test_few_false_friends_are_asked_about() -> None:
    assert len(RED_LIST) >= 150
    assert len(FALSE_FRIENDS) >= 200
    assert share([phrase_signal(text).ask for text in FALSE_FRIENDS]) <= 0.02


@pytest.mark.parametrize("text", lines("never_silent"))
def test_a_statement_of_ones_own_is_never_passed_over(text: str) -> None:
    signal = phrase_signal(text)
    assert signal.concern is Concern.CRISIS
    assert signal.acts or signal.ask


@pytest.mark.parametrize(("concern", "urgency", "kind", "text"), [pytest.param(*row, id=row[3]) for row in rows("concerns/kinds")])
def test_every_kind_is_found(concern: str, urgency: str, kind: str, text: str) -> None:
    signal = phrase_signal(text)
    assert (signal.concern, signal.urgency, signal.kind, signal.ask) == (concern, urgency, kind, False)


def test_answers_to_the_coachs_own_questions_are_calm() -> None:
    steps = ("wish", "outcome", "obstacle", "plan", "smart")
    told = [row[1] for sitting in SITTINGS for step in steps for row in rows(f"{sitting}/{step}")]
    signals = [phrase_signal(text) for text in told]
    assert not [text for text, signal in zip(told, signals, strict=True) if signal.acts]
    assert share([signal.ask for signal in signals]) <= 0.005


@pytest.mark.parametrize(
    ("text", "concern", "kind"),
    [
        ("my patient wants to die", "none", ""),
        ("pt said she wants to end it all, told the nurse in charge", "none", ""),
        ("my housemate wants to die", "safeguarding", "self_danger_other"),
        ("my daughter says she wants to kill herself", "safeguarding", "self_danger_other"),
        ("he killed himself last night and i found him, my brother", "trauma", ""),
        ("in the osce the actor said she wants to kill herself", "none", ""),
        ("my colleague is suicidal", "safeguarding", "self_danger_other"),
    ],
)
def test_whose_danger_it_is(text: str, concern: str, kind: str) -> None:
    signal = phrase_signal(text)
    assert (signal.concern, signal.kind) == (concern, kind)


@pytest.mark.parametrize("joined", [" ", " 😩 ", ". ", "\n\n"])
def test_it_is_found_at_the_very_end_of_four_thousand_words(joined: str) -> None:
    before = joined.join(["I will take my break on long days because I feel better for it"] * 300)
    assert phrase_signal(f"{before}{joined}I want to kill myself").acts


def test_the_evidence_is_what_was_said_and_is_not_printed() -> None:
    signal = phrase_signal("Fine week. I want to kill myself, I think.")
    assert "kill myself" in signal.evidence
    assert "kill" not in repr(signal)


def test_a_message_read_already_gives_the_same_signal() -> None:
    for text in (*RED_LIST[:40], *FALSE_FRIENDS[:40]):
        assert signal_in(said(text), text) == phrase_signal(text)


def test_an_ordinary_message_is_calm() -> None:
    assert phrase_signal("took my break at one and it was lovely") == CALM == Signal()


@pytest.mark.parametrize(("answer", "text"), [pytest.param(*row, id=row[1]) for row in rows("concerns/straight")])
def test_the_straight_question_is_answered(answer: str, text: str) -> None:
    assert (answers_straight(text) or "-") == answer


def mixture() -> list[str]:
    """Two thousand messages of one to a hundred and fifty words: mostly short, some about danger, the longest made of several."""
    told = [row[1] for sitting in SITTINGS for step in ("wish", "plan", "smart", "intent", "outcome") for row in rows(f"{sitting}/{step}")]
    told += RED_LIST[::4] + FALSE_FRIENDS
    longer = [" ".join(" ".join(told[place : place + 15]).split()[:150]) for place in range(0, len(told), 15)]
    return ([*told, *longer] * 3)[:2000]


@pytest.mark.shows("F1", side="speed of the rules")
def test_phrases_take_less_than_a_millisecond() -> None:
    """The best of seven, in processor time: a busy machine stops for others too, and shares its memory with them."""
    messages = mixture()
    best = [min(taken) for taken in zip(*([seconds(text) for text in messages] for _ in range(7)), strict=True)]
    assert sorted(best)[int(0.99 * len(best))] < 0.001


def seconds(text: str) -> float:
    begin = thread_time()
    phrase_signal(text)
    return thread_time() - begin
