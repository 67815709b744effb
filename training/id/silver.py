"""Text without annotations: news from two packages of sources and the passages of the NER sets."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from training.id.corpora import Corpora, Leaks, _grams
from training.id.entities import spacing
from training.id.passages import Passage
from training.id.sentences import sentence_starts
from training.id.vocabulary import package_file

Tokenize = Callable[[str], list[tuple[int, int]]]


def bare_passage(text: str, places: list[tuple[int, int]]) -> Passage:
    """Tokens and sentence starts of a text, nothing else."""
    forms = tuple(text[start:end] for start, end in places)
    spaces = tuple(text[end : end + 1].isspace() for _, end in places)
    return Passage(forms=forms, spaces=spaces, starts=sentence_starts(forms))


def with_starts(passage: Passage) -> Passage:
    """Return a passage divided into sentences."""
    return replace(passage, starts=sentence_starts(passage.forms))


def unlabelled(corpus: Path, corpora: Corpora, tokenize: Tokenize, words: int) -> list[Passage]:
    """About so many words: first whole paragraphs of recent news, then news sentences, no sentence twice."""
    seen = Leaks(())
    result: list[Passage] = []
    total = 0
    for text in _texts(corpus):
        grams = _grams(text)
        if text in corpora.leaks or len(grams) < 3 or sum(gram in seen.grams for gram in grams) > 0.3 * len(grams):
            continue
        seen.grams |= grams
        passage = bare_passage(text, tokenize(text))
        if 4 <= len(passage.forms) <= 150:
            result.append(passage)
            total += len(passage.forms)
        if total >= words:
            break
    return result


def _texts(corpus: Path) -> Iterator[str]:
    with (corpus / "news/id_unlabelled.jsonl").open(encoding="utf8") as file:
        for line in file:
            yield from filter(None, map(str.strip, str(json.loads(line)["text"]).split("\n")))
    yield from tagged_news()


def tagged_news() -> Iterator[str]:
    """Return the sentences of nlp-id's tagged news, set as in print; an enclitic that was cut off is put back."""
    block: list[str] = []
    with package_file("nlp_id", "data/dataset_postag.txt").open(encoding="utf8") as file:
        for line in file:
            fields = line.split()
            if fields:
                block.append(fields[0])
            elif block:
                yield _printed(block)
                block = []


def _printed(forms: list[str]) -> str:
    merged: list[str] = []
    for form in forms:
        if form in ("nya", "ku", "mu", "lah", "kah", "pun") and merged and merged[-1].isalpha() and form != "pun":
            merged[-1] += form
        else:
            merged.append(form)
    return "".join(form + " " * space for form, space in zip(merged, spacing(merged), strict=True)).strip()


def sentences(passage: Passage) -> Iterable[tuple[int, int]]:
    """First and last token (exclusive) of each sentence."""
    borders = [index for index, start in enumerate(passage.starts) if start]
    return pairwise([*borders, len(passage.forms)])


def merge(trees: list[Passage], gold: list[Passage], parsed: list[Passage], named: list[Passage]) -> list[Passage]:
    """Return everything with both trees and names: gold where there is gold, twice, and silver elsewhere, once."""
    sure = {passage.forms: passage.names for passage in gold}
    silver = {passage.forms: passage.names for passage in named}
    result = []
    for passage in [*trees, *trees, *parsed]:
        whole = replace(passage, names=_cut(passage, sure.get(passage.forms) or silver[passage.forms]))
        result += [whole] * (2 if passage.forms in sure else 1)
    return result


def _cut(passage: Passage, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tags with no name across a sentence start or over white space: the pipeline cannot express one."""
    result: list[str] = []
    for form, start, tag in zip(passage.forms, passage.starts, names, strict=True):
        if form.isspace():
            tag = "O"
        elif tag[0] == "I" and (start or result[-1] == "O"):
            tag = "B" + tag[1:]
        result.append(tag)
    return tuple(result)
