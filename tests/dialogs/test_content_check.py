"""Each mistake planted into a copy of the real content is found, and said in a sentence that a coach understands."""

import pytest

from bot.dialogs.linting import check_content
from bot.dialogs.loading import load
from bot.dialogs.released import hash_of
from coaching.errors import ContentError
from tests.play import content

WOOP, SMART = "flows/woop.v1.yaml", "flows/smart.v1.yaml"
WORDS, BUTTONS, LINES = "wording/en-GB/woop.yaml", "wording/en-GB/choices.yaml", "crisis_lines.yaml"

COMMON, BRIEF, ACCESS = "wording/en-GB/common.yaml", "wording/en-GB/brief.yaml", "wording/en-GB/access.yaml"

STRANDING = {
    "a missing wording": (
        [(WORDS, "woop.moment:\n", "woop.momnet:\n")],
        'There is no wording "woop.moment" in wording/en-GB: step "moment" asks it.',
    ),
    "an unknown blank": (
        [(WORDS, "**{plan}**", "**{plann}**")],
        '"woop.confidence" has the blank {plann}, which nothing fills.',
    ),
    "a step nobody can reach": (
        [(WOOP, "who_could_change: who}", "who_could_change: wish}")],
        'Nobody can reach step "who": it is an aside, and no step that is asked goes to it.',
    ),
    "a step with no way on": (
        [(WOOP, "    check: anything\n    keep: note\n    go: {ok: end}", "    go: {}")],
        'Step "who" has no way on: somebody who is asked it could never get past it.',
    ),
    "two steps that only lead to each other": (
        [(WOOP, "    check: inner\n    keep: obstacle\n    repairs: 0\n    go: {another_wish: wish, who_could_change: who}",
          "    go: {another_wish: who, who_could_change: who, as_it_is: who}"),
         (WOOP, "    check: anything\n    keep: note\n    go: {ok: end}", "    check: anything\n    go: {ok: not_for_woop}")],
        'Step "who" has no way on',
    ),
    "go to a step that does not exist": (
        [(WOOP, "go: {external: inner}", "go: {external: iner}")],
        'Step "obstacle" goes to "iner" on "external", but there is no step of that name.',
    ),
    "go on something that never happens": (
        [(WOOP, "go: {external: inner}", "go: {outside: inner}")],
        'Step "obstacle" goes somewhere on "outside", which is neither a choice nor a verdict of its check.',
    ),
    "a check that does not exist": (
        [(WOOP, "check: moment", "check: momentum")],
        'Step "moment" has a check called "momentum", which does not exist.',
    ),
    "a verdict without a repair question": (
        [(WORDS, "woop.plan.avoidance:", "woop.plan.avoid:")],
        'There is no wording "woop.plan.avoidance" in wording/en-GB: it is the repair question of step "plan" for the verdict "avoidance".',
    ),
    "a missing why": (
        [(WORDS, "woop.picture.why:", "woop.picture.because:")],
        'There is no wording "woop.picture.why" in wording/en-GB: somebody may ask "why do you ask?" at step "picture".',
    ),
    "broken YAML": ([(WORDS, "woop.wish.two: Both", 'woop.wish.two: "Both')], "This line cannot be read as YAML: check the spaces"),
    "a word written twice": ([(WORDS, "woop.wish.two:", "woop.wish.low:")], '"woop.wish.low" is written twice here. Keep one of the two.'),
    "a button without a label": (
        [(BUTTONS, "choice.pictured:", "choice.pictrued:")],
        'There is no wording "choice.pictured" in wording/en-GB: the button "pictured" of step "picture" has no label.',
    ),
    "a field that does not exist": ([(WOOP, "    aside: true", "    besides: true")], "A step has no field `besides`."),
    "a country without an emergency number": (
        [(LINES, 'NZ:\n  emergency: {call: "111", verified_on: null}', "NZ:")],
        "NZ has no emergency number. Add `emergency:` with `call:`.",
    ),
    "a word that is said at any step": (
        [("wording/en-GB/common.yaml", "stop.done:", "stop.doen:")],
        'There is no wording "stop.done" in wording/en-GB: it can be said at any step.',
    ),
    "help now without its lines": (
        [(COMMON, "  {lines}\nhelp_now.unv", "  The lines.\nhelp_now.unv")], '"help_now.verified" needs the blank {lines}',
    ),
    "help now without the emergency number": ([(COMMON, "call {emergency}**", "call**")], 'needs the blank {emergency}'),
    "a code that is not shown": ([(COMMON, "**{code}**", "there")], '"link.code" needs the blank {code}'),
    "a plan that is not shown": ([(WORDS, "    **{plan}**\n", "")], '"woop.confidence" needs the blank {plan}'),
    "a goal that is not shown": (
        [("wording/en-GB/smart.yaml", "    **{sentence}**{due}\n", "    {due}\n")], '"smart.confirm" needs the blank {sentence}',
    ),
    "a line without its number": ([(COMMON, "call {number}", "call")], '"help_now.line.call" needs the blank {number}'),
    "a line without its name": ([(COMMON, "{name}: text", "text")], '"help_now.line.text" needs the blank {name}'),
    "a number with letters": ([(LINES, 'call: "116 123"', "call: II6 I23")], 'GB: nobody can call "II6 I23" (Samaritans).'),
    "an emergency number in words": (
        [(LINES, 'NZ:\n  emergency: {call: "111"', "NZ:\n  emergency: {call: the police")], 'NZ: nobody can call "the police" (emergency).',
    ),
    "an obstacle before the outcome": (
        [(WOOP, "  - step: outcome\n    ask: woop.outcome\n    check: outcome\n    keep: outcome\n    again: [picture, obstacle]\n", ""),
         (WOOP, "  - step: moment\n",
          "  - step: outcome\n    ask: woop.outcome\n    check: outcome\n    keep: outcome\n    again: [picture, obstacle]\n\n"
          "  - step: moment\n")],
        'Step "obstacle" is asked before step "outcome".',
    ),
    "too many repairs": ([(WOOP, "    repairs: 2", "    repairs: 9")], 'Step "feasible" may ask again 9 times. 3 is the most'),
    "a brief without the quote": ([(BRIEF, '"{quote}"', "something")], '"brief.asked" needs the blank {quote}'),
    "a concern that a brief has no name for": (
        [(BRIEF, "case.reason.trauma:", "case.reason.truama:")], 'There is no wording "case.reason.trauma" in wording/en-GB',
    ),
    "a row of who can see what that is not told": (
        [(ACCESS, "see.role.researcher:", "see.role.research:")], 'There is no wording "see.role.researcher" in wording/en-GB',
    ),
    "an alert with somebody's words": (
        [("wording/en-GB/ladder.yaml", "It is offered to you.", "They said {quote}.")],
        '"alert.case.first" has the blank {quote}, but an alert tells nothing of what somebody said.',
    ),
    "an alert without its case": (
        [("wording/en-GB/ladder.yaml", "**Case {number}, {urgency}.** It is", "**A case, {urgency}.** It is")],
        '"alert.case.first" needs the blank {number}',
    ),
    "the truth without the lines": (
        [("wording/en-GB/ladder.yaml", "  {lines}\n  I'm a computer program, so", "  I'm a computer program, so")],
        '"ladder.safety.truth" needs the blank {lines}',
    ),
    "a changed release": (
        [("flows/RELEASED", "", f"{'0' * 64}  woop.v1.yaml\n")], "woop.v1.yaml was released and has been changed since.",
    ),
}  # fmt: skip

