"""Dating: which time is that of an act, in invented sentences read by the shipped model."""

import pytest

from saksi.reading.dating import time_of
from saksi.reading.time_rules import load_time_rules
from saksi.reading.times import find_times

from .parsing import parse, reader, tokens_of

RULES = load_time_rules("id")
PUBLISHED = "2023-09-14"  # a Thursday


def dated(text: str, trigger: str, published: str | None = PUBLISHED) -> tuple[str | None, str | None] | None:
    view = parse(text)
    times = find_times(text, published, RULES)
    period = time_of(times, view, reader().lexicon, RULES, *tokens_of(view, trigger))
    return (period.begin, period.end) if period else None


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        # of the verb of its clause
        ("Presiden Kenya mengunjungi Uganda pada Selasa (12/9/2023).", "mengunjungi", "2023-09-12"),
        ("Pada Selasa, Presiden Kenya mengunjungi Uganda.", "mengunjungi", "2023-09-12"),
        ("Menteri Luar Negeri Kenya, Rabu (13/9), mengecam serangan itu.", "mengecam", "2023-09-13"),
        ("Kemarin pasukan Kenya menyerang desa itu.", "menyerang", "2023-09-13"),
        # of the noun that names the act
        ("Kenya mengutuk serangan pada 3 September di pasar itu.", "serangan", "2023-09-03"),
        ("Pasukan Kenya melancarkan serangan pada Senin.", "serangan", "2023-09-11"),
        # behind a comma at the end, of the main verb and no other
        ("Pemerintah Kenya menuduh pasukan Uganda menduduki tiga desa, Selasa (12/9/2023).", "menuduh", "2023-09-12"),
        ("Pemerintah Kenya menuduh pasukan Uganda menduduki tiga desa, Selasa (12/9/2023).", "menduduki", None),
        # of nothing that another clause tells
        ("Kenya pada Rabu mengatakan bahwa Uganda menyerang pos perbatasan.", "menyerang", None),
        ("Kenya menahan kapal Uganda, seperti dikutip Kantor Berita Kenya, Rabu (13/9/2023).", "menahan", None),
        ('"Uganda menyerang kami," kata Menteri Pertahanan Kenya, Rabu (13/9/2023).', "menyerang", None),
        ("Kenya menahan kapal Uganda hingga 20 September.", "menahan", None),
        ("Kenya menahan kapal Uganda.", "menahan", None),
    ],
)  # fmt: skip
def test_time_of(text: str, trigger: str, day: str | None) -> None:
    assert dated(text, trigger) == ((day, day) if day else None)


def test_a_month_is_a_range() -> None:
    assert dated("Kenya menahan kapal Uganda pada Juli 2023.", "menahan") == ("2023-07-01", "2023-07-31")


def test_what_is_counted_from_an_unknown_publication_has_no_date() -> None:
    assert dated("Kemarin pasukan Kenya menyerang desa itu.", "menyerang", None) == (None, None)


def test_since_a_day_is_open() -> None:
    text = "Sejak 3 September 2023, Kenya menahan kapal Uganda."
    assert dated(text, "menahan") == ("2023-09-03", None)


LEAD = "Kenya menahan kapal Uganda. Kapal itu ditarik ke pelabuhan pada Selasa (12/9/2023)."


def test_the_lead_is_dated_by_what_follows() -> None:
    assert dated(LEAD, "menahan") == ("2023-09-12", "2023-09-12")


def test_but_not_what_is_still_to_come() -> None:
    assert dated(LEAD.replace("menahan", "akan menahan"), "menahan") is None


def test_but_not_where_the_article_names_two_days() -> None:
    assert dated(f"{LEAD} Kapal lain ditahan pada Senin (4/9/2023).", "menahan") is None
