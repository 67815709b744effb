"""Tokens: who may come in from beyond this machine. The file holds digests only, so a copy of it opens nothing."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from pathlib import Path
from typing import get_args

from saksi.errors import OptionError
from saksi.web.settings import Role, Token

_HINT = "each line: NAME ROLE DIGEST, as `saksi token NAME` writes it; roles: reader, editor"


def new_token() -> str:
    """A token that cannot be guessed."""
    return f"saksi-{secrets.token_urlsafe(32)}"


def digest(token: str) -> str:
    """What is kept of a token. It is random and long, so that a plain hash is enough."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def line(name: str, role: Role, token: str) -> str:
    """The line of a token in the file."""
    return f"{name} {role} {digest(token)}"


def read_tokens(path: Path) -> tuple[Token, ...]:
    """The tokens of a file; empty lines and such that begin with # say nothing.

    Raises:
        OptionError: the file cannot be read, a line is no token, or there is none in it.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise OptionError(f"{path}: the tokens cannot be read: {error}", hint=_HINT) from error
    found = []
    for number, one in enumerate(lines, 1):
        if not one.strip() or one.lstrip().startswith("#"):
            continue
        parts = one.split()
        if len(parts) != 3 or parts[1] not in get_args(Role) or len(parts[2]) != 64:
            raise OptionError(f"{path}, line {number}: this is no token", hint=_HINT)
        found.append(Token(parts[0], "editor" if parts[1] == "editor" else "reader", parts[2]))
    if not found:
        raise OptionError(f"{path} holds no token", hint=_HINT)
    return tuple(found)


def who(tokens: tuple[Token, ...], given: str | None) -> Token | None:
    """Whose token this is. Every one is compared, in the same time whichever it is."""
    wanted = digest(given or "")
    found = [one for one in tokens if hmac.compare_digest(one.digest, wanted)]
    return found[0] if found and given else None
