"""Assembly: from the draft to the record, with actors numbered and offsets turned into spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from saksi.reading.draft import Attribution, Draft
from saksi.reading.events.act import Act
from saksi.reading.events.cast import Cast
from saksi.reading.events.find import EventFinder, find_events
from saksi.reading.events.mentions import Said
from saksi.reading.events.record import EventRecorder
from saksi.reading.speakers import Resolver, Speaker
from saksi.record import Actor, ActorType, Article, Form, Mention, ReaderInfo, Record, Span, Statement
from saksi.sources.furniture import Furniture
from saksi.world.states import all_states
from saksi.world.world import World

_TYPES: dict[str, ActorType] = {"PER": "person", "ORG": "organisation", "LOC": "state"}


@dataclass(slots=True)
class Assembled:
    """A record with what it was made from; ``acts`` are those of its events, in their order."""

    record: Record
    draft: Draft
    finder: EventFinder
    acts: list[Act]


def assemble(
    draft: Draft, article: Article, furniture: Furniture, reader: ReaderInfo, world: World | None = None
) -> Assembled:
    """The record of an article from its draft; ``world`` tells who is who, by default as Saksi ships it."""
    world = world or World.load()
    resolver = Resolver(draft, world)
    listed = _Listed()
    statements: list[Statement] = []
    previous: Speaker | None = None
    for found in draft.attributions:
        speaker, reason = resolver.resolve(found, previous)
        previous = speaker
        ref = listed.ref(speaker) if speaker else None
        statements.append(_statement(draft, found, f"s{len(statements) + 1}", speaker, ref, reason))
    finder = EventFinder(draft, resolver, _said(statements, listed), world)
    recorder = EventRecorder(draft, finder.cast, statements, listed.ref)
    acts = find_events(finder)
    events = tuple(recorder.event(act, f"e{n}") for n, act in enumerate(acts, start=1))
    record = Record(
        article=_article(article, furniture, reader.language),
        actors=tuple(_actor(draft, speaker, ref, finder.cast) for ref, speaker in listed.speakers.items()),
        statements=tuple(statements),
        events=events,
        reader=reader,
    )
    return Assembled(record, draft, finder, acts)


def _said(statements: Sequence[Statement], listed: _Listed) -> list[Said]:
    """Every span of content with who says it, and whether to deny it."""
    return [
        Said(span.start, span.end, listed.speakers.get(one.speaker or ""), denied=one.stance == "denied")
        for one in statements
        for span in one.content
    ]


class _Listed:
    """The actors of the record, each with its id."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}
        self.speakers: dict[str, Speaker] = {}

    def ref(self, speaker: Speaker) -> str:
        """The id of an actor, a new one if it has none yet."""
        if speaker.key not in self._ids:
            self._ids[speaker.key] = f"a{len(self._ids) + 1}"
            self.speakers[self._ids[speaker.key]] = speaker
        return self._ids[speaker.key]


def _statement(
    draft: Draft, found: Attribution, ref: str, speaker: Speaker | None, actor: str | None, reason: str | None
) -> Statement:
    text, view = draft.view.text, draft.view
    source = found.source
    return Statement(
        id=ref,
        form=_form(draft, found.content),
        content=tuple(Span.of(text, a, b) for a, b in found.content),
        cue=Span.of(text, *found.cue) if found.cue else None,
        source=Span.of(text, view.start[source.head], view.end[source.end - 1]) if source else None,
        speaker=actor,
        affiliation=speaker.person.affiliation if speaker and speaker.person else None,
        stance=found.stance,
        unresolved=reason,
        by=found.rule,
        confidence=found.confidence,
    )


def _form(draft: Draft, content: Sequence[tuple[int, int]]) -> Form:
    """By how many of the words stand in quotation marks."""
    view = draft.view
    inside = total = 0
    for start, end in content:
        a, b = view.tokens(start, end)
        for i in range(a, b):
            if view.words[i][0].isalnum():
                total += 1
                quotation = view.quote_at[i]
                inside += quotation is not None and quotation.start <= view.start[i] < quotation.end
    if not inside:
        return "indirect"
    return "direct" if inside == total else "mixed"


def _actor(draft: Draft, speaker: Speaker, ref: str, cast: Cast) -> Actor:
    text, person = draft.view.text, speaker.person
    code, entry = cast.code(speaker), cast.entry(speaker.name)
    spans = {(a, b): kind for a, b, kind in speaker.mentions}
    if person:
        spans |= dict.fromkeys(person.mentions, "name")
    mentions = tuple(Mention(a, b, text[a:b], kind) for (a, b), kind in sorted(spans.items()))  # type: ignore[arg-type]
    return Actor(
        id=ref,
        type=_TYPES.get(speaker.label, "group"),
        name=speaker.name,
        code=code,
        country=code if code and all_states().by_code(code) else entry.country if entry else None,
        role=person.role if person else None,
        affiliation=person.affiliation if person else None,
        wikidata=entry.wikidata if entry else None,
        mentions=mentions,
    )


def _article(article: Article, furniture: Furniture, language: str) -> Article:
    """The article with what its furniture tells, where that was not given."""
    return replace(
        article,
        id=article.id or article.text_hash,
        outlet=article.outlet or furniture.outlet,
        wire=article.wire or furniture.wire,
        dateline=article.dateline or furniture.dateline,
        byline=article.byline or furniture.byline,
        links=article.links or furniture.links,
        language=language,
    )
