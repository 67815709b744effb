"""Events: from the triggers of each sentence to acts with actors and status."""

from __future__ import annotations

from saksi.plover import MUTUAL
from saksi.reading.draft import Draft
from saksi.reading.events.act import Act, Seen, context_of
from saksi.reading.events.candidates import Candidate, Ways, code_of, codes_of, nearest
from saksi.reading.events.cast import Cast
from saksi.reading.events.frames import load_frames
from saksi.reading.events.judge import Groups, load_judges
from saksi.reading.events.mentions import Said
from saksi.reading.events.participants import Participants, note_neighbour
from saksi.reading.events.role_features import role_features
from saksi.reading.events.roles import Roles
from saksi.reading.events.trigger import Trigger
from saksi.reading.events.trigger_features import gate_features, trigger_features
from saksi.reading.events.triggers import find_triggers
from saksi.reading.speakers import Resolver, Speaker
from saksi.reading.statements import outside
from saksi.reading.status import operators
from saksi.status import Operator, compose
from saksi.world.world import World

_LONGEST = 400  # tokens of a sentence: a quotation that never ends would have every act compared with every actor
GATE = 0.2  # a trigger less likely than this by itself is not looked at
TOLD = 0.35  # an act as likely as this is told; lower finds more and errs more (training/MODELS.md)
LIKELY = 0.45
SURE = 0.75
ALONE = {"source": 0.1, "target": 0.15}
SPEECH = frozenset({"REQUEST", "REJECT", "THREATEN", "PROTEST"})  # acts that words such as "harus" may do themselves


class EventFinder:
    """Finds the acts of one article, sentence by sentence."""

    def __init__(self, draft: Draft, resolver: Resolver, said: list[Said], world: World) -> None:
        self.draft, self.view, self.lexicon, self.said = draft, draft.view, draft.lexicon, said
        self.frames = load_frames(draft.lexicon.language)
        self.judges = load_judges(draft.lexicon.language)
        self.cast = Cast(draft, resolver, self.frames, said, world)
        self.roles = Roles(draft.view, draft.lexicon, self.frames, self.cast)
        self.participants = Participants(draft.view, self.cast, said)
        self.seen = Seen(draft.view)

    def candidates(self) -> list[Act]:
        """Every possible act with its actors and status, before the judge of acts has looked at it."""
        for n, (a, b) in enumerate(sentences(self.draft)):
            triggers = [t for t in find_triggers(self.view, self.frames, a, b) if self._may_tell(t)]
            told = [(trigger, codes_of(self.roles.of(trigger, a, b), self.cast)) for trigger in triggers]
            for at in range(len(told)):
                self.seen.add(self._act(told, at, a, b, n))
        return self.seen.acts

    def _may_tell(self, trigger: Trigger) -> bool:
        gate = self.judges["gate"]
        return not gate.weights or gate.probability(gate_features(self.view, trigger)) > GATE

    def _act(self, told: list[tuple[Trigger, Ways]], at: int, a: int, b: int, n: int) -> Act:
        trigger, ways = told[at]
        people = self.participants.of(trigger, a, b, self.seen)
        others = [n for n, (one, _) in enumerate(told) if one.start != trigger.start]
        before = max((n for n in others if n < at), default=None)
        after = min((n for n in others if n > at), default=None)
        for side, other in (("before", before), ("next", after)):
            if other is not None:
                note_neighbour(people, side, *told[other])
        around, rivals = nearest(trigger, people), sum(bool(one.parts) for one in people)
        judged = [
            (one, role_features(self.view, self.lexicon, self.cast, trigger, one, ways, around, rivals))
            for one in people
        ]
        sources = self._taken("source", judged)
        targets = self._taken("target", judged, None if trigger.type in MUTUAL else sources)
        act = Act(trigger, sources, targets, compose(self.operators(trigger, a, b)), cast_features=judged)
        act.sides = self._codes(sources), self._codes(targets)
        act.features = trigger_features(
            self.view,
            self.lexicon,
            trigger,
            len(sources),
            len(targets),
            act.status,
            context_of(act, self.seen, self.said, n),
        )
        act.confidence = self.judges["act"].probability(act.features)
        return act

    def _taken(
        self, name: str, judged: list[tuple[Candidate, Groups]], besides: list[Speaker] | None = None
    ) -> list[Speaker]:
        """Whom the judge takes: all who are likely, or else the likeliest if it is likely enough.

        ``besides`` are those who act: of them only who is surely acted upon is acted upon as well.
        """
        rated = [(self.judges[name].probability(features), one.actor) for one, features in judged]
        if besides is not None:
            rated = [(chance, actor) for chance, actor in rated if actor not in besides or chance > SURE]
        likely = [actor for chance, actor in rated if chance > LIKELY]
        if not likely and rated:
            chance, actor = max(rated, key=lambda pair: pair[0])
            likely = [actor] if chance > ALONE[name] else []
        return likely

    def _codes(self, actors: list[Speaker]) -> frozenset[str]:
        return frozenset(code_of(self.cast, actor) for actor in actors)

    def operators(self, trigger: Trigger, a: int, b: int) -> tuple[Operator, ...]:
        """What stands over an act in the sentence of the tokens ``a:b``, and the denial of the statement around it."""
        at = trigger.verb if trigger.verb is not None else trigger.start
        offset = self.view.start[trigger.start]
        found = operators(self.view, self.lexicon, at, a, b)
        denied = any(one.denied and one.covers(offset) for one in self.said)
        if denied and all(one.kind != "denial" for one in found):  # the word that denies may stand in the sentence
            found = (Operator("denial"), *found)
        if trigger.type == "ACCUSE" and trigger.voice == "noun":  # to deny an accusation is to say that it was made
            found = tuple(one for one in found if one.kind != "denial")
        if trigger.type in SPEECH:  # "harus membebaskan" demands, and the demand is made
            found = tuple(one for one in found if not trigger.start <= one.token < trigger.end)
        return found


def find_events(finder: EventFinder, threshold: float = TOLD) -> list[Act]:
    """The acts that an article tells, each once, in the order of the text."""
    found: list[Act] = []
    acts = finder.candidates()
    best: dict[int, float] = {}
    for act in acts:  # of what the same words may tell, the likeliest
        best[act.trigger.start] = max(act.confidence, best.get(act.trigger.start, 0.0))
    told: set[tuple[str, frozenset[str], frozenset[str], str]] = set()
    for act in (act for act in acts if act.confidence == best[act.trigger.start]):
        key = (act.trigger.type, *act.sides, act.status)
        if act.confidence > threshold and any(act.sides) and key not in told:
            told.add(key)
            found.append(act)
    return found


def sentences(draft: Draft) -> list[tuple[int, int]]:
    """The sentences as (first, last) tokens, without what of them is furniture; endless ones in parts."""
    found = [
        draft.view.tokens(said.start, said.end)
        for paragraph in draft.view.paragraphs
        if not paragraph.heading
        for sentence in paragraph.sentences
        if (said := outside(sentence, draft.furniture)) is not None
    ]
    return [(at, min(b, at + _LONGEST)) for a, b in found for at in range(a, max(b, a + 1), _LONGEST)]
