"""The user's own table adds names and leaders, and comes before what is shipped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from saksi.errors import ModelError
from saksi.world.world import World

HEADER = "kind\tcode\tcountry\tnames\tname\trole\tfrom\tto\twikidata"


def table(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "dunia.tsv"
    path.write_text("\n".join([header, *rows]) + "\n", "utf-8")
    return path


def row(**cells: str) -> str:
    columns = {"from": "begin", "to": "end"}
    return "\t".join(cells.get(columns.get(column, column), "") for column in HEADER.split("\t"))


def test_a_row_of_each_kind(tmp_path: Path) -> None:
    world = World.load(
        table(
            tmp_path,
            row(kind="state", code="SUN", name="Uni Soviet", names="URSS|USSR"),
            row(kind="metonym", code="SUN", name="Lubyanka"),
            row(kind="city", country="IDN", name="Kampung Laut"),
            row(kind="organisation", code="OPANAL", name="OPANAL"),
            row(kind="group", code="FRETILIN MAUBERE", country="TLS", name="Fretilin Maubere"),
            row(kind="body", country="IDN", name="Satgas Saber", role="police"),
            row(
                kind="leader",
                country="SUN",
                name="Mikhail Gorbachev",
                role="presiden",
                begin="1990-03-15",
                end="1991-12-25",
            ),
        )
    )
    for name, code in [("USSR", "SUN"), ("Lubyanka", "SUN"), ("Kampung Laut", "IDN"), ("OPANAL", "OPANAL"),
                       ("Fretilin Maubere", "FRETILIN MAUBERE"), ("Satgas Saber", "IDN"), ("Gorbachev", "SUN"),
                       ("Presiden Uni Soviet", "SUN"), ("militer Uni Soviet", "SUN"), ("AS", "USA")]:  # fmt: skip
        assert [entry.code for entry in world.find(name, "id")] == [code], name
    held = world.holder("SUN", "presiden", "id", "1991")
    assert held is not None
    assert held.name == "Mikhail Gorbachev"


def test_a_name_means_what_the_user_says(tmp_path: Path) -> None:
    world = World.load(table(tmp_path, row(kind="state", code="GEO", name="Georgia")))
    (found,) = world.find("Georgia", "id")
    assert (found.code, found.ambiguous) == ("GEO", False)


def test_terms_of_the_user_replace_those_shipped(tmp_path: Path) -> None:
    path = table(
        tmp_path, row(kind="leader", country="USA", name="Joe Biden", role="head_of_state", begin="2021", end="2022")
    )
    world = World.load(path)
    assert [entry.end for entry in world.find("Biden", "id")] == ["2022"]
    held = world.holder("USA", "kepala negara", "id", "2022")
    assert held is not None
    assert held.end == "2022"


def test_the_file_is_read_anew_when_it_changes(tmp_path: Path) -> None:
    path = table(tmp_path, row(kind="city", country="IDN", name="Kampung Laut"))
    first = World.load(path)
    assert World.load(path) is first
    table(tmp_path, row(kind="city", country="MYS", name="Kampung Laut"))
    os.utime(path, ns=(1, 1))
    assert World.load(path).find("Kampung Laut", "id")[0].code == "MYS"


def test_windows_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "dunia.tsv"
    path.write_bytes(
        b"\xef\xbb\xbf"
        + f"{HEADER}\n{row(kind='city', country='IDN', name='Cilacap')}\n".replace("\n", "\r\n").encode()
    )
    assert World.load(path).find("Cilacap", "id")[0].code == "IDN"


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        ({"kind": "planet", "code": "USA", "name": "Mars"}, "Invalid enum value 'planet'"),
        ({"kind": "state", "code": "US", "name": "Amerika"}, "US is the code of no state"),
        ({"kind": "city", "country": "ZZZ", "name": "Atlantis"}, "ZZZ is the code of no state"),
        ({"kind": "leader", "country": "ZZZ", "name": "A B"}, "ZZZ is the code of no state"),
        ({"kind": "city", "name": "Atlantis"}, "a row needs a code or a country"),
        ({"kind": "city", "country": "IDN"}, "Expected `str`"),
        ({"kind": "leader", "country": "USA", "name": "A B", "begin": "2021-02-30"}, "'2021-02-30' is no date"),
        ({"kind": "leader", "country": "USA", "name": "A B", "begin": "2022", "end": "2021"}, "before it begins"),
        ({"kind": "city", "country": "USA", "name": "A", "begin": "2022"}, "only a leader has a term"),
        ({"kind": "city", "country": "IDN", "name": "A", "wikidata": "12"}, "wikidata"),
    ],
)
def test_a_row_that_does_not_fit(tmp_path: Path, cells: dict[str, str], what: str) -> None:
    path = table(tmp_path, row(kind="city", country="IDN", name="Cilacap"), row(**cells))
    with pytest.raises(ModelError, match=r"^\[S402\] .*dunia\.tsv:3: ") as caught:
        World.load(path)
    assert what in str(caught.value)


def test_wrong_columns(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"dunia\.tsv:1: the columns must be kind, code"):
        World.load(table(tmp_path, header="kind\tname"))


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"^\[S402\] .*none\.tsv: No such file"):
        World.load(tmp_path / "none.tsv")
    (tmp_path / "latin.tsv").write_bytes(b"\xff\xfe\xe9")
    with pytest.raises(ModelError, match="it is not UTF-8"):
        World.load(tmp_path / "latin.tsv")
