"""`coachbot safety …`: the weekly safety review in figures, and the log of adverse events. Nobody's words are shown here."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Annotated

import typer

safety = typer.Typer(no_args_is_help=True, help="The weekly safety review in figures, and the log of adverse events.")


@safety.command()
def review(
    week: Annotated[str, typer.Option(help="As 2026-W47; default: the last one that is over.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """How often the watch raised an alarm or asked straight in a week; the lines themselves are in the console."""
    from coachbot.logs import start_logging
    from coachbot.safety import as_lines, reviewed
    from coachbot.settings import read_settings

    start_logging("ERROR")
    told = asyncio.run(reviewed(read_settings(), week))
    for line in [json.dumps(told)] if as_json else as_lines(told):
        typer.echo(line)


@safety.command()
def events(
    export: Annotated[Path | None, typer.Option(help="A file that is not there yet: every version of every event, as CSV.")] = None,
) -> None:
    """How many adverse events there are; with --export the whole log, for the sponsor."""
    from coachbot.logs import start_logging
    from coachbot.safety import logged
    from coachbot.settings import read_settings

    start_logging("ERROR")
    typer.echo(asyncio.run(logged(read_settings(), export)))
