"""The programme file, and everything that keeps a programme from starting because it could hurt somebody."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, ValidationError, field_validator
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from coachbot import forms
from coachbot.programme_hours import EXAMPLE, OpeningOfFile, ShiftOfFile, cover_of
from coachbot.sandbox import sandbox
from coaching.errors import SettingsError
from coaching.programme import CONTACTS, GOOD_FOR_DAYS, Programme


class SafetyLead(BaseModel):
    """Who answers for safety: a name or role, and how they are reached."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1)
    contact: str = Field(min_length=1)


def _kind(rota: object) -> str:
    return "calendar" if isinstance(rota, str) else "shifts"


Rota = Annotated[Annotated[str, Tag("calendar")] | Annotated[tuple[ShiftOfFile, ...], Tag("shifts")], Discriminator(_kind)]


class ProgrammeFile(BaseModel):
    """What a programme says of itself so far; later stages add to it. `rota` is an iCalendar address or file, or a list of shifts."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(pattern=r"^[a-z][a-z0-9_-]{1,40}$")
    title: str
    country: str = Field("GB", pattern=r"^[A-Z]{2}$")
    language: str = "en-GB"
    zone: str = "Europe/London"
    entry: str = Field("open", pattern="^open$")
    safety_lead: SafetyLead | None = None
    people: bool = True
    cover_hours: tuple[OpeningOfFile, ...] = ()
    closed_days: frozenset[date] = frozenset()
    rota: Rota = ()
    crisis_lines_verified_on: dict[str, date] = Field(default_factory=dict)
    contacts: dict[str, str] = Field(default_factory=dict)
    safety_follow_up: bool = False

    @field_validator("cover_hours", mode="before")
    @classmethod
    def _a_list(cls, given: object) -> object:
        if given is None or given == "":
            return ()
        if isinstance(given, str):
            raise ValueError(f"it is a list of days and times now, and not a sentence; write it as [{EXAMPLE}]")
        return [given] if isinstance(given, dict) else given

    @field_validator("rota", mode="before")
    @classmethod
    def _shifts(cls, given: object) -> object:
        return [given] if isinstance(given, dict) else given or ()

    @property
    def calendar(self) -> str:
        return self.rota.strip() if isinstance(self.rota, str) else ""

    @property
    def shifts(self) -> tuple[ShiftOfFile, ...]:
        return () if isinstance(self.rota, str) else self.rota


def read_programme(path: Path | None, today: date, countries: set[str], languages: set[str]) -> Programme:
    """The programme of a file, or the built-in sandbox. SettingsError lists everything that is wrong with it."""
    if path is None:
        return sandbox()
    file = _parsed(path)
    wrong = [*_refusals(file, today, countries, languages), *_rota_refusals(file, path)]
    if wrong:
        raise SettingsError("\n".join(f"{path}: {sentence}" for sentence in wrong))
    return _programme(file, path)


def _programme(file: ProgrammeFile, path: Path) -> Programme:
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
        staffed=file.people,
        cover=cover_of(file.cover_hours, file.zone, file.closed_days),
        calendar=_place(file.calendar, path),
        duties=tuple(each.duty(file.zone) for each in file.shifts),
    )


def _place(calendar: str, path: Path) -> str:
    """The calendar's address, or where its file is: beside the programme's unless it says otherwise."""
    if not calendar or forms.is_address(calendar):
        return calendar
    return str(path.parent.absolute() / Path(calendar).expanduser())


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
        told = error.errors(include_input=False)
        wrong = [f"{path}: {'.'.join(map(str, each['loc']))}: {each['msg'].removeprefix('Value error, ')}." for each in told]
        raise SettingsError("\n".join(wrong)) from None


def _refusals(file: ProgrammeFile, today: date, countries: set[str], languages: set[str]) -> list[str]:
    verified = Programme(verified_on=file.crisis_lines_verified_on).verified(file.country, today)
    checks = {
        f"there are no crisis lines for the country {file.country}; add them to content/crisis_lines.yaml.": file.country in countries,
        f"there is no wording for the language {file.language}.": file.language in languages,
        f"the zone {file.zone} is not known; write it as Europe/London.": file.zone in available_timezones(),
        "safety_lead is missing: name who answers for safety and how they are reached.": file.safety_lead is not None,
        f"cover_hours is missing: say when somebody is there, as [{EXAMPLE}].": bool(file.cover_hours),
        _stale_sentence(file): verified,
        _contacts_sentence(file): not _unknown_contacts(file),
    }
    return [sentence for sentence, holds in checks.items() if not holds]


def _rota_refusals(file: ProgrammeFile, path: Path) -> list[str]:
    """No sentence repeats the address: whoever has it can read the calendar."""
    if forms.is_address(file.calendar):
        return list(forms.calendar("rota", file.calendar))
    place = _place(file.calendar, path)
    return [f"rota names {place}, which is no file that can be read."] if place and not Path(place).is_file() else []


def _stale_sentence(file: ProgrammeFile) -> str:
    return (
        f"the crisis lines of {file.country} were not checked in the last {GOOD_FOR_DAYS} days: call each, "
        f"then write the date under crisis_lines_verified_on."
    )


def _contacts_sentence(file: ProgrammeFile) -> str:
    return f"contacts names {', '.join(_unknown_contacts(file))}, which nothing shows. Known: {', '.join(CONTACTS)}."


def _unknown_contacts(file: ProgrammeFile) -> list[str]:
    return sorted(file.contacts.keys() - set(CONTACTS))
