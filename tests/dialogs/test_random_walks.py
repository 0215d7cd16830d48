"""Whatever somebody says or presses, they are never stranded and no answer of theirs is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.conversation import Conversation, Walk
from coaching.state import decode, encode
from tests.play import Player

SAID = """
    woop | smart | be less knackered | take my break on long days | 7 | 2 | 10 | 5 | 11 | -3 | dinner with my kids | there's no staff
    | I feel guilty | when the bleep goes | if Jo says go, then I will walk | breathe | on 3 of my next 4 shifts | by 30 June
    | because it matters | yes | no | not sure | back | skip | change | why | pause | later | help | help now | human | privacy
    | my data | complain | goals | menu | link | link K7P2QX | resume | thanks | bye | hi | ... | 🌧 | **bold** {wish} | stop | start again
"""
SAYINGS = st.sampled_from([*SAID.split("|"), "", "\x00", "\ud800", "a" * 300])
PRESSES = st.integers(0, 9)
WHOLE = "I will breathe in when the bleep goes by 30 June because it matters"
DOINGS = st.lists(st.one_of(SAYINGS, PRESSES), min_size=1, max_size=40)


def do(player: Player, doing: str | int) -> None:
    choices = player.asked.choices if player.asked else ()
    if isinstance(doing, str):
        player.types(doing)
    elif choices:
        player.presses(choices[doing % len(choices)].id)


def walks_of(conversation: Conversation) -> list[Walk]:
    return [*conversation.parked, *([conversation.walk] if conversation.walk else [])]


def held(walk: Walk, name: str) -> bool:
    answer = walk.answers.get(name)
    return answer is not None and (answer.value is not None or answer.words != "" or answer.how in ("empty", "read"))


@settings(max_examples=150, deadline=None)
@given(DOINGS)
def test_nobody_is_stranded_and_nothing_is_lost(doings: list[str | int]):
    player = Player()
    for doing in doings:
        before = player.conversation
        do(player, doing.strip() if isinstance(doing, str) else doing)
        after = player.conversation
        assert decode(encode(after)) == after
        assert player.said or isinstance(doing, int) or "link" in str(doing)
        assert not any("{" in text and "{wish}" not in text for text in player.texts)
        lost_nothing(before, after, player)
    way_on(player)


def lost_nothing(before: Conversation, after: Conversation, player: Player) -> None:
    """Every step that held something still does, in the same walk or one kept aside, unless its goal was stored."""
    kept = {walk.started: walk for walk in walks_of(after)}
    for walk in walks_of(before):
        if walk.started not in kept:
            assert not walk.answers or walk.started == (before.walk.started if before.walk else None) or len(before.parked) == 8
            continue
        letters = ("specific", "measurable", "time_based", "assignable", "relevant")
        gone = [name for name in walk.answers if held(walk, name) and not held(kept[walk.started], name) and name not in letters]
        assert not gone


def way_on(player: Player) -> None:
    """From wherever they are, plain answers lead to an end."""
    player.types("start again")
    if player.conversation.contract != "accepted":
        player.types("yes")
    for _ in range(40):
        if player.walk is None:
            return
        choices = player.asked.choices if player.asked else ()
        player.types(
            "7" if player.asked and player.asked.shape == "scale" else "I will breathe in when the bleep goes by 30 June because it matters"
        )
        if player.walk is not None and choices and player.asked and player.asked.wording == "change.which":
            player.presses("never_mind")
    raise AssertionError(f"stranded at {player.walk.step}")
