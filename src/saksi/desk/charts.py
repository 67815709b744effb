"""Charts of timelines, as SVG or PNG, made offline (Altair, vl-convert)."""

from __future__ import annotations

from typing import Any, Final, Literal

from saksi.desk.timelines import Timeline
from saksi.errors import OptionError

Picture = Literal["svg", "png"]
# Blue for cooperation, red for conflict, pale for words and full for deeds, as everywhere in Saksi.
_COLOURS: Final = {
    "material-cooperation": "#1f5fa8",
    "verbal-cooperation": "#8fbbe8",
    "verbal-conflict": "#f2a48f",
    "material-conflict": "#b3261e",
}
_WIDTH: Final = 760


def draw(line: Timeline, kind: Picture) -> bytes:
    """The chart of a dyad: events by quad class, conflict below the line, and the intensity over them.

    Raises:
        OptionError: altair or vl-convert-python is not installed.
    """
    try:
        import vl_convert
    except ImportError as error:
        raise OptionError("charts need altair and vl-convert-python", hint="pip install 'saksi[charts]'") from error
    spec: Any = _chart(line).to_json()
    if kind == "svg":
        return str(vl_convert.vegalite_to_svg(spec)).encode()
    return bytes(vl_convert.vegalite_to_png(spec, scale=2))


def _chart(line: Timeline) -> Any:
    import altair

    alt: Any = altair  # its classes are made at run time: nothing is known of them before
    counts = [
        {"start": step.start, "quad": quad, "events": -n if "conflict" in quad else n}
        for step in line.steps
        for quad, n in step.counts.items()
        if n
    ]
    scale = alt.Scale(domain=list(_COLOURS), range=list(_COLOURS.values()))
    bars = (
        alt.Chart(alt.Data(values=counts))
        .mark_bar()
        .encode(
            x=alt.X("start:T", title=None),
            y=alt.Y("events:Q", title="events (conflict below 0)"),
            color=alt.Color("quad:N", title=None, scale=scale),
        )
        .properties(width=_WIDTH, height=220, title=f"{line.actors[0]} - {line.actors[1]}")
    )
    levels = [{"start": step.start, "intensity": step.intensity} for step in line.steps if step.intensity is not None]
    height = alt.Y("intensity:Q", title="mean Goldstein value", scale=alt.Scale(domain=[-10, 10]))
    curve = (
        alt.Chart(alt.Data(values=levels))
        .mark_line(point=True, color="#444444")
        .encode(x=alt.X("start:T", title=None), y=height)
        .properties(width=_WIDTH, height=140)
    )
    shifts = alt.Data(values=[{"start": shift.start} for shift in line.shifts])
    rules = alt.Chart(shifts).mark_rule(strokeDash=[4, 3]).encode(x="start:T")
    return alt.vconcat(bars, alt.layer(curve, rules)).resolve_scale(x="shared")
