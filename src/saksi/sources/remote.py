"""Addresses (s3://, gs://, https://, memory://): files that are not on this machine, by way of fsspec."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Final, cast

from saksi.sources.trouble import Unread, os_trouble, trouble

_BUFFER: Final = 1 << 20
# What a store says of a file that changes when the file does; the first that it has counts.
_VERSIONS: Final = ("ETag", "etag", "mtime", "LastModified", "last_modified", "created")


def is_address(path: str) -> bool:
    """Whether a path is an address of a store rather than a place on this machine."""
    return "://" in path


def file_system(address: str) -> tuple[Any, str]:
    """The fsspec file system of an address, and the path in it. What is listed is never remembered.

    Raises:
        SourceError: fsspec, or its driver for such addresses, is not installed.
    """
    try:
        from fsspec.core import url_to_fs

        fs, path = url_to_fs(address, use_listings_cache=False)
    except (ImportError, ValueError) as error:
        raise trouble("S242", f"such addresses cannot be read ({error})") from error
    return fs, path


def open_binary(path: str) -> BinaryIO:
    """A file or an address, open for reading.

    Raises:
        SourceError: the driver for such addresses is not installed.
        OSError: it cannot be opened.
    """
    if not is_address(path):
        return Path(path).open("rb")
    fs, inside = file_system(path)
    try:
        stream = fs.open(inside, "rb")
    except OSError:
        raise
    except Exception as error:  # every store has errors of its own
        raise OSError(f"{type(error).__name__}: {error}") from error
    # Not every file of fsspec reads lines up to a limit, as the readers do.
    return cast(BinaryIO, io.BufferedReader(stream, _BUFFER))


def stamp(path: str) -> str:
    """What changes when the file does: size and time, or size and version.

    Raises:
        SourceError: the driver for such addresses is not installed.
        OSError: it is not there.
    """
    if not is_address(path):
        info = Path(path).stat()
        return f"{info.st_size}\n{info.st_mtime_ns}"
    fs, inside = file_system(path)
    told: dict[str, Any] = fs.info(inside)
    version = next((told[name] for name in _VERSIONS if told.get(name)), "")
    return f"{told.get('size')}\n{version}"


def walk_address(address: str) -> Iterator[str | Unread]:
    """The files that an address names: itself, those below it, or those that its wildcards (``*``) fit; sorted."""
    try:
        fs, path = file_system(address)
        named = re.split(r"[^/]*[*?\[]", path, maxsplit=1)[0]
        if named != path:
            listed = [name for name, info in fs.glob(path, detail=True).items() if info["type"] == "file"]
        elif fs.isfile(path):
            yield address
            return
        else:
            listed = fs.find(path)
        found = [name for name in listed if not name.endswith("/") and not _is_hidden(name.removeprefix(named))]
    except OSError as error:
        yield Unread.of(address, "", os_trouble(error))
        return
    except Exception as error:  # every store has errors of its own
        if getattr(error, "code", "") == "S242":
            yield Unread.of(address, "", error)  # type: ignore[arg-type]
        else:
            yield Unread.of(address, "", trouble("S200", f"it cannot be read ({type(error).__name__}: {error})"))
        return
    if not found:
        yield Unread.of(address, "", trouble("S201", "there is no such file, and none below it"))
    for name in sorted(found):
        yield fs.unstrip_protocol(name)


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in PurePosixPath(path).parts)
