"""The folder of a run: whether it is one, whether it is finished, and which shards it holds."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from saksi.desk.trouble import trouble

# As `saksi.fleet` writes them; it is not asked, since it brings the reader with it.
MANIFEST: Final = "manifest.json"
COUNTS: Final = "counts.json"
TABLES: Final = ("articles", "statements", "events", "actors")  # those that answers need


class _Shard(msgspec.Struct):
    shard: str
    failed: str | None = None


class _Manifest(msgspec.Struct):
    version: int = msgspec.field(name="saksi.run")
    shards: list[_Shard] = []


def shards_of(folder: Path) -> list[str]:
    """The names of the shards of a run, in the order of its inputs.

    What lies in the folder besides, such as shards of inputs that have changed since, is left out.

    Raises:
        DeskError: it is no run (S650), it is not finished (S651), or a newer Saksi made it (S602).
    """
    manifest = _manifest(folder)
    if manifest.version != 1:
        raise trouble("S602", f"{folder} is a run of version {manifest.version}; this Saksi knows 1")
    names = [one.shard for one in manifest.shards]
    if not names:
        raise trouble("S650", f"{folder} is a run without any articles")
    missing = [one for one in manifest.shards if one.failed is not None or not _is_whole(folder / one.shard)]
    if missing:
        first = f"{missing[0].shard} {missing[0].failed or ''}".strip()
        raise trouble("S651", f"{folder}: {len(missing)} of {len(names)} shards are missing, the first is {first}")
    return names


def _manifest(folder: Path) -> _Manifest:
    try:
        return msgspec.json.decode((folder / MANIFEST).read_bytes(), type=_Manifest)
    except FileNotFoundError:
        if any(folder.glob(f"*-*/{COUNTS}")) or any(folder.glob(".*-*.*/")):
            raise trouble("S651", f"{folder}: the run did not come to its end") from None
        raise trouble("S650", f"{folder} is a folder, and no run: it has no {MANIFEST}") from None
    except msgspec.MsgspecError as error:
        raise trouble("S650", f"{folder}: its {MANIFEST} is that of no run") from error
    except OSError as error:
        raise trouble("S609", f"{folder / MANIFEST}: {error.strerror}") from error


def _is_whole(shard: Path) -> bool:
    return all((shard / name).is_file() for name in (COUNTS, *(f"{table}.parquet" for table in TABLES)))
