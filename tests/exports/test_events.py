"""Events in the views: marks that nest and overlap, cards, tables, every status and quad class, nothing smuggled in."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from saksi.exports import html
from saksi.exports.marks import paragraphs
from saksi.exports.markup import record_markup
from saksi.exports.visible import visible
from saksi.exports.wording import STATUSES, dates, sides, tellers, where
from saksi.plover import QUADS, TYPES
from saksi.record import Actor, Event, Period, Place, Record, Span

from .making import ACTS, act, all_statuses, record, said
from .test_html import ATTRIBUTES, HOSTILE, TAGS, Page
from .test_table import drawn

BADGE = re.compile(r"<a id=[^>]*>[^<]*</a>")


def text_part(markup: str) -> str:
    return markup[markup.index('<div class="text"') : markup.index("<aside")]


def test_the_record_round_trips() -> None:
    made = all_statuses()
    again = Record.from_dict(made.to_dict())
    assert again == made
    assert all(ACTS[span.start : span.end] == span.text for span in again.spans())
    assert {event.date.text for event in made.events if event.date.text} <= set(made.spans())


def test_every_status_and_quad_class_is_tried_here() -> None:
    events = all_statuses().events
    assert {event.status for event in events} == set(STATUSES)
    assert {TYPES[event.type].quad for event in events} == set(QUADS)


def test_the_text_is_whole_with_events() -> None:
    markup = record_markup(all_statuses(), "r1")
    lines = [line for line in Page(BADGE.sub("", text_part(markup))).text.split("\n") if line.strip()]
    assert lines == [line for line in ACTS.split("\n") if line]


@pytest.mark.parametrize("number", range(1, 10))
def test_words_show_class_and_status_and_the_status_is_a_word_too(number: int) -> None:
    made = all_statuses()
    event = made.events[number - 1]
    markup = record_markup(made, "r1")
    span = (
        f'<span class="act {TYPES[event.type].quad} is-{event.status}" data-s="e{number}">{event.trigger.text}</span>'
    )
    assert span in text_part(markup)
    shown = f"e{number}" if event.status == "occurred" else f"e{number} {event.status}"
    assert re.search(rf'<a id="r1-e{number}" [^>]*href="#r1-ec{number}"[^>]*>{shown}</a>', text_part(markup))
    card = markup[markup.index(f'id="r1-ec{number}"') :].split("</li>")[0]
    assert f">{event.status}</span>" in card
    assert f'href="#r1-e{number}"' in card
    assert event.type in card


def test_a_card_tells_all_of_an_event() -> None:
    markup = record_markup(all_statuses(), "r1")
    card = Page(f'<li id="r1-ec2{markup.split("id=" + chr(34) + "r1-ec2")[1].split("</li>")[0]}</li>').text
    for told in ("ASSAULT", "Ukraina (UKR)", "Rusia (RUS)", "alleged", "1Rusia, 2Maria Zakharova", "2023-07-17 stated"):
        assert told in card
    assert "“Senin (17/7/2023)”" in card
    assert "jembatan Kerch (UKR)" in card
    assert "material conflict1.00" in card
    assert "active:11" in markup
    assert ">0.91<" in markup


def test_a_statement_leads_to_the_events_that_it_tells() -> None:
    markup = record_markup(all_statuses(), "r1")
    card = markup[markup.index('id="r1-c2"') :].split("</li>")[0]
    assert re.findall(r'href="#r1-(ec\d+)"', card) == ["ec2", "ec3"]


def test_ids_stay_unique_and_links_lead_somewhere() -> None:
    page = Page(html.page([all_statuses(), all_statuses()]))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.values("href")} <= set(ids)


def test_cards_stand_in_the_order_of_the_article() -> None:
    order = re.findall(r'<li class="card[^>]*data-s="(\w+)"', record_markup(all_statuses(), "r1"))
    assert order == ["e1", "1", "e2", "2", "e3", "e4", "3", "e5", "e6", "e7", "e8", "e9"]


def test_an_event_over_the_end_of_a_statement() -> None:
    text = "Ia mendesak agar menyerang Kyiv."
    made = record(text, said(text, "agar menyerang"), events=(act(text, "menyerang Kyiv"),))
    markup = text_part(record_markup(made, "r1"))
    assert markup.count('data-s="e1"') == 3  # the badge, and the words within and without what is said
    assert '<span class="act verbal-conflict is-occurred" data-s="e1">menyerang</span></span>' in markup
    assert '<span class="act verbal-conflict is-occurred" data-s="e1"> Kyiv</span>.' in markup
    assert "¹[agar ᵉ¹{menyerang] Kyiv}." in drawn(made)


def test_an_event_that_is_the_reporting_word() -> None:
    markup = text_part(record_markup(all_statuses(), "r1"))
    cue = '<span class="cue" data-s="1"><span class="act verbal-conflict is-occurred" data-s="e1">menuduh</span></span>'
    assert f">e1</a>{cue}" in markup


def test_events_within_and_upon_each_other() -> None:
    text = "Ia menjual senjata berat."
    events = (act(text, "senjata", type="AID"), act(text, "menjual senjata", number=2), act(text, "senjata", number=3))
    made = record(text, events=events)
    markup = text_part(record_markup(made, "r1"))
    classes = [f"act {quad} is-occurred" for quad in ("verbal-conflict", "material-cooperation", "verbal-conflict")]
    nested = "".join(f'<span class="{c}" data-s="e{n}">' for c, n in zip(classes, (2, 1, 3), strict=True))
    assert f"{nested}senjata</span></span></span>" in markup
    assert Page(markup).open == []
    assert "ᵉ²{menjual ᵉ¹{ᵉ³{senjata}}} berat" in drawn(made)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.booleans()), max_size=7))
def test_marks_nest_and_cover_exactly_what_is_marked(spans: list[tuple[int, int, bool]]) -> None:
    text = "satu 😀 dua\ntiga <b> empat & lima"
    kept = [(a, b, is_act) for a, b, is_act in spans if a < b <= len(text)]
    statements = [replace(said(text, "satu"), content=(Span.of(text, a, b),)) for a, b, done in kept if not done]
    events = [replace(act(text, "satu"), trigger=Span.of(text, a, b)) for a, b, done in kept if done]
    made = record(text, *statements, events=tuple(events), title="x")
    markup = text_part(record_markup(made, "r1"))
    assert Page(markup).open == []
    assert Page(BADGE.sub("", markup)).text.strip().split("\n") == text.split("\n")
    for piece in (piece for pieces in paragraphs(made) for piece in pieces):
        under = {n for n, e in enumerate(events, 1) if e.trigger.start <= piece.start and piece.end <= e.trigger.end}
        assert set(piece.acts) == under


def test_a_hostile_event_is_harmless() -> None:
    actor = Actor(id='"><script>', type="person", name=HOSTILE, code=HOSTILE)
    hostile = Event(
        id=HOSTILE,
        type=HOSTILE,
        trigger=Span.of(HOSTILE, 0, 30),
        sources=(actor.id, HOSTILE),
        targets=(HOSTILE,),
        status='x" onload="y',  # type: ignore[arg-type]
        according_to=(HOSTILE,),
        date=Period(HOSTILE, HOSTILE, Span.of(HOSTILE, 0, 30), HOSTILE),  # type: ignore[arg-type]
        place=Place(0, 30, HOSTILE, HOSTILE),
        by=HOSTILE,
    )
    made = record(HOSTILE, actors=(actor,), events=(hostile,), title="x")
    page = Page(html.page([made]))
    assert page.open == []
    assert {tag for tag, _ in page.tags} <= TAGS
    assert {name for _, attributes in page.tags for name in attributes} <= ATTRIBUTES
    assert all(link.startswith("#") for link in page.values("href"))
    assert visible(HOSTILE)[:25] in page.text
    assert not set(drawn(made)) & {"\u202e", "\x1b", "\x00"}


def test_a_trigger_outside_the_text_marks_nothing_and_keeps_its_card() -> None:
    made = record("Pendek.", events=(Event(id="e1", type="AID", trigger=Span(3, 99, "x")),), title="x")
    markup = record_markup(made, "r1")
    assert "data-s" not in text_part(markup)
    assert 'id="r1-ec1"' in markup


def test_what_is_not_there_is_said() -> None:
    made = record("Pendek.", events=(act("Pendek.", "Pendek", type="NEW", according_to=("s9",), sources=("a9",)),))
    assert (tellers(made, made.events[0])[0].number, sides(made, made.events[0])) == (0, ("a9", ""))
    assert 'class="act other is-occurred"' in record_markup(made, "r1")


@pytest.mark.parametrize(
    ("begin", "end", "told"),
    [
        ("2023-01-02", "2023-01-02", "2023-01-02"),
        ("2023-01", "2023-02", "2023-01 to 2023-02"),
        ("2022", None, "since 2022"),
        (None, "2022", "until 2022"),
        (None, None, ""),
    ],
)
def test_days_in_words(begin: str | None, end: str | None, told: str) -> None:
    event = act("x", "x", date=Period(begin, end))
    assert (dates(event), where(event)) == (told, "")


def test_terminal_view(golden: Callable[[str, str], None]) -> None:
    golden("acts.txt", drawn(all_statuses(), width=100))


def test_terminal_view_in_colour(golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    golden("acts.ansi", drawn(all_statuses(), width=100, color=True))


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_of_the_tables_is_wider_than_the_terminal(width: int) -> None:
    assert max(len(line) for line in drawn(all_statuses(), width=width).split("\n")) <= width
