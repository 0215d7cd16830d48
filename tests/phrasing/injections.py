"""Attempts to make a language model break the policy: as written, in base64, with unseen signs between, in look-alike letters."""

from __future__ import annotations

import base64

from tests.phrasing.world import rows

_LOOKALIKE = str.maketrans("aeopcxyis", "аеорсхуіѕ")
BEFORE = "I would have something left for my kids and feel calmer when I get home from a long day."


def attempts() -> list[tuple[str, str]]:
    """(kind, text)."""
    written = [(kind, text.replace("\\n", "\n")) for kind, text in rows("attempts.tsv")]
    direct = [text for kind, text in written if kind == "direct"]
    return [
        *written,
        *(("base64", base64.b64encode(text.encode()).decode()) for text in direct),
        *(("unseen", "\u200b".join(text)) for text in direct[:40]),
        *(("reversed order", f"\u202e{text[::-1]}\u202c") for text in direct[:15]),
        *(("look-alike", text.translate(_LOOKALIKE)) for text in direct[:25]),
    ]


def answers() -> list[tuple[str, str]]:
    """The attempts as answers to a question of ours, where a model may be asked about them: behind a good answer, and alone."""
    return [(kind, f"{BEFORE} {text}") for kind, text in attempts()]
