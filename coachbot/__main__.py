"""`python -m coachbot` and the command `coachbot`."""

from __future__ import annotations

import os
import sys

from coaching.errors import CoachingError


def main() -> None:
    """Run a command; whatever is wrong is said in plain sentences, and ends with 2."""
    from coachbot.cli import app

    try:
        app()
    except CoachingError as error:
        _refuse(str(error))
    except BrokenPipeError:  # whoever read our output has stopped
        os._exit(1)  # without a last flush into the closed pipe
    except OSError as error:
        _refuse(f"The system did not allow it: {error}. See that the file or address is there and may be used, then try again.")
    except Exception as error:
        if not type(error).__module__.startswith(("sqlalchemy.", "asyncpg.")):
            raise
        _refuse(f"The database stopped answering ({type(error).__name__}): see that it runs, then try again. What was said before is kept.")


def _refuse(sentence: str) -> None:
    print(sentence, file=sys.stderr)
    raise SystemExit(2) from None


if __name__ == "__main__":
    main()
