from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.errors import LanguageError, ModelError
from saksi.sources import Furniture, FurnitureRules, find_furniture, load_rules

DATA = Path(__file__).parents[1] / "data/sources"
GOLD = Path(__file__).parents[2] / "gold/id"
RULES = load_rules("id")
BEFORE, AFTER = "Menteri pergi ke Lokana.", "Ia pulang ke Tirto pada hari Senin setelah berunding."


def find(text: str) -> Furniture:
    return find_furniture(text, RULES)


def marked(text: str) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in find(text).spans]


def test_the_golden_text() -> None:
    text = (DATA / "furnitur.txt").read_text("utf-8")
    expected = json.loads((DATA / "furnitur.json").read_text("utf-8"))
    found = find(text)
    assert [list(pair) for pair in marked(text)] == expected["spans"]
    assert [found.outlet, found.dateline, found.wire, found.byline] == [
        expected[key] for key in ("outlet", "dateline", "wire", "byline")
    ]
    assert list(found.links) == expected["links"]


@pytest.mark.parametrize(
    ("dateline", "outlet", "place", "wire"),
    [
        ("TEMPO.CO, Jakarta - ", "TEMPO.CO", "Jakarta", None),
        ("JAKARTA, KOMPAS.com - ", "KOMPAS.com", "JAKARTA", None),
        ("KOMPAS.com - ", "KOMPAS.com", None, None),
        ("BERLIN, KOMPAS.com --- ", "KOMPAS.com", "BERLIN", None),
        ("NEW YORK. KOMPAS.com - ", "KOMPAS.com", "NEW YORK", None),
        ("JAKARTA, KOMPAS — ", "KOMPAS", "JAKARTA", None),
        ("Liputan6.com, Jakarta - ", "Liputan6.com", "Jakarta", None),
        ("Liputan6.com, Jakarta ", "Liputan6.com", "Jakarta", None),
        ("Liputan6.com, Gaza City - ", "Liputan6.com", "Gaza City", None),
        ("Liputan6.com, Washington D.C -", "Liputan6.com", "Washington D.C", None),
        ("Seoul (ANTARA) - ", None, "Seoul", "ANTARA"),
        ("Jakarta, CNN Indonesia -- ", "CNN Indonesia", "Jakarta", None),
        ("Jakarta, CNBC Indonesia - ", "CNBC Indonesia", "Jakarta", None),
        ("TRIBUNNEWS.COM, JAKARTA - ", "TRIBUNNEWS.COM", "JAKARTA", None),
        ("TRIBUNNEWS.COM- ", "TRIBUNNEWS.COM", None, None),
        ("Merdeka.com - Kapanlagi.com - ", "Merdeka.com", None, "Kapanlagi.com"),
        ("REPUBLIKA.CO.ID, JAKARTA -- ", "REPUBLIKA.CO.ID", "JAKARTA", None),
        ("Bisnis.com, JAKARTA - ", "Bisnis.com", "JAKARTA", None),
        ("SuaraJakarta.id - ", "SuaraJakarta.id", None, None),
        ("KUALA LUMPUR - ", None, "KUALA LUMPUR", None),
        ("YERUSALEM-", None, "YERUSALEM", None),
        ("JAKARTA–", None, "JAKARTA", None),
        ("Jakarta - ", None, "Jakarta", None),
        ("Ramallah\n-\n", None, "Ramallah", None),
        (", Washington D.C - ", None, "Washington D.C", None),
        ("WASHINGTON, iNews.id - ", "iNews.id", "WASHINGTON", None),
        ("VIVA – ", "VIVA", None, None),
        ("Metrotvnews.com, Jakarta: ", "Metrotvnews.com", "Jakarta", None),
    ],
)
def test_datelines(dateline: str, outlet: str | None, place: str | None, wire: str | None) -> None:
    text = f"{dateline}Menteri pergi.\n{AFTER}"
    found = find(text)
    assert marked(text) == [("dateline", dateline.rstrip())]
    assert (found.outlet, found.dateline, found.wire) == (outlet, place, wire)


