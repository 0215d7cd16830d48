"""`python -m coachbot.watchdog`, which `coachbot watch` becomes: the settings come in the environment, read and checked before."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from coachbot.watchdog.beat import beats_in
from coachbot.watchdog.calling import Means, call
from coachbot.watchdog.watching import TEST, Finding, Limits, Notice, Watch

LOOK = 5.0  # seconds between looks


def main() -> None:
    """Watch until it is told to stop."""
    asked = _asked()
    means = means_of(os.environ)
    folder = Path(os.environ["COACHBOT_DATA"])
    if asked.test:
        raise SystemExit(_test(means))
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: os._exit(0))
    limits = Limits(*(timedelta(seconds=each) for each in (asked.silent, asked.deaf, asked.again, asked.retry, asked.asleep)))
    watch = Watch(means.named(), _now(), limits)
    _say("watching", means=means.named(), folder=str(folder))
    while True:
        try:
            _look(watch, folder, means)
        except Exception as error:  # a watchdog does not die of what it sees
            _say("stumbled", error=type(error).__name__)
        time.sleep(asked.look)


def _asked() -> argparse.Namespace:
    """Times in seconds, for tests; as they come, they are those of the service."""
    usual, parser = Limits(), argparse.ArgumentParser(prog="coachbot watch")
    parser.add_argument("--test", action="store_true")
    parser.add_argument("--look", type=float, default=LOOK)
    for name in ("silent", "deaf", "again", "retry", "asleep"):
        parser.add_argument(f"--{name}", type=float, default=getattr(usual, name).total_seconds())
    return parser.parse_args()


def means_of(env: Mapping[str, str]) -> Means:
    """The means that the environment names; whoever starts it has checked them."""

    def of(name: str) -> str:
        return env.get(f"COACHBOT_{name}", "")

    return Means(
        host=of("SMTP__HOST"),
        port=int(of("SMTP__PORT") or 0),
        sender=of("SMTP__SENDER"),
        name=of("SMTP__NAME"),
        password=of("SMTP__PASSWORD"),
        tls=of("SMTP__TLS") or "starttls",
        to=tuple(each.strip() for each in of("WATCHDOG__TO").split(",") if each.strip()),
        url=of("PAGING__URL"),
        secret=of("PAGING__SECRET"),
        link=of("HTTP__PUBLIC_URL"),
    )


def _look(watch: Watch, folder: Path, means: Means) -> None:
    now = _now()
    notices = watch.look(beats_in(folder), now)
    fates = call(means, notices, now) if notices else {}
    for notice in notices:
        why = fates[notice.means]
        watch.told(notice, now, not why)
        _say(notice.finding.kind, means=notice.means, arrived=not why, why=why, which=notice.finding.which)


def _test(means: Means) -> int:
    """Call everybody once, now; 1 where a means failed."""
    now = _now()
    fates = call(means, [Notice(each, Finding(TEST, "", now), 1) for each in means.named()], now)
    for each, why in fates.items():
        _say(TEST, means=each, arrived=not why, why=why)
    return 1 if any(fates.values()) else 0


def _now() -> datetime:
    return datetime.now(UTC)


def _say(event: str, **more: object) -> None:
    print(json.dumps({"event": f"watchdog.{event}", **more, "timestamp": _now().isoformat()}), file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
