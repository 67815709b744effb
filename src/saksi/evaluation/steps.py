"""One step of the reading alone, as far as gold tells: the figures that rest on it and on little before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from saksi.errors import OptionError
from saksi.evaluation.acts import DONE, count_events, paired_events
from saksi.evaluation.errors import source_kind
from saksi.evaluation.gold import Place, Reading
from saksi.evaluation.matching import words
from saksi.evaluation.scorer import Compared, Figures, compare, prf, score, share

Readings = Mapping[str, Reading]


def segments(golds: list[Reading], _: Readings) -> Figures:
    """Sentences. ``whole``: contents of which each span lies in one sentence; ``with cue``: the cue lies there too."""
    from saksi.reading.lexicon import load_lexicon
    from saksi.reading.segments import segment

    n: Counter[str] = Counter()
    for gold in golds:
        rules = load_lexicon(gold.lang or "id").segments
        found = [s for p in segment(gold.text, rules.abbreviations, rules.letters).paragraphs for s in p.sentences]
        for said in gold.statements:
            homes = [{i for i, s in enumerate(found) if s.start <= p.start and p.end <= s.end} for p in said.content]
            n.update({"statements": 1, "whole": all(homes)})
            if said.cue:
                cue = said.cue
                beside = any(
                    s.start <= cue.start < s.end and any(i in home for home in homes) for i, s in enumerate(found)
                )
                n.update({"cues": 1, "with cue": beside})
    whole, with_cue = share(n["whole"], n["statements"]), share(n["with cue"], n["cues"])
    return {
        "whole": whole,
        "with cue": with_cue,
        "counts": {"gold statements": n["statements"], "gold cues": n["cues"]},
    }


def quotations(golds: list[Reading], _: Readings) -> Figures:
    """Quotation marks. ``direct``: spans of direct statements that are exactly the words between two marks."""
    from saksi.reading.quotations import find_quotations

    n: Counter[str] = Counter()
    for gold in golds:
        paragraphs = list(_paragraphs(gold.text))
        quoted = [Place(q.start, q.end) for p in paragraphs for q in find_quotations(gold.text, p.start, p.end)]
        between = [words(gold.text, [place]) for place in quoted]
        for said in gold.statements:
            if said.form == "direct":
                n.update({"spans": len(said.content)})
                n.update({"exact": sum(words(gold.text, [span]) in between for span in said.content)})
    return {"direct": share(n["exact"], n["spans"]), "counts": {"gold direct spans": n["spans"]}}


def statements(golds: list[Reading], readings: Readings) -> Figures:
    """Cues and contents, whoever speaks. ``exact``: every word of the content; ``start``, ``end``: that border."""
    n: Counter[str] = Counter()
    for compared in _compared(golds, readings):
        n.update({"gold": len(compared.gold.statements), "read": len(compared.found) + len(compared.spurious)})
        for found in compared.found:
            text = compared.gold.text
            a, b = words(text, found.gold.content), words(text, found.read.content)
            n.update({"found": 1, "exact": a == b, "start": min(a) == min(b), "end": max(a) == max(b)})
    whole = score(golds, readings)
    figures: Figures = {"found": prf(n["found"], n["read"], n["gold"]), "exact": prf(n["exact"], n["read"], n["gold"])}
    figures |= {k: share(n[k], n["found"]) for k in ("start", "end")}
    figures |= {k: whole[k] for k in ("content", "form", "stance", "cue")}
    return figures | {"counts": {"gold statements": n["gold"], "statements": n["read"]}}


def speakers(golds: list[Reading], readings: Readings) -> Figures:
    """Who speaks, given the statements found: over all, and by how the article names the speaker there."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for compared in _compared(golds, readings):
        for found in compared.found:
            for kind in ("all", source_kind(compared.gold.text, found.gold)):
                total.update({kind: 1})
                right.update({kind: found.speaker})
            total.update({"source": 1, "unresolved": 1})
            right.update({"source": found.source, "unresolved": not found.read.speaker})
    figures: Figures = {kind: share(right[kind], total[kind]) for kind in ("all", *_KINDS, "source", "unresolved")}
    return figures | {"counts": {kind: total[kind] for kind in ("all", *_KINDS)}}


def events(golds: list[Reading], readings: Readings) -> Figures:
    """Events: sentence and type, actors, quad class, status; ``kept apart``: not done and not told as done."""
    n: Counter[str] = Counter()
    for gold in golds:
        read = readings.get(gold.key) or Reading(text=gold.text)
        n.update(count_events(gold, read))
        for act, found in paired_events(gold, read):
            if act.status != DONE:
                n.update({"not done": 1, "told as done": found.status == DONE})
    figures: Figures = {k: prf(n[k], n["events"], n["gold events"]) for k in ("event", "coded", "quad")}
    figures["status"] = share(n["status"], n["event"])
    figures["kept apart"] = share(n["not done"] - n["told as done"], n["not done"])
    return figures | {"counts": {k: n[k] for k in ("gold events", "events", "not done", "told as done")}}


STEPS: dict[str, Callable[[list[Reading], Readings], Figures]] = {
    "segments": segments,
    "quotations": quotations,
    "statements": statements,
    "speakers": speakers,
    "events": events,
}
WITHOUT_READER = ("segments", "quotations")
_KINDS = ("a name", "a description", "a pronoun", "missing")


def evaluate_step(name: str, golds: list[Reading], readings: Readings) -> Figures:
    """The figures of one step.

    Raises:
        OptionError: there is no such step.
    """
    if name not in STEPS:
        raise OptionError(f"no step {name!r}", hint=f"the steps are {', '.join(STEPS)}")
    return STEPS[name](golds, readings)


def _compared(golds: Iterable[Reading], readings: Readings) -> Iterator[Compared]:
    return (compare(gold, readings.get(gold.key) or Reading(text=gold.text)) for gold in golds)


def _paragraphs(text: str) -> Iterator[Place]:
    start = 0
    for line in text.split("\n"):
        yield Place(start, start + len(line))
        start += len(line) + 1
