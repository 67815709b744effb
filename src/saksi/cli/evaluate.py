"""`saksi eval`: the figures of a reading against gold records, what is wrong with it, and the floors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from saksi.cli.guard import Code, say

if TYPE_CHECKING:
    from saksi.evaluation.errors import Group
    from saksi.evaluation.gold import Reading
    from saksi.evaluation.scorer import Figures

    Load = Callable[[Path, str | None], list[Reading]]
    Score = Callable[[Iterable[Reading], Mapping[str, Reading]], Figures]
    Grouped = Callable[[Iterable[Reading], Mapping[str, Reading], int], list[Group]]

PROBES = ".toml"


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD", help="A folder of gold records, such as gold/id, or a file of probes: gold/probes/id.toml."
        ),
    ],
    predictions: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Score the records of this JSONL file; by default Saksi reads the texts now."
        ),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what is wrong, grouped by cause, with examples.")
    ] = False,
    examples: Annotated[int, typer.Option(metavar="N", help="Examples of each cause with --errors.")] = 3,
    as_json: Annotated[bool, typer.Option("--json", help="Write the figures as one JSON object.")] = False,
    step: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="One step alone: segments, quotations, statements, speakers, events."),
    ] = None,
    floors: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Fail if a figure is below its floor in this file.")
    ] = None,
    pin: Annotated[
        str | None, typer.Option(metavar="REASON", help="Set the floors in the --floors file anew, and say why.")
    ] = None,
    lang: Annotated[str | None, typer.Option(metavar="CODE", help="Only the gold records in this language.")] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline to parse with.")] = None,
) -> None:
    """Score a reading against gold records, or against probes.

    Exit code: 0 done, 1 a figure is below its floor or nothing could be scored.
    """
    import msgspec

    from saksi.errors import OptionError
    from saksi.evaluation import steps
    from saksi.evaluation.report import fault_lines, figure_lines

    if pin is not None and not floors:
        raise OptionError("--pin needs the file to write", hint="add --floors gold/floors.toml")
    if step and step not in steps.STEPS:
        raise OptionError(f"no step {step!r}", hint=f"the steps are {', '.join(steps.STEPS)}")
    if step and gold.suffix == PROBES:
        raise OptionError("--step is for gold records, not for probes", hint="leave --step away")
    load, score, grouped = _measures(gold)
    golds = load(gold, lang)
    alone = step in steps.WITHOUT_READER and not (errors or floors)
    readings = {} if alone else _readings(golds, predictions, model)
    figures = steps.evaluate_step(step, golds, readings) if step else score(golds, readings)
    groups = grouped(golds, readings, examples) if errors else []
    if as_json:
        shown = figures | ({"errors": msgspec.to_builtins(groups)} if errors else {})
        typer.echo(msgspec.json.encode(shown).decode())
    else:
        for line in (*figure_lines(figures), *fault_lines(groups)):
            typer.echo(line)
    if floors:
        _check(floors, gold, score(golds, readings), pin)


def _measures(gold: Path) -> tuple[Load, Score, Grouped]:
    """What reads the gold, takes its figures and groups its faults: gold records and probes have their own."""
    if gold.suffix == PROBES:
        from saksi.evaluation import probes

        return probes.read_probes, probes.score_probes, probes.probe_groups
    from saksi.evaluation.errors import grouped
    from saksi.evaluation.gold import read_gold
    from saksi.evaluation.scorer import score

    return read_gold, score, grouped


def _readings(golds: list[Reading], predictions: Path | None, model: str | None) -> dict[str, Reading]:
    from saksi.evaluation.gold import by_key, read_predictions

    if predictions:
        return by_key(read_predictions(predictions))
    from saksi.evaluation.readings import read_golds
    from saksi.options import Options
    from saksi.reading import Reader

    return read_golds(Reader(None, options=Options(model=model)), golds)


def _check(path: Path, folder: Path, figures: Figures, reason: str | None) -> None:
    from saksi.evaluation.floors import below, pin

    if reason is not None:
        pinned = pin(path, folder, figures, reason)
        say(f"{len(pinned.floors)} floors of {folder} pinned in {path}")
        return
    wrong = below(path, folder, figures)
    for line in wrong:
        say(line)
    if wrong:
        raise typer.Exit(Code.FAILED)
    say(f"no figure is below its floor in {path}")