STYLE = {
    "too long": ([(WORDS, "woop.wish.two: Both matter.", f"woop.wish.two: {'Both matter to me. ' * 20}")], "Keep a message to 60."),
    "too hard to read": (
        [(WORDS, "woop.wish.two: Both matter.",
          "woop.wish.two: Prioritisation necessitates consideration of organisational objectives and individual aspirations.")],
        "is hard to read",
    ),
    "advice": ([(WORDS, "woop.wish.two: Both matter.", "woop.wish.two: You should pick.")], '"woop.wish.two" gives advice ("You should").'),
    "two questions": (
        [(WORDS, "woop.wish.two: Both matter.", "woop.wish.two: Do both matter?")],
        '"woop.wish.two" asks 2 questions. One message asks one.',
    ),
    "a promise that somebody watches": (
        [("wording/en-GB/safety.yaml", "safety.back: We can", "safety.back: We are watching. We can")],
        '"safety.back" promises what nobody can keep ("We are watching").',
    ),
    "a promise that somebody comes": (
        [("wording/en-GB/safety.yaml", "safety.back: We can", "safety.back: Someone will be with you. We can")],
        'promises what nobody can keep ("Someone will be with").',
    ),
    "a promise on the ladder": (
        [("wording/en-GB/ladder.yaml", "I'm still trying, but", "Someone will be with you, but")],
        '"ladder.safety.still" promises what nobody can keep',
    ),
    "a means of harm": (
        [("wording/en-GB/safety.yaml", "safety.back: We can", "safety.back: Put the tablets away. We can")],
        '"safety.back" names a means of harm, or asks for it ("tablets").',
    ),
    "a question after the means": (
        [("wording/en-GB/safety.yaml", "safety.back: We can", "safety.back: How would you do it? We can")],
        'names a means of harm, or asks for it ("How would you do").',
    ),
    "a safety text that is hard to read": (
        [("wording/en-GB/safety.yaml", "safety.back: We can go on when you like.",
          "safety.back: Notwithstanding organisational considerations, individual circumstances necessitate immediate consultation of "
          "a person.")],
        '"safety.back" is hard to read',
    ),
    "half a bold": ([(WORDS, "**one wish** for", "**one wish for")], '"woop.wish" has a ** without its partner.'),
}  # fmt: skip


