"""Endings: the forms of verbs and nouns of a language that inflects at the end (languages/<code>/morphology.toml).

A language without that file inflects otherwise, or not at all. The ending of the past may be a passive as well
("attacked"): what stands around a form decides (``is_passive``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from saksi.reading.language_data import Words, has_data, load_data
from saksi.reading.view import View

Form = Literal["base", "present", "past", "participle", "gerund"]
_REACH = 4  # tokens between an auxiliary and its participle: "has not yet been attacked"
_AGENT = 4  # tokens after a participle in which its agent shows


class Endings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """morphology.toml: rules of spelling, verbs that follow none, and the auxiliaries of the passive."""

    present: str
    past: str
    gerund: str
    sibilants: tuple[str, ...]
    doubling: Words
    irregular: dict[str, tuple[str, ...]]
    plurals: dict[str, str]
    passive: Words
    perfect: Words
    between: Words
    agent: Words

    def verb(self, base: str) -> Iterator[tuple[str, Form]]:
        """Every form of a verb with what it is; a form that is past and participle in one is a participle."""
        stem = base + base[-1] if base in self.doubling else base
        yield base, "base"
        yield self.plural(base), "present"
        yield (base[:-1] if base.endswith("e") and not base.endswith("ee") else stem) + self.gerund, "gerund"
        if base in self.irregular:
            past, *participle = self.irregular[base]
            if participle and participle[0] != past:
                yield past, "past"
                yield participle[0], "participle"
            else:
                yield past, "participle"
        elif base.endswith("e"):
            yield base + self.past.removeprefix("e"), "participle"
        elif self._ends_in_y(base):
            yield base[:-1] + "i" + self.past, "participle"
        else:
            yield stem + self.past, "participle"

    def plural(self, noun: str) -> str:
        """A noun, or a phrase that ends with one, in the plural."""
        *before, last = noun.split()
        if last in self.plurals:
            last = self.plurals[last]
        elif last.endswith(self.sibilants):
            last += "e" + self.present
        elif self._ends_in_y(last):
            last = last[:-1] + "ie" + self.present
        else:
            last += self.present
        return " ".join((*before, last))

    def phrases(self, base: str) -> Iterator[str]:
        """Every form of a phrase that begins with a verb: "call on", "calls on", "called on"."""
        first, *rest = base.split()
        for form, _ in self.verb(first):
            yield " ".join((form, *rest))

    def is_passive(self, view: View, at: int, first: int) -> bool:
        """Whether the participle at ``at`` is a passive, in a sentence that begins at ``first``."""
        words = view.words
        for i in range(at - 1, max(first, at - _REACH) - 1, -1):
            if words[i] in self.passive:
                return True
            if words[i] in self.perfect:
                return False
            if words[i] not in self.between and view.pos[i] != "ADV":
                break
        if view.dep[at].startswith("acl") and view.dep[at] != "acl:relcl":
            return True
        for i in range(at + 1, min(len(words), at + _AGENT)):
            if words[i] in self.agent:
                return True
            if view.pos[i] not in ("ADV", "ADP", "PART") and words[i] not in self.between:
                break
        return False

    @staticmethod
    def _ends_in_y(word: str) -> bool:
        return word.endswith("y") and len(word) > 1 and word[-2] not in "aeiou"


@cache
def load_endings(language: str) -> Endings | None:
    """The endings of a language, or null where it has none.

    Raises:
        ModelError: ``morphology.toml`` of the language does not fit the schema.
    """
    return load_data(language, "morphology.toml", Endings) if has_data(language, "morphology.toml") else None
