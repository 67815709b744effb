"""Dependency trees: CoNLL-U files read into sentences of surface tokens."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Word:
    """One surface token; ``head`` is the index of its governor in the sentence, its own index at the root."""

    form: str
    upos: str
    feats: str
    head: int
    dep: str
    space: bool


@dataclass(frozen=True)
class Tree:
    """One sentence with its name in the treebank."""

    name: str
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The sentence as it was printed."""
        return "".join(word.form + " " * word.space for word in self.words).strip()


def read_trees(path: Path) -> list[Tree]:
    """All sentences of a CoNLL-U file, each multi-word token ("katanya") as one word."""
    return [_tree(lines) for lines in _blocks(path)]


def read_words(path: Path) -> list[Tree]:
    """All sentences of a CoNLL-U file by their syntactic words: "don't" is two words without a space between."""
    return [_tree_of_words(lines) for lines in _blocks(path)]


def _tree_of_words(lines: list[str]) -> Tree:
    name = next((line.split("= ", 1)[1] for line in lines if line.startswith("# sent_id")), "")
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    joined: dict[int, bool] = {}  # number of a word within a token: whether a space follows it
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            joined |= dict.fromkeys(range(first, last), False) | {last: "SpaceAfter=No" not in row[9]}
    words = []
    for row in (row for row in rows if row[0].isdigit()):
        number, head = int(row[0]), int(row[6])
        space = joined.get(number, "SpaceAfter=No" not in row[9])
        feats = "" if row[5] == "_" else row[5]
        words.append(Word(row[1], row[3], feats, head - 1 if head else number - 1, row[7] if head else "root", space))
    return Tree(name, tuple(words))


def _blocks(path: Path) -> Iterator[list[str]]:
    block: list[str] = []
    with path.open(encoding="utf8") as file:
        for line in file:
            if line.strip():
                block.append(line.rstrip("\n"))
            elif block:
                yield block
                block = []
    if block:
        yield block


def _tree(lines: list[str]) -> Tree:
    name = next((line.split("= ", 1)[1] for line in lines if line.startswith("# sent_id")), "")
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    words = {int(row[0]): row for row in rows if row[0].isdigit()}
    spans = [row for row in rows if "-" in row[0]]
    groups = _groups(words, spans)
    place = {number: index for index, (numbers, _) in enumerate(groups) for number in numbers}
    merged = []
    for index, (numbers, surface) in enumerate(groups):
        # The word that stands for the token is the one governed from outside it.
        row = words[next(n for n in numbers if int(words[n][6]) not in numbers)]
        head = int(row[6])
        merged.append(
            Word(
                form=surface[1],
                upos=row[3],
                feats="" if row[5] == "_" else row[5],
                head=place[head] if head else index,
                dep=row[7] if head else "root",
                space="SpaceAfter=No" not in surface[9],
            )
        )
    return Tree(name, tuple(merged))


def _groups(words: dict[int, list[str]], spans: list[list[str]]) -> list[tuple[list[int], list[str]]]:
    """Word numbers of every surface token, with the row that spells it."""
    starts = {int(row[0].split("-")[0]): row for row in spans}
    groups: list[tuple[list[int], list[str]]] = []
    number = 1
    while number <= len(words):
        row = starts.get(number, words[number])
        last = int(row[0].split("-")[-1])
        groups.append((list(range(number, last + 1)), row))
        number = last + 1
    return groups
