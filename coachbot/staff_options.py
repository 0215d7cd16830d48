"""What the options of `coachbot staff` mean, and what is refused. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from coaching.errors import StaffRefused
from coaching.staff import Caps, Role, Rung, Skills, Staff, Ties
from handoff.roster import blinded

Given = Mapping[str, Any]  # options by their names; None where one was not given, an empty text where it is to be emptied
LONGEST_NAME, LONGEST_WORD, LONGEST_EMAIL = 120, 80, 254
FORMS = {
    "slack": (
        re.compile(r"[UW][A-Z0-9]{5,}"),
        "is no Slack member id: it begins with U or W, and stands in the member's profile.",
    ),
    "telegram": (re.compile(r"[1-9]\d{3,14}"), "is no Telegram id: it is a number, as 123456789, and not the name with @."),
    "email": (re.compile(r"[^@\s,<>]+@[^@\s,<>]+"), "is no e-mail address: write it as ana.bell@hospital.example."),
}
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")


def changed(person: Staff, given: Given, called: Mapping[str, str]) -> Staff:
    """The person with what was given in its place; `called` has participants' ids by alias."""
    name = given.get("name")
    return replace(
        person,
        name=person.name if name is None else name.strip(),
        roles=person.roles if given.get("role") is None else frozenset(Role(each) for each in given["role"]),
        ties=_ties(person.ties, given, called),
        skills=_skills(person.skills, given),
        caps=_caps(person.caps, given),
        on_safety_rota=person.on_safety_rota if given.get("safety_rota") is None else given["safety_rota"],
        shifts=_several(person.shifts, given.get("shift")),
        addresses=_addresses(person, given),
    )


def _ties(ties: Ties, given: Given, called: Mapping[str, str]) -> Ties:
    plain = {name: given[name].strip() for name in ("organisation", "directorate", "team", "profession") if given.get(name) is not None}
    own = given.get("is_participant")
    return replace(
        ties,
        manages=_several(ties.manages, given.get("manages")),
        line=_several(ties.line, given.get("line"), called),
        conflicts=_several(ties.conflicts, given.get("conflict"), called),
        participant_id=ties.participant_id if own is None else called.get(own, ""),
        **plain,
    )


def _skills(skills: Skills, given: Given) -> Skills:
    return replace(
        skills,
        languages=_several(skills.languages, given.get("language")),
        professions=_several(skills.professions, given.get("knows")),
        topics=_several(skills.topics, given.get("topic")),
        rung=skills.rung if given.get("rung") is None else Rung(given["rung"]),
        trained=skills.trained if given.get("trained") is None else given["trained"],
    )


def _caps(caps: Caps, given: Given) -> Caps:
    plain = {name: given[f"{name}_cap"] for name in ("soft", "hard", "heavy", "live") if given.get(f"{name}_cap") is not None}
    return replace(caps, **plain)


def _several(was: frozenset[str], given: Collection[str] | None, called: Mapping[str, str] | None = None) -> frozenset[str]:
    if given is None:
        return was
    words = (each.strip() for each in given)
    return frozenset(word if called is None else called[word] for word in words if word)


def _addresses(person: Staff, given: Given) -> tuple[tuple[str, str], ...]:
    """By channel, one each; people write their e-mail in capitals or not, and mean the same."""
    new = {channel: given[channel].strip() for channel in FORMS if given.get(channel) is not None}
    if new.get("email"):
        new["email"] = new["email"].casefold()
    return tuple(sorted((channel, value) for channel, value in (dict(person.addresses) | new).items() if value))


def knowing_their_own(person: Staff, given: Given) -> Staff:
    """Somebody new knows their own profession, unless it is said what they know."""
    if given.get("knows") is not None or not person.ties.profession:
        return person
    return replace(person, skills=replace(person.skills, professions=frozenset({person.ties.profession})))


# -- what is refused ------------------------------------------------------------------------------------------------------------


def refuse(person: Staff) -> Staff:
    """The same person. StaffRefused says everything that keeps them from being stored."""
    if wrong := [sentence for check in CHECKS for sentence in check(person)]:
        raise StaffRefused("\n".join(wrong))
    return person


def _wrong_name(person: Staff) -> list[str]:
    good = 0 < len(person.name) <= LONGEST_NAME and person.name.isprintable() and not set(person.name) & set("@<>*_`|")
    return [] if good else [f"A name has 1 to {LONGEST_NAME} letters, and none of @ < > * _ ` |: participants read it as it is."]


def _wrong_roles(person: Staff) -> list[str]:
    if not person.roles:
        return ["--role is missing: coach, supervisor, safety_lead, ethical_mentor, programme_manager, researcher or admin."]
    blind = " and ".join(role.replace("_", " ") for role in sorted(blinded(person)))
    if not blind:
        return []
    return [
        f"A {blind} sees nothing that could tell who somebody is, and whoever coaches, supervises or is called for safety does: "
        "one person cannot be both. Give the role to somebody else."
    ]


def _wrong_addresses(person: Staff) -> list[str]:
    told = []
    for channel, value in person.addresses:
        form, sentence = FORMS[channel]
        if not form.fullmatch(value) or len(value) > LONGEST_EMAIL:
            told.append(f"{value[:40]} {sentence}")
    return told


def _wrong_words(person: Staff) -> list[str]:
    ties, skills = person.ties, person.skills
    plain = (ties.organisation, ties.directorate, ties.team, ties.profession, *ties.manages, *skills.professions, *skills.topics)
    told = [f"{word[:40]} … is too long: {LONGEST_WORD} letters at most." for word in (*plain, *person.shifts) if len(word) > LONGEST_WORD]
    told += [f"{each[:40]} is no language: write it as en-GB." for each in sorted(skills.languages) if not LANGUAGE.fullmatch(each)]
    return told if skills.languages else [*told, "--language is missing: give at least one, as en-GB."]


def _wrong_caps(person: Staff) -> list[str]:
    caps = person.caps
    good = 0 <= caps.soft <= caps.hard <= 100 and 0 <= caps.heavy <= 100 and 0 <= caps.live <= 100
    return [] if good else ["Caps are from 0 to 100, and the soft one is not above the hard one."]


CHECKS: tuple[Callable[[Staff], list[str]], ...] = (_wrong_name, _wrong_roles, _wrong_addresses, _wrong_words, _wrong_caps)
