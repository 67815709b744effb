"""The figures of a reading against gold, over all articles together (micro).

statement   found: token-F1 of the content 0.5 or more with a gold statement, one to one
attributed  token-F1 0.8 or more, and the speaker is right (the headline figure for statements)
content     mean token-F1 of the statements found
speaker, form, stance, cue, source: accuracy over the statements found
event, coded, quad, dyads, status: see acts.py
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from saksi.evaluation.acts import count_events
from saksi.evaluation.gold import Reading, Said
from saksi.evaluation.matching import overlap, pairs, same_name, token_f1, words

FOUND, WHOLE = 0.5, 0.8
Figure = dict[str, float] | float
Figures = dict[str, Figure | dict[str, int]]


class Found(msgspec.Struct, frozen=True):
    """A gold statement and the one read for it, with what is right about it."""

    gold: Said
    read: Said
    f1: float
    speaker: bool
    form: bool
    stance: bool
    cue: bool
    source: bool

    @property
    def attributed(self) -> bool:
        """Whether nearly all of the content is there and the speaker is right."""
        return self.speaker and self.f1 >= WHOLE


class Compared(msgspec.Struct, frozen=True):
    """The statements of one article: those found, those missed, and those that gold does not have."""

    gold: Reading
    found: tuple[Found, ...]
    missed: tuple[Said, ...]
    spurious: tuple[Said, ...]


def compare(gold: Reading, read: Reading) -> Compared:
    """Pairs the statements of one article. Both readings must be of the same text."""
    text = gold.text
    tokens = {id(said): words(text, said.content) for said in gold.statements + read.statements}

    def affinity(a: Said, b: Said) -> float:
        value = token_f1(tokens[id(a)], tokens[id(b)])
        return value if value >= FOUND else 0.0

    paired = pairs(gold.statements, read.statements, affinity)
    found = tuple(_judge(text, gold.statements[i], read.statements[j], value) for i, j, value in paired)
    hit_golds, hit_reads = {i for i, _, _ in paired}, {j for _, j, _ in paired}
    return Compared(
        gold=gold,
        found=found,
        missed=tuple(said for i, said in enumerate(gold.statements) if i not in hit_golds),
        spurious=tuple(said for j, said in enumerate(read.statements) if j not in hit_reads),
    )


def _judge(text: str, gold: Said, read: Said, value: float) -> Found:
    return Found(
        gold=gold,
        read=read,
        f1=value,
        speaker=same_name(gold.speaker, read.speaker),
        form=gold.form == read.form,
        stance=gold.stance == read.stance,
        cue=overlap(text, gold.cue, read.cue),
        source=overlap(text, gold.source, read.source),
    )


def score(golds: Iterable[Reading], readings: Mapping[str, Reading]) -> Figures:
    """The figures, by name, in the order of a report.

    ``readings`` are found by the key of their text; a gold article without one counts as read with nothing in it.
    Figures are 0..1, rounded to three places; ``P``, ``R`` and ``F1`` where there is precision and recall.
    """
    n: Counter[str] = Counter()
    content = 0.0
    for gold in golds:
        read = readings.get(gold.key) or Reading(text=gold.text)
        compared = compare(gold, read)
        n.update({"articles": 1, "not read": gold.key not in readings})
        n.update({"gold statements": len(gold.statements), "statements": len(read.statements)})
        for found in compared.found:
            content += found.f1
            n.update({"found": 1, "attributed": found.attributed})
            n.update({k: getattr(found, k) for k in ("speaker", "form", "stance", "cue", "source")})
        n.update(count_events(gold, read))
    return _figures(n, content)


def _figures(n: Counter[str], content: float) -> Figures:
    figures: Figures = {"articles": n["articles"], "articles not read": n["not read"]}
    figures["statement"] = prf(n["found"], n["statements"], n["gold statements"])
    figures["attributed"] = prf(n["attributed"], n["statements"], n["gold statements"])
    figures["content"] = share(content, n["found"])
    figures |= {k: share(n[k], n["found"]) for k in ("speaker", "form", "stance", "cue", "source")}
    figures["status"] = share(n["status"], n["event"])
    figures |= {k: prf(n[k], n["events"], n["gold events"]) for k in ("event", "coded", "quad")}
    figures["dyads"] = prf(n["dyad"], n["dyads"], n["gold dyads"])
    figures["counts"] = {k: n[k] for k in ("gold statements", "statements", "gold events", "events")}
    return figures


def share(part: float, whole: int) -> float:
    """A proportion, rounded to three places; 0 where there is nothing to take it of."""
    return round(part / whole, 3) if whole else 0.0


def prf(hit: int, read: int, gold: int) -> dict[str, float]:
    """Precision, recall and their harmonic mean, each rounded to three places."""
    p, r = hit / read if read else 0.0, hit / gold if gold else 0.0
    return {"P": round(p, 3), "R": round(r, 3), "F1": round(2 * p * r / (p + r), 3) if p + r else 0.0}
