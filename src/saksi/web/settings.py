"""What `saksi serve` was told: who may do what, and how much of it."""

from __future__ import annotations

from typing import Literal

import msgspec

Role = Literal["reader", "editor"]


class Token(msgspec.Struct, frozen=True):
    """Somebody who may come in: a name, what they may do, and the SHA-256 of their token in hex."""

    name: str
    role: Role
    digest: str


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of a server.

    Without ``tokens`` everyone who reaches it is an editor, so it must listen on loopback only. ``hosts`` are the names
    under which it may be asked for: a page elsewhere that points its own name at this machine is turned away.
    """

    tokens: tuple[Token, ...] = ()
    read_only: bool = False
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    language: str = "id"
    max_body: int = 5_000_000  # bytes of a request
    rate: int = 600  # requests a minute from one address
    reads: int = 30  # texts read a minute for one address
