"""Safety texts made out to one person: the words of a rule, with the numbers of their country and the people of their programme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.dialogs import playing
from bot.dialogs.library import Library
from coaching.concern import Signal, Urgency
from coaching.effects import Say
from coaching.message import Lane, Shape
from coaching.programme import CONTACTS, Programme
from handoff.rules import Rule, opens_case, rule_name

OWN = ("crisis", "safeguarding.domestic")  # rules about the safety of the person who writes


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a text is made out to: their programme, country and language, and the day (numbers grow old)."""

    library: Library
    programme: Programme
    country: str
    language: str
    today: date

    def says(self, name: str) -> str:
        """The first variant of a wording of ours, as written; nothing where there is none."""
        found = self.library.words(self.language).get(name)
        return found.variants[0].source if found else ""

    def verified(self) -> bool:
        """Whether somebody has checked the numbers, and not too long ago."""
        code = self.library.country(self.country).code
        return self.library.country(code).verified() or self.programme.verified(code, self.today)


def card(addressee: Addressee, signal: Signal, *, open_ended: bool = False) -> Say:
    """The card of a concern that is acted on: its words, the lines, the one question after them.

    `open_ended`: they were asked straight, and did not say yes or no.
    """
    rule = addressee.library.rules[rule_name(signal)]
    unsure = f"{rule.says}.unsure" if open_ended and addressee.says(f"{rule.says}.unsure") else ""
    emergency = rule.in_emergency if signal.urgency is Urgency.EMERGENCY else ""
    return asking(addressee, emergency or unsure or rule.says, rule.choices, rule)


def short(addressee: Addressee, rule: Rule) -> Say:
    """The short text of a hold, for whatever is written after the card: the number and one line in it, the others a press away."""
    own = rule.name in OWN
    choices = ("safe", "not_safe", "not_meant") if own else ("all_safe", "someone_not", "not_meant")
    return asking(addressee, "safety.hold" if own else "safety.hold.others", choices, rule)


def asking(addressee: Addressee, wording: str, choices: tuple[str, ...], rule: Rule) -> Say:
    """A safety text that ends in a question with buttons; *help now* is always one of them."""
    return Say(wording, blanks(addressee, rule), (*choices, "help_now"), Shape.CHOICE, lane=Lane.SAFETY, opens=True)


def help_now(addressee: Addressee, choices: tuple[str, ...]) -> Say:
    """The card of *help now*: the country's lines, whatever the state."""
    wording = "help_now.verified" if addressee.verified() else "help_now.unverified"
    lines = addressee.library.lines(addressee.language, addressee.country)
    emergency = addressee.library.country(addressee.country).emergency
    return Say(wording, {"emergency": emergency, "lines": lines}, choices, lane=Lane.SAFETY)


def telling(addressee: Addressee, wording: str, choices: tuple[str, ...], rule: Rule | None = None) -> Say:
    """A safety text that asks nothing."""
    return Say(wording, blanks(addressee, rule), choices, lane=Lane.SAFETY)


# -- blanks ---------------------------------------------------------------------------------------------------------------------


def blanks(addressee: Addressee, rule: Rule | None = None, urgency: Urgency = Urgency.NONE) -> dict[str, str]:
    """Everything that a safety text may leave open. `urgency` counts where only an urgent case is opened."""
    library, country, language = addressee.library, addressee.country, addressee.language
    return {
        "emergency": library.country(country).emergency,
        "lines": _marked(addressee, library.lines(language, country)),
        "line": library.first_line(language, country),
        "support": _support(addressee, rule),
        "told": told(addressee, rule, urgency) if rule else "",
        "safety_lead": _safety_lead(addressee),
        **{name: _contact(addressee, name) for name in CONTACTS},
    }


def told(addressee: Addressee, rule: Rule, urgency: Urgency) -> str:
    """Who hears of it, told as it is: nobody where no case is opened, nobody real in the sandbox."""
    if not rule.holds and not opens_case(rule, urgency):
        return ""
    if not addressee.programme.safety_lead:
        return addressee.says(playing.TOLD if addressee.programme.played else "safety.told.nobody")
    return addressee.says("safety.told.lead" if rule.holds else "safety.told.care").replace("{safety_lead}", _safety_lead(addressee))


def _safety_lead(addressee: Addressee) -> str:
    return addressee.programme.safety_lead or addressee.says("blank.safety_lead")


def _marked(addressee: Addressee, lines: str) -> str:
    return lines if addressee.verified() else f"{lines}\n{addressee.says('safety.not_verified')}"


def _support(addressee: Addressee, rule: Rule | None) -> str:
    """Nothing where the country has no such lines: then our own words stand in."""
    lines = addressee.library.support(addressee.language, addressee.country, rule.support) if rule else ""
    return _marked(addressee, lines) if lines else ""


def _contact(addressee: Addressee, name: str) -> str:
    """The plain word for it, with whom the programme names in brackets."""
    plain, named = addressee.says(f"blank.{name}"), addressee.programme.contacts.get(name, "")
    return f"{plain} ({named})" if named else plain
