"""Named entities: column files of several makes read into text with character spans of one label set."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

LABELS: Final = {
    "PER": "PER", "PERSON": "PER",
    "ORG": "ORG", "ORGANISATION": "ORG", "ORGANIZATION": "ORG",
    "LOC": "LOC", "PLACE": "LOC", "LOCATION": "LOC",
}  # fmt: skip

Spans = tuple[tuple[int, int, str], ...]


@dataclass(frozen=True)
class Names:
    """A passage of text with the names in it; ``source`` tells whose guidelines marked them."""

    source: str
    text: str
    spans: Spans


def read_names(
    path: Path, source: str, *, column: int | None = None, labels: Mapping[str, str] | None = None
) -> list[Names]:
    """All passages of a file with a token and its B-, I- or O-tag on each line.

    The tag stands in the last column, or after a number and the token in ``column``; ``labels`` rename kinds.
    """
    passages = _passages(path, column)
    if labels:
        passages = ([(form, _renamed(tag, labels)) for form, tag in rows] for rows in passages)
    return [_names(rows, source) for rows in passages]


def _renamed(tag: str, labels: Mapping[str, str]) -> str:
    mark, dash, name = tag.rpartition("-")
    return f"{mark}{dash}{labels.get(name, name)}"


def _passages(path: Path, column: int | None = None) -> Iterator[list[tuple[str, str]]]:
    rows: list[tuple[str, str]] = []
    with path.open(encoding="utf8") as file:
        for line in file:
            fields = line.split() if column is None else line.rstrip("\n").split("\t")
            if fields and fields[0].startswith("# "):
                continue
            if len(fields) > 1:
                rows.append((fields[0], fields[-1]) if column is None else (fields[1], fields[column]))
            elif rows:
                yield rows
                rows = []
    if rows:
        yield rows


def _names(rows: list[tuple[str, str]], source: str) -> Names:
    spaces = spacing([form for form, _ in rows])
    text, last = "", "O"
    spans: list[tuple[int, int, str]] = []
    for (form, tag), space in zip(rows, spaces, strict=True):
        mark, _, name = tag.rpartition("-")  # some files say "Person" instead of B- and I-
        kind = LABELS.get(name.upper())
        if kind and mark != "B" and spans and last.rpartition("-")[2] == name:
            spans[-1] = (spans[-1][0], len(text) + len(form), kind)
        elif kind:
            spans.append((len(text), len(text) + len(form), kind))
        text += form + " " * space
        last = tag
    return Names(source, text.rstrip(), tuple(_bare(text, span) for span in spans))


def _bare(text: str, span: tuple[int, int, str]) -> tuple[int, int, str]:
    """Return the span without brackets and quotation marks around it: "(Gus Dur)"."""
    start, end, label = span
    while end - start > 2 and text[start] in "(\"“'‘[":
        start += 1
    while end - start > 1 and (text[end - 1] in "\"”'’],.;:" or (text[end - 1] == ")" and "(" not in text[start:end])):
        end -= 1
    return start, end, label


def spacing(forms: list[str]) -> list[bool]:
    """Whether a space follows each token, guessed as a typesetter would."""
    spaces: list[bool] = []
    opened = {'"': False, "'": False}
    for here, after in zip(forms, [*forms[1:], ""], strict=True):
        space = True
        if here in opened:
            stray = not opened[here] and forms[len(spaces) - 1] in set(",.?!") and bool(spaces) and after[:1].islower()
            opened[here] = not (opened[here] or stray)
            space = not opened[here]
        if here in "([“‘" or (opened.get(after)):
            space = False
        if re.fullmatch(r"[.,;:!?)\]”’%…]|\.\.+", after):
            space = False
        if (
            here in ".,:/-"
            and after[:1].isdigit()
            and spaces
            and not spaces[-1]
            and forms[len(spaces) - 1][-1:].isdigit()
        ):
            space = False
        if after in ("-", "/") and _glued(forms, len(spaces)):
            space = False
        if here in ("-", "/") and spaces and not spaces[-1]:
            space = False
        spaces.append(space)
    return spaces


def _glued(forms: list[str], index: int) -> bool:
    """Whether a lone "-" or "/" after this token joined two halves: "sumber - sumber", "2 / 3"."""
    if index + 2 >= len(forms):
        return False
    left, right = forms[index], forms[index + 2]
    if left[-1].isdigit() and right[0].isdigit():
        return True
    return left.isalpha() and right.isalpha() and (left.lower()[-4:] == right.lower()[-4:] or right.lower() == "nya")
