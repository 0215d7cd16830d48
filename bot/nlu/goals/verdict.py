"""What a rule says of one answer."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Verdict:
    """`name` is usable (ok) or one reason; `repair` picks the question that mends it and is the name where nothing is finer.

    `evidence` is the answer, or the tidied stretch of it that decided.
    """

    name: str
    repair: str = ""
    evidence: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if not self.repair:
            object.__setattr__(self, "repair", self.name)

    @property
    def ok(self) -> bool:
        """Whether the answer can be used as it stands."""
        return self.name == "ok"


OK = Verdict("ok")
