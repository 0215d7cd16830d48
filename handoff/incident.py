"""An incident: a case of the safety ladder that nobody took within the hour. Somebody has to say why before it is closed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from coaching.errors import IllegalMove


@dataclass(frozen=True, slots=True)
class Incident:
    """One a case at most. `reason` is the staff's own account."""

    case_id: str
    opened_at: datetime
    closed_at: datetime | None = None
    closed_by: str = ""
    reason: str = field(default="", repr=False)


def close(incident: Incident, by: str, reason: str, now: datetime) -> Incident:
    """The incident as it is closed by a member of staff. IllegalMove without a reason, and where it is closed already."""
    if not reason.strip():
        raise IllegalMove("An incident is closed with a reason only: write down why nobody took the case, and what follows from it.")
    if incident.closed_at is not None:
        raise IllegalMove(f"The incident of case {incident.case_id} is closed already; its reason stands.")
    return replace(incident, closed_at=now, closed_by=by, reason=reason.strip())
