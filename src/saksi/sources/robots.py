"""robots.txt: which addresses of a site a program may ask for (RFC 9309), and how long it should wait in between."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, unquote, urlsplit

import msgspec

from saksi.sources.fetch import AGENT

_LINE: Final = re.compile(r"\s*([A-Za-z-]+)\s*:\s*([^#]*)")
_PRODUCT: Final = re.compile(r"[A-Za-z_-]+|\*")
# More than this is not read, and such a wait is not obeyed to the letter.
MAX_BYTES: Final = 512_000
_MAX_RULES: Final = 10_000


class Rule(msgspec.Struct, frozen=True):
    """Whether addresses that begin with a path (``*``: anything, ``$``: its end) may be asked for."""

    allow: bool
    path: str

    def covers(self, target: str) -> bool:
        """Whether the rule is about a path with its query."""
        whole = self.path.endswith("$")
        first, *rest = self.path.removesuffix("$").split("*")
        if not target.startswith(first):
            return False
        at = len(first)
        if whole and rest:
            last = rest.pop()
            if not target.endswith(last) or len(target) - len(last) < at:
                return False
            target = target[: len(target) - len(last)]
        elif whole:
            return at == len(target)
        for part in rest:
            found = target.find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        return True


class Robots(msgspec.Struct, frozen=True):
    """The rules of a site for one program; ``delay`` is the wait that it asks for, in seconds."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def allows(self, url: str) -> bool:
        """Whether an address may be asked for: the longest rule that covers it decides, and none allows."""
        parts = urlsplit(url)
        target = _plain(parts.path or "/") + (f"?{_plain(parts.query)}" if parts.query else "")
        if target == "/robots.txt":
            return True
        covering = [(len(rule.path), rule.allow) for rule in self.rules if rule.covers(target)]
        return max(covering, default=(0, True))[1]


def parse_robots(data: bytes, *, agent: str = AGENT) -> Robots:
    """The rules in a robots.txt for ``agent``: those of the groups that name it, else those for everyone (``*``).

    What makes no sense in it is passed over, as the standard has it. Raises nothing.
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    names: list[str] = []
    begun = False
    for line in data[:MAX_BYTES].decode("utf-8-sig", "replace").splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        key, value = match[1].lower(), match[2].strip()
        if key == "user-agent":
            if begun:
                names, begun = [], False
            product = _PRODUCT.match(value)
            names.append(product[0].lower() if product else "")
            groups.setdefault(names[-1], [])
        elif key in ("allow", "disallow", "crawl-delay"):
            begun = True
            for name in names:
                groups[name].append((key, value))
    lines = groups.get(agent.lower(), groups.get("*", []))
    rules = [Rule(key == "allow", _plain(value)) for key, value in lines if key != "crawl-delay" and value]
    return Robots(tuple(rules[:_MAX_RULES]), max((_seconds(v) for k, v in lines if k == "crawl-delay"), default=0.0))


def _plain(path: str) -> str:
    """A path as every writer would write it: what need not be escaped is not."""
    return quote(unquote(path, errors="surrogateescape"), safe="/*$?=&;:@!'(),+~%[]", errors="surrogateescape")


def _seconds(value: str) -> float:
    return float(value) if re.fullmatch(r"\d{1,6}(\.\d{1,6})?", value) else 0.0