def planted(changes: list[tuple[str, str, str]]) -> dict[str, str]:
    files = content()
    for path, old, new in changes:
        assert old in files[path], f"{old!r} is no longer in {path}"
        files[path] = files[path].replace(old, new, 1) if old else new
    return files


def test_the_content_as_shipped_is_in_order():
    assert check_content(content()) == []


@pytest.mark.shows("U14")
@pytest.mark.parametrize("mistake", [*STRANDING, *STYLE])
def test_a_planted_mistake_is_found_and_named(mistake: str):
    changes, sentence = {**STRANDING, **STYLE}[mistake]
    problems = check_content(planted(changes))
    assert any(sentence in problem.sentence for problem in problems), [str(problem) for problem in problems]
    assert all(problem.line >= 1 and problem.file in str(problem) for problem in problems)


@pytest.mark.shows("U14")
@pytest.mark.parametrize("mistake", STRANDING)
def test_content_that_could_strand_somebody_is_refused_with_its_line(mistake: str):
    changes, sentence = STRANDING[mistake]
    with pytest.raises(ContentError, match=r", line \d+: ") as refused:
        load(planted(changes))
    assert sentence in str(refused.value)


@pytest.mark.parametrize("mistake", STYLE)
def test_a_matter_of_style_is_not_refused(mistake: str):
    assert load(planted(STYLE[mistake][0])).flows


def test_broken_yaml_is_named_by_its_line():
    files = planted(STRANDING["broken YAML"][0])
    line = next(number for number, text in enumerate(files[WORDS].splitlines(), 1) if text.startswith("woop.wish.two"))
    assert next(problem.line for problem in check_content(files) if "YAML" in problem.sentence) >= line


def test_a_released_flow_that_is_unchanged_is_in_order():
    files = content()
    files["flows/RELEASED"] = f"{hash_of(files[WOOP])}  woop.v1.yaml\n"
    assert check_content(files) == []


def test_a_released_flow_that_is_gone_is_missed():
    files = content() | {"flows/RELEASED": f"{'0' * 64}  woop.v0.yaml\n"}
    assert "woop.v0.yaml was released and is gone" in str(check_content(files)[0])


def test_an_untranslated_button_is_named():
    files = content()
    for path, text in list(files.items()):
        if path.startswith("wording/en-GB/"):
            files[path.replace("en-GB", "cy")] = text.replace("choice.goals: My goals\n", "")
    assert any('"choice.goals" is not translated yet' in problem.sentence for problem in check_content(files))


def test_wording_stays_as_written():
    assert load(content()).label("en-GB", "contract_no") == "No"


@pytest.mark.parametrize("path", [WORDS, WOOP, LINES])
@pytest.mark.parametrize("broken", ['a: "b\n', "a: b: c\n", "  a: 1\n b: 2\n", "a: \udcff\n", "a: \x07\n"])
def test_a_file_that_cannot_be_read_is_the_only_thing_reported(path: str, broken: str) -> None:
    problems = check_content({**content(), path: broken})
    assert [problem.file for problem in problems] == [path]
    assert "cannot be read" in problems[0].sentence


def test_an_empty_folder_is_one_sentence() -> None:
    assert [problem.sentence for problem in check_content({})] == ["There are no content files here. Is this the right folder?"]


def test_a_quotation_mark_that_is_never_closed_is_found_where_it_stands() -> None:
    text = content()[WORDS].replace("woop.wish.two: Both", 'woop.wish.two: "Both')
    line = next(number for number, each in enumerate(text.splitlines(), 1) if each.startswith("woop.wish.two:"))
    assert [problem.line for problem in check_content({**content(), WORDS: text})] == [line]
