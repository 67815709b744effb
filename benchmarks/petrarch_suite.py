"""Count how the reader codes the sentences of PETRARCH's unit tests.

usage: python -m benchmarks.petrarch_suite FOLDER [--status] [--errors]

FOLDER holds ``PETR.UnitTest.records.xml`` of the PETRARCH coder (openeventdata). Its sentences are made up, their
actors partly of legend, and each says which CAMEO codes it should get or that it tells no event. A code counts as found
where an event of the sentence has a type that CAMEO's root may be (``saksi.plover``). The suite mostly codes the act
whether it is done or about to be ("is about to restore ties" is 06), so the type alone is compared; ``--status`` codes
a planned act as CAMEO's manual has it (03). ``none`` is the share of the sentences without an event in which nothing
was found.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import NamedTuple

from saksi.plover import as_cameo, types_of_root
from saksi.reading.pipeline import Reader
from saksi.record import Article, Record

SENTENCE = re.compile(r"<Sentence .*?</Sentence>", re.S)
CODE = re.compile(r'eventcode\s*=\s*"(\d+)"')
TEXT = re.compile(r"<Text>(.*?)</Text>", re.S)
COMMENT = re.compile(r"<!--.*?-->", re.S)


class Sentence(NamedTuple):
    """A sentence of the suite, and the CAMEO codes that it should get."""

    text: str
    codes: tuple[str, ...]


def load(path: Path) -> list[Sentence]:
    """The sentences of the suite that have a text and no code of its own test dictionary, which is none of CAMEO's."""
    blocks = [match[0] for match in SENTENCE.finditer(COMMENT.sub("", path.read_text("utf-8", errors="replace")))]
    texts = ((block, TEXT.search(block)) for block in blocks)
    found = [Sentence(" ".join(text[1].split()), tuple(CODE.findall(block))) for block, text in texts if text]
    return [one for one in found if all(types_of_root(code) for code in one.codes)]


def agreed(codes: tuple[str, ...], types: list[str]) -> int:
    """How many codes have an event of their own."""
    left, hits = list(types), 0
    for code in codes:
        if match := next((one for one in left if one in types_of_root(code)), None):
            left.remove(match)
            hits += 1
    return hits


def main() -> None:
    """Parse the command line, read and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--status", action="store_true", help="code what is planned or refused as CAMEO does: 03, 12")
    parser.add_argument("--errors", action="store_true", help="print each sentence that is not coded as it should be")
    args = parser.parse_args()
    sentences = load(args.folder / "PETR.UnitTest.records.xml")
    results = Reader("en").pipe(Article(text=one.text) for one in sentences)
    gold = found = hits = empty = quiet = 0
    for one, record in zip(sentences, results, strict=True):
        # A sentence that names a pair of actors twice gets a code for each pair; the reader tells one event.
        events = record.events if isinstance(record, Record) else ()
        types = [as_cameo(e.type, e.status) if args.status else e.type for e in events]
        codes = tuple(dict.fromkeys(code[:2] for code in one.codes))
        kinds = list(dict.fromkeys(types))
        hit = agreed(codes, kinds)
        gold, found, hits = gold + len(codes), found + len(kinds), hits + hit
        if not codes:
            empty, quiet = empty + 1, quiet + (not kinds)
        if args.errors and (hit < len(codes) or hit < len(kinds)):
            print(" ".join(codes) or "none", "|", " ".join(kinds) or "none", "|", one.text)
    precision, recall = hits / max(found, 1), hits / max(gold, 1)
    print(f"sentences {len(sentences)}  codes {gold}  events {found}")
    print(f"root code  P {precision:.3f}  R {recall:.3f}  F1 {2 * hits / max(gold + found, 1):.3f}")
    print(f"none       {quiet / max(empty, 1):.3f} of {empty}")


if __name__ == "__main__":
    main()
