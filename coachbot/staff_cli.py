"""`coachbot staff …`: the commands about who works for a programme."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine
from datetime import date, datetime
from typing import Annotated, Any, TypeVar

import typer

from coaching.staff import Role, Rung

staff = typer.Typer(no_args_is_help=True, help="Who works for the programme: coaches, supervisors, whoever answers for safety.")

T = TypeVar("T")
Several = list[str] | None
Roles = Annotated[list[Role] | None, typer.Option("--role", help="Again for each; change: all of them anew.")]
Slack = Annotated[str | None, typer.Option(help="Slack member id, U… or W….")]
Telegram = Annotated[str | None, typer.Option(help="Telegram id, a number.")]
Email = Annotated[str | None, typer.Option(help="Also how a calendar's rota names them.")]
Organisation = Annotated[str | None, typer.Option(help="Where they work.")]
Directorate = Annotated[str | None, typer.Option(help="Its part: nobody from it takes a case of mistreatment there.")]
Team = Annotated[str | None, typer.Option(help="Their own: they never take a case of it.")]
Profession = Annotated[str | None, typer.Option(help="Their own.")]
Manages = Annotated[Several, typer.Option(help="A team they manage; again for each.")]
Line = Annotated[Several, typer.Option(help="Alias of a participant above or below them at work; again for each.")]
Conflict = Annotated[Several, typer.Option(help="Alias of a participant whose case they never take; again for each.")]
IsParticipant = Annotated[str | None, typer.Option(help="Their own alias, where they are coached here too.")]
Language = Annotated[Several, typer.Option(help="As en-GB; again for each.")]
Knows = Annotated[Several, typer.Option(help="A profession they know well; again for each.")]
Topic = Annotated[Several, typer.Option(help="What they know, in the programme's words; again for each.")]
Shift = Annotated[Several, typer.Option(help="When they talk to people, in the programme's words; again for each.")]
Ladder = Annotated[Rung | None, typer.Option("--rung", help="On the ladder of development.")]
Trained = Annotated[bool | None, typer.Option("--trained/--untrained", help="Whether their training is valid.")]
OnRota = Annotated[bool | None, typer.Option("--safety-rota/--no-safety-rota", help="Whether they may be called for safety.")]
Cap = Annotated[int | None, typer.Option(help="See the guide, People.")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="A day, as 2026-12-31.")]
Who = Annotated[str, typer.Argument(help="Id, or the whole name.")]


@staff.command()
def add(
    context: typer.Context,
    name: str,
    role: Roles = None,
    slack: Slack = None,
    telegram: Telegram = None,
    email: Email = None,
    organisation: Organisation = None,
    directorate: Directorate = None,
    team: Team = None,
    profession: Profession = None,
    manages: Manages = None,
    line: Line = None,
    conflict: Conflict = None,
    is_participant: IsParticipant = None,
    language: Language = None,
    knows: Knows = None,
    topic: Topic = None,
    shift: Shift = None,
    rung: Ladder = None,
    trained: Trained = None,
    safety_rota: OnRota = None,
    soft_cap: Cap = None,
    hard_cap: Cap = None,
    heavy_cap: Cap = None,
    live_cap: Cap = None,
) -> None:
    """Somebody new on the staff."""
    from coachbot import staffing
    from coachbot.settings import read_settings

    _tell(staffing.add(read_settings(), name, _given(context)))


@staff.command()
def change(
    context: typer.Context,
    person: Who,
    name: Annotated[str | None, typer.Option(help="Their name, as participants read it.")] = None,
    role: Roles = None,
    slack: Slack = None,
    telegram: Telegram = None,
    email: Email = None,
    organisation: Organisation = None,
    directorate: Directorate = None,
    team: Team = None,
    profession: Profession = None,
    manages: Manages = None,
    line: Line = None,
    conflict: Conflict = None,
    is_participant: IsParticipant = None,
    language: Language = None,
    knows: Knows = None,
    topic: Topic = None,
    shift: Shift = None,
    rung: Ladder = None,
    trained: Trained = None,
    safety_rota: OnRota = None,
    soft_cap: Cap = None,
    hard_cap: Cap = None,
    heavy_cap: Cap = None,
    live_cap: Cap = None,
) -> None:
    """What is given stands in the place of what was; an empty text ("") takes it away."""
    from coachbot import staffing
    from coachbot.settings import read_settings

    _tell(staffing.change(read_settings(), person, _given(context)))


@staff.command()
def leave(person: Who, on: Day = None) -> None:
    """They work here no longer; with --on, after that day."""
    from coachbot import staffing
    from coachbot.settings import read_settings

    _tell(staffing.leave(read_settings(), person, _day(on)))


@staff.command()
def away(person: Who, since: Day = None, until: Day = None) -> None:
    """They take nothing new: from the first day, or from now on, to the last day, or until they are back."""
    from coachbot import staffing
    from coachbot.settings import read_settings

    _tell(staffing.away(read_settings(), person, _day(since), _day(until)))


@staff.command()
def back(person: Who) -> None:
    """They are here again, from leave or after having left."""
    from coachbot import staffing
    from coachbot.settings import read_settings

    _tell(staffing.back(read_settings(), person))


@staff.command()
def supervised(
    person: Who,
    minutes: Annotated[int, typer.Option(help="How long it was.")],
    by: Annotated[str, typer.Option(help="Who supervised: id, or the whole name.")],
    on: Day = None,
) -> None:
    """Write down a sitting of individual supervision; without --on it was today."""
    from coachbot import staffing
    from coachbot.settings import read_settings

    _tell(staffing.supervised(read_settings(), person, minutes, _day(on), by))


@staff.command()
def totp(person: Who, off: Annotated[bool, typer.Option("--off", help="Take it away.")] = False) -> None:
    """A second factor for signing in by a code: prints, once, the address for their authenticator. Signs them out everywhere."""
    from coachbot import staffing
    from coachbot.settings import read_settings

    _tell(staffing.totp(read_settings(), person, off))


@staff.command("list")
def list_everybody(
    everything: Annotated[bool, typer.Option("--all", help="Those who have left too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Who is on the staff."""
    from coachbot.settings import read_settings
    from coachbot.staff_shown import as_json as plain
    from coachbot.staff_shown import as_table, state
    from coachbot.staffing import everybody

    people, aliases, now = _done(everybody(read_settings()))
    shown = [each for each in people if everything or state(each, now) != "left"]
    table = as_table(shown, now) if shown else "Nobody is on the staff yet: coachbot staff add NAME --role coach."
    for line in [json.dumps(plain(each, aliases, now), ensure_ascii=False) for each in shown] if as_json else [table]:
        typer.echo(line)


def _given(context: typer.Context) -> dict[str, Any]:
    """The options by their names; None where one was not given (typer says so of lists by an empty one)."""
    return {name: None if value in ([], ()) else value for name, value in context.params.items() if name != "person"}


def _day(when: datetime | None) -> date | None:
    return None if when is None else when.date()


def _done(work: Coroutine[Any, Any, T]) -> T:
    from coachbot.logs import start_logging

    start_logging("ERROR")
    return asyncio.run(work)


def _tell(work: Coroutine[Any, Any, list[str]]) -> None:
    """The first line is the answer; what follows is to be mended, and goes where errors go."""
    answer, *warnings = _done(work)
    typer.echo(answer)
    for warning in warnings:
        typer.echo(warning, err=True)
