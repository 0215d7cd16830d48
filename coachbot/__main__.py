"""`python -m coachbot` and the command `coachbot`."""

from __future__ import annotations

import sys

from coaching.errors import CoachingError


def main() -> None:
    """Run a command; whatever is wrong is said in plain sentences, and ends with 2."""
    from coachbot.cli import app

    try:
        app()
    except CoachingError as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from None


if __name__ == "__main__":
    main()
