"""Places: where an act happens, in invented sentences read by the shipped model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.reading.places import place_of

from .parsing import parse, reader, tokens_of


def placed(text: str, trigger: str) -> tuple[str, str | None] | None:
    view = parse(text)
    place = place_of(view, reader().lexicon, *tokens_of(view, trigger))
    if place is None:
        return None
    assert text[place.start : place.end] == place.text
    return place.text, place.country


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Presiden Kenya bertemu Presiden Uganda di Moskwa.", "bertemu", ("Moskwa", "RUS")),
        ("Presiden Kenya berkunjung ke Pyongyang pada Rabu.", "berkunjung", ("Pyongyang", "PRK")),
        ("Kenya menggelar pertemuan dengan Uganda di Jenewa, Swiss.", "pertemuan", ("Jenewa, Swiss", "CHE")),
        ("Serangan itu menewaskan 32 warga di Suriah.", "menewaskan", ("Suriah", "SYR")),
        ("Di Jakarta, Menteri Luar Negeri Kenya bertemu Presiden Uganda.", "bertemu", ("Jakarta", "IDN")),
        ("Kenya mengecam Uganda.", "mengecam", None),
        ("Kenya mengecam perang di Suriah.", "mengecam", None),
        ("Kenya mengatakan bahwa Uganda menyerang warga di Suriah.", "mengatakan", None),
        ("Kenya menerima bantuan dari Jepang.", "menerima", None),
        ("Kenya menarik pasukan dari Somalia.", "menarik", ("Somalia", "SOM")),
    ],
)
def test_place_of(text: str, trigger: str, place: tuple[str, str | None] | None) -> None:
    assert placed(text, trigger) == place


def test_another_table_of_countries() -> None:
    view = parse("Presiden Kenya bertemu Presiden Uganda di Moskwa.")
    place = place_of(view, reader().lexicon, *tokens_of(view, "bertemu"), country_of=lambda name, _: name[:3].upper())
    assert place is not None
    assert place.country == "MOS"


@given(
    st.lists(
        st.sampled_from(["di", "ke", "Moskwa", ",", "Rusia", "(", "bertemu", "dari", "kota", '"', "."]), max_size=12
    )
)
def test_any_mixture(words: list[str]) -> None:
    view = parse(" ".join([*words, "bertemu"]))
    place = place_of(view, reader().lexicon, *tokens_of(view, "bertemu"))
    assert place is None or view.text[place.start : place.end] == place.text
