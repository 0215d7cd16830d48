"""Mistakes planted into the table of concerns are found, and said so that whoever answers for safety understands them."""

from __future__ import annotations

import pytest

from bot.dialogs.linting import check_content
from bot.dialogs.loading import load
from coaching.errors import ContentError
from handoff.rules import NAMES
from tests.play import content, lines, transcripts

TABLE, WORDS, LABELS, LINES = "escalation.yaml", "wording/en-GB/safety.yaml", "wording/en-GB/choices.yaml", "crisis_lines.yaml"
CRISIS = "crisis:\n  says: safety.crisis\n"
MISTAKES = {
    "a missing row": ((TABLE, "\nburnout:\n", "\nburn_out:\n"), 'There is no row "burnout": without it, nothing follows from it.'),
    "an unknown concern": ((TABLE, "\nburnout:\n", "\nburn_out:\n"), '"burn_out" is not a concern.'),
    "an unknown route": ((TABLE, "to: safety_rota\n", "to: ward_manager\n"), '"crisis" says `to: ward_manager`. It can be safety_rota,'),
    "no route": ((TABLE, "  to: safety_rota\n", ""), '"crisis" needs `to:`.'),
    "a missing wording": (
        (WORDS, "concern.trauma: |-", "concern.truama: |-"),
        'There is no wording "concern.trauma" in wording/en-GB: the row "trauma" says it.',
    ),
    "a missing straight question": (
        (WORDS, "safety.ask.domestic.unquoted:", "safety.ask.domestic.unqoted:"),
        'There is no wording "safety.ask.domestic.unquoted" in wording/en-GB: the row "safeguarding.domestic" says it.',
    ),
    "no straight question": ((TABLE, "  asks: safety.ask.threat\n", ""), '"safeguarding.threat" needs `asks:`'),
    "a crisis that does not hold": ((TABLE, "case: always\n  holds: true", "case: always\n  holds: false"), '"crisis" needs `holds: true`'),
    "a hold after burnout": (
        (TABLE, "case: urgent\n  holds: false\n  coaching: waits\n  again_hours: 24", "case: urgent\n  holds: true\n  coaching: waits"),
        '"burnout" needs `holds: false`: a hold follows crisis and safeguarding, and nothing else.',
    ),
    "a crisis that nobody hears of": (
        (TABLE, "to: safety_rota\n  case: always", "to: none\n  case: always"),
        '"crisis" needs `case: always` and `to: safety_rota` or `safety_lead`: somebody has to hear of it.',
    ),
    "a case that is opened at an unknown time": ((TABLE, "case: second", "case: sometimes"), '"bot_frustration" says `case: sometimes`.'),
    "a hold that is neither": ((TABLE, "holds: true", "holds: maybe"), '"crisis" says `holds: maybe`. It can be true or false.'),
    "days that are no number": ((TABLE, "quiet_days: 7", "quiet_days: a week"), '"crisis" needs a whole number for `quiet_days:`.'),
    "an unknown field": ((TABLE, "  reviewed_by: null", "  signed_by: null"), '"crisis" has no field `signed_by`.'),
    "support lines on an unknown topic": ((TABLE, "support: [abuse]", "support: [housing]"), "asks for support lines on \"housing\""),
    "support lines that nothing shows": (
        (LINES, "    bereavement:", "    housing:"), 'GB has support lines on "housing", which nothing shows.',
    ),
    "a support line nobody can dial": ((LINES, '"0808 808 1677"', '"0808 CRUSE"'), 'GB: nobody can call "0808 CRUSE" (Cruse).'),
    "a card without the number": (
        (WORDS, "**If you have hurt yourself, or might, call {emergency}** or go to A&E.", "Please go to A&E."),
        '"safety.crisis" in wording/en-GB needs the blank {emergency} in every variant',
    ),
    "a hold text without a line": (
        (WORDS, " To talk to someone: {line}\n    Are you", "\n    Are you"), '"safety.hold" needs the blank {line}',
    ),
    "a button without a label": ((LABELS, "choice.contact_not:", "choice.contact_no:"), 'There is no wording "choice.contact_not"'),
}  # fmt: skip


def planted(mistake: str) -> dict[str, str]:
    path, old, new = MISTAKES[mistake][0]
    files = content()
    assert old in files[path], f"{old!r} is no longer in {path}"
    return {**files, path: files[path].replace(old, new, 1)}


@pytest.mark.shows("F8", side="the content")
@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_planted_mistake_is_found_named_and_refused(mistake: str) -> None:
    sentence = MISTAKES[mistake][1]
    assert any(sentence in problem.sentence for problem in check_content(planted(mistake)))
    with pytest.raises(ContentError) as refused:
        load(planted(mistake))
    assert sentence in str(refused.value)


@pytest.mark.parametrize("broken", ["", "crisis: now", "- crisis", 'crisis: "'])
def test_a_table_that_cannot_be_read_is_refused(broken: str) -> None:
    with pytest.raises(ContentError, match=r"escalation\.yaml"):
        load({**content(), TABLE: broken})


def test_without_a_table_every_row_is_missed() -> None:
    files = {path: text for path, text in content().items() if path != TABLE}
    missing = {problem.sentence.split('"')[1] for problem in check_content(files) if problem.sentence.startswith("There is no row")}
    assert missing == set(NAMES)


# -- transcripts ----------------------------------------------------------------------------------------------------------------


@pytest.mark.shows("F1", side="the dialogue's side: cues, false friends and words of every row")
@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_a_transcript_with_its_cues_its_false_friends_and_its_words(name: str) -> None:
    path = next(path for path in transcripts() if path.stem == f"hard_{name.replace('.', '_')}")
    text = path.read_text(encoding="utf-8")
    before, _, after = text.partition("# not this")
    concern, _, kind = name.partition(".")
    cues = [line for line in before.splitlines() if line.startswith(f"# signal {concern} ") and (not kind or kind in line)]
    assert "# cues" in before
    assert len(cues) >= 2 or name in ("wants_human", "stuck", "bot_frustration.complaint")
    assert sum(line.startswith(">") for _, line in lines(after)) >= 1
    assert not [line for line in after.splitlines() if line.startswith("# signal")]
    assert [line for line in before.splitlines() if line.startswith("says")]
    assert f"bot  {load(content()).rules[name].says}" in text
