"""Participants: who may take part in an act, all who are named in its sentence and a few whom the context gives."""

from __future__ import annotations

from collections import Counter

from saksi.reading.events.act import Seen
from saksi.reading.events.candidates import Candidate, Ways, code_of, ways_of
from saksi.reading.events.cast import Cast
from saksi.reading.events.mentions import Said
from saksi.reading.events.trigger import Trigger
from saksi.reading.speakers import Speaker
from saksi.reading.view import View

_BEFORE = 60  # tokens before a sentence in which the actor named last still comes to mind


class Participants:
    """Finds the candidates of the acts of one article."""

    def __init__(self, view: View, cast: Cast, said: list[Said]) -> None:
        self.view, self.cast, self.said = view, cast, said
        counts = Counter(code_of(cast, actor) for part in cast.parts for actor in part.actors)
        self.prominent = [code for code, _ in counts.most_common(2)]
        self.actor_of = {code_of(cast, actor): actor for part in reversed(cast.parts) for actor in part.actors}

    def of(self, trigger: Trigger, a: int, b: int, seen: Seen) -> list[Candidate]:
        """Who may take part in an act of the sentence of the tokens ``a:b``; ``seen`` are the acts before it."""
        found: dict[str, Candidate] = {}

        def take(actor: Speaker) -> Candidate:
            code = code_of(self.cast, actor)
            return found.setdefault(code, Candidate(code, actor))

        for part in self.cast.within(a, b):
            for actor in part.actors:
                take(actor).parts.append(part)
        offset = self.view.start[trigger.start]
        for one in self.said:
            if one.speaker and one.covers(offset):
                take(one.speaker).context.add("speaker")
        for rank, code in enumerate(self.prominent):
            take(self.actor_of[code]).context.add(f"prominent{rank}")
        if before := self.cast.within(max(0, a - _BEFORE), a):
            take(before[-1].actors[-1]).context.add("last-named")
        for name, act in (("last", seen.last()), ("same", seen.last(trigger.type))):
            for side, actors in (("source", act.sources), ("target", act.targets)) if act else ():
                for actor in actors:
                    take(actor).context.add(f"{name}-{side}")
        return list(found.values())


def note_neighbour(people: list[Candidate], side: str, trigger: Trigger, ways: Ways) -> None:
    """Note how candidates stand to the act told right before or after: "mengancam akan menyerang Israel"."""
    for one in people:
        for way in ways_of(one, ways):
            one.context |= {f"{side}-{way}", f"{side}-{trigger.type}-{way}"}
