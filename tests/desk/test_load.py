from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import func, select

from saksi.desk import schema
from saksi.desk.load import Loaded, load_batch
from saksi.desk.search import search
from saksi.desk.store import Store
from saksi.errors import DeskError
from saksi.record import Actor, Article, Event, Mention, ReaderInfo, Record, Span, Statement

TEXT = "Rusia membantah mengirim persenjataan, kata Rina."


def record(article: str = TEXT, model: str = "m-1.0") -> Record:
    return Record(
        article=Article(text=article, title="Senjata", published="2023-09-14"),
        actors=(Actor(id="a1", type="person", name="Rina", mentions=(Mention(44, 48, "Rina", "name"),)),),
        statements=(Statement(id="s1", form="indirect", content=(Span.of(article, 0, 37),), speaker="a1"),),
        events=(Event(id="e1", type="AID", trigger=Span.of(article, 16, 24), sources=("a1",), according_to=("s1",)),),
        reader=ReaderInfo("0.1.0", "id", model),
    )


def counts(store: Store) -> list[int]:
    with store.reading() as connection:
        tables = (schema.articles, *schema.READ)
        return [connection.execute(select(func.count()).select_from(t)).scalar() or 0 for t in tables]


def test_a_text_is_loaded_once_and_replaced_by_a_newer_reader_only(place: str) -> None:
    store = Store.open(place, create=True)
    assert load_batch(store, [record(), record()]) == Loaded(added=1)
    assert load_batch(store, [record()]) == Loaded(same=1)
    assert load_batch(store, [record(model="m-0.9")]) == Loaded(same=1)
    assert load_batch(store, [record(model="m-1.10")]) == Loaded(replaced=1)
    assert load_batch(store, [record("Lain. " + TEXT)]) == Loaded(added=1)
    assert counts(store) == [2] * 7
    store.close()


def test_words_are_found_in_any_form(place: str) -> None:
    store = Store.open(place, create=True)
    load_batch(store, [record()])
    with store.reading() as connection:
        assert [hit.key for hit in search(connection, "senjata").hits] == [1]
        day = connection.execute(select(schema.events.c.day, schema.events.c.quad)).one()
        assert tuple(day) == ("2023-09-14", "material-cooperation")
    store.close()


def test_a_batch_that_fails_leaves_nothing(place: str) -> None:
    store = Store.open(place, create=True)
    broken = record("Dua. " + TEXT)
    broken = msgspec.structs.replace(broken, statements=broken.statements * 2)
    with pytest.raises(DeskError):
        load_batch(store, [record(), broken])
    assert counts(store) == [0] * 7
    store.close()
