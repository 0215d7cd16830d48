"""The programme file, and everything that keeps a programme from starting because it could hurt somebody."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from coaching.errors import SettingsError
from coaching.programme import CONTACTS, GOOD_FOR_DAYS, Programme


class SafetyLead(BaseModel):
    """Who answers for safety: a name or role, and how they are reached."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1)
    contact: str = Field(min_length=1)


class ProgrammeFile(BaseModel):
    """What a programme says of itself so far; later stages add to it."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(pattern=r"^[a-z][a-z0-9_-]{1,40}$")
    title: str
    country: str = Field("GB", pattern=r"^[A-Z]{2}$")
    language: str = "en-GB"
    zone: str = "Europe/London"
    entry: str = Field("open", pattern="^open$")
    safety_lead: SafetyLead | None = None
    cover_hours: str = ""
    crisis_lines_verified_on: dict[str, date] = Field(default_factory=dict)
    contacts: dict[str, str] = Field(default_factory=dict)
    safety_follow_up: bool = False


def read_programme(path: Path | None, today: date, countries: set[str], languages: set[str]) -> Programme:
    """The programme of a file, or the built-in sandbox. SettingsError lists everything that is wrong with it."""
    if path is None:
        return Programme()
    file = _parsed(path)
    wrong = _refusals(file, today, countries, languages)
    if wrong:
        raise SettingsError("\n".join(f"{path}: {sentence}" for sentence in wrong))
    return _programme(file)


def _programme(file: ProgrammeFile) -> Programme:
    return Programme(
        name=file.name,
        title=file.title,
        entry=file.entry,
        country=file.country,
        language=file.language,
        zone=file.zone,
        sandbox=False,
        safety_lead=file.safety_lead.name if file.safety_lead else "",
        contacts=file.contacts,
        follow_up=file.safety_follow_up,
        verified_on=file.crisis_lines_verified_on,
    )


def _parsed(path: Path) -> ProgrammeFile:
    try:
        return ProgrammeFile.model_validate(YAML(typ="safe").load(path.read_text("utf-8")) or {})
    except OSError as error:
        raise SettingsError(f"COACHBOT_PROGRAMME names {path}, which cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise SettingsError(f"COACHBOT_PROGRAMME names {path}, which is not UTF-8 text: save it as UTF-8.") from None
    except YAMLError as error:
        raise SettingsError(f"{path} is not YAML: {str(error).splitlines()[0]}.") from None
    except ValidationError as error:
        wrong = [f"{path}: {'.'.join(map(str, each['loc']))}: {each['msg']}." for each in error.errors(include_input=False)]
        raise SettingsError("\n".join(wrong)) from None


def _refusals(file: ProgrammeFile, today: date, countries: set[str], languages: set[str]) -> list[str]:
    checks = {
        f"there are no crisis lines for the country {file.country}; add them to content/crisis_lines.yaml.": file.country in countries,
        f"there is no wording for the language {file.language}.": file.language in languages,
        f"the zone {file.zone} is not known; write it as Europe/London.": file.zone in available_timezones(),
        "safety_lead is missing: name who answers for safety and how they are reached.": file.safety_lead is not None,
        "cover_hours is missing: say when somebody is there.": bool(file.cover_hours),
        _stale_sentence(file): _programme(file).verified(file.country, today),
        _contacts_sentence(file): not _unknown_contacts(file),
    }
    return [sentence for sentence, holds in checks.items() if not holds]


def _stale_sentence(file: ProgrammeFile) -> str:
    return (
        f"the crisis lines of {file.country} were not checked in the last {GOOD_FOR_DAYS} days: call each, "
        f"then write the date under crisis_lines_verified_on."
    )


def _contacts_sentence(file: ProgrammeFile) -> str:
    return f"contacts names {', '.join(_unknown_contacts(file))}, which nothing shows. Known: {', '.join(CONTACTS)}."


def _unknown_contacts(file: ProgrammeFile) -> list[str]:
    return sorted(file.contacts.keys() - set(CONTACTS))
