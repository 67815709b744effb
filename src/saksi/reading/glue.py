"""Glue: words that a page ran together where a link swallowed the space ("Trumpmengatakan", "menekanRusiaagar")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import cast

from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from saksi.reading.lexicon import Lexicon
from saksi.world.states import load_states

_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_RUN = re.compile(r"[^\W\d_]{4,}")
_EMPTY = re.compile("")
_STOP = re.compile(r"(?:(?<=[a-z])|(?<=[A-Z]{3}))\.(?=[A-Z][a-z])")  # "tersebut.Israel", "IRGC.Meski"
_CLOSED = re.compile(r"\)(?=[a-z]{3})")  # "(AS)mengumumkan"
_BEFORE_NAME = re.compile(r"([A-Z]{2,6})(?=[A-Z][a-z]{3})")  # "RIYevhenia"
_ACRONYM = re.compile(r"([A-Z]{2,6})([a-z]{2,})")
_TITLE = re.compile(r"[A-Z][a-z]{3,10}")  # before a capital: a shorter word may belong to a name ("McCain", "YouTube")
_SHORTEST_CUE = 6  # letters: a shorter word may be the ending of a name
_SHORTEST_VERB = 7
_SHORTEST_WORD = 4  # of those that follow the name of a state, or an acronym
_LONGEST = 40  # letters: longer runs are no two or three words
_LONG_NAME = 6  # letters of a name to which a small word may be glued: "Gaddafiyang", but "Sudan"
_NAME = 3


def split_glued(nlp: Language, lexicon: Lexicon) -> Glue:
    """Teach a pipeline's tokeniser to cut words that are glued together."""
    tokenizer = cast(Tokenizer, nlp.tokenizer)
    given, glue = tokenizer.infix_finditer, Glue(lexicon)

    def infixes(text: str) -> Iterator[re.Match[str]]:
        found = {match.span(): match for match in (*(given(text) if given else ()), *glue.marks(text))}
        covered = [span for span in found if span[0] < span[1]]
        for at in glue.cuts(text):
            if not any(a <= at <= b for a, b in covered) and (match := _EMPTY.match(text, at)):
                found[at, at] = match
        yield from (found[span] for span in sorted(found))

    tokenizer.infix_finditer = infixes
    return glue


