"""The few lines that a watchdog says, from content, read without a library."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from importlib.resources import files

from coachbot.watchdog.watching import Finding

FILE = "watchdog.yaml"
_NAME = re.compile(r"([a-z.]+): \|-")
_BLANK = re.compile(r"\{(\w+)\}")


def wordings() -> Mapping[str, str]:
    """Every wording by its name; none where the file cannot be read: what is wrong is told all the same, in fewer words."""
    try:
        text = (files("content") / FILE).read_text("utf-8")
    except (OSError, ImportError, ValueError):
        return {}
    return parsed(text)


def parsed(text: str) -> Mapping[str, str]:
    """The wordings of a file that keeps to its own small shape."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if name := _NAME.fullmatch(line):
            found[name[1]] = []
        elif line.startswith("  ") and found:
            found[next(reversed(found))].append(line[2:])
    return {name: "\n".join(lines) for name, lines in found.items()}


def said(finding: Finding, now: datetime, link: str) -> tuple[str, str]:
    """(subject, text) of what is told."""
    known = wordings()
    blanks = {
        "which": finding.which or known.get("nothing", "-"),
        "since": f"{finding.since:%H:%M} UTC",
        "minutes": str(minutes(finding, now)),
        "link": link,
        "what": known.get(f"what.{finding.kind}", finding.kind),
    }
    subject, text = known.get("subject", "Coachbot: {what}"), known.get(finding.kind, "{what} {which} {since} {link}")
    return _filled(subject, blanks), _filled(text, blanks)


def minutes(finding: Finding, now: datetime) -> int:
    return max(0, int((now - finding.since).total_seconds() // 60))


def _filled(text: str, blanks: Mapping[str, str]) -> str:
    return _BLANK.sub(lambda blank: blanks.get(blank[1], ""), text)
