"""Aliases: the short forms by which an article calls a body, and what they stand for."""

from __future__ import annotations

import re

from saksi.reading.lexicon import Lexicon
from saksi.reading.view import View

_LEAST_SPELT = 3  # words of a body that is called by their initials
_LEAST_TAIL = 2  # words
_REACH = 8  # tokens after a survey within which its maker is named
_LONGEST_SHORT = 5  # letters of an abbreviation that may be looked for by them


class Aliases:
    """The short forms of an article."""

    def __init__(self, view: View, lexicon: Lexicon) -> None:
        self.view, self.lexicon = view, lexicon
        self.known = {**self._by_initials(), **dict(self._find_aliases())}
        self._bodies = [view.plain(e.start, e.end).split() for e in view.entities if e.label == "ORG"]

    def in_full(self, name: str) -> str:
        """The name that a short form stands for, else the name itself."""
        article, _, rest = name.partition(" ")
        if rest in self.known and article.lower() in self.lexicon.reporting.words.definites:
            name = rest  # "The SNC"
        return self._by_tail(self._in_full(self.known.get(name, name)))

    def _by_tail(self, name: str) -> str:
        """The fuller name of a body that the article calls by its last words: "Security Council"."""
        tail = name.split()
        tail = tail[next((n for n, word in enumerate(tail) if not word[0].isdigit()), 0) :]
        if len(tail) < _LEAST_TAIL or not all(word[0].isupper() for word in tail):
            return name
        longer = {" ".join(full): None for full in self._bodies if len(full) > len(tail) and full[-len(tail) :] == tail}
        return next(iter(longer)) if len(longer) == 1 else name

    def survey_by(self, words: list[str]) -> str | None:
        """Who made the survey that ``words`` name: "hasil survei" of an article with a "survei oleh Indeks Warga"."""
        surveys = self.lexicon.reporting.pronouns.surveys
        if not surveys & set(words):
            return None
        return next((body for i in range(len(self.view.words)) if (body := self._maker(i, surveys))), None)

    def _maker(self, i: int, surveys: frozenset[str]) -> str | None:
        """The name that follows the survey at token ``i``, after "oleh" or at once."""
        view, by = self.view, self.lexicon.reporting.words.by
        if view.words[i] not in surveys:
            return None
        for k in range(i + 1, min(len(view.words), i + _REACH)):
            if view.pos[k] == "PUNCT" or view.blank(k):
                return None
            entity = view.entity_at[k]
            if entity is not None and entity.label != "LOC":
                return view.plain(entity.start, entity.end)
            if view.words[k - 1] in by and view.forms[k][0].isupper():
                end = next((m for m in range(k, len(view.words)) if not view.forms[m][0].isupper()), len(view.words))
                return view.plain(k, end)
        return None

    def _in_full(self, name: str) -> str:
        """The name with the short form at its end written out, if the article does so: "KJRI LA"."""
        rest, _, short = name.rpartition(" ")
        if not rest or not short.isupper() or not short.isalpha() or not 1 < len(short) <= _LONGEST_SHORT:
            return name
        words = r"\s".join(rf"{letter}\w+" for letter in short)
        match = re.search(rf"\b{re.escape(rest)}\s{words}", self.view.text)
        return match.group() if match else name

    def _find_aliases(self) -> list[tuple[str, str]]:
        """Short names that the article explains: "Badan Tenaga Atom Internasional (IAEA)"."""
        view, found = self.view, []
        for i in range(1, len(view.words) - 2):
            if view.words[i] not in "([" or view.words[i + 2] not in ")]" or not view.forms[i + 1].isupper():
                continue
            start = i
            while start > 0 and (
                view.forms[start - 1][0].isupper() or view.words[start - 1] in self.lexicon.reporting.words.joiners
            ):
                start -= 1
            start = self._spelt_out(start, i, view.words[i + 1])
            if i - start > 1:
                found.append((view.forms[i + 1], view.plain(start, i)))
        return found

    def _by_initials(self) -> dict[str, str]:
        """The bodies that the article names in full, by their initials: "IAEA" without a bracket anywhere."""
        view, found = self.view, {}
        for entity in view.entities:
            if entity.label != "ORG" or entity.end - entity.start < _LEAST_SPELT:
                continue
            letters = (form[0] for form in view.forms[entity.start : entity.end] if form[0].isupper())
            short = "".join(letters)
            if len(short) >= _LEAST_SPELT and not view.forms[entity.start].isupper():
                found[short] = view.plain(entity.start, entity.end)
        return found

    def _spelt_out(self, start: int, end: int, short: str) -> int:
        """Where the words begin that a short form stands for: by its letters, else after the offices before them."""
        view, joiners = self.view, self.lexicon.reporting.words.joiners
        for k in range(start, end - 1):
            if "".join(w[0] for w in view.words[k:end] if w not in joiners) == short:
                return k
        while start < end and view.words[start] in self.lexicon.titles.roles:
            start += 1
        return start