class Glue:
    """Where words are glued, by the words of a language, the names of states, and the other words of an article."""

    def __init__(self, lexicon: Lexicon) -> None:
        words, active, titles = lexicon.reporting.words, lexicon.reporting.active, lexicon.titles
        verbs = {w for w in lexicon.common if len(w) >= _SHORTEST_VERB and w.startswith(words.verb_prefixes)}
        cues = {w for w in active.say | active.marked | active.request | active.deny if len(w) >= _SHORTEST_CUE}
        self.after_name = cues | verbs | words.glued
        self.after_long_name = words.glued_long
        small = words.prepositions | words.coordinators | words.relative | words.that | words.purpose | words.unsaid
        small |= words.negators | words.demonstratives | words.likes | words.closers
        self.small = small
        self.after_state = small | {w for w in lexicon.common | lexicon.cues.keys() if len(w) >= _SHORTEST_WORD}
        self.verb_prefixes = words.verb_prefixes
        regions = {region.title() for region in titles.regions if len(region) >= _SHORTEST_WORD}
        self.states = (set(_state_words(lexicon.language)) | regions) - lexicon.common
        self.acronyms = titles.short.keys() | titles.organisations
        self.known = lexicon.common | lexicon.cues.keys() | words.prepositions | titles.roles | titles.organisations
        self.cuts = lru_cache(maxsize=4096)(self._cuts)

    def marks(self, text: str) -> Iterator[re.Match[str]]:
        """Marks with words glued to both sides."""
        yield from _STOP.finditer(text)
        yield from _CLOSED.finditer(text)

    def _cuts(self, text: str) -> tuple[int, ...]:
        """The offsets between glued words, in order."""
        found: list[int] = []
        for run in _RUN.finditer(text):
            if run.end() - run.start() > _LONGEST:
                continue
            begin = self._past_acronym(text, run.start(), found)
            for case in _CASE.finditer(text, run.start(), run.end()):
                tail = self._tail(text[begin : case.start()])
                if self._ends_word(text[begin : case.start()], text[case.start() : run.end()]) or tail:
                    found += [begin + tail, case.start()] if tail else [case.start()]
                    begin = self._past_acronym(text, case.start(), found)
            if tail := self._tail(text[begin : run.end()]):
                found.append(begin + tail)
        return tuple(found)

    def split_known(self, doc: Doc) -> Doc:
        """The doc with small words cut from names that it also has alone: "Trumpakan" where there is a "Trump"."""
        keys: list[int] = doc.to_array([ORTH]).ravel().tolist() if len(doc) else []  # type: ignore[assignment]
        forms = [doc.vocab.strings[key] for key in keys]
        names = {form for form in set(forms) if len(form) >= _SHORTEST_WORD and self._may_be_name(form)}
        cuts = {form: at for form in names if (at := self._known_end(form, names))}
        if not cuts:
            return doc
        words: list[str] = []
        spaces: list[bool] = []
        for token in doc:
            at = cuts.get(token.text, 0)
            words += [token.text[:at], token.text[at:]] if at else [token.text]
            spaces += [False, bool(token.whitespace_)] if at else [bool(token.whitespace_)]
        return Doc(doc.vocab, words=words, spaces=spaces)

    def _may_be_name(self, form: str) -> bool:
        return form[0].isupper() and form[1:].islower() and form.lower() not in self.known

    def _known_end(self, form: str, names: set[str]) -> int:
        """Where a small word begins that is glued to one of the names; 0 if none is."""
        ends = range(_SHORTEST_WORD, len(form) - 1)
        return next((at for at in ends if form[:at] in names and self._follows_state(form[at:])), 0)

    def _past_acronym(self, text: str, at: int, found: list[int]) -> int:
        """Past a known short form to which a name is glued, noted in ``found``; else ``at``."""
        short = _BEFORE_NAME.match(text, at)
        if short is None or short[1].lower() not in self.acronyms:
            return at
        found.append(short.end())
        return short.end()

    def _ends_word(self, left: str, right: str) -> bool:
        """Whether a word ends where a capital follows: "denganIran", "PresidenAS", "militerIsrael"."""
        if left.islower():
            return left in self.known or len(left) >= _SHORTEST_CUE
        if left in self.states or left.lower() in self.known:
            return len(left) > _NAME and len(right) > 1
        return bool(_TITLE.fullmatch(left)) and right[:4].istitle() and len(right) >= _SHORTEST_WORD

    def _tail(self, word: str) -> int:
        """Where a small word or a verb glued to a name begins; 0 if none is."""
        if match := _ACRONYM.fullmatch(word):
            return match.start(2) if match[2] in self.after_state else 0
        if not word[:1].isupper() or not word[1:].islower() or word.lower() in self.known or word in self.states:
            return 0
        for at in range(_NAME, len(word) - 1):
            name, tail = word[:at], word[at:]
            if tail in self.after_name or (name in self.states and self._follows_state(tail)):
                longer = (k for k in range(_NAME, at) if word[k:] in self.small)
                return next(longer, at)  # "Morisetelah" ends in "setelah", not in "telah"
            if at >= _LONG_NAME and tail in self.after_long_name:
                return at
        return 0

    def _follows_state(self, tail: str) -> bool:
        return tail in self.after_state or (len(tail) >= _SHORTEST_CUE and tail.startswith(self.verb_prefixes))


def _state_words(language: str) -> Iterable[str]:
    """The words of the names and capitals of states, those that are long enough to be told apart."""
    for state in load_states():
        for name in (*state.names(language), *state.capitals, *state.metonyms):
            yield from (word for word in name.split() if len(word) >= _SHORTEST_WORD and word[0].isupper())
