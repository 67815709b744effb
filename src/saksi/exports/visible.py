"""Text made safe to look at: characters that command a terminal or turn the reading order are shown, not obeyed."""

from __future__ import annotations

_REPLACEMENT = 0xFFFD
# C0 controls become their pictures (ESC is drawn as ␛); tab and line feed stay.
_CONTROLS = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"} | {0x7F: 0x2421}
# C1 controls, marks and overrides of direction, and halves of surrogate pairs, which no encoding can write.
_OTHERS = [*range(0x80, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)]
_TABLE = _CONTROLS | dict.fromkeys([*_OTHERS, *range(0xD800, 0xE000)], _REPLACEMENT)


def visible(text: str) -> str:
    """Return the text, as long as before, with every dangerous character replaced by one that can be seen."""
    return text.translate(_TABLE)


def clipped(text: str, width: int) -> str:
    """Return the text on one line, at most ``width`` characters, cut at a word with an ellipsis where it is longer."""
    line = " ".join(visible(text).split())
    if len(line) <= width:
        return line
    head = line[: width - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[width // 2 :] else head) + "…"
