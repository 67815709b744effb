"""Speech: the statements of a sentence with where their speakers come from, and the cues that made none."""

from __future__ import annotations

from saksi.reading.assemble import Assembled
from saksi.reading.attribution import read_sentence
from saksi.reading.cues import Trace
from saksi.reading.draft import Attribution, Draft
from saksi.reading.explain.told import Left, Said
from saksi.reading.reporting_lexicon import CueKind
from saksi.reading.segments import Sentence
from saksi.record import Span, Statement

_NO_WORDS = "no words were found that it would close"
_UNKNOWN: dict[CueKind, str] = {  # where the step itself gave no reason
    "after": _NO_WORDS,
    "enclitic": _NO_WORDS,
    "active": "no content was found behind the cue",
    "preposition": "no words were found that it would credit to its source",
    "outlet": "no outlet was found behind it, or no words that it would credit",
    "noun": "no content was found behind it, or nobody whose it is",
    "passive": "no content was found behind it, or nobody who says it",
    "judged": "no judgement was found around it, or nobody who makes it",
}


def statements_in(found: Assembled, sentence: Sentence) -> tuple[Said, ...]:
    """The statements of the record that have their cue or some of their words in the sentence."""
    pairs = zip(found.record.statements, found.draft.attributions, strict=True)
    return tuple(_said(found, one, made) for one, made in pairs if _touches(one, sentence))


def _touches(one: Statement, sentence: Sentence) -> bool:
    spans = (*one.content, *([one.cue] if one.cue else []))
    return any(span.start < sentence.end and sentence.start < span.end for span in spans)


def _said(found: Assembled, one: Statement, made: Attribution) -> Said:
    speaker = found.record.actor(one.speaker)
    return Said(
        id=one.id,
        rule=one.by,
        form=one.form,
        stance=one.stance,
        confidence=one.confidence,
        content=one.content,
        cue=one.cue,
        source=one.source,
        speaker=speaker.name if speaker else None,
        speaker_from=_speaker_from(made),
        unresolved=one.unresolved,
    )


def _speaker_from(made: Attribution) -> str:
    if made.inherits == "sentence":
        return "the subject of the cue before it"
    if made.source is None:
        return "whoever had the floor before it"
    if made.source.label == "PRON":
        return "its source, a pronoun, read from what comes before"
    return "its source, a description" if made.source.label == "DESC" else f"its source, a name ({made.source.label})"


def cues_left(draft: Draft, sentence: Sentence, statements: tuple[Said, ...]) -> tuple[Left, ...]:
    """The words of a sentence that can be cues and made no statement, with the reason as far as it is known."""
    view, trace = draft.view, Trace()
    own = read_sentence(draft, sentence, trace)
    back = {one.cue for one in own if not one.content}  # "Hal itu disampaikan X"
    used = {(one.cue.start, one.cue.end) for one in statements if one.cue}
    a, b = view.tokens(sentence.start, sentence.end)
    left = []
    for i in range(a, b):
        kind, span = draft.lexicon.cues.get(view.words[i]), (view.start[i], view.end[i])
        if kind is None or span in used:
            continue
        if span in back:
            why = "it points back, and no sentence before it is free to be what was said"
        elif kind == "outlet" and own:
            why = trace.get(i, "it credits an outlet, and somebody else speaks in the sentence")
        else:
            why = trace.get(i, _UNKNOWN[kind])
        left.append(Left(word=Span.of(view.text, *span), kind=kind, why=why))
    return tuple(left)
