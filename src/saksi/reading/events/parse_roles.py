"""Roles by the parse: who stands to an act as its subject, object or complement, where the order of words tells less.

For languages whose events.toml asks for it (``parse``): there the subject may be far from its verb, an actor may be an
adjective ("Russian strikes"), and what follows a noun hangs on it by a preposition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from saksi.reading.events.trigger import Trigger
from saksi.reading.speakers import Speaker
from saksi.reading.view import View

Standing = dict[str, list[Speaker]]
At = Callable[[int], tuple[Speaker, ...]]

PARSED = "p:"  # begins the names of the ways that the parse tells
_DEEPEST = 4  # verbs up that a subject is looked for
_INNER = frozenset({"compound", "flat", "amod", "nmod:poss", "conj", "appos", "nmod:desc"})
_SHARED = frozenset({"xcomp", "advcl", "conj", "ccomp"})
_OBLIQUE = frozenset({"obl", "nmod", "obl:agent"})


class ParsedRoles:
    """Finds actors by the heads of the tokens of one article; ``at`` gives the actors named at a token."""

    def __init__(self, view: View, relatives: frozenset[str], at: At) -> None:
        self.view, self.relatives, self.at = view, relatives, at
        self._span = (-1, -1)
        self._children: dict[int, list[int]] = {}

    def of(self, trigger: Trigger, a: int, b: int) -> Standing:
        """The actors by the way they stand to a trigger in the sentence of the tokens ``a:b``."""
        self._index(a, b)
        found: Standing = {}
        if trigger.voice != "noun":
            self._of_verb(found, trigger.start, "", passive=trigger.voice == "passive")
            return {way: actors for way, actors in found.items() if actors}
        noun = trigger.end - 1
        for k in self._children.get(noun, ()):
            dep = self.view.dep[k]
            if dep in ("nmod:poss", "amod", "compound", "flat"):
                found.setdefault("of-noun", []).extend(self._named(k))
            elif dep in _OBLIQUE:
                found.setdefault(f"n-{self._case(k)}", []).extend(self._named(k))
        governor = trigger.carrier if trigger.carrier is not None else self.view.head[noun]
        if a <= governor < b and governor != noun and self.view.pos[governor] == "VERB":
            self._of_verb(found, governor, "c-" if trigger.carrier is not None else "g-", passive=False)
        return {way: actors for way, actors in found.items() if actors}

    def _of_verb(self, found: Standing, verb: int, prefix: str, *, passive: bool) -> None:
        for k in self._children.get(verb, ()):
            dep = self.view.dep[k]
            if dep in ("obj", "iobj", "nsubj:pass"):
                found.setdefault(f"{prefix}obj", []).extend(self._named(k))
                for m in self._children.get(k, ()):
                    if self.view.dep[m] == "nmod":
                        found.setdefault(f"{prefix}obj-{self._case(m)}", []).extend(self._named(m))
            elif dep in _OBLIQUE:
                found.setdefault(f"{prefix}{self._case(k)}", []).extend(self._named(k))
        if not passive:
            found[f"{prefix}subj"] = list(self._subject(verb, 0))
        elif self.view.dep[verb].startswith("acl"):
            found.setdefault(f"{prefix}obj", []).extend(self._named(self.view.head[verb]))

    def _subject(self, verb: int, depth: int) -> Iterator[Speaker]:
        """The subject of a verb, or that of the verb that it hangs on."""
        view, children = self.view, self._children.get(verb, ())
        own = next((k for k in children if view.dep[k] in ("nsubj", "nsubj:pass", "csubj")), None)
        dep, head = view.dep[verb], view.head[verb]
        inside = self._span[0] <= head < self._span[1] and head != verb
        if own is not None and not (view.words[own] in self.relatives and inside):
            yield from self._named(own)
        elif inside and dep.startswith("acl"):
            yield from self._named(head)
        elif inside and depth < _DEEPEST and dep in _SHARED:
            controller = None
            if dep == "xcomp":
                controller = next((k for k in self._children.get(head, ()) if view.dep[k] == "obj" and k < verb), None)
            yield from self._named(controller) if controller is not None else self._subject(head, depth + 1)

    def _named(self, k: int) -> list[Speaker]:
        """The actors of the phrase whose head is ``k``: at the head, or before it, and those coordinated to it."""
        found = {actor.key: actor for actor in self.at(k)}
        children = self._children.get(k, ())
        for m in children:
            if self.view.dep[m] in _INNER:
                found |= {actor.key: actor for actor in self._named(m)}
        for m in children if not found else ():
            if self.view.dep[m] == "nmod":
                found |= {actor.key: actor for actor in self._named(m)}
        return list(found.values())

    def _case(self, k: int) -> str:
        """The preposition of a phrase."""
        return next((self.view.words[m] for m in self._children.get(k, ()) if self.view.dep[m] == "case"), "bare")

    def _index(self, a: int, b: int) -> None:
        if self._span == (a, b):
            return
        self._span, self._children = (a, b), {}
        for k in range(a, b):
            head = self.view.head[k]
            if head != k:
                self._children.setdefault(head, []).append(k)
