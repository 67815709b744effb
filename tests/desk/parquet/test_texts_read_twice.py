"""A text that stands in a run more than once is one article."""

from __future__ import annotations

from pathlib import Path

import msgspec

from saksi.desk import open_desk
from saksi.record import Record

from ..conftest import records
from .conftest import MakeRun


def elsewhere(record: Record, outlet: str) -> Record:
    return msgspec.structs.replace(record, article=msgspec.structs.replace(record.article, outlet=outlet))


def test_once_more_in_another_shard_and_in_the_same(make_run: MakeRun) -> None:
    denial, charge, plain = records()
    again = [elsewhere(denial, "Harian Tiga"), elsewhere(charge, "Harian Empat")]
    with open_desk(make_run([[denial, charge]])) as desk:
        told = desk.statements(), desk.events(), desk.counts()
    for parts in (
        [[denial, charge, again[0]], [again[1]]],
        [[denial, charge], again],
        [[denial, charge, *again], again],
    ):
        with open_desk(make_run(parts)) as desk:
            assert (desk.statements(), desk.events(), desk.counts()) == told
            assert [hit.key for hit in desk.search("", by="date").hits] == [1, 2]
    with open_desk(make_run([[plain], [denial, plain, denial]])) as desk:
        assert desk.counts() == {"articles": 2, "statements": 1, "events": 2, "actors": 5}


def test_shards_of_inputs_that_have_changed_since_do_not_count(make_run: MakeRun) -> None:
    make_run([records()[:1], records()[1:]])
    with open_desk(make_run([records()[:1]])) as desk:  # the second shard is still in the folder
        assert desk.counts()["articles"] == 1


def test_a_day_that_no_calendar_or_newspaper_has(make_run: MakeRun, tmp_path: Path) -> None:
    some = []
    for n, day in enumerate(("2024-02-30", "0001-01-01", "9999-12-31", "2024-02-29T10:00:00+07:00", "yesterday", None)):
        one = records()[0].to_dict()
        one["article"] |= {"text": f"{one['article']['text']} {n}.", "published": day, "id": f"d{n}"}
        some.append(Record.from_dict(one))
    with open_desk(make_run([some])) as run, open_desk(tmp_path / "desk.db", create=True) as desk:
        desk.load(some)
        assert run.last_day() == desk.last_day() == "2024-02-29"
        assert run.events() == desk.events()
        assert run.articles(limit=9) == desk.articles(limit=9)
        assert run.timeline("RUS", "PRK", by="day") == desk.timeline("RUS", "PRK", by="day")


def test_an_article_without_anything_in_it(make_run: MakeRun) -> None:
    bare = msgspec.structs.replace(records()[2], actors=(), events=())
    with open_desk(make_run([[bare]])) as desk:
        assert desk.search("latihan").total == 1
        assert desk.most_quoted() == []
        assert desk.ledger() == []
        assert desk.timeline("JPN", "PHL").steps == ()
