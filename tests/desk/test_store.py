from __future__ import annotations

import sqlite3
from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from saksi.desk import migrations, schema
from saksi.desk.store import Store
from saksi.errors import DeskError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "saksi.db"


def refused(where: str | Path, *, create: bool = True) -> str:
    with pytest.raises(DeskError) as caught:
        Store.open(where, create=create)
    return caught.value.code


def test_the_tables_are_those_of_the_schema(path: Path) -> None:
    store = Store.open(path, create=True)
    seen = inspect(store.engine)
    for name, table in schema.META.tables.items():
        assert {column["name"] for column in seen.get_columns(name)} == set(table.c.keys()), name
        assert set(seen.get_pk_constraint(name)["constrained_columns"]) == {c.name for c in table.primary_key}, name
    store.close()


def test_the_file_is_in_wal_mode_and_says_that_it_is_a_desk(path: Path) -> None:
    Store.open(path, create=True).close()
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert raw.execute("PRAGMA page_size").fetchone() == (16_384,)
    assert raw.execute("PRAGMA application_id").fetchone() == (0x53414B53,)
    raw.close()


@pytest.mark.parametrize("version", range(1, migrations.LATEST))
def test_a_desk_of_an_earlier_version_is_brought_up_to_date(path: Path, version: int) -> None:
    words = migrations.WORDS["sqlite"]
    raw = sqlite3.connect(path)
    for name in migrations.MODULES[:version]:
        module = import_module(f"saksi.desk.migrations.{name}")
        for statement in (*module.STATEMENTS, *module.SQLITE):
            raw.execute(statement.format(**words))
    raw.execute("INSERT INTO desk VALUES ('version', ?)", (str(version),))
    raw.execute("INSERT INTO entities (id, type, name) VALUES (1, 'person', 'Rina')")
    raw.commit()
    raw.close()
    store = Store.open(path)
    with store.reading() as connection:
        found = connection.execute(text("SELECT value FROM desk WHERE name = 'version'")).scalar()
        assert found == str(migrations.LATEST)
        assert connection.execute(text("SELECT name FROM entities")).scalar() == "Rina"
        assert set(inspect(connection).get_table_names()) >= set(schema.META.tables)
    store.close()


def test_a_newer_desk_is_left_alone(path: Path) -> None:
    Store.open(path, create=True).close()
    raw = sqlite3.connect(path)
    raw.execute("UPDATE desk SET value = '99' WHERE name = 'version'")
    raw.commit()
    raw.close()
    assert refused(path) == "S602"


def test_what_is_no_desk_is_refused_and_left_alone(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"not a database, " * 100)
    before = path.read_bytes()
    assert refused(path) == "S601"
    assert path.read_bytes() == before
    other = tmp_path / "other.db"
    raw = sqlite3.connect(other)
    raw.execute("CREATE TABLE shopping (item TEXT)")
    raw.commit()
    raw.close()
    assert refused(other) == "S601"
    assert refused(tmp_path) == "S601"


def test_where_there_is_none_only_loading_makes_one(path: Path) -> None:
    assert refused(path, create=False) == "S606"
    assert not path.exists()


@pytest.mark.parametrize("url", ["mysql://host/name", "foo://", "sqlite://"])
def test_a_url_of_no_desk_is_refused(url: str) -> None:
    assert refused(url) == "S605"


def test_a_database_that_cannot_be_reached_is_told_without_the_password() -> None:
    pytest.importorskip("psycopg", reason="the extra postgres is not installed")
    with pytest.raises(DeskError) as caught:
        Store.open("postgresql://someone:secret@127.0.0.1:1/none", create=True)
    assert caught.value.code == "S607"
    assert "secret" not in str(caught.value)


def test_a_full_disk_leaves_the_desk_as_it_was(path: Path) -> None:
    store = Store.open(path, create=True)
    with pytest.raises(DeskError) as caught, store.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        connection.execute(schema.entities.insert(), [{"id": 1, "type": "person", "name": "x" * 100_000}])
    assert caught.value.code == "S603"
    with store.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM entities")).scalar() == 0
    store.close()


def test_readers_see_the_last_state_while_one_writes(path: Path) -> None:
    store = Store.open(path, create=True)
    with store.writing() as writer:
        writer.execute(schema.entities.insert(), [{"id": 1, "type": "person", "name": "Rina"}])
        with store.reading() as reader:
            assert reader.execute(text("SELECT count(*) FROM entities")).scalar() == 0
    with store.reading() as reader:
        assert reader.execute(text("SELECT count(*) FROM entities")).scalar() == 1
    store.close()
