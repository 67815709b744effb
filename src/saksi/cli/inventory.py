"""What is installed: packages, languages, models and data files, found without importing any of them."""

from __future__ import annotations

import re
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import msgspec


class Package(msgspec.Struct, frozen=True):
    """A package that Saksi needs; ``version`` is null where it is missing."""

    name: str
    needed: str
    version: str | None


class Model(msgspec.Struct, frozen=True):
    """A model as its meta.json describes it; ``size`` is in bytes."""

    label: str
    spacy: str
    size: int


class DataFile(msgspec.Struct, frozen=True):
    """A data file of a language; ``size`` is in bytes."""

    name: str
    size: int


class Language(msgspec.Struct, frozen=True):
    """A language with its data files, and its model or null."""

    code: str
    model: Model | None
    data: tuple[DataFile, ...]


def packages() -> list[Package]:
    """List every package that Saksi requires, the optional ones left out."""
    try:
        needed = metadata.requires("saksi") or []
    except metadata.PackageNotFoundError:
        return []
    result = []
    for requirement in needed:
        match = re.match(r"([\w.-]+)\s*([^;]*)", requirement)
        if match and "extra ==" not in requirement:
            result.append(Package(name=match[1], needed=match[2].strip(), version=_version(match[1])))
    return result


def languages() -> list[Language]:
    """List the languages that are read, in their order, each with what lies in its folder.

    A folder may also hold no more than the words for names in a language that is not read.
    """
    return [
        Language(code=folder.name, model=_model(folder / "model"), data=tuple(_data(folder)))
        for folder in sorted(files("saksi.languages").iterdir(), key=lambda entry: entry.name)
        if re.fullmatch(r"[a-z]{2,3}", folder.name) and _is_read(folder)
    ]


def _is_read(folder: Traversable) -> bool:
    return folder.is_dir() and any(entry.name in ("language.toml", "model") for entry in folder.iterdir())


def installed_models() -> dict[str, Model | None]:
    """Give the model of each language."""
    return {language.code: language.model for language in languages()}


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _model(folder: Traversable) -> Model | None:
    try:
        meta: dict[str, Any] = msgspec.json.decode((folder / "meta.json").read_bytes(), type=dict[str, Any])
        label = f"{meta['name']}-{meta['version']}"
    except (OSError, KeyError, msgspec.DecodeError):
        return None
    return Model(label=label, spacy=str(meta.get("spacy_version", "")), size=_size(folder))


def _data(folder: Traversable) -> list[DataFile]:
    found = [entry for entry in folder.iterdir() if entry.is_file() and not entry.name.endswith((".py", ".pyc"))]
    return [DataFile(entry.name, _size(entry)) for entry in sorted(found, key=lambda entry: entry.name)]


def _size(entry: Traversable) -> int:
    return sum(_size(child) for child in entry.iterdir()) if entry.is_dir() else len(entry.read_bytes())
