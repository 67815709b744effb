"""What a person wants changed, checked before it is kept: its fields, their values, and places outside the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, get_args

from saksi.desk.portable import FIELDS, Form, Kind
from saksi.desk.replay import Action
from saksi.desk.trouble import trouble
from saksi.plover import TYPES
from saksi.record import Form as StatementForm
from saksi.record import Record, Stance, Status

_VALUES: Final[dict[str, tuple[str, ...]]] = {
    "form": get_args(StatementForm),
    "stance": get_args(Stance),
    "status": get_args(Status),
    "type": tuple(TYPES),
}
_MOST_NAME: Final = 200  # characters of a name
_MOST_SPANS: Final = 50


def checked(record: Record, kind: Kind, action: Action, changes: Mapping[str, Any]) -> Form:
    """The changes, if they make sense for a statement or event of the record.

    Raises:
        DeskError: they do not (S645).
    """
    if kind not in FIELDS or action not in get_args(Action):
        raise trouble("S645", f"there is no {action} of a {kind}")
    if changes and action in ("accept", "reject"):
        raise trouble("S645", f"{action} changes nothing, and {', '.join(changes)} is given")
    if action == "edit" and not changes:
        raise trouble("S645", "an edit that changes nothing")
    needed = {"add": ("content",) if kind == "statement" else ("trigger", "type")}.get(action, ())
    for name in needed:
        if not changes.get(name):
            raise trouble("S645", f"a {kind} to be added needs {name}")
    return {name: _value(record, kind, name, value) for name, value in changes.items()}


def _value(record: Record, kind: Kind, name: str, value: Any) -> Any:
    if name not in FIELDS[kind]:
        raise trouble("S645", f"a {kind} has no field {name!r}; there are: {', '.join(FIELDS[kind])}")
    if name in _VALUES:
        if value not in _VALUES[name]:
            raise trouble("S645", f"{name} {value!r} is none of: {', '.join(_VALUES[name])}")
        return value
    if name == "content":
        if not isinstance(value, list) or not 0 < len(value) <= _MOST_SPANS:
            raise trouble("S645", "content is a list of places [start, end]")
        return [_place(record, name, one) for one in value]
    if name in ("trigger", "cue", "source"):
        return None if value is None and name != "trigger" else _place(record, name, value)
    if name in ("sources", "targets"):
        if not isinstance(value, list) or len(value) > _MOST_SPANS:
            raise trouble("S645", f"{name} is a list of actors")
        return [_name(name, one) for one in value]
    return None if value is None else _name(name, value)


def _place(record: Record, name: str, value: Any) -> list[int]:
    length = len(record.article.text)
    pair = isinstance(value, list | tuple) and len(value) == 2 and all(type(at) is int for at in value)
    if not pair or not 0 <= value[0] < value[1] <= length:
        raise trouble("S645", f"{name} {value!r} is no place [start, end] in a text of {length} characters")
    return [value[0], value[1]]


def _name(name: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > _MOST_NAME or not value.isprintable():
        raise trouble("S645", f"{name} is a name of at most {_MOST_NAME} characters")
    return value.strip()
