"""Frames: the words that tell an act, with the PLOVER type of the act and the parts its actors play."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

import msgspec

from saksi.reading.endings import Endings, load_endings
from saksi.reading.events.morphology import Morphology, inflect
from saksi.reading.language_data import Words, load_data

Voice = Literal["active", "passive", "bare", "participle", "intransitive", "noun"]


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one type of act; a frame without a type keeps its words from being taken for an act."""

    type: str | None = None
    cameo: str = ""
    transitive: tuple[str, ...] = ()
    intransitive: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    objects: Words = frozenset()
    follows: Words = frozenset()
    parts: Literal["target", "theme"] = "target"


class Light(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that carry a noun and say little themselves; with ``receive`` their subject is acted upon."""

    transitive: tuple[str, ...]
    intransitive: Words
    receive: tuple[str, ...]
    particles: Words = frozenset()


class Roles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The prepositions that bring in an act's actors, and the words that make it mutual."""

    doer: Words
    nominal_doer: Words
    sides: Words
    joint: Words
    control: Words
    parse: bool = False  # the parse tells roles as well
    rivals: bool = False  # words of several frames tell an act of any of their types: the judges decide
    before_noun: bool = False  # the actors of a noun stand before it as well: "Russian strikes"


class ActorWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that stand for actors without naming them, and offices that act for nobody else."""

    private: Words
    government: Words
    nations: Words
    groups: Words
    people: Words
    both: Words
    sides: Words
    offices: Words
    home: str
    home_name: str
    own: Words
    things: Words = frozenset()  # pronouns for what is no person: "its troops"


class FrameFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of events.toml."""

    morphology: Morphology
    light: Light
    roles: Roles
    types: dict[str, Words]
    actors: ActorWords
    frame: tuple[Frame, ...]


class Use(NamedTuple):
    """A form of a word of a frame: the words as they stand, and how the frame's verb or noun stands in them."""

    words: tuple[str, ...]
    frame: Frame
    voice: Voice


class Frames:
    """The frames of a language, by every form of their words."""

    def __init__(self, file: FrameFile, endings: Endings | None = None) -> None:
        self.endings = endings
        self.roles, self.targets, self.morphology = file.roles, file.types, file.morphology
        self.actors = file.actors
        self._endings = (*file.morphology.object_suffixes, *file.morphology.particles)
        self._uses: dict[str, list[Use]] = {}
        for frame in file.frame:
            for use in _uses(frame, file.morphology, endings):
                self._uses.setdefault(use.words[0], []).append(use)
        for uses in self._uses.values():
            uses.sort(key=lambda use: (-len(use.words), not (use.frame.objects or use.frame.follows)))
        self.particles = file.light.particles
        self.light = _forms(file.light.transitive, file.morphology, endings) | dict.fromkeys(
            file.light.intransitive, "intransitive"
        )
        self.receiving = _forms(file.light.receive, file.morphology, endings)

    def may_start(self, word: str) -> bool:
        """Whether a use may start with a word, or with what is left of it without its endings: a quick no to most."""
        return word in self._uses or (bool(self._endings) and word.endswith(self._endings)) or "-" in word

    def starting(self, word: str) -> list[Use]:
        """The uses whose first word is ``word``, the longest first."""
        return self._uses.get(word, [])


def _uses(frame: Frame, morphology: Morphology, endings: Endings | None) -> list[Use]:
    if endings is not None:
        return _inflected(frame, endings)
    found = [Use(tuple(noun.split()), frame, "noun") for noun in frame.nouns]
    found += [Use(tuple(verb.split()), frame, "intransitive") for verb in frame.intransitive]
    for base in frame.transitive:
        first, *rest = base.split()
        found += [Use((form, *rest), frame, voice) for form, voice in inflect(first, morphology)]
    return found


def _inflected(frame: Frame, endings: Endings) -> list[Use]:
    """The same in a language that inflects at the end; objects are known in the plural as well."""
    objects = frame.objects | {endings.plural(one) for one in frame.objects}
    frame = msgspec.structs.replace(frame, objects=objects)
    forms = dict.fromkeys(form for noun in frame.nouns for form in (noun, endings.plural(noun)))
    found = [Use(tuple(form.split()), frame, "noun") for form in forms]
    for verb in frame.intransitive:
        found += [Use(tuple(form.split()), frame, "intransitive") for form in endings.phrases(verb)]
    for base in frame.transitive:
        first, *rest = base.split()
        found += [Use((form, *rest), frame, voice) for form, voice in _voices(first, endings).items()]
    return found


def _voices(base: str, endings: Endings) -> dict[str, Voice]:
    return {form: "participle" if kind == "participle" else "active" for form, kind in endings.verb(base)}


def _forms(bases: tuple[str, ...], morphology: Morphology, endings: Endings | None) -> dict[str, Voice]:
    if endings is not None:
        return {form: voice for base in bases for form, voice in _voices(base, endings).items()}
    return {form: voice for base in bases for form, voice in inflect(base, morphology) if voice != "bare"}


@cache
def load_frames(language: str) -> Frames:
    """The frames of a language.

    Raises:
        ModelError: ``events.toml`` of the language is missing or does not fit the schema.
    """
    return Frames(load_data(language, "events.toml", FrameFile), load_endings(language))
