"""Probes: short sentences with one act each, and how much of each act a reading has.

event       an event of the act's type is there, and its trigger shares words with the act's
told        and its status is right (the headline figure for probes)
actors      and its sources and targets are those of the act, no more and no fewer
kept apart  of the acts that did not occur (planned, denied, possible ...) those that no event tells as occurred
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from saksi.errors import RecordError, SourceError
from saksi.evaluation.acts import DONE, sides
from saksi.evaluation.errors import EXAMPLES, Fault, Group, grouped_faults
from saksi.evaluation.gold import Act, Place, Reading
from saksi.evaluation.scorer import Figures, share
from saksi.plover import TYPES
from saksi.record import Status


class Probe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence and the one act in it; ``nth`` says which of several places of ``trigger`` is meant, from 1."""

    sentence: str
    trigger: str
    type: str
    status: Status
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    nth: int = 1

    @property
    def place(self) -> Place | None:
        """Where the trigger stands in the sentence, or null if it does not."""
        start = -1
        for _ in range(max(self.nth, 1)):
            start = self.sentence.find(self.trigger, start + 1)
            if start < 0:
                return None
        return Place(start, start + len(self.trigger))


class _ProbeFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    probe: tuple[Probe, ...]


def read_probes(path: Path, language: str | None = None) -> list[Reading]:
    """The probes of a TOML file as gold readings, one sentence and one event each.

    The file is named by its language, as ``id.toml`` is; where ``language`` is given it must be that one.

    Raises:
        SourceError: the file cannot be read, holds no probes or those of another language.
        RecordError: a probe is not of the form, or its trigger is not in its sentence.
    """
    try:
        probes = msgspec.convert(tomllib.loads(path.read_text("utf-8")), _ProbeFile).probe
    except OSError as error:
        raise SourceError(
            f"{path}: {error.strerror}", hint="name a file of probes, such as gold/probes/id.toml"
        ) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise RecordError(f"{path}: {error}", hint="gold/README.md says what a probe holds") from error
    if not probes or language not in (None, path.stem):
        raise SourceError(
            f"{path} holds no probes in {language or path.stem!r}", hint="leave --lang away, or name another"
        )
    return [_reading(probe, number, path) for number, probe in enumerate(probes, 1)]


def _reading(probe: Probe, number: int, path: Path) -> Reading:
    place = probe.place
    if place is None:
        raise RecordError(f"{path}: probe {number}: {probe.trigger!r} is not in {probe.sentence!r} {probe.nth} times")
    if probe.type not in TYPES:
        raise RecordError(f"{path}: probe {number}: no type {probe.type!r}", hint=f"the types are {', '.join(TYPES)}")
    act = Act(probe.type, place, probe.status, probe.sources, probe.targets)
    return Reading(text=probe.sentence, events=(act,), id=f"{path.stem}-{number}", lang=path.stem)


def near(gold: Reading, read: Reading) -> list[Act]:
    """The events that were read at the words of a probe's act, in the order of the text."""
    at = gold.events[0].trigger
    return [act for act in read.events if act.trigger.start < at.end and at.start < act.trigger.end]


def best(act: Act, found: Iterable[Act]) -> Act | None:
    """Of the events at the act's words the one of its type, with its status and its actors if there is one."""
    same = [one for one in found if one.type == act.type]
    return max(same, key=lambda one: (one.status == act.status, sides(one) == sides(act)), default=None)


def score_probes(golds: Iterable[Reading], readings: Mapping[str, Reading]) -> Figures:
    """The figures of probes, shares of 1; a probe that was not read counts as read with nothing in it."""
    n: Counter[str] = Counter()
    for gold in golds:
        act = gold.events[0]
        found = near(gold, readings.get(gold.key) or Reading(text=gold.text))
        one = best(act, found)
        told = one is not None and one.status == act.status
        n.update({"probes": 1, "not read": gold.key not in readings, "event": one is not None, "told": told})
        n.update({"actors": told and one is not None and sides(one) == sides(act)})
        if act.status != DONE:
            n.update({"not done": 1, "told as done": any(other.status == DONE for other in found)})
    figures: Figures = {"probes": n["probes"], "probes not read": n["not read"]}
    figures |= {name: share(n[name], n["probes"]) for name in ("event", "told", "actors")}
    figures["kept apart"] = share(n["not done"] - n["told as done"], n["not done"])
    return figures | {"counts": {name: n[name] for name in ("event", "told", "actors", "not done", "told as done")}}


def probe_groups(golds: Iterable[Reading], readings: Mapping[str, Reading], examples: int = EXAMPLES) -> list[Group]:
    """What is wrong with the reading of probes, by cause and detail."""
    pairs = ((gold, readings.get(gold.key) or Reading(text=gold.text)) for gold in golds)
    return grouped_faults((fault for gold, read in pairs for fault in _faults(gold, read)), examples)


def _faults(gold: Reading, read: Reading) -> Iterator[Fault]:
    act, found = gold.events[0], near(gold, read)
    one = best(act, found)
    where = f"“{gold.text[act.trigger.start : act.trigger.end]}” in “{gold.text}”"
    if act.status != DONE and any(other.status == DONE for other in found):
        yield Fault("told as done", f"{act.status}, {act.type}", where)
    if one is None:
        other = f"read as {found[0].type}" if found else "nothing read"
        yield Fault("missed", f"{act.type}, {other}", where)
    elif one.status != act.status:
        yield Fault("status", f"{act.status} read as {one.status}", where)
    elif sides(one) != sides(act):
        for side, wanted, got in (("sources", act.sources, one.sources), ("targets", act.targets, one.targets)):
            if set(wanted or ()) != set(got or ()):
                yield Fault("actors", f"{act.type}, {side}", f"{where}: {list(wanted or ())} read as {list(got or ())}")
