"""`saksi ledger` and `saksi dyad`: contested claims, and how two actors stand to each other over time."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from saksi.cli import filtering as f

if TYPE_CHECKING:
    from saksi.desk.claims import Claim
    from saksi.desk.timelines import Timeline


class View(StrEnum):
    """How a ledger is written."""

    table = "table"
    json = "json"


class Chart(StrEnum):
    """How a timeline is written."""

    table = "table"
    json = "json"
    svg = "svg"
    png = "png"


class Period(StrEnum):
    """The periods of a timeline."""

    day = "day"
    week = "week"
    month = "month"


def ledger(
    desk: f.Desk = None,
    actor: f.Actor = None,
    kind: f.Type = None,
    quad: f.Quad = None,
    outlet: f.Outlet = None,
    language: f.Language = None,
    since: f.Since = None,
    until: f.Until = None,
    contested: Annotated[bool, typer.Option("--contested", help="Only what is told and denied.")] = False,
    window: Annotated[int, typer.Option("--window", metavar="DAYS", help="Between two tellings of one act.")] = 7,
    limit: f.Limit = 20,
    format: Annotated[View, typer.Option("--format", "-f", help="How to write it.")] = View.table,  # noqa: A002
) -> None:
    """Show what is told of each act, and by whom: who asserts it, alleges it, denies it, predicts it."""
    from saksi.desk import Filter, open_desk

    wanted = Filter(
        actors=tuple(actor or ()), type=kind, quad=quad, outlet=outlet, language=language, since=since, until=until
    )
    with open_desk(desk) as opened:
        claims = opened.ledger(wanted, contested=contested, window=window)[:limit]
    if format is View.json:
        told = [{**msgspec.to_builtins(one), "contested": one.contested, "reports": one.reports} for one in claims]
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for claim in claims:
        _claim(claim)
    if not claims:
        typer.echo("nothing is told of that")


def dyad(
    one: Annotated[str, typer.Argument(metavar="ACTOR", help="A code (RUS), a state or a name.", show_default=False)],
    other: Annotated[str, typer.Argument(metavar="ACTOR", help="The other one.", show_default=False)],
    desk: f.Desk = None,
    by: Annotated[Period, typer.Option("--by", help="The periods.")] = Period.month,
    status: f.Status = None,
    outlet: f.Outlet = None,
    language: f.Language = None,
    since: f.Since = None,
    until: f.Until = None,
    format: Annotated[  # noqa: A002
        Chart | None, typer.Option("--format", "-f", help="By default what the ending of -o says, else table.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
) -> None:
    """Show the events between two actors over time: how many of which kind, how intense, and where that shifts."""
    from saksi.desk import Filter, open_desk

    ending = out.suffix.lstrip(".").lower() if out else ""
    how = format or (Chart(ending) if ending in Chart.__members__ else Chart.table)
    wanted = Filter(status=status, outlet=outlet, language=language, since=since, until=until)
    with open_desk(desk) as opened:
        line = opened.timeline(one, other, wanted, by=by.value)
    if how in (Chart.svg, Chart.png):
        from saksi.desk.charts import draw

        data = draw(line, "svg" if how is Chart.svg else "png")
        if out:
            out.write_bytes(data)
        else:
            sys.stdout.buffer.write(data)
        return
    text = json.dumps(msgspec.to_builtins(line), ensure_ascii=False, indent=2) if how is Chart.json else _line(line)
    if out:
        out.write_text(text + "\n", "utf-8")
    else:
        typer.echo(text)


def _claim(claim: Claim) -> None:
    from saksi.exports.visible import visible

    sides = f"{', '.join(claim.sources) or '-'} → {', '.join(claim.targets) or '-'}"
    days = " to ".join(dict.fromkeys(day for day in (claim.first_day, claim.last_day) if day))
    dispute = "  CONTESTED" if claim.contested else ""
    typer.echo(visible(f"{claim.type}  {sides}  {days}  ({claim.reports} independent reports){dispute}"))
    for one in claim.tellings:
        place = ", ".join(part for part in (one.event.source.outlet, one.event.day, one.event.source.url) if part)
        copy = "" if one.independent else "  [copy]"
        typer.echo(visible(f"  {one.who} {one.stand}: {one.event.sentence.replace(chr(10), ' ')}  ({place}){copy}"))
    typer.echo()


def _line(line: Timeline) -> str:
    if not line.steps:
        return "no events between them"
    rows = [f"{'from':10}  {'words+':>6} {'deeds+':>6} {'words-':>6} {'deeds-':>6}  {'level':>6}  statuses"]
    for step in line.steps:
        counts = " ".join(f"{n or '.':>6}" for n in step.counts.values())
        level = f"{step.intensity:6.1f}" if step.intensity is not None else "     ."
        statuses = ", ".join(f"{name} {n}" for name, n in step.statuses.items())
        rows.append(f"{step.start:10}  {counts}  {level}  {statuses}")
    rows.append(f"usual level {line.usual}" if line.usual is not None else "no usual level")
    rows += [f"shift from {shift.start}: {shift.before} before, {shift.after} since" for shift in line.shifts]
    return "\n".join(rows)
