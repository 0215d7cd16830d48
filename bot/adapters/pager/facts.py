"""What an alert says of a case, found in its text by the wording that it was made of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

Alerts = Mapping[str, Sequence[str]]  # the id of a wording → its variants, as they stand in content/
LONGEST = 200  # characters of one fact
_BLANK = re.compile(r"\{(\w+)\}")
STRONG = "**"


def facts_in(text: str, variants: Sequence[str]) -> dict[str, str] | None:
    """The blanks of the variant that the text is made of, by name; None where it is made of none of them."""
    found = (_pattern(variant).fullmatch(text) for variant in variants)
    return next((match.groupdict() for match in found if match), None)


@lru_cache(64)
def _pattern(variant: str) -> re.Pattern[str]:
    """The wording with its blanks open, each for one short stretch of a line; a name met again is the same again."""
    parts, seen = _BLANK.split(variant.replace(STRONG, "")), set[str]()
    written = []
    for place, part in enumerate(parts):
        is_name = place % 2 == 1
        fresh = is_name and part not in seen
        written.append(rf"(?P<{part}>[^\n]{{0,{LONGEST}}}?)" if fresh else f"(?P={part})" if is_name else re.escape(part))
        seen |= {part} if is_name else set()
    return re.compile("".join(written))
