"""`coachbot nlu report`: every figure with its interval, beside the baselines, by subgroup, with the confusions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.nlu import labels
from bot.nlu.training.measuring import macro_f1, share
from bot.nlu.training.rows import Row, rows
from coachbot.nlu import baselines
from coachbot.nlu.exam import Answered, Exam, Figure, figures, in_crisis, reached

COMPARED = {"concern": "concern", "intent": "intent", "talk": "talk", "depth": "depth", "woop": "verdict"}  # set → column
CONFUSIONS = 8  # pairs shown a set


def as_json(exam: Exam) -> dict[str, Any]:
    """The whole report as plain values."""
    return {
        "figures": [plainly(each) for each in figures(exam)],
        "baselines": {name: _baseline(name, column, exam[name]) for name, column in COMPARED.items() if exam[name]},
        "subgroups": _subgroups(exam),
        "confusions": {name: _confusions(name, exam[name]) for name in COMPARED if exam[name]},
    }


def as_text(report: Mapping[str, Any]) -> str:
    """The report for reading."""
    return "\n".join(_lines(report))


def plainly(figure: Figure) -> dict[str, Any]:
    """One figure as plain values."""
    measured = figure.measured
    return {
        "name": figure.name,
        "value": round(measured.value, 4),
        "interval": [round(measured.low, 4), round(measured.high, 4)],
        "rows": measured.rows,
        "must": figure.must,
        "aim": figure.aim,
        "at": "most" if figure.most else "least",
        "holds": figure.holds,
        "to_aim": round(max(figure.distance, 0.0), 4),
    }


def _baseline(name: str, column: str, found: Sequence[Answered]) -> dict[str, float]:
    """Macro-F1 of the two simple ways, fitted on the training rows."""
    trained = rows(name)
    told, texts = [row[column] for row in trained], [row["text"] for row in trained]
    usual, telling = baselines.commonest(told), baselines.keywords(texts, told)
    true = [each.row[column] for each in found]
    said = [baselines.by_keyword(each.row["text"], telling, usual) for each in found]
    return {"commonest": round(macro_f1(true, [usual] * len(true)), 4), "keywords": round(macro_f1(true, said), 4)}


def _subgroups(exam: Exam) -> dict[str, dict[str, Any]]:
    """By variety of English: how often a crisis is reached, and how often a calm message is asked about."""
    found = [*(each for each in exam["concern"] if each.row["concern"] != "crisis"), *in_crisis(exam)]
    return {variety: _subgroup([each for each in found if each.row["variety"] == variety]) for variety in labels.VARIETIES}


def _subgroup(found: Sequence[Answered]) -> dict[str, Any]:
    crisis = share([reached(each) for each in found if each.row["concern"] == "crisis"])
    calm = share([bool(each.told["ask"]) for each in found if each.row["concern"] == "none"])
    return {
        "crisis reached": [round(value, 4) for value in (crisis.value, crisis.low, crisis.high)],
        "calm, asked": [round(value, 4) for value in (calm.value, calm.low, calm.high)],
        "rows": len(found),
    }


def _confusions(name: str, found: Sequence[Answered]) -> list[list[Any]]:
    """The commonest mistakes: what it was, what was said, how often."""
    pairs = Counter((_true(name, each.row), _said(name, each)) for each in found)
    wrong = [(count, *pair) for pair, count in pairs.items() if pair[0] != pair[1]]
    return [[true, said, count] for count, true, said in sorted(wrong, key=lambda each: (-each[0], each[1:]))[:CONFUSIONS]]


def _true(name: str, row: Row) -> str:
    return f"{row['step']} {row['verdict']}" if name == "woop" else row[COMPARED[name]]


def _said(name: str, each: Answered) -> str:
    return f"{each.row['step']} {each.told['woop']}" if name == "woop" else str(each.told[COMPARED[name]])


# -- for reading ----------------------------------------------------------------------------------------------------------------


def _lines(report: Mapping[str, Any]) -> Iterator[str]:
    for each in report["figures"]:
        yield line_of(each)
    yield from ("", "Macro-F1 of simple ways: always the commonest label; a few telling words a label")
    yield from (f"  {name:<10} {scores['commonest']:.3f}  {scores['keywords']:.3f}" for name, scores in report["baselines"].items())
    yield from ("", "By variety of English: crisis reached, calm messages asked about (95 % intervals)")
    yield from (_variety(name, group) for name, group in report["subgroups"].items())
    yield from ("", "The commonest mistakes: true, said, how often")
    for name, pairs in report["confusions"].items():
        yield f"  {name}: " + "; ".join(f"{true} → {said} {count}" for true, said, count in pairs)


def line_of(each: Mapping[str, Any]) -> str:
    """One figure for reading."""
    low, high = each["interval"]
    bar = f"at {each['at']} {each['must']:g}, aim {each['aim']:g}"
    verdict = "holds" if each["holds"] else "MISSED"
    rest = "aim reached" if not each["to_aim"] else f"{each['to_aim']:.3f} to the aim"
    return f"{each['name']:<52} {each['value']:.3f} [{low:.3f}, {high:.3f}]  n {each['rows']:<5} {bar}: {verdict}, {rest}"


def _variety(name: str, group: Mapping[str, Any]) -> str:
    shown = ["{:.3f} [{:.3f}, {:.3f}]".format(*group[key]) for key in ("crisis reached", "calm, asked")]
    return f"  {name:<10} {shown[0]}  {shown[1]}  n {group['rows']}"


def missed(found: Iterable[Figure]) -> list[str]:
    """The names of the figures that do not hold."""
    return [figure.name for figure in found if not figure.holds]
