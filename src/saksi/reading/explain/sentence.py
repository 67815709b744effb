"""The explanation of one sentence: where it lies, its parse, and what the steps found in it."""

from __future__ import annotations

from saksi.errors import OptionError
from saksi.reading.assemble import Assembled
from saksi.reading.explain.acts import acts_in, words_left
from saksi.reading.explain.speech import cues_left, statements_in
from saksi.reading.explain.told import Explanation, Part, Token
from saksi.reading.segments import Paragraph, Sentence
from saksi.reading.statements import outside
from saksi.reading.view import View
from saksi.record import Span


def explain(found: Assembled, offset: int) -> Explanation:
    """Why the record of an article holds what it holds for the sentence at a character of its text.

    Args:
        found: an article as ``Reader.inspect`` gives it.
        offset: a character of the text. Between two sentences it means the one before.

    Raises:
        OptionError: there is no such character, or no sentence in the text.
    """
    draft, view, text = found.draft, found.draft.view, found.draft.view.text
    if not 0 <= offset < len(text):
        where = f"from 0 to {len(text) - 1:,}" if text else "nowhere, for it is empty"
        raise OptionError(f"there is no character {offset:,} in the text", hint=f"its characters go {where}")
    paragraph, sentence = _at(view, offset)
    own = outside(sentence, draft.furniture)
    prose = None if paragraph.heading else own
    statements = statements_in(found, sentence)
    a, b = view.tokens(prose.start, prose.end) if prose else (0, 0)
    acts = acts_in(found, a, b)
    part: Part = "prose" if prose else "heading" if own else "furniture"
    return Explanation(
        article=found.record.article.id,
        offset=offset,
        sentence=Span.of(text, sentence.start, sentence.end),
        part=part,
        notes=tuple(_notes(found, part, sentence, prose)),
        tokens=_tokens(view, sentence),
        statements=statements,
        cues=cues_left(draft, prose, statements) if prose else (),
        acts=acts,
        words=words_left(found, a, b),
        reader=found.record.reader,
    )


def _at(view: View, offset: int) -> tuple[Paragraph, Sentence]:
    """The sentence at an offset with its paragraph: the last that begins there or before, else the first."""
    sentences = [(paragraph, sentence) for paragraph in view.paragraphs for sentence in paragraph.sentences]
    if not sentences:
        raise OptionError("the text has no sentence", hint="name an article with text")
    return next((pair for pair in reversed(sentences) if pair[1].start <= offset), sentences[0])


def _notes(found: Assembled, part: Part, sentence: Sentence, prose: Sentence | None) -> list[str]:
    notes = []
    if part == "heading":
        notes.append("The sentence is a heading: statements and events are not looked for in headings.")
    if part == "furniture":
        notes.append("The sentence is furniture (a credit, a link, a caption): nothing is looked for in it.")
    if prose is not None and (prose.start, prose.end) != (sentence.start, sentence.end):
        notes.append(f"Furniture is left out: the report's own words are those from {prose.start} to {prose.end}.")
    if not found.finder.judges["act"].weights:
        notes.append("No weights are installed for events: every probability is even, and means nothing.")
    return notes


def _tokens(view: View, sentence: Sentence) -> tuple[Token, ...]:
    a, b = view.tokens(sentence.start, sentence.end)
    return tuple(
        Token(
            index=i,
            start=view.start[i],
            text=view.forms[i],
            pos=view.pos[i],
            dep=view.dep[i],
            head=view.head[i],
            head_text=view.forms[view.head[i]],
            entity=entity.label if (entity := view.entity_at[i]) else None,
        )
        for i in range(a, b)
        if not view.blank(i)
    )
