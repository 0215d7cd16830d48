"""The commands."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any

import typer

from coachbot.safety_cli import safety
from coachbot.staff_cli import staff
from coaching.errors import CoachingError

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="A coaching chat service.")
content = typer.Typer(no_args_is_help=True, help="The words and flows in content/.")
config = typer.Typer(no_args_is_help=True, help="The settings.")
bench = typer.Typer(no_args_is_help=True, help="Measurements, each beside its baseline.")
model = typer.Typer(no_args_is_help=True, help="The language model.")
app.add_typer(content, name="content")
app.add_typer(model, name="model")
app.add_typer(config, name="config")
app.add_typer(staff, name="staff")
app.add_typer(safety, name="safety")
nlu = typer.Typer(no_args_is_help=True, help="The understanding of messages: fitted and measured.")
app.add_typer(bench, name="bench")
app.add_typer(nlu, name="nlu")

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


@app.callback()
def _before() -> None:
    """Coachbot."""


@app.command()
def run(role: Annotated[list[str] | None, typer.Option(help="receive, work, send, desk: only these; default all.")] = None) -> None:
    """Run the service until it is stopped."""
    from coachbot.service import serve
    from coachbot.settings import read_settings

    _complete(serve(read_settings(), frozenset(role or ())))


@app.command()
def watch(test: Annotated[bool, typer.Option("--test", help="Call everybody once, to see that it works.")] = False) -> None:
    """Watch the service from a process of its own, and call people when it is silent."""
    from coachbot.settings import read_settings
    from coachbot.watch import become_watchdog

    become_watchdog(read_settings(), test=test)


@app.command()
def chat(name: Annotated[str, typer.Option(help="Who is at the keyboard.")] = "me") -> None:
    """Talk to the bot here; it remembers."""
    from coachbot.keyboard import chat as talk
    from coachbot.settings import read_settings

    _complete(talk(read_settings(), name))


@app.command()
def play(flow: str, folder: Annotated[Path | None, typer.Option(help="Content to play instead of the shipped one.")] = None) -> None:
    """Walk a flow in the terminal, to hear how it sounds; nothing is kept."""
    from coachbot.keyboard import play as walk

    _complete(walk(flow, folder))


@app.command()
def replay(file: Annotated[Path, typer.Argument(help="JSON lines: id, messages; optional channel, now.")], as_json: AsJson = False) -> None:
    """Run conversations from a file through the whole road, on a throw-away database."""
    text = _read(file)
    asyncio.run(_replay(text, as_json))


async def _replay(text: str, as_json: bool) -> None:
    from coachbot.logs import start_logging
    from coachbot.replay import as_talk
    from coachbot.replay import replay as run_each

    start_logging("ERROR")
    async for result in run_each(text):
        typer.echo(json.dumps(result, ensure_ascii=False) if as_json else as_talk(result))


@app.command()
def read(
    file: Annotated[
        Path, typer.Argument(help="JSON lines: id, text; optional asked, step, context, turns, prompt, now, zone; - reads standard input.")
    ] = Path("-"),
    rules: Annotated[bool, typer.Option(help="By rules alone, without the model.")] = False,
) -> None:
    """Say what is understood of each message, one JSON object a line."""
    from coachbot.nlu.loading import quiet_model
    from coachbot.nlu.read import read as read_each

    text = _read(file)
    for told in read_each(text, None if rules else quiet_model()):
        typer.echo(json.dumps(told, ensure_ascii=False))


@nlu.command("fit")
def nlu_fit() -> None:
    """Fit the heads from the training rows, and write them beside the code."""
    from coachbot.nlu.loading import fit

    fit(lambda line: typer.echo(line, err=True))


@nlu.command("adapt")
def nlu_adapt(beside: Annotated[bool, typer.Option(help="Keep the mean of what is there and what is learnt.")] = False) -> None:
    """Adapt the encoder to the training rows anew; `nlu fit` comes after it. Takes an hour."""
    from coachbot.nlu.loading import adapt

    adapt(lambda line: typer.echo(line, err=True), beside)


@nlu.command("curve")
def nlu_curve() -> None:
    """Show what the bars of concern are read off: training rows that neither the adapter nor the head has seen. Takes minutes."""
    from coachbot.nlu.loading import bars

    for line in bars():
        typer.echo(line)


@nlu.command("report")
def nlu_report(
    as_json: AsJson = False,
    rules: Annotated[bool, typer.Option(help="By rules alone, without the model.")] = False,
    check: Annotated[bool, typer.Option(help="End with 1 where a figure is worse than it was written down.")] = False,
    keep: Annotated[bool, typer.Option(help="Write the figures down, so that none falls unseen.")] = False,
    second: Annotated[str, typer.Option(help="The folder of a classifier that gives a second opinion.")] = "",
) -> None:
    """Score every set that was kept back: figures with intervals, baselines, subgroups, confusions."""
    from coachbot.nlu import floors
    from coachbot.nlu.exam import figures, sit
    from coachbot.nlu.loading import quiet_model
    from coachbot.nlu.report import as_json as as_plain
    from coachbot.nlu.report import as_text

    exam = sit(None if rules else quiet_model(second))
    report = as_plain(exam)
    typer.echo(json.dumps(report, ensure_ascii=False) if as_json else as_text(report))
    if keep:
        floors.keep(figures(exam))
    worse = floors.fallen(figures(exam), floors.floors()) if check else []
    for line in worse:
        typer.echo(f"Fallen: {line}", err=True)
    raise typer.Exit(1 if worse else 0)


@nlu.command("beside")
def nlu_beside(
    folder: Annotated[Path, typer.Argument(help="Holds the public sets: clinc150/ and smartspan/.")],
    adapted: Annotated[bool, typer.Option(help="With the adapter; else the encoder as it comes.")] = False,
    draws: Annotated[int, typer.Option(min=0, help="Draws of ten examples an intent to tune on; minutes each.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Measure our way of understanding on two public sets, CLINC150 and SMARTSpan."""
    from coachbot.nlu.beside import measured
    from coachbot.nlu.report import line_of, plainly

    for figure in measured(folder, draws, adapted, lambda line: typer.echo(line, err=True)):
        typer.echo(json.dumps(plainly(figure)) if as_json else line_of(plainly(figure)))


