"""`saksi serve` and `saksi token`: the desk in a browser and over HTTP."""

from __future__ import annotations

import ipaddress
from pathlib import Path
from typing import Annotated, Literal

import typer

from saksi.cli import filtering as f

_LOCAL = ("localhost",)


def serve(
    desk: f.Desk = None,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="The port.")] = 8765,
    tokens: Annotated[
        Path | None, typer.Option("--tokens", metavar="FILE", help="Who may come in (`saksi token` makes lines of it).")
    ] = None,
    allow_host: Annotated[
        list[str] | None, typer.Option("--allow-host", metavar="NAME", help="A name under which the desk is asked for.")
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Nothing can be corrected.")] = False,
    language: Annotated[
        str, typer.Option("--language", "-l", metavar="CODE", help="Of the pages, if a browser does not say: id or en.")
    ] = "id",
) -> None:
    """Open the desk in a browser. On this machine alone, unless there are tokens."""
    from saksi.desk import Desk
    from saksi.desk.store import Store
    from saksi.errors import OptionError

    try:
        from saksi.web import Settings
        from saksi.web.run import run
        from saksi.web.tokens import read_tokens
    except ImportError as error:
        raise OptionError(f"this needs {error.name}", hint="pip install 'saksi[web]'") from error
    known = read_tokens(tokens) if tokens else ()
    if not known and not _is_loopback(host):
        raise OptionError(
            f"{host} can be reached from other machines, and anybody could read and correct the desk",
            hint="make tokens (`saksi token NAME >> FILE`) and start with --tokens FILE, or listen on 127.0.0.1",
        )
    if language not in ("id", "en"):
        raise OptionError(f"there are no pages in {language!r}", hint="--language id, or en")
    names = tuple(dict.fromkeys((*Settings().hosts, host, *(name.lower() for name in allow_host or ()))))
    settings = Settings(tokens=known, read_only=read_only, hosts=names, language=language)
    with Desk(Store.open(desk)) as opened:
        shown = f"[{host}]" if ":" in host else host
        typer.echo(f"{opened.store.name}: http://{shown}:{port}/ (Ctrl-C stops it)", err=True)
        run(opened, settings, host, port)


def token(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whose it is: it stands with each correction.")],
    role: Annotated[Literal["reader", "editor"], typer.Option("--role", help="reader or editor.")] = "reader",
) -> None:
    """Make a token: its line for the file of `saksi serve --tokens` on stdout, the token itself on stderr."""
    from saksi.errors import OptionError

    try:
        from saksi.web.tokens import line, new_token
    except ImportError as error:
        raise OptionError(f"this needs {error.name}", hint="pip install 'saksi[web]'") from error
    if not name.strip() or len(name.split()) != 1 or name.startswith("#"):
        raise OptionError(f"{name!r} cannot stand in the file", hint="one word: rina")
    made = new_token()
    typer.echo(line(name, role, made))
    typer.echo(f"the token of {name}, shown once: {made}", err=True)


def _is_loopback(host: str) -> bool:
    if host in _LOCAL:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
