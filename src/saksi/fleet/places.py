"""Where a run puts its files: a folder of this machine (or one that machines share), or an address of a store.

A shard is there when its counts are. In a folder they come with all other files of the shard, by one renaming; a store
renames nothing, but puts each file as a whole, so there the counts are put last.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any, Final, Protocol
from uuid import uuid4

import msgspec

from saksi.errors import FleetError, SourceError
from saksi.sources.remote import file_system, is_address

COUNTS: Final = "counts.json"
_HINT: Final = "look at the reason: the name of the bucket, the credentials, the network"


class Place(Protocol):
    """What a run asks of the place where its files go."""

    def begin(self) -> None:
        """See that it can be written. Raises FleetError or OSError if it cannot."""

    def done(self) -> frozenset[str]:
        """The names of the shards that are there."""

    def counts(self, names: Sequence[str]) -> dict[str, bytes]:
        """The counts of those shards that are there."""

    def beside(self, name: str) -> AbstractContextManager[Path]:
        """An empty folder to write the files of a shard into; it is taken away afterwards."""

    def publish(self, folder: Path, name: str) -> None:
        """Put the files of such a folder in their place. Raises OSError if that fails."""

    def write(self, name: str, data: bytes) -> None:
        """Write one file as a whole."""

    def sweep(self) -> None:
        """Take away what workers that were killed have left half done."""


def place(out: str | Path) -> Place:
    """The place that a path or an address names.

    Raises:
        FleetError: there is no driver for such addresses.
    """
    if not is_address(str(out)):
        return Folder(Path(out))
    try:
        file_system(str(out))
    except SourceError as error:
        raise FleetError(f"{out}: {error.what}", code="S704", hint=error.hint) from error
    return Bucket(str(out).rstrip("/"))


class Folder(msgspec.Struct, frozen=True):
    """A folder that every worker sees under the same path."""

    path: Path

    def begin(self) -> None:
        """Make the folder."""
        self.path.mkdir(parents=True, exist_ok=True)
        self.sweep()

    def done(self) -> frozenset[str]:
        """The names of the shards that are there."""
        return frozenset(path.parent.name for path in self.path.glob(f"*/{COUNTS}"))

    def counts(self, names: Sequence[str]) -> dict[str, bytes]:
        """The counts of those shards that are there."""
        found = {name: self.path / name / COUNTS for name in names}
        return {name: path.read_bytes() for name, path in found.items() if path.is_file()}

    @contextmanager
    def beside(self, name: str) -> Iterator[Path]:
        """A folder in this one, so that renaming it is one step; no two workers have the same, on no machine."""
        folder = self.path / f".{name}.{uuid4().hex}"
        folder.mkdir(parents=True)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def publish(self, folder: Path, name: str) -> None:
        """Rename the folder into its place, unless another worker was quicker with the same shard."""
        there = self.path / name
        if not (there / COUNTS).is_file():
            shutil.rmtree(there, ignore_errors=True)
        try:
            folder.rename(there)
        except OSError:
            if not (there / COUNTS).is_file():
                raise

    def write(self, name: str, data: bytes) -> None:
        """Write a file beside its place, and rename it."""
        beside = self.path / f".{name}"
        beside.write_bytes(data)
        beside.rename(self.path / name)

    def sweep(self) -> None:
        """Take away the folders that were not renamed."""
        for left in self.path.glob(".*-*.*"):
            shutil.rmtree(left, ignore_errors=True)


class Bucket(msgspec.Struct, frozen=True):
    """An address of a store, such as s3://bucket/folder."""

    address: str

    def begin(self) -> None:
        """Put a file and take it away again: a run must not find out after hours that it may not write."""
        try:
            self._make("")
            self.write(".begun", b"")
            with suppress(Exception):  # some may write and not take away: it stays then
                fs, root = self._root()
                fs.rm_file(f"{root}/.begun")
        except Exception as error:
            raise FleetError(
                f"{self.address} cannot be written ({type(error).__name__}: {error})", code="S705", hint=_HINT
            ) from error

    def done(self) -> frozenset[str]:
        """The names of the shards that are there."""
        fs, root = self._root()
        return frozenset(path.split("/")[-2] for path in fs.glob(f"{root}/*/{COUNTS}"))

    def counts(self, names: Sequence[str]) -> dict[str, bytes]:
        """The counts of those shards that are there, many fetched at once."""
        there = self.done()
        fs, root = self._root()
        paths = {f"{root}/{name}/{COUNTS}": name for name in names if name in there}
        found = fs.cat(list(paths)) if paths else {}
        return {name: found[path] for path, name in paths.items()}

    @contextmanager
    def beside(self, name: str) -> Iterator[Path]:
        """A folder for temporary files of this machine."""
        with tempfile.TemporaryDirectory(prefix=f"saksi-{name}-") as folder:
            yield Path(folder)

    def publish(self, folder: Path, name: str) -> None:
        """Put the files, the counts last."""
        fs, root = self._root()
        self._make(name)
        files = sorted(folder.iterdir(), key=lambda path: (path.name == COUNTS, path.name))
        for path in files:
            try:
                fs.put_file(str(path), f"{root}/{name}/{path.name}")
            except OSError:
                raise
            except Exception as error:  # every store has errors of its own
                raise OSError(f"{self.address}/{name}/{path.name}: {type(error).__name__}: {error}") from error

    def write(self, name: str, data: bytes) -> None:
        """Put one file."""
        fs, root = self._root()
        fs.pipe_file(f"{root}/{name}", data)

    def sweep(self) -> None:
        """Nothing: what was put without counts is put again by the next worker, under the same names."""

    def _root(self) -> tuple[Any, str]:
        return file_system(self.address)

    def _make(self, name: str) -> None:
        """Make a folder where the store has folders; those of objects have none, and might make a bucket instead."""
        fs, root = self._root()
        protocols = (fs.protocol,) if isinstance(fs.protocol, str) else fs.protocol
        if {"file", "memory", "sftp", "hdfs", "smb"} & set(protocols):
            fs.makedirs(f"{root}/{name}".rstrip("/"), exist_ok=True)


class Nowhere(msgspec.Struct, frozen=True):
    """No place: for work that is tried, and whose files nobody wants."""

    def begin(self) -> None:
        """Nothing."""

    def done(self) -> frozenset[str]:
        """No shard is there."""
        return frozenset()

    def counts(self, names: Sequence[str]) -> dict[str, bytes]:  # noqa: ARG002 - as every place
        """No shard is there."""
        return {}

    @contextmanager
    def beside(self, name: str) -> Iterator[Path]:
        """A folder for temporary files of this machine."""
        with tempfile.TemporaryDirectory(prefix=f"saksi-{name}-") as folder:
            yield Path(folder)

    def publish(self, folder: Path, name: str) -> None:
        """Nothing."""

    def write(self, name: str, data: bytes) -> None:
        """Nothing."""

    def sweep(self) -> None:
        """Nothing."""
