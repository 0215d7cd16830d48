"""Logs: one JSON object a line on standard error, ids only, never anybody's words and never a token."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

from coaching.words import Span, Words

_TOKEN = re.compile(r"xox[a-z]-[\w-]+|xapp-[\w-]+|\b\d{6,}:[A-Za-z0-9_-]{30,}")


def start_logging(level: str) -> None:
    """Send everything, our own and the libraries', through one line format."""
    chosen = logging.getLevelNamesMapping().get(level.upper(), logging.INFO)
    shared: list[Any] = [structlog.stdlib.add_log_level, structlog.processors.TimeStamper("iso", utc=True), without_secrets]
    structlog.configure(
        processors=[*shared, structlog.processors.JSONRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(chosen),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    root = logging.StreamHandler(sys.stderr)
    root.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[_only_event, without_secrets, structlog.processors.JSONRenderer()]
        )
    )
    logging.basicConfig(level=max(chosen, logging.WARNING), handlers=[root], force=True)


def _only_event(_logger: object, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A library's record without its traceback's values: the event, the level and the kind of error."""
    record = event.pop("_record", None)
    event.pop("_from_structlog", None)
    if record is not None and record.exc_info and record.exc_info[0]:
        event["error"] = record.exc_info[0].__name__
    event.pop("exc_info", None)
    return event


def without_secrets(_logger: object, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Tokens are masked wherever they stand; words show their length only."""
    return {key: _masked(value) for key, value in event.items()}


def _masked(value: object) -> object:
    if isinstance(value, (Words, Span)):
        return repr(value)
    return _TOKEN.sub("***", value) if isinstance(value, str) else value