@app.command()
def cases(
    everything: Annotated[bool, typer.Option("--all", help="The closed ones too.")] = False,
    as_json: AsJson = False,
) -> None:
    """List who waits for a person: the most urgent first, and nobody's words."""
    from coachbot.cases import as_json as plain
    from coachbot.cases import as_table, seen
    from coachbot.settings import read_settings

    found = asyncio.run(seen(read_settings(), closed=everything))
    for line in [json.dumps(plain(case)) for case in found] if as_json else [as_table(found)] if found else ["No case is open."]:
        typer.echo(line)


@content.command("check")
def content_check(folder: Annotated[Path | None, typer.Option(help="A folder like content/ (default: the shipped one).")] = None) -> None:
    """Say in plain words what is wrong with the content."""
    from bot.dialogs.linting import check_content
    from coachbot.mind import content_files

    problems = check_content(content_files(folder))
    for problem in problems:
        typer.echo(f"{problem.file}, line {problem.line}: {problem.sentence}")
    typer.echo(f"{len(problems)} problem{'' if len(problems) == 1 else 's'} found." if problems else "The content is in order.")
    raise typer.Exit(1 if problems else 0)


@config.command("check")
def config_check() -> None:
    """Print every effective setting, secrets masked, and every problem in one go."""
    from coachbot.readiness import all_problems
    from coachbot.settings import read_settings, shown

    settings = read_settings()
    for name, value in shown(settings).items():
        typer.echo(f"{name}={value}")
    problems = all_problems(settings)
    for problem in problems:
        typer.echo(f"Problem: {problem}", err=True)
    raise typer.Exit(2 if problems else 0)


@model.command("export")
def model_export(folder: Annotated[Path | None, typer.Argument(help="Where to (default: where the service looks).")] = None) -> None:
    """Make the encoder three times as fast, in whole numbers; kept only where it means the same. Needs coachbot[fast]."""
    from coachbot.model.export import export
    from coachbot.model.loading import encoder_folder
    from coachbot.settings import fast_folder, read_settings

    settings = read_settings()
    target = folder or fast_folder(settings)
    near = export(encoder_folder(settings.model.path), target, lambda line: typer.echo(line, err=True))
    typer.echo(f"{target}: mean cosine {near:.4f}. The service uses it from its next start.")


@bench.command("turns")
def bench_turns(
    as_json: AsJson = False,
    seconds: Annotated[float, typer.Option(help="How long each measurement takes.")] = 3.0,
    postgres: Annotated[str, typer.Option(help="Also on this PostgreSQL address (an empty database).")] = "",
) -> None:
    """Measure whole durable turns beside hand-written baselines, on one core, in one run."""
    from coachbot.bench.figures import as_text
    from coachbot.bench.turns import measure

    measured = measure(seconds, postgres)
    typer.echo(json.dumps(measured) if as_json else as_text(measured))


@bench.command("reading")
def bench_reading(
    as_json: AsJson = False,
    seconds: Annotated[float, typer.Option(help="How long the child is asked.")] = 10.0,
) -> None:
    """Measure what it costs to understand a message, beside a plain encode of it, on one core, in one run."""
    from coachbot.bench.figures import as_text
    from coachbot.bench.reading import measure
    from coachbot.settings import fast_folder, read_settings

    measured = measure(seconds, str(fast_folder(read_settings())))
    typer.echo(json.dumps(measured) if as_json else as_text(measured))


def _read(file: Path) -> str:
    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CoachingError(f"{file} cannot be read: {error}. Name a UTF-8 text file, or - for standard input.") from None


def _complete(work: Coroutine[Any, Any, None]) -> None:
    try:
        asyncio.run(work)
    except KeyboardInterrupt:
        raise typer.Exit(0) from None
