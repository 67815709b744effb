"""Where a reading goes wrong, grouped by cause: what to mend first, with examples of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from saksi.evaluation.acts import paired_events
from saksi.evaluation.definitions import definitions
from saksi.evaluation.gold import Act, Place, Reading, Said
from saksi.evaluation.matching import words
from saksi.evaluation.scorer import Found, compare

EXAMPLES = 3


class Fault(msgspec.Struct, frozen=True):
    """One thing that is wrong: the cause, a detail (the cue word, the rule ...), and the words it is seen in."""

    cause: str
    detail: str
    example: str


class Group(msgspec.Struct):
    """Every fault of one cause and detail: how many, and the first few as examples."""

    cause: str
    detail: str
    count: int = 0
    examples: list[str] = []


def faults(gold: Reading, read: Reading) -> Iterator[Fault]:
    """What is wrong in the reading of one article."""
    compared = compare(gold, read)
    for said in compared.missed:
        yield Fault("missed", f"cue {_cue(gold.text, said)}", _where(gold, said.content))
    for said in compared.spurious:
        yield Fault("spurious", f"rule {said.by or 'unknown'}", _where(gold, said.content))
    for found in compared.found:
        yield from _found_faults(gold, found)
    yield from _event_faults(gold, read)


def grouped(golds: Iterable[Reading], readings: Mapping[str, Reading], examples: int = EXAMPLES) -> list[Group]:
    """The faults of all articles by cause and detail, the commonest first within a cause."""
    pairs = ((gold, readings.get(gold.key) or Reading(text=gold.text)) for gold in golds)
    return grouped_faults((fault for gold, read in pairs for fault in faults(gold, read)), examples)


def grouped_faults(found: Iterable[Fault], examples: int = EXAMPLES) -> list[Group]:
    """Faults by cause and detail, the commonest first."""
    groups: dict[tuple[str, str], Group] = {}
    for fault in found:
        group = groups.setdefault((fault.cause, fault.detail), Group(fault.cause, fault.detail, 0, []))
        group.count += 1
        if len(group.examples) < examples:
            group.examples.append(fault.example)
    totals: dict[str, int] = {}
    for group in groups.values():
        totals[group.cause] = totals.get(group.cause, 0) + group.count
    return sorted(groups.values(), key=lambda g: (-totals[g.cause], g.cause, -g.count, g.detail))


def _found_faults(gold: Reading, found: Found) -> Iterator[Fault]:
    text, a, b = gold.text, found.gold, found.read
    where = _where(gold, a.content)
    if not found.speaker:
        how = "left unresolved" if not b.speaker else "wrong"
        yield Fault(
            "speaker", f"{how}, source is {source_kind(text, a)}", f"{where}: {a.speaker!r} read as {b.speaker!r}"
        )
    for side, fault in _borders(text, a, b):
        yield Fault(
            "boundary", f"{side} {fault}, rule {b.by or 'unknown'}", f"{where} read as {_words(text, b.content)}"
        )
    if not found.form:
        yield Fault("form", f"{a.form} read as {b.form}", where)
    if not found.stance:
        yield Fault("stance", f"{a.stance} read as {b.stance}", f"{where} (cue {_cue(text, a)})")
    for name, right, x, y in (("cue", found.cue, a.cue, b.cue), ("source", found.source, a.source, b.source)):
        if not right:
            kind = "missing" if x and not y else "not there" if y and not x else "another word"
            yield Fault(name, kind, f"{where}: {_one(text, x)} read as {_one(text, y)}")


def _event_faults(gold: Reading, read: Reading) -> Iterator[Fault]:
    paired = paired_events(gold, read)
    hit_golds, hit_reads = {id(a) for a, _ in paired}, {id(b) for _, b in paired}
    for act in gold.events:
        if id(act) not in hit_golds:
            yield Fault("event missed", act.type, _event(gold, act))
    for act in read.events:
        if id(act) not in hit_reads:
            yield Fault("event spurious", f"{act.type}, rule {act.by or 'unknown'}", _event(gold, act))
    for a, b in paired:
        if a.status != b.status:
            yield Fault("event status", f"{a.status} read as {b.status}", _event(gold, a))
        for side, x, y in (("sources", a.sources, b.sources), ("targets", a.targets, b.targets)):
            if set(x or ()) != set(y or ()):
                yield Fault("event actors", side, f"{_event(gold, a)}: {list(x or ())} read as {list(y or ())}")


def _borders(text: str, a: Said, b: Said) -> Iterator[tuple[str, str]]:
    """Which ends of the content are off, by whole words."""
    gold, read = words(text, a.content), words(text, b.content)
    if gold == read:
        return
    first, last = min(gold)[0] - min(read)[0], max(gold)[0] - max(read)[0]
    if first:
        yield "start", "too long" if first > 0 else "too short"
    if last:
        yield "end", "too short" if last > 0 else "too long"
    if not first and not last:
        yield "middle", "too short" if len(read) < len(gold) else "too long"


def source_kind(text: str, said: Said) -> str:
    """How the article names the speaker there: by name or description, by a pronoun, or not at all."""
    if not said.source:
        return "missing"
    source = text[said.source.start : said.source.end]
    if source.casefold() in definitions().pronouns:
        return "a pronoun"
    # A description starts small: of someone who has a name ("kementerian itu"), or none ("seorang pejabat").
    small = source[:1].islower() or (said.speaker or "")[:1].islower()
    return "a description" if small else "a name"


def _cue(text: str, said: Said) -> str:
    return f"“{text[said.cue.start : said.cue.end].casefold()}”" if said.cue else "(none)"


def _one(text: str, place: Place | None) -> str:
    return _words(text, (place,)) if place else "nothing"


def _words(text: str, places: Iterable[Place], width: int = 90) -> str:
    joined = " … ".join(text[p.start : p.end] for p in places).replace("\n", " ")
    return f"“{joined}”" if len(joined) <= width else f"“{joined[: width // 2]} … {joined[-width // 2 :]}”"


def _where(gold: Reading, places: tuple[Place, ...]) -> str:
    return f"{gold.id}: {_words(gold.text, places)}"


def _event(gold: Reading, act: Act) -> str:
    near = Place(max(0, act.trigger.start - 30), min(len(gold.text), act.trigger.end + 30))
    return f"{gold.id}: {act.type} {_words(gold.text, (act.trigger,))} in {_words(gold.text, (near,))}"
