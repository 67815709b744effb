"""The cast: who is named or meant at each place of an article."""

import pytest

from .making import cast, inspect


def codes(text: str, words: str, nth: int = 0) -> list[str]:
    """The codes of the mention that begins with ``words``."""
    return [found for span, found, _ in cast(text) if span.startswith(words)][nth]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Rusia menyerang Moldova.", "Rusia", ["RUS"]),
        ("Moskow mengecam Warsawa.", "Warsawa", ["POL"]),
        ("Kremlin mengecam Polandia.", "Kremlin", ["RUS"]),
        ("Uni Eropa mengecam Polandia.", "Uni Eropa", ["EU"]),
        ("Kelompok Hamas menyerang Israel.", "Kelompok Hamas", ["HAMAS"]),
        ("Kementerian Pertahanan Rusia mengecam Polandia.", "Kementerian Pertahanan Rusia", ["RUS"]),
        ("Presiden Rusia Vladimir Putin mengecam Polandia.", "Vladimir Putin", ["RUS"]),
        ("Perdana Menteri Fiji Josua Tavo mengecam Samoa.", "Josua Tavo", ["FJI"]),
        ("Perang Iran-Irak berakhir.", "Iran-Irak", ["IRN", "IRQ"]),
        ("Tiga WNI ditangkap di Kamboja.", "WNI", ["IDN"]),
        ("Pengunjuk rasa membakar ban.", "Pengunjuk", ["pengunjuk"]),
    ],
)
def test_names(text: str, words: str, found: list[str]) -> None:
    assert codes(text, words) == found


def test_a_capital_may_be_no_more_than_a_place() -> None:
    parts = inspect("Moskow mengecam Polandia.").finder.cast.parts
    assert [(part.kind, part.place) for part in parts] == [("metonym", True), ("name", False)]


def test_a_state_is_one_actor_whatever_stands_for_it() -> None:
    parts = inspect("Rusia mengecam Polandia.\nMoskow juga menyerang Polandia. Kremlin diam.").finder.cast.parts
    actors = [part.actors[0] for part in parts]
    assert actors[0] is actors[2] is actors[4]


def test_an_office_of_no_state_acts_for_the_home_state_and_a_private_one_for_nobody() -> None:
    assert codes("Menteri Pertahanan Rano Wibisana bertemu Duta Besar Jepang.", "Rano Wibisana") == ["IDN"]
    assert codes("Pengamat militer Rusia, Rano Wibisana, mengecam Jepang.", "Rano Wibisana") == ["Rano Wibisana"]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Rusia menyerang Moldova.\nNegara itu juga menyerang Polandia.", "Negara", ["MDA"]),
        ("Kelompok Hamas menyerang Israel.\nKelompok itu juga menculik warga.", "Kelompok", ["HAMAS"]),
        ("Kenya mengecam Uganda.\nPemerintah Kenya diam.", "Kenya", ["KEN"]),
    ],
)
def test_descriptions_mean_the_one_named_last(text: str, words: str, found: list[str]) -> None:
    assert codes(text, words, -1) == found


def test_both_states_are_the_two_named_last() -> None:
    text = "Samoa diam. Kenya bertemu Uganda.\nKedua negara menyepakati perjanjian dagang."
    assert codes(text, "Kedua") == ["KEN", "UGA"]
    assert codes(text.replace("Kedua negara", "Keduanya"), "Keduanya") == ["KEN", "UGA"]


def test_both_names_nobody_where_only_one_state_is_named() -> None:
    assert [words for words, _, _ in cast("Kenya diam.\nKedua negara bertemu.")] == ["Kenya"]


def test_a_pair_is_not_looked_for_too_far_back() -> None:
    far = "Kenya bertemu Uganda.\n" + "Hujan turun lagi di kota. " * 60 + "\nKedua negara menyepakati perjanjian."
    assert "Kedua" not in [words for words, _, _ in cast(far)]


def test_pronouns_mean_the_person_spoken_of_and_the_one_who_speaks() -> None:
    text = "Perdana Menteri Fiji Josua Tavo bertemu Raja Tonga.\nDia juga mengecam Samoa."
    assert codes(text, "Dia") == ["FJI"]
    text = '"Kami akan membantu Nepal," kata Perdana Menteri Fiji Josua Tavo.'
    assert codes(text, "Kami") == ["FJI"]


def test_we_outside_of_statements_is_nobody() -> None:
    assert [words for words, _, _ in cast("Kami membantu Nepal.")] == ["Nepal"]


def test_every_token_of_a_mention_leads_to_it() -> None:
    made = inspect("Kelompok Hamas menyerang Amerika Serikat.").finder.cast
    for part in made.parts:
        assert all(made.at[k] is part for k in range(part.start, part.end))
    assert made.within(0, len(made.at)) == made.parts
    assert made.within(1, 3) == []  # a mention counts where it begins


def test_a_namesake_of_a_leader_does_not_act_for_the_leaders_state() -> None:
    assert codes("Menteri Pertahanan Rafli Ibrahim mengecam Rusia.", "Rafli Ibrahim") == ["IDN"]


@pytest.mark.xfail(reason="an ambiguous name means nobody unless a second mention settles it")
def test_a_state_that_shares_its_name_with_a_place_is_the_state() -> None:
    assert codes("Rusia menyerang Georgia.", "Georgia") == ["GEO"]
