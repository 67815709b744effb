"""Given names and whom they are given to, from the lists of Faker: makes src/saksi/world/given_names.tsv.

    pip install faker anyascii wordfreq && python -m training.given_names > src/saksi/world/given_names.tsv

Names in Cyrillic, Greek, Armenian and Georgian letters are put in Latin ones. A name in lists of both
sexes has neither.
Left out is what is no single capitalised word of three letters or more, and what only the list of every name ever given
in the United States has while English uses it as a word: North, China, General.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator

_NAME = re.compile(r"[A-ZÀ-ÞĀ-ɏ][a-zß-ÿā-ɏ]+(?:[-'’][A-Za-zÀ-ɏ]+)?\Z")
_SHORTEST = 3  # letters
_FEMALE = ("first_names_female", "first_female_names", "first_female_romanized_names")
_MALE = ("first_names_male", "first_male_names", "first_male_romanized_names")
_EVERY_NAME = "en"
_FREQUENT = 3.8  # zipf: six words in a million
_SPELT_OUT = ("ru_", "uk_", "bg_", "el_", "hy_", "ka_")  # scripts that anyascii spells as newspapers do


def given_names() -> dict[str, str]:
    """Each name with "f", "m" or, where both are called so, "b"."""
    found: dict[str, set[str]] = {}
    listed: dict[str, set[str]] = {}
    for language, provider in _providers():
        for sex, attributes in (("f", _FEMALE), ("m", _MALE)):
            for name in _listed(provider, attributes, spelt=language.startswith(_SPELT_OUT)):
                found.setdefault(name, set()).add(sex)
                listed.setdefault(name, set()).add(language)
    return {
        name: "b" if len(sexes) > 1 else min(sexes)
        for name, sexes in sorted(found.items())
        if not _is_word(name, listed[name])
    }


def _is_word(name: str, languages: set[str]) -> bool:
    from wordfreq import zipf_frequency

    return languages == {_EVERY_NAME} and zipf_frequency(name, "en") >= _FREQUENT


def _providers() -> Iterator[tuple[str, object]]:
    from faker.providers import person

    for module in pkgutil.iter_modules(person.__path__):
        if module.ispkg:
            yield module.name, importlib.import_module(f"faker.providers.person.{module.name}").Provider


def _listed(provider: object, attributes: tuple[str, ...], *, spelt: bool) -> Iterator[str]:
    from anyascii import anyascii

    for attribute in attributes:
        for name in getattr(provider, attribute, ()):
            written = anyascii(name).replace("'", "") if spelt else name
            if isinstance(written, str) and len(written) >= _SHORTEST and _NAME.match(written):
                yield written


if __name__ == "__main__":
    sys.stdout.write("name\tsex\n")
    sys.stdout.writelines(f"{name}\t{sex}\n" for name, sex in given_names().items())
