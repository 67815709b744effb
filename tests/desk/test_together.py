"""Two loads and ten readers at once: nobody waits for long, nobody fails, and everything is there in the end."""

from __future__ import annotations

import threading
from typing import Any

import msgspec

from saksi.desk import Desk, Filter, open_desk
from saksi.record import Record
from tests.desk.conftest import records

BATCHES, SIZE, READERS = 12, 10, 10


def varied(number: int) -> Record:
    """An article of its own: one of the three with a sentence more."""
    record = records()[number % 3]
    article = msgspec.structs.replace(record.article, text=f"{record.article.text} Nomor {number}.", id=f"n{number}")
    return msgspec.structs.replace(record, article=article)


def test_two_loads_and_ten_readers(place: str) -> None:
    open_desk(place, create=True).close()
    failed: list[BaseException] = []
    done = threading.Event()

    def guarded(work: Any, *given: Any) -> None:
        try:
            work(*given)
        except BaseException as error:
            failed.append(error)

    def load(first: int) -> None:
        with open_desk(place) as desk:
            for batch in range(BATCHES):
                start = first + batch * SIZE
                desk.load([varied(number) for number in range(start, start + SIZE)])

    def read() -> None:
        with open_desk(place) as desk:
            while not done.is_set():
                _consistent(desk)

    loads = [threading.Thread(target=guarded, args=(load, first)) for first in (0, 10_000)]
    readers = [threading.Thread(target=guarded, args=(read,)) for _ in range(READERS)]
    for thread in (*loads, *readers):
        thread.start()
    for thread in loads:
        thread.join(120)
    done.set()
    for thread in readers:
        thread.join(30)
    assert failed == []
    with open_desk(place) as desk:
        assert desk.counts()["articles"] == 2 * BATCHES * SIZE


def _consistent(desk: Desk) -> None:
    """Whatever is seen is whole: batches of ten, each article with its statement."""
    assert desk.counts()["articles"] % SIZE == 0
    for said in desk.statements(Filter(stance="denied"), limit=5):
        assert said.text == "mengirim persenjataan ke Korea Utara"
    desk.search("senjata", limit=3)
