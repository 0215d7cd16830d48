"""Names of `COACHBOT_…` variables: which there are, and which somebody meant."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from pydantic import BaseModel

ELSEWHERE = {"COACHBOT_DATA", "COACHBOT_SECRETS_DIR", "COACHBOT_PLATFORM_DATA"}  # read, but no part of the settings
RESERVED = ("COACHBOT_TEST_",)
OF_KUBERNETES = re.compile(r"COACHBOT_(SERVICE_(HOST|PORT).*|PORT_\d+_.*)")  # it sets these for a service named coachbot
LINE = re.compile(r"^\s*(?:export\s+)?(COACHBOT_\w*)\s*=", re.IGNORECASE | re.MULTILINE)


def names_of(model: type[BaseModel], prefix: str = "COACHBOT_") -> list[str]:
    """Every variable of the settings, groups included."""
    names = []
    for name, field in model.model_fields.items():
        own = f"{prefix}{name.upper()}"
        names.append(own)
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            names.extend(names_of(field.annotation, f"{own}__"))
    return names


def unknown_names(model: type[BaseModel], env_file: Path) -> list[str]:
    """A sentence for every variable that nothing reads, with the one that was probably meant."""
    known = {*names_of(model), *ELSEWHERE}
    found = {name.upper() for name in (*_environment(), *_in_file(env_file))}
    strange = [name for name in found - known if not name.startswith(RESERVED) and not OF_KUBERNETES.fullmatch(name)]
    return [_sentence(name, known) for name in sorted(strange)]


def _environment() -> Iterable[str]:
    """Kubernetes sets COACHBOT_PORT too, to an address."""
    ours = {name: value for name, value in os.environ.items() if name.upper().startswith("COACHBOT_")}
    return [name for name, value in ours.items() if not (name == "COACHBOT_PORT" and value.startswith("tcp://"))]


def _in_file(path: Path) -> Iterable[str]:
    try:
        return LINE.findall(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return ()


def _sentence(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return f"{name} is no setting: {f'{near[0]} is probably meant' if near else 'take it away, or see its name in the README'}."
