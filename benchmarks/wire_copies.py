"""How well copies are told: ``python -m benchmarks.wire_copies [FOLDER...]``.

Each gold article is rewritten as other houses would print it: another headline, another dateline and credits, some
paragraphs left out or in another order, links put between. A pair of one article and its rewriting, or of two
rewritings, is a copy; every other pair is none, articles on the same events among them.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from itertools import combinations
from pathlib import Path

from sqlalchemy import select

from saksi.desk import open_desk, schema
from saksi.record import Article, ReaderInfo, Record

FOLDERS = ("gold/id", "gold/en")
HEADS = ("HARIAN TIMUR, Jakarta - ", "SURABAYA, Suara Pagi — ", "(Kabar Satu) ", "LIMA (Agency) - ", "The Daily Bay: ")
TAILS = (
    "Editor: R. Anggun",
    "(tim/red)",
    "Copyright 2026 Suara Pagi",
    "Share this article",
    "Ikuti kami di kanal WhatsApp",
)
LINKS = ("Baca juga: Harga cabai turun lagi", "Read more: What the tide tables say", "ADVERTISEMENT")


def rewritten(text: str, rng: random.Random) -> str:
    """The article as another house prints it: never less than half of its paragraphs."""
    paragraphs = [part for part in text.split("\n") if part.strip()]
    keep = max(2, round(len(paragraphs) * rng.choice((0.55, 0.7, 0.85, 1.0))))
    chosen = sorted(rng.sample(range(len(paragraphs)), min(keep, len(paragraphs))))
    body = [paragraphs[i] for i in chosen]
    if rng.random() < 0.3 and len(body) > 3:
        body[1], body[2] = body[2], body[1]
    if rng.random() < 0.5:
        body.insert(rng.randrange(1, len(body) + 1), rng.choice(LINKS))
    body[0] = rng.choice(HEADS) + body[0].partition(" - ")[2] if " - " in body[0][:60] else rng.choice(HEADS) + body[0]
    return "\n".join([*body, rng.choice(TAILS)])


def measure(folders: list[Path], *, copies: int = 3, seed: int = 1) -> tuple[float, float, int]:
    """Precision, recall, and the number of true pairs."""
    rng = random.Random(seed)  # noqa: S311 - a benchmark
    reader = ReaderInfo("0", "id", "none-0")
    family: dict[str, int] = {}
    records: list[Record] = []
    for number, path in enumerate(sorted(path for folder in folders for path in folder.glob("*.json"))):
        text = json.loads(path.read_text("utf-8"))["text"]
        for version in (text, *(rewritten(text, rng) for _ in range(copies))):
            article = Article(text=version, title=f"Berita {len(records)}")
            if article.text_hash not in family:
                family[article.text_hash] = number
                records.append(Record(article=article, reader=reader))
    rng.shuffle(records)
    with tempfile.TemporaryDirectory() as folder, open_desk(Path(folder) / "saksi.db", create=True) as desk:
        for start in range(0, len(records), 20):
            desk.load(records[start : start + 20])
        with desk.store.reading() as connection:
            keys = {row.key: row.id for row in connection.execute(select(schema.articles.c.key, schema.articles.c.id))}
            table = schema.wire_copies
            root = {row.article: row.copy_of for row in connection.execute(select(table.c.article, table.c.copy_of))}
    group = {name: root.get(key, key) for key, name in keys.items()}
    told = {pair for pair in combinations(sorted(group), 2) if group[pair[0]] == group[pair[1]]}
    true = {pair for pair in combinations(sorted(group), 2) if family[pair[0]] == family[pair[1]]}
    return len(told & true) / max(1, len(told)), len(told & true) / max(1, len(true)), len(true)


if __name__ == "__main__":
    precision, recall, pairs = measure([Path(name) for name in sys.argv[1:] or FOLDERS])
    print(f"precision {precision:.3f}, recall {recall:.3f} over {pairs} pairs")
