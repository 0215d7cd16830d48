"""Who may see what: the whole cross product against a table written out here, so that no change of the other one goes unseen."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogs.linting import ADVICE, HARDEST, PROMISE, SHORTEST_JUDGED, grade
from handoff.access import (
    ALLOWED,
    BLIND,
    NEVER,
    PARTICIPANT,
    PERSONAL,
    ROLES,
    TOLD,
    WORDS,
    Field,
    Relation,
    at_least_five,
    may_see,
    sees,
    sentences,
    who_can_see,
)
from tests.handoff.desks import SPEECH, read

# role, relation, and everything that is seen then; whatever is not here is not seen
TABLE = """
participant        own                    words_while_held words_from_concern earlier_words referred_words review_words brief name
participant        own                    case_card hand_back export access_list
coach              unclaimed              case_card
coach              held_by_other          case_card
coach              holding                words_while_held brief name case_card hand_back
coach              holding_safety_case    words_from_concern
coach              earlier_agreed         earlier_words
coach              was_holding            case_card hand_back
coach              own                    notes_private supervisor_consult reflective_log load
supervisor         unclaimed              case_card name
supervisor         held_by_other          case_card name
supervisor         holding                words_while_held brief name case_card hand_back
supervisor         holding_safety_case    words_from_concern
supervisor         earlier_agreed         earlier_words
supervisor         was_holding            case_card hand_back
supervisor         own                    notes_private supervisor_consult reflective_log load
supervisor         team                   supervisor_consult load audit
supervisor         programme              counts
safety_lead        unclaimed              case_card
safety_lead        held_by_other          case_card
safety_lead        safety_case            words_from_concern brief name case_card
safety_lead        holding                words_while_held brief name case_card hand_back
safety_lead        holding_safety_case    words_from_concern
safety_lead        earlier_agreed         earlier_words
safety_lead        was_holding            case_card hand_back
safety_lead        own                    notes_private supervisor_consult reflective_log load
safety_lead        in_review              review_words
safety_lead        programme              counts adverse_events
ethical_mentor     referred_with_consent  referred_words brief name case_card hand_back
ethical_mentor     own                    notes_private supervisor_consult reflective_log load
programme_manager  programme              counts export_counts
researcher         programme              counts export_study
admin              programme              roster keys audit
"""
CELLS = {(role, relation, field) for role, relation, *seen in map(str.split, TABLE.strip().splitlines()) for field in seen}
STAFF = tuple(role for role in ROLES if role != PARTICIPANT)
HOLDERS = {"holding", "holding_safety_case", "earlier_agreed"}
ROLE_SETS = st.sets(st.sampled_from(STAFF), min_size=1)
RELATION_SETS = st.sets(st.sampled_from(list(Relation)))
FIELDS = st.sampled_from(list(Field))


@pytest.mark.shows("E5", part="the table")
@pytest.mark.parametrize("role", ROLES)
def test_the_whole_table(role: str) -> None:
    allowed = {(role, relation.value, field.value) for relation, field in product(Relation, Field) if may_see(role, relation, field)}
    assert allowed == {cell for cell in CELLS if cell[0] == role}


def test_every_cell_written_here_is_one_that_there_can_be() -> None:
    known = set(product(ROLES, [each.value for each in Relation], [each.value for each in Field]))
    assert known >= CELLS
    assert {field for _, _, field in CELLS} == {each.value for each in Field}


@pytest.mark.parametrize(
    ("role", "relation", "field"),
    [
        ("line_manager", "holding", "brief"),
        ("coach", "friend", "brief"),
        ("coach", "holding", "everything"),
        ("", "", ""),
        ("Coach", "holding", "brief"),
    ],
)
def test_what_the_table_does_not_know_is_not_seen(role: str, relation: str, field: str) -> None:
    assert not may_see(role, relation, field)
    assert not sees([role], [relation], field)


# -- properties -----------------------------------------------------------------------------------------------------------------


def test_of_the_talk_itself_nobody_but_the_holder_reads_a_word() -> None:
    seen = {(role, relation) for role, relation, field in CELLS if field == "words_while_held" and role != PARTICIPANT}
    assert seen == {(role, "holding") for role in ("coach", "supervisor", "safety_lead")}


@pytest.mark.shows("E5", part="words")
@settings(max_examples=200)
@given(ROLE_SETS, RELATION_SETS, st.sampled_from(sorted(WORDS)))
def test_words_are_for_the_holder_and_for_what_three_rows_more_say(roles: set[str], relations: set[Relation], field: Field) -> None:
    answers_for_safety = "safety_lead" in roles and bool(relations & {Relation.SAFETY_CASE, Relation.IN_REVIEW})
    was_referred = "ethical_mentor" in roles and Relation.REFERRED_WITH_CONSENT in relations
    if sees(roles, relations, field):
        assert relations & HOLDERS or answers_for_safety or was_referred


@pytest.mark.shows("E5", part="names and words")
@settings(max_examples=200)
@given(ROLE_SETS, RELATION_SETS, st.sampled_from(sorted(PERSONAL)), st.sampled_from(["programme_manager", "researcher"]))
def test_a_manager_and_a_researcher_see_nothing_personal_whatever_else_they_are(
    roles: set[str], relations: set[Relation], field: Field, blind: str
) -> None:
    assert not sees({*roles, blind}, relations, field)
    assert {"name", *WORDS} <= PERSONAL


@settings(max_examples=200)
@given(ROLE_SETS, RELATION_SETS, FIELDS, st.sampled_from(sorted(NEVER)), st.booleans())
def test_a_tie_another_programme_or_an_erasure_outweighs_all(
    roles: set[str], relations: set[Relation], field: Field, never: Relation, takes_part: bool
) -> None:
    relations = relations - {Relation.HOLDING_SAFETY_CASE}
    assert not sees(roles | ({PARTICIPANT} if takes_part else set()), relations | {never}, field)


@pytest.mark.parametrize(
    ("relations", "seen"),
    [
        (["holding"], True),
        (["holding", "tied"], False),
        (["holding", "holding_safety_case", "tied"], True),
        (["holding", "holding_safety_case", "tied", "other_programme"], False),
        (["holding", "holding_safety_case", "erased"], False),
        (["safety_case", "tied"], False),
    ],
)
def test_a_tie_gives_way_to_danger_alone(relations: list[str], seen: bool) -> None:
    assert sees(["safety_lead"], relations, "brief") is seen


@settings(max_examples=200)
@given(st.sets(st.sampled_from(ROLES)), RELATION_SETS, FIELDS)
def test_whoever_has_two_roles_sees_no_more_than_both_do(roles: set[str], relations: set[Relation], field: Field) -> None:
    if sees(roles, relations, field):
        assert any(may_see(role, relation, field) for role in roles for relation in relations)


@pytest.mark.parametrize("role", ["coach", "researcher", "programme_manager"])
def test_whoever_is_a_participant_too_keeps_what_is_their_own_and_nothing_of_others(role: str) -> None:
    assert sees([PARTICIPANT, role], ["own"], "earlier_words")
    assert not sees([PARTICIPANT, role], ["unclaimed"], "brief")


def test_an_admin_sees_no_content() -> None:
    assert {field for role, _, field in CELLS if role == "admin"} == {"roster", "keys", "audit"}


def test_a_manager_sees_no_coach_s_load() -> None:
    assert {role for role, _, field in CELLS if field == "load"} == {"coach", "supervisor", "safety_lead", "ethical_mentor"}


def test_a_private_note_is_for_whoever_wrote_it() -> None:
    assert {relation for _, relation, field in CELLS if field in ("notes_private", "reflective_log")} == {"own"}


# -- counts ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.shows("E8", part="the threshold")
@pytest.mark.parametrize(
    ("count", "people", "shown"),
    [(0, None, None), (4, None, None), (5, None, 5), (60, None, 60), (60, 4, None), (60, 5, 60), (4, 9, None), (-1, None, None)],
)
def test_a_count_is_of_five_people_at_least(count: int, people: int | None, shown: int | None) -> None:
    assert at_least_five(count, people) == shown


# -- what the participant reads ---------------------------------------------------------------------------------------------------


def test_the_participant_reads_the_table_as_it_is() -> None:
    text = read(who_can_see(SPEECH))
    assert len(text) < 3000
    assert "{" not in text
    assert "**" not in text
    for role, relation, field in CELLS:
        if field not in [each.value for each in TOLD] or role == PARTICIPANT:
            continue
        row = [line for line in sentences(SPEECH) if role_of(role) in line.lower() and SPEECH.says(f"see.when.{relation}") in line]
        tells = [line for line in row if SPEECH.says(f"see.field.{field}") in line]
        assert tells or (field == "case_card" and row), f"{role} {relation} {field} is not told"


def role_of(role: str) -> str:
    return SPEECH.says(f"see.role.{role}")


@pytest.mark.parametrize("field", sorted(WORDS | {Field.NAME}))
def test_nothing_is_told_that_the_table_does_not_allow(field: Field) -> None:
    said = SPEECH.says(f"see.field.{field}")
    for line in sentences(SPEECH):
        if said in line.replace("never your name", ""):
            named = [role for role in ROLES if role_of(role) in line.split(": ")[0].lower()]
            when = next(relation for relation in Relation if f", {SPEECH.says(f'see.when.{relation}')}:" in line)
            assert named
            assert all(may_see(role, when, field) for role in named)


def test_who_never_sees_a_name_or_words_is_said_of_those_and_of_nobody_else() -> None:
    never = SPEECH.fill("see.never", who="")
    said = {line.removesuffix(never).lower() for line in sentences(SPEECH) if line.endswith(never)}
    assert said == {role_of(role) for role in ("programme_manager", "researcher", "admin")}
    assert not [row for row in ALLOWED if row[0] in BLIND and ALLOWED[row] & PERSONAL]


def test_the_sentences_are_plain() -> None:
    """A row is read item by item, as a list is."""
    for line in sentences(SPEECH):
        assert len(line.split()) < SHORTEST_JUDGED or grade(line.replace(";", ".")) <= HARDEST, line
        assert len(line.split()) <= 60
        assert not ADVICE.search(line)
        assert not PROMISE.search(line)
