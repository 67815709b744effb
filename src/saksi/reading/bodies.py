"""Bodies: the organisation named before that "kementerian itu" or "the militant group" means."""

from __future__ import annotations

from saksi.reading.registry import Registry, Speaker, words_of

_MEMORY = 3  # statements back that "organisasi itu" may reach


class Bodies:
    """Finds the organisation of an article that a kind of body points at."""

    def __init__(self, registry: Registry) -> None:
        self.registry, self.view, self.lexicon = registry, registry.view, registry.lexicon

    def group(self, bare: list[str], offset: int) -> Speaker | None:
        """The armed group or party named last, which "the militant group" means."""
        if bare[-1] not in self.lexicon.titles.groups:
            return None
        for start, end in self._before(offset):
            name = self.view.plain(start, end)
            if any(entry.kind == "group" for entry in self.registry.world.find(name, self.lexicon.language, None)):
                return self.registry.named(name, "ORG", (self.view.start[start], self.view.end[end - 1]))
        return None

    def called(self, bare: list[str], offset: int) -> Speaker | None:
        """The body named last whose name begins with the same word: "kementerian itu"."""
        for start, end in self._before(offset):
            name = self.view.plain(start, end)
            head = -1 if self.lexicon.reporting.syntax.heads_last else 0
            expand = self.registry.expand
            if end - start > len(bare) and expand(words_of(name))[head] == expand(bare)[head]:
                return self.registry.named(name, "ORG", (self.view.start[start], self.view.end[end - 1]))
        return None

    def last(self) -> Speaker | None:
        """The institution that spoke last: "organisasi itu"."""
        return next((s for _, s in reversed(self.registry.said[-_MEMORY:]) if s.label == "ORG"), None)

    def _before(self, offset: int) -> list[tuple[int, int]]:
        view = self.view
        return [(e.start, e.end) for e in reversed(view.entities) if e.label == "ORG" and view.start[e.start] < offset]
