"""The README names what there is, and nothing else."""

from __future__ import annotations

import re

from coachbot.settings import Settings, shown
from tests.house.source import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
TABLE = set(re.findall(r"^\| `(COACHBOT_\w+)` \|", README, re.MULTILINE))
FOLDERS = {"COACHBOT_DATA"}  # where things are, before any setting is read


def test_every_setting_is_in_the_table() -> None:
    assert set(shown(Settings(_env_file=None))) | FOLDERS == TABLE


def test_every_target_named_is_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", README, re.MULTILINE))
    assert named <= set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


def test_every_file_linked_is_there() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
    assert not [link for link in links if not (ROOT / link).exists()]
