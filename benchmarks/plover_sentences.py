"""Count how the reader codes the sentences of the PLOVER gold records.

usage: python -m benchmarks.plover_sentences FOLDER [--errors]

FOLDER holds ``PLOVER_GSR_CAMEO.txt`` of the Open Event Data Alliance: sentences out of the CAMEO codebook, each with
one event coded by hand. Its codes are of an early PLOVER; those whose names have changed since are read by today's.
``type`` and ``quad`` are the shares of sentences in which some event has the type, or the quad class, of the one coded;
``found`` is that of sentences in which any event was found.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from saksi.plover import TYPES, as_cameo
from saksi.reading.pipeline import Reader
from saksi.record import Article, Record

# Types of 2016 by the names that they or what they became part of have today.
RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "FIGHT": "ASSAULT", "INVESTIGATE": "ACCUSE"}


class Sentence(NamedTuple):
    """A sentence and the type of the event that it tells."""

    text: str
    type: str


def load(path: Path) -> list[Sentence]:
    """The sentences of the file whose event is of one of today's types."""
    rows = json.loads(path.read_text("utf-8"), strict=False)
    named = ((row.get("text"), RENAMED.get(row["event"], row["event"])) for row in rows)
    return [Sentence(text, kind) for text, kind in named if text and kind in TYPES]


def main() -> None:
    """Parse the command line, read and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="print each sentence whose type was not found")
    args = parser.parse_args()
    sentences = load(args.folder / "PLOVER_GSR_CAMEO.txt")
    n: Counter[str] = Counter()
    for one, record in zip(sentences, Reader("en").pipe(Article(text=s.text) for s in sentences), strict=True):
        types = {as_cameo(event.type, event.status) for event in record.events} if isinstance(record, Record) else set()
        quads = {TYPES[name].quad for name in types}
        n.update({"found": bool(types), "type": one.type in types, "quad": TYPES[one.type].quad in quads})
        if args.errors and one.type not in types:
            print(one.type, "|", " ".join(sorted(types)) or "none", "|", one.text)
    print(f"sentences {len(sentences)}")
    for name in ("found", "type", "quad"):
        print(f"{name:6} {n[name] / max(len(sentences), 1):.3f}")


if __name__ == "__main__":
    main()
