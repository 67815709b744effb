"""Passages: tokens with whatever is known about them, joined to documents and varied in print."""

import pickle
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from training.id.entities import Names
from training.id.lessons import tags
from training.id.trees import Tree

PAIRS: Final = (
    ("“", "”"),
    ("“", "”"),
    ("“", "”"),
    ("«", "»"),
    ("„", "“"),
    ("‘", "’"),
    ('"', '"'),
    ("``", "''"),
    ("”", "”"),
)


@dataclass(frozen=True)
class Passage:
    """Tokens of one or more sentences. ``heads`` or ``names`` are empty where a source does not say."""

    forms: tuple[str, ...]
    spaces: tuple[bool, ...]
    starts: tuple[bool, ...] = ()
    upos: tuple[str, ...] = ()
    feats: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deps: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def save_passages(path: Path, passages: list[Passage]) -> None:
    """Keep labelled passages in a file."""
    with path.open("wb") as file:
        pickle.dump(passages, file)


def load_passages(path: Path) -> list[Passage]:
    """Return the labelled passages of a file that a step before kept."""
    with path.open("rb") as file:
        passages: list[Passage] = pickle.load(file)
    return passages


def tree_passage(tree: Tree) -> Passage:
    """Return a gold tree as a passage without names."""
    words = tree.words
    return Passage(
        forms=tuple(word.form for word in words),
        spaces=tuple(word.space for word in words),
        starts=tuple(index == 0 for index in range(len(words))),
        upos=tuple(word.upos for word in words),
        feats=tuple(word.feats for word in words),
        heads=tuple(word.head for word in words),
        deps=tuple("ROOT" if word.dep == "root" else word.dep for word in words),
    )


def name_passage(passage: Names, places: list[tuple[int, int]]) -> Passage:
    """Gold names as a passage without trees; ``places`` are the token offsets."""
    text = passage.text
    return Passage(
        forms=tuple(text[start:end] for start, end in places),
        spaces=tuple(text[end : end + 1].isspace() for _, end in places),
        names=tuple(tags(passage, places)),
    )


def join(parts: Sequence[Passage], breaks: Sequence[bool]) -> Passage:
    """One document; where ``breaks`` says so a line break stands between two parts, as a token of its own."""
    result = parts[0]
    for part, line in zip(parts[1:], breaks, strict=True):
        result = replace(result, spaces=(*result.spaces[:-1], not line))
        if line:
            result = _append(result, _line_break(part, len(result.forms)), 0)
        result = _append(result, part, len(result.forms))
    return result


def _line_break(like: Passage, length: int) -> Passage:
    return Passage(
        forms=("\n",),
        spaces=(False,),
        starts=(False,) if like.starts else (),
        upos=("SPACE",) if like.upos else (),
        feats=("",) if like.upos else (),
        heads=(length - 1,) if like.heads else (),
        deps=("dep",) if like.heads else (),
        names=("O",) if like.names else (),
    )


def _append(left: Passage, right: Passage, shift: int) -> Passage:
    return Passage(
        forms=left.forms + right.forms,
        spaces=left.spaces + right.spaces,
        starts=left.starts + right.starts,
        upos=left.upos + right.upos,
        feats=left.feats + right.feats,
        heads=left.heads + tuple(head + shift for head in right.heads),
        deps=left.deps + right.deps,
        names=left.names + right.names,
    )


def vary(passage: Passage, rng: random.Random) -> Passage:
    """Return the passage in another print: other quotation marks, rarely all capitals, titles or small letters."""
    forms = list(passage.forms)
    if any(form in ('"', "``", "“") for form in forms) and rng.random() < 0.6:
        forms = _requote(forms, rng.choice(PAIRS))
    dice = rng.random()
    if dice < 0.03:
        forms = [form.upper() for form in forms]
    elif dice < 0.05:
        forms = [form[:1].upper() + form[1:] for form in forms]
    elif dice < 0.06:
        forms = [form.lower() for form in forms]
    return replace(passage, forms=tuple(forms))


def _requote(forms: list[str], pair: tuple[str, str]) -> list[str]:
    opened, result = False, []
    for form in forms:
        if form in ('"', "``", "''", "“", "”"):
            opened = form in ("``", "“") or (form == '"' and not opened)
            form = pair[0] if opened else pair[1]
        result.append(form)
    return result


def documents(passages: Sequence[Passage], rng: random.Random, most: int = 6) -> list[Passage]:
    """Random runs of one to ``most`` passages as documents, some with line breaks between paragraphs."""
    order = list(passages)
    rng.shuffle(order)
    result, place = [], 0
    while place < len(order):
        size = rng.choice((1, 1, *range(2, most + 1)))
        parts = [vary(part, rng) for part in order[place : place + size]]
        often = rng.choice((0.0, 0.4, 0.9))
        result.append(join(parts, [rng.random() < often for _ in parts[1:]]))
        place += size
    return result
