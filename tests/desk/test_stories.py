"""Stories: the same event in two houses and two languages together, another one of the same actors apart."""

from __future__ import annotations

from saksi.desk import open_desk
from saksi.record import Actor, Article, Event, ReaderInfo, Record, Span

READER = ReaderInfo("0.1.0", "id", "m-1.0")
NAVY = "Angkatan Laut {0} KRI Teluk Banten di Natuna {1} 12 kapal bersama Laksamana Andi Lawe dan Mohan Pillai {2}"


def told(text: str, day: str, act: str, *codes: str) -> Record:
    actors = tuple(Actor(f"a{n}", "state", code, code, code) for n, code in enumerate(codes, 1))
    event = Event("e1", act, Span.of(text, 0, 8), ("a1",), ("a2",))
    article = Article(text=text, title=text[:30], outlet=text[-4:], published=day)
    return Record(article=article, actors=actors, events=(event,), reader=READER)


def test_one_event_in_two_languages_is_one_story(place: str) -> None:
    given = [
        told(NAVY.format("menggelar", "dengan", "satu"), "2024-05-01", "COOPERATE", "IDN", "IND"),
        told("The navy " + NAVY.format("sent", "with", "in a drill: two"), "2024-05-02", "COOPERATE", "IDN", "IND"),
        told(
            "Menteri Perdagangan Rudi Hartono membahas tarif 30 persen dengan Sunita Rao di New Delhi, kata Kemendag",
            "2024-05-02", "CONSULT", "IDN", "IND",
        ),
        told("Sunita Rao dan Rudi Hartono di New Delhi soal tarif 30 persen Kemendag enam", "2024-05-03", "CONSULT",
             "IDN", "IND"),
        told(NAVY.format("menggelar", "dengan", "tiga, setahun kemudian"), "2025-05-01", "COOPERATE", "IDN", "IND"),
        told("Banjir di Demak merendam 40 desa, kata Budi Santoso dari BPBD Jawa Tengah", "2024-05-02", "REQUEST",
             "IDN", "JPN"),
    ]  # fmt: skip
    with open_desk(place, create=True) as desk:
        desk.load(given)
        assert desk.find_stories() == 2
        found = {(one.articles, one.first_day) for one in desk.stories()}
        assert found == {(2, "2024-05-01"), (2, "2024-05-02")}
        again = [one.id for one in desk.stories()]
        desk.find_stories()
        assert [one.id for one in desk.stories()] == again