@pytest.mark.parametrize(
    "sentence",
    [
        "AS-Tiongkok sepakat berunding.",
        "AS - Tiongkok sepakat berunding.",
        "ASEAN - Uni Eropa membuka perundingan.",
        "Iran - Israel saling serang.",
        "Beijing - Moskow sepakat berunding.",
        "Presiden Prabowo - yang baru tiba - membantahnya.",
        "Sumber video itu mengatakan menteri pergi.",
        "Sumber: pejabat itu berbohong.",
        "Lihat saja apa yang terjadi di sana.",
        "Editor surat kabar itu membantah.",
        "Laporan ini pertama kali dimuat oleh pemerintah, kata menteri.",
        "Baca laporan itu, kata menteri kepada wartawan.",
        "Ia bergabung dengan kanal Telegram kelompok itu.",
        "Foto itu diambil di Gaza, kata tentara.",
        "Dewan Keamanan (DK) bersidang (PBB).",
    ],
)
def test_sentences_are_no_furniture(sentence: str) -> None:
    assert marked(f"{sentence}\n{sentence}\n{AFTER}") == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("REUTERS", "wire"),
        ("AL JAZEERA | REUTERS", "wire"),
        ("(ANTARA)", "wire"),
        ("(Reuters)", "wire"),
        ("Sumber : Yonhap", "wire"),
        ("(bpc/roc)", "credit"),
        ("(*/rit)", "credit"),
        ("(Tribunnews.com/Sari Handayani)", "credit"),
        ("Pewarta: Sari Handayani", "byline"),
        ("*(Penulis: Sari Handayani)", "byline"),
        ("Editor: Odo Marekan", "credit"),
        ("Copyright © ANTARA 2024", "credit"),
        ("Artikel ini telah tayang di Kabar Selat dengan judul Menteri Pergi", "credit"),
        ("--- null", "credit"),
        ("Baca juga: Menteri Terbang ke Lokana", "link"),
        ("BACA JUGA: Menteri Terbang ke Lokana", "link"),
        ("Baca Juga Menteri Terbang ke Lokana", "link"),
        ("Pilihan Editor Menteri Terbang ke Lokana", "link"),
        ("Pilihan Editor: Menteri Terbang ke Lokana", "link"),
        ("Lihat juga Menteri Terbang", "link"),
        ("Simak juga Menteri Terbang", "link"),
        ("Simak berita selengkapnya di halaman selanjutnya.", "link"),
        ("Ikuti berita terkini di Google News", "link"),
        ("Dapatkan update berita pilihan di grup WhatsApp kami", "link"),
        ("Simak Video 'Menteri Terbang'", "video"),
        ("Lihat Video: Menteri Terbang", "video"),
        ("Tonton juga Video: Menteri Terbang", "video"),
        ("Saksikan Live DetikPagi:", "video"),
        ("[Gambas:Video 20detik]", "video"),
        ("[Gambas:Video CNN]", "video"),
        ("ADVERTISEMENT", "advert"),
        ("SCROLL TO CONTINUE WITH CONTENT", "advert"),
        ("Foto: Menteri di Lokana (AFP/Budi)", "caption"),
        ("(Foto: Budi)", "caption"),
        ("Keterangan foto", "caption"),
        ("Dok. Istana", "caption"),
        ("Sumber gambar, Getty Images", "caption"),
        ("Keterangan gambar, Menteri tiba di Lokana", "caption"),
    ],
)
def test_whole_lines(line: str, kind: str) -> None:
    assert marked(f"{BEFORE}\n{line}\n{AFTER}") == [(kind, line)]


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.json")), ids=lambda path: path.stem)
def test_no_statement_of_the_gold_articles_is_furniture(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    found = find(gold["text"])
    inside = [s["text"] for s in _contents(gold) if found.overlaps(s["start"], s["end"])]
    assert inside == []


def test_the_gold_articles_have_furniture() -> None:
    texts = [json.loads(path.read_text("utf-8"))["text"] for path in GOLD.glob("*.json")]
    assert sum(bool(find(text).spans) for text in texts) > len(texts) / 2


def _contents(gold: dict[str, Any]) -> list[dict[str, Any]]:
    return [span for statement in gold["statements"] for span in statement["content"]]


def test_a_name_on_a_line_of_its_own_within_a_sentence_is_left() -> None:
    assert marked("Menteri pergi, seperti dilansir\nAFP\n, Selasa (14/5/2024).") == []


@pytest.mark.parametrize("end", ["(kpl/rif)", "(*/rit)", "(ade)", "(AUL)", "( Reuters/UPI/REK )", "(ANTARA)"])
def test_the_ends_of_texts(end: str) -> None:
    assert [text for _, text in marked(f"{BEFORE}\n{AFTER} {end}")] == [end]


def test_a_bare_abbreviation_is_a_credit_at_the_end_only() -> None:
    assert marked(f"{BEFORE} (ade)\n{AFTER}\n{AFTER}\n{AFTER}") == []


@pytest.mark.parametrize(
    ("rest", "title"),
    [
        ("Kapal di Ujung Tanduk Sebelumnya pada hari itu, menteri pergi.", "Kapal di Ujung Tanduk"),
        ("Menteri Terbang, Apa Hasilnya? Sementara itu, harga naik.", "Menteri Terbang, Apa Hasilnya?"),
        ('Menteri Terbang ke Lokana "Kami pergi," katanya.', "Menteri Terbang ke Lokana"),
        ("Kapal Asing Masuk Lagi Presiden Mira Tandau mengatakan itu.", "Kapal Asing Masuk Lagi"),
        ("Menteri Terbang ke Lokana", "Menteri Terbang ke Lokana"),
        ("RI dan Palau percepat perundingan itu. Ia pergi.", ""),
    ],
)
def test_links_glued_into_a_paragraph(rest: str, title: str) -> None:
    text = f"{AFTER} Menteri pergi.Baca Juga: {rest}\n{AFTER}"
    assert marked(text) == [("link", f"Baca Juga: {title}".rstrip())]


def test_overlaps() -> None:
    found = find(f"{BEFORE}\nREUTERS\n{AFTER}")
    start = len(BEFORE) + 1
    assert found.overlaps(0, 1) is False
    assert found.overlaps(start - 1, start + 1) is True
    assert found.overlaps(start + 6, start + 50) is True
    assert found.overlaps(start + 7, start + 50) is False


FRAGMENTS = [
    "JAKARTA - ", "Jakarta", "\n", " ", "Menteri pergi.", "Baca Juga: ", "Baca juga", "REUTERS", "(kpl/rif)", "Foto: ",
    "[Gambas:Video", "]", "ADVERTISEMENT", '"', "“", "(", ")", "Editor: ", "KOMPAS.com", "\r", "\u2028", "\0", "Ä",
]  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=5), max_size=40).map("".join))
def test_spans_are_in_range_in_order_and_apart(text: str) -> None:
    end = 0
    for span in find(text).spans:
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        end = span.end


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "Baca Juga: ",
        "A ",
        "(",
        "Foto: ",
        "\n",
        "Kapal Perang ",
        "REUTERS\n",
        "[Gambas:",
        ". Lihat Video ",
        "a.b",
        "- ",
    ],
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    find(text)
    assert time.process_time() - started < 2


def test_rules_that_are_not_there_or_broken_are_told() -> None:
    for language in ("xx", "..", "id/../id"):
        with pytest.raises(LanguageError):
            load_rules(language)
    for source in (
        "[[line]]\nkind = 'x'",
        "[[line]]\nkind = 'link'\npattern = '('",
        "a = ",
        "[[line]]\nkind='link'\npattern='%no%'",
    ):
        with pytest.raises(ModelError):
            FurnitureRules.from_toml(source)


def test_a_language_without_furniture_has_none() -> None:
    assert find_furniture("JAKARTA - x", FurnitureRules.from_toml("")) == Furniture()
