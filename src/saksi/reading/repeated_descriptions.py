"""Repeated descriptions: who was called so before, or what a short description was in full."""

from __future__ import annotations

from collections.abc import Iterator

from saksi.reading.draft import Source
from saksi.reading.phrases import phrase_end
from saksi.reading.registry import Registry, Speaker, words_of

_SHORTEST_PLURAL = 4  # letters


class RepeatedDescriptions:
    """Finds those without a name by what they were called when they spoke before."""

    def __init__(self, registry: Registry) -> None:
        self.registry, self.view, self.lexicon = registry, registry.view, registry.lexicon

    def in_full(self, bare: list[str], source: Source) -> Speaker | None:
        """What "juru bicara tersebut" was called in full before: the last longer phrase that begins with its words."""
        view, n = self.view, len(bare)
        for i in range(source.start - n, -1, -1):
            if view.words[i : i + n] == bare:
                end = phrase_end(view, self.lexicon, i, source.start)
                if end > i + n and view.words[end - 1] not in self.lexicon.reporting.words.demonstratives:
                    name = self.of_owner(Source(i, end, i, "DESC")) or view.plain(i, end)
                    return self.registry.named(name, "DESC", (view.start[i], view.end[end - 1]))
        return None

    def of_owner(self, source: Source) -> str | None:
        """An office of a body or state that is only pointed at, with its name: "juru bicara kementeriannya"."""
        view, suffix = self.view, self.lexicon.reporting.words.object_suffix
        last = view.words[source.end - 1]
        if (
            not suffix
            or source.label != "DESC"
            or not last.endswith(suffix)
            or view.words[source.start] not in self.lexicon.titles.roles
        ):
            return None
        for i in range(source.start - 1, -1, -1):
            entity = view.entity_at[i]
            if view.blank(i) or (entity is not None and entity.label == "PER"):
                return None
            if entity is not None and view.quote_at[i] is None:
                office = view.plain(source.start, source.end).removesuffix(suffix)
                return f"{office} {view.plain(entity.start, entity.end)}"
        return None

    def told_of(self, words: list[str]) -> Speaker | None:
        """The people who were called so when they spoke before."""
        return next((speaker for _, speaker in self.told(set(words))), None)

    def told(self, wanted: set[str]) -> Iterator[tuple[int, Speaker]]:
        """Those without a name who spoke before and were called so, the last one first; one is as good as many."""
        plural = self.lexicon.reporting.syntax.plural
        single = {_singular(word, plural) for word in wanted}
        for at, speaker in reversed(self.registry.said):
            if speaker.person is None and single <= {_singular(w, plural) for w in words_of(speaker.name)}:
                yield at, speaker


def _singular(word: str, plural: str) -> str:
    """A word without the mark of the plural, and of an abbreviation: "officials", "u.s."."""
    word = word.rstrip(".")
    return word.removesuffix(plural) if len(word) > _SHORTEST_PLURAL else word
