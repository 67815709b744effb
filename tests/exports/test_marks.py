"""The text cut into pieces: nothing is lost, and each piece knows what covers it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from saksi.exports.marks import body, headline, paragraphs
from saksi.exports.wording import content_text, standing
from saksi.record import Actor, Record, Span

from .making import record, said, span

NESTED = "Kementerian berkata bahwa Washington menuduh Moskow berbohong."


def cover(made: Record) -> list[tuple[str, tuple[int, ...]]]:
    text = made.article.text
    return [(text[p.start : p.end], p.contents) for pieces in paragraphs(made) for p in pieces]


def test_nested_statements_stand_from_the_outer_to_the_inner() -> None:
    outer = said(NESTED, "Washington menuduh Moskow berbohong")
    inner = said(NESTED, "Moskow berbohong", number=2, cue=span(NESTED, "menuduh"), source=span(NESTED, "Washington"))
    made = record(NESTED, inner, outer)
    assert cover(made) == [
        ("Kementerian berkata bahwa ", ()),
        ("Washington", (2,)),
        (" ", (2,)),
        ("menuduh", (2,)),
        (" ", (2,)),
        ("Moskow berbohong", (2, 1)),
        (".", ()),
    ]
    source = next(paragraphs(made))[1]
    assert (source.sources, source.statements, source.opens) == ((1,), (2, 1), (2,))


def test_overlapping_statements_share_a_piece() -> None:
    text = "satu dua tiga"
    made = record(text, said(text, "satu dua"), said(text, "dua tiga", number=2))
    assert cover(made) == [("satu ", (1,)), ("dua", (1, 2)), (" tiga", (2,))]


def test_a_statement_with_two_spans_opens_once() -> None:
    text = '"A," katanya. "B."'
    made = record(text, said(text, "A", "B"))
    assert [p.opens for pieces in paragraphs(made) for p in pieces if p.contents] == [(1,), ()]
    assert content_text(made.statements[0]) == "A … B"


def test_a_statement_may_run_over_paragraphs() -> None:
    text = "Satu.\n\nDua."
    made = record(text, said(text, "Satu.\n\nDua"))
    assert cover(made) == [("Satu.", (1,)), ("Dua", (1,)), (".", ())]


def test_spans_outside_the_text_mark_nothing() -> None:
    text = "Pendek."
    broken = said(text, "Pendek")
    made = record(
        text, type(broken)(id="s1", form="direct", content=(Span(3, 99, "x"), Span(4, 4, ""), Span(-2, 3, "y")))
    )
    assert cover(made) == [("Pendek.", ())]


def test_no_text_has_no_paragraphs() -> None:
    assert list(paragraphs(record(""))) == list(paragraphs(record("\n \n"))) == []


def test_a_headline_stands_once() -> None:
    with_title = record("Judul\nTeks panjang.", title="Judul")
    from_text = record("\nJudul berita\nTeks panjang.")
    without = record("Teks panjang.", id="x1")
    assert [headline(made) for made in (with_title, from_text, without)] == ["Judul", "Judul berita", "Article x1"]
    assert [len(list(body(made))) for made in (with_title, from_text, without)] == [1, 1, 1]


def test_a_headline_that_is_said_stays_in_the_text() -> None:
    text = "Rina: hujan turun\nTeks."
    assert len(list(body(record(text, said(text, "hujan turun"), title="Rina: hujan turun")))) == 2


def test_an_affiliation_that_the_role_names_is_not_said_twice() -> None:
    def shown(role: str | None, own: str | None, given: str | None = None) -> str:
        actor = Actor(id="a1", type="person", name="Rina", role=role, affiliation=own)
        return standing(record("x", actors=(actor,)), said("x", "x", speaker="a1", affiliation=given))

    assert shown("Menteri Luar Negeri", "Indonesia") == "Menteri Luar Negeri, Indonesia"
    assert shown("Juru bicara Kementerian Luar Negeri", "Kementerian Luar Negeri").endswith(
        "bicara Kementerian Luar Negeri"
    )
    assert shown("Ketua", "PBB", given="Dewan") == "Ketua, Dewan"
    assert shown(None, None, given="Dewan") == "Dewan"
    assert shown(None, None) == ""


@given(st.text("ab \n", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_pieces_make_up_the_text_and_cover_exactly_what_is_marked(text: str, spans: list[tuple[int, int]]) -> None:
    kept = [(a, b) for a, b in spans if a < b <= len(text)]
    statements = [said("", number=i, form="direct") for i, _ in enumerate(kept, 1)]
    statements = [
        type(s)(id=s.id, form=s.form, content=(Span.of(text, a, b),))
        for s, (a, b) in zip(statements, kept, strict=True)
    ]
    made = record(text, *statements)
    lines = ["".join(text[p.start : p.end] for p in pieces) for pieces in paragraphs(made)]
    assert lines == [line for line in text.split("\n") if line.strip()]
    for pieces in paragraphs(made):
        for piece in pieces:
            assert set(piece.contents) == {i for i, (a, b) in enumerate(kept, 1) if a <= piece.start and piece.end <= b}
