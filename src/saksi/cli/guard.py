"""How a command ends: what went wrong in one line on stderr, and an exit code that scripts can rely on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from enum import IntEnum
from functools import wraps
from typing import ParamSpec

import typer

from saksi.errors import SaksiError
from saksi.exports.visible import visible

P = ParamSpec("P")


class Code(IntEnum):
    """The exit codes, as docs/cli.md describes them; 2 is a command line that makes no sense, as in other programs."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    PARTLY = 3
    INTERRUPTED = 130
    BROKEN_PIPE = 141


def say(line: str) -> None:
    """Write one line to stderr, with nothing in it that could command the terminal."""
    typer.echo(" ".join(visible(line).split()), err=True)


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """Return the command so that no traceback reaches the user (unless SAKSI_DEBUG is set)."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except (typer.Exit, typer.Abort):
            raise
        except KeyboardInterrupt:
            raise typer.Exit(Code.INTERRUPTED) from None
        except BrokenPipeError:
            # Whoever read the output has seen enough (`| head`). The rest must go nowhere, or Python complains at exit.
            _discard_stdout()
            raise typer.Exit(Code.BROKEN_PIPE) from None
        except Exception as error:
            if os.environ.get("SAKSI_DEBUG"):
                raise
            say(_told(error))
            raise typer.Exit(Code.FAILED) from None

    return run


def _told(error: Exception) -> str:
    if isinstance(error, SaksiError):
        return f"saksi: {error}"
    if isinstance(error, OSError) and error.strerror:
        return f"saksi: [S0] {error.filename or 'the output'}: {error.strerror}"
    return (
        f"saksi: [S0] {type(error).__name__}: {error} - this is a fault in Saksi, please report it; "
        "SAKSI_DEBUG=1 shows where it happened"
    )


def _discard_stdout() -> None:
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a descriptor is wanted, not a path
        os.dup2(nowhere.fileno(), descriptor)
