"""Where each concern goes and how soon, from the table as it is shipped."""

from __future__ import annotations

import pytest

from coaching.concern import KINDS, Concern, Signal, Urgency
from handoff.rules import NAMES, SAFETY, Within, opens_case, route, route_of, rule_name
from tests.play import LIBRARY

RULES = LIBRARY.rules
URGENCIES = list(Urgency)
ROUTES = """
crisis                        emergency  safety_rota     the safety ladder       overrides
crisis                        urgent     safety_rota     the safety ladder       overrides
safeguarding                  emergency  safety_lead     the safety ladder       overrides
safeguarding                  urgent     safety_lead     60 minutes              overrides
safeguarding.domestic         urgent     safety_lead     60 minutes              overrides
safeguarding.threat           emergency  safety_lead     the safety ladder       overrides
patient_safety                urgent     safety_lead     60 minutes              overrides
patient_safety                soon       safety_lead     the next working day    overrides
mistreatment                  soon       none            the next working day
mistreatment                  urgent     safety_lead     60 minutes              overrides
trauma                        soon       coach_pool      the next working day
substance_use                 soon       none            the next working day
substance_use                 urgent     safety_lead     60 minutes              overrides
burnout                       soon       coach_pool      the next working day
ethical_dilemma               soon       ethical_mentor  the next working day
wants_human                   soon       coach_pool      the next working day
clinical_question             none       none            three working days
bot_frustration               none       coach_pool      three working days
bot_frustration.complaint     soon       study_team      the next working day
stuck                         none       coach_pool      three working days
"""


def rows(table: str) -> list[tuple[str, str, str, str, bool]]:
    found = []
    for line in table.strip().splitlines():
        name, urgency, to, *rest = line.split()
        overrides = rest[-1] == "overrides"
        found.append((name, urgency, to, " ".join(rest[:-1] if overrides else rest), overrides))
    return found


@pytest.mark.parametrize(("name", "urgency", "to", "within", "overrides"), rows(ROUTES))
def test_the_route(name: str, urgency: str, to: str, within: str, overrides: bool) -> None:
    found = route_of(RULES[name], Urgency(urgency))
    assert (found.to, found.within.value, found.overrides) == (to, within, overrides)


def test_there_is_a_rule_for_every_concern_and_kind() -> None:
    assert set(RULES) == set(NAMES)
    signals = [Signal(concern) for concern in Concern if concern is not Concern.NONE]
    signals += [Signal(Concern.SAFEGUARDING, kind=kind) for kind in KINDS]
    signals += [Signal(Concern.BOT_FRUSTRATION, kind="complaint")]
    assert {rule_name(signal) for signal in signals} | {"stuck"} == set(NAMES)


@pytest.mark.shows("H25", "F12", part="the routes; arms come with the trial")
@pytest.mark.parametrize("name", sorted(RULES))
@pytest.mark.parametrize("urgency", URGENCIES)
def test_safety_is_the_same_in_every_arm(name: str, urgency: Urgency) -> None:
    concern, _, kind = name.partition(".")
    with_coach = route_of(RULES[name], urgency)
    without = route_of(RULES[name], urgency, coached=False)
    if with_coach.to in SAFETY:
        assert with_coach == without
        assert with_coach.overrides
    assert without.to != "coach_pool"
    if name != "stuck":
        assert route(RULES, Signal(Concern(concern), urgency, kind)) == with_coach


@pytest.mark.parametrize("name", ["crisis", "safeguarding", *(f"safeguarding.{kind}" for kind in KINDS)])
def test_danger_always_opens_a_case_that_somebody_hears_of(name: str) -> None:
    for urgency in URGENCIES:
        assert opens_case(RULES[name], urgency)
        assert route_of(RULES[name], urgency).to in SAFETY
        assert route_of(RULES[name], urgency).within in (Within.LADDER, Within.HOUR)
    assert RULES[name].holds


def test_when_a_case_is_opened() -> None:
    assert opens_case(RULES["patient_safety"], Urgency.SOON)
    assert not opens_case(RULES["substance_use"], Urgency.SOON)
    assert opens_case(RULES["substance_use"], Urgency.URGENT)
    assert not opens_case(RULES["bot_frustration"], Urgency.NONE)
    assert opens_case(RULES["bot_frustration"], Urgency.NONE, second=True)
    assert not opens_case(RULES["wants_human"], Urgency.SOON, second=True)


def test_nobody_has_signed_it_off_yet() -> None:
    assert {rule.reviewed_by for rule in RULES.values()} == {""}
