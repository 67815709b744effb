"""CoNLL-U: the sentences of each article as its reader parses them, with what was read in them under MISC.

A record holds no parse: the reader of its language is run again, for the parse alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Final, TextIO

from saksi.record import Mention, Record, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from saksi.reading.pipeline import LanguageReader

_BATCH: Final = 32  # articles that go through the model at once


def write(records: Iterable[Record], stream: TextIO) -> None:
    """Write the articles one after the other, each with its sentences.

    Raises:
        LanguageError: the language of a record is not installed.
        ModelError: its model is missing.
    """
    rest = iter(records)
    while batch := list(islice(rest, _BATCH)):
        for record, doc in zip(batch, _parses(batch), strict=True):
            for block in sentences(record, doc, _reader(record.reader.language).info.model):
                stream.write(block + "\n\n")


def sentences(record: Record, doc: Doc, model: str) -> Iterator[str]:
    """The sentences of a record, each with the comments before it.

    Args:
        record: what was read in the article.
        doc: its parse.
        model: the name and version of the model that made it.
    """
    from saksi.exports.conllu_tokens import words_of

    article, language = record.article, record.reader.language
    key, notes = article.text_hash, _notes(record)
    found = (words_of(sentence, article.text, language, notes) for sentence in (doc.sents if len(doc) else ()))
    for n, words in enumerate(filter(None, found), start=1):
        comments = [f"newdoc id = {key}", f"model = {model}", f"language = {language}"] if n == 1 else []
        if n == 1 and article.title:
            comments.append(f"title = {' '.join(article.title.split())}")
        comments += [
            f"sent_id = {key}-{n}",
            f"text = {words.text}",
            f"start_char = {words.start}",
            f"end_char = {words.end}",
            f"source_url = {article.url or f'urn:sha256:{key}'}",
        ]
        yield "\n".join([*(f"# {comment}" for comment in comments), *words.rows])


def _notes(record: Record) -> Callable[[int, int], list[str]]:
    """What lies at some characters: the statements whose words they are, cues and sources of such, events, actors."""
    marks: list[tuple[str, str, Span | Mention]] = [
        ("Statement", said.id, span) for said in record.statements for span in said.content
    ]
    marks += [("Cue", said.id, said.cue) for said in record.statements if said.cue]
    marks += [("Source", said.id, said.source) for said in record.statements if said.source]
    marks += [("Event", act.id, act.trigger) for act in record.events]
    marks += [("Actor", actor.id, at) for actor in record.actors for at in actor.mentions]

    def noted(start: int, end: int) -> list[str]:
        found: dict[str, dict[str, None]] = {}
        for kind, ref, span in marks:
            if span.start < end and start < span.end:
                found.setdefault(kind, {})[ref] = None
        return [f"{kind}={','.join(refs)}" for kind, refs in found.items()]

    return noted


def _parses(records: list[Record]) -> list[Doc]:
    """The parse of each record's article, those of one language together."""
    docs: dict[int, Doc] = {}
    for language in dict.fromkeys(record.reader.language for record in records):
        own = [n for n, record in enumerate(records) if record.reader.language == language]
        docs |= zip(own, _reader(language).parse((records[n].article for n in own), len(own)), strict=True)
    return [docs[n] for n in range(len(records))]


@cache
def _reader(language: str) -> LanguageReader:
    from saksi.reading.pipeline import LanguageReader

    return LanguageReader(language)
