"""Features of triggers: what the gate and the judge of acts go by, as short strings that a weight belongs to."""

from __future__ import annotations

from saksi.reading.events.judge import Groups
from saksi.reading.events.trigger import Trigger
from saksi.reading.lexicon import Lexicon
from saksi.reading.view import View


def form_of(trigger: Trigger) -> str:
    """How the act is told: by a verb in a voice, by a noun, or by a noun that a verb carries."""
    if trigger.voice != "noun":
        return trigger.voice if trigger.frame.parts == "target" else f"{trigger.voice}-theme"
    if trigger.carrier is None:
        return "noun"
    return "received" if trigger.receives else "carried-after" if trigger.carrier > trigger.start else "carried"


def gate_features(view: View, trigger: Trigger) -> Groups:
    """What a trigger is by itself: enough to leave most of those that tell nothing before anything is looked up."""
    word, form = trigger_key(view, trigger), form_of(trigger)
    found = {
        "bias", f"type={trigger.type}", f"form={form}", f"word={word}", f"pos={view.pos[trigger.start]}",
        f"dep={view.dep[trigger.start].partition(':')[0]}",
    }  # fmt: skip
    if trigger.object_at is not None:
        found.add(f"object={view.words[trigger.object_at]}")
    return ((("", f"type={trigger.type}"), found),)


def trigger_features(
    view: View, lexicon: Lexicon, trigger: Trigger, sources: int, targets: int, status: str, context: set[str]
) -> Groups:
    """What speaks for and against a trigger's being told as an act."""
    form = form_of(trigger)
    word = trigger_key(view, trigger)
    ahead = view.words[trigger.start - 1] if trigger.start else ""
    sides = f"sides={min(sources, 2)}>{min(targets, 2)}"
    found = {
        "bias", f"type={trigger.type}", f"form={form}", f"word={word}", sides, f"status={status}",
        f"pos={view.pos[trigger.start]}", f"dep={view.dep[trigger.start].partition(':')[0]}", *context,
    }  # fmt: skip
    of_type = {sides, f"form={form}", f"status={status}", *context}
    of_form, of_word = {sides, *context}, {sides, *context}
    demonstratives = lexicon.reporting.words.demonstratives
    if any(w in demonstratives for w in view.words[trigger.end : trigger.end + 2]):
        for group in (found, of_type, of_form):
            group.add("definite")
    if trigger.object_at is not None:
        found.add(f"object={view.words[trigger.object_at]}")
        of_word.add(f"object={view.words[trigger.object_at]}")
    if ahead in lexicon.reporting.words.prepositions or ahead in lexicon.reporting.words.that:
        found.add(f"ahead={ahead}")
        of_form.add(f"ahead={ahead}")
    if trigger.own:
        found.add("own")
        of_form.add("own")
    if trigger.carrier is not None:
        found.add(f"carrier={view.words[trigger.carrier]}")
    return (
        (("",), found),
        ((f"type={trigger.type}",), of_type),
        ((f"form={form}",), of_form),
        ((f"word={word}",), of_word),
    )


def trigger_key(view: View, trigger: Trigger) -> str:
    """The words of a trigger as they stand, in small letters."""
    return " ".join(view.words[trigger.start : trigger.end])
