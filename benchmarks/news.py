"""Articles like those of many newspapers, with their records, as many as one wants: what the desk is measured on.

Each has the form of one of the project's own articles: its length, who is in it, what is said and done and where. Its
words are its own, drawn by their frequency in the gold articles of its language, with some that are rare; persons have
names from a stock of four thousand; one sentence in eight, and all that names a state or a body, stays as it is, as
background does that houses print again and again. One article in twenty is a copy of one of the last three hundred
under another head, cut from its end (``COPIES``). Texts and records agree: every span holds its words.
"""

from __future__ import annotations

import random
import re
from bisect import bisect
from collections import Counter, deque
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

import msgspec

import saksi
from benchmarks.spans import Places, placed
from saksi.desk.words import WORD
from saksi.record import Article, Record

COPIES = 0.05
FIRST = date(2022, 1, 1)
_SAME, _RARE, _RENAMED = 0.125, 0.02, 0.75
_STOCK = 4_000  # names
_SENTENCE = re.compile(r"[^.\n]+[.\n]*")
_SYLLABLES = (
    "ba", "da", "gu", "har", "in", "jo", "ka", "la", "mi", "no",
    "pra", "ra", "su", "ta", "wi", "yo", "zul", "ang", "est", "or",
)  # fmt: skip


def gold(folder: str = "gold") -> list[Record]:
    """The records of the project's own articles."""
    given = []
    for path in sorted(Path(folder).glob("[a-z][a-z]/*.json")):
        data = msgspec.json.decode(path.read_bytes())
        given.append(Article(text=data["text"], id=data["id"], title=data.get("title"), language=data["lang"]))
    return [one for one in saksi.Reader().pipe(given) if isinstance(one, Record)]


def made(records: list[Record], count: int, *, start: int = 0) -> Iterator[Record]:
    """Articles of twelve houses, twenty a day; other numbers to begin with give other articles."""
    chance = random.Random(f"news {start}")  # noqa: S311 - the same articles each time
    words = {one: _Words(records, one) for one in {record.reader.language for record in records}}
    last: deque[Record] = deque(maxlen=300)
    for number in range(start, start + count):
        if last and chance.random() < COPIES:
            record = _copied(chance.choice(last), chance)
        else:
            base = records[number % len(records)]
            record = _rewritten(base, words[base.reader.language], chance)
            last.append(record)
        day = (FIRST + timedelta(days=number // 20)).isoformat()
        house = f"house{chance.randrange(12)}.example"
        url = f"https://{house}/{number}"
        article = msgspec.structs.replace(record.article, id=f"n{number}", outlet=house, published=day, url=url)
        yield msgspec.structs.replace(record, article=article)


class _Words:
    """The words of a language by their frequency."""

    def __init__(self, records: list[Record], language: str) -> None:
        texts = (record.article.text for record in records if record.reader.language == language)
        counts = Counter(word for text in texts for word in WORD.findall(text.lower()))
        self.words: list[str] = list(counts)
        self.sums: list[int] = list(accumulate(counts.values()))

    def draw(self, chance: random.Random) -> str:
        if chance.random() < _RARE:
            return "".join(chance.choices(_SYLLABLES, k=4))
        return self.words[bisect(self.sums, chance.random() * self.sums[-1])]


def _name(chance: random.Random) -> str:
    """A name of the stock; the first ones are in the news more often."""
    number = int(_STOCK * chance.random() ** 3)
    first, rest = number % 20, number // 20
    return (_SYLLABLES[first] + _SYLLABLES[rest % 20] + _SYLLABLES[rest // 20]).capitalize()


def _rewritten(record: Record, words: _Words, chance: random.Random) -> Record:
    """The record with other words in its text."""
    text = record.article.text
    same = [m.span() for m in _SENTENCE.finditer(text) if chance.random() < _SAME]
    names: dict[str, str] = {}
    renamed: set[str] = set()
    for actor in record.actors:
        fixed = [(one.start, one.end) for one in actor.mentions if one.kind == "name"]
        if actor.type == "person" and fixed and chance.random() < _RENAMED:
            renamed.add(actor.id)
            names.update((word, names.get(word) or _name(chance)) for word in WORD.findall(actor.name))
        same += fixed
    kept = bytearray(len(text))
    for start, end in same:
        kept[start:end] = b"\x01" * (end - start)
    places = Places(text)
    for match in WORD.finditer(text):
        word = match[0]
        new = names.get(word)
        if new is None and not kept[match.start()]:
            new = words.draw(chance)
            new = new.capitalize() if word[0].isupper() else new
        if new is not None:
            places.put(match.start(), match.end(), new)
    title = " ".join(words.draw(chance) for _ in range(8)).capitalize()
    moved = placed(record, places)
    actors = tuple(
        msgspec.structs.replace(one, name=WORD.sub(lambda m: names.get(m[0], m[0]), one.name), wikidata=None)
        if one.id in renamed
        else one
        for one in moved.actors
    )
    return msgspec.structs.replace(
        moved, actors=actors, article=msgspec.structs.replace(moved.article, title=title, language=None)
    )


def _copied(record: Record, chance: random.Random) -> Record:
    """The record as another house prints the dispatch: a head before it, up to a third cut from its end."""
    text = record.article.text
    places = Places(text)
    end = text.rfind("\n", int(len(text) * chance.uniform(0.67, 1.0))) + 1
    places.put(0, 0, f"{_name(chance).upper()}, {_name(chance)} {_name(chance)} - ")
    places.put(end or len(text), len(text), f"\n{_name(chance)}/{_name(chance)}")
    return placed(record, places, end or len(text))
