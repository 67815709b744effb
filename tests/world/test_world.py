"""Who a name is, who held an office, and whose a body is."""

from __future__ import annotations

import pytest

from saksi.errors import OptionError
from saksi.world.entry import Entry
from saksi.world.world import World


@pytest.fixture(scope="module")
def world() -> World:
    return World.load()


def codes(entries: tuple[Entry, ...]) -> list[str]:
    return list(dict.fromkeys(entry.code for entry in entries))


@pytest.mark.parametrize(
    ("name", "language", "code", "kind"),
    [
        ("AS", "id", "USA", "state"),
        ("Negeri Paman Sam", "id", "USA", "state"),
        ("Negeri Tirai Bambu", "id", "CHN", "state"),
        ("Negeri Sakura", "id", "JPN", "state"),
        ("Negeri Ginseng", "id", "KOR", "state"),
        ("Negeri Kanguru", "id", "AUS", "state"),
        ("Korut", "id", "PRK", "state"),
        ("negara Zionis", "id", "ISR", "state"),
        ("Timor-Leste", "id", "TLS", "state"),
        ("Washington", "id", "USA", "capital"),
        ("Moskwa", "id", "RUS", "capital"),
        ("Kremlin", "id", "RUS", "metonym"),
        ("Gedung Putih", "id", "USA", "metonym"),
        ("Downing Street", "id", "GBR", "metonym"),
        ("Blue House", "id", "KOR", "metonym"),
        ("Gaza", "id", "PSE", "city"),
        ("Tepi Barat", "id", "PSE", "city"),
        ("Donetsk", "id", "UKR", "city"),
        ("Russian", "en", "RUS", "demonym"),
        ("Americans", "en", "USA", "demonym"),
        ("PBB", "id", "UN", "organisation"),
        ("DK PBB", "id", "UN", "organisation"),
        ("U.N. Security Council", "en", "UN", "organisation"),
        ("UE", "id", "EU", "organisation"),
        ("Komisi Eropa", "id", "EU", "organisation"),
        ("OKI", "id", "OIC", "organisation"),
        ("Liga Arab", "id", "ARAB LEAGUE", "organisation"),
        ("Mahkamah Pidana Internasional", "id", "ICC", "organisation"),
        ("UNRWA", "id", "UNRWA", "organisation"),
        ("Amerika Serikat (AS)", "id", "USA", "state"),
        ("Partai Keadilan Sejahtera (PKS)", "id", "PKS", "group"),
        ("Pasukan Pertahanan Israel (IDF)", "id", "ISR", "body"),
        ("Hizbullah", "id", "HEZBOLLAH", "group"),
        ("kelompok Hamas", "id", "HAMAS", "group"),
        ("Hamas militants", "en", "HAMAS", "group"),
        ("Houthi", "id", "HOUTHI", "group"),
        ("Al Qaeda", "id", "AL-QAEDA", "group"),
        ("PKS", "id", "PKS", "group"),
        ("IDF", "id", "ISR", "body"),
        ("KCNA", "id", "PRK", "body"),
        ("Garda Revolusi Iran", "id", "IRN", "body"),
        ("TNI", "id", "IDN", "body"),
        ("militer Israel", "id", "ISR", "body"),
        ("Kementerian Luar Negeri Rusia", "id", "RUS", "body"),
        ("Kemlu Tiongkok", "id", "CHN", "body"),
        ("Kedutaan Besar Rusia di Jakarta", "id", "RUS", "body"),
        ("pasukan Hamas", "id", "HAMAS", "body"),
        ("jet tempur Amerika Serikat", "id", "USA", "body"),
        ("Russian Foreign Ministry", "en", "RUS", "body"),
        ("South Korea’s Defence Ministry", "en", "KOR", "body"),
        ("Ministry of Defence of Japan", "en", "JPN", "body"),
        ("the Israeli army", "en", "ISR", "body"),
    ],
)
def test_names(world: World, name: str, language: str, code: str, kind: str) -> None:
    found = world.find(name, language)
    assert codes(found) == [code]
    assert found[0].kind == kind
    assert found[0].why


@pytest.mark.parametrize(
    ("name", "language"),
    [("as", "id"), ("who", "en"), ("tentara yang menyerang Israel", "id"), ("militer", "id"), ("Reuters", "id"),
     ("pasukan anti Israel", "id"), ("", "id"), ("Presiden Inggris", "id"), ("Russian", "id"), ("Prancis", "fr")],
)  # fmt: skip
def test_what_is_unknown(world: World, name: str, language: str) -> None:
    assert world.find(name, language) == ()


@pytest.mark.parametrize(
    ("name", "language", "several"),
    [
        ("Kongo", "id", ["COD", "COG"]),
        ("Congolese", "en", ["COD", "COG"]),
        ("Korea", "id", ["KOR", "PRK"]),
        ("Yerusalem", "id", ["ISR", "PSE"]),
        ("Georgia", "id", ["GEO", "USA"]),
    ],
)
def test_a_name_of_several_is_not_decided(world: World, name: str, language: str, several: list[str]) -> None:
    found = world.find(name, language)
    assert codes(found) == several
    assert all(entry.ambiguous for entry in found)


def test_a_name_with_other_meanings_is_flagged(world: World) -> None:
    for name in ("Guinea", "Palang Merah", "Kementerian Luar Negeri"):
        (found,) = world.find(name, "id")
        assert found.ambiguous, name


@pytest.mark.parametrize(
    ("name", "language", "on", "who"),
    [
        ("Presiden AS", "id", "2018-06-12", "Donald Trump"),
        ("Presiden AS", "id", "2023", "Joe Biden"),
        ("Presiden Amerika Serikat Joe Biden", "id", "2023-05-01", "Joe Biden"),
        ("Presiden Biden", "id", "2023-05-01", "Joe Biden"),
        ("mantan Presiden AS Barack Obama", "id", "2023", "Barack Obama"),
        ("US President Donald Trump", "en", "2018", "Donald Trump"),
        ("the president of the United States", "en", "2013-05", "Barack Obama"),
        ("Sekjen PBB", "id", "2020", "António Guterres"),
        ("Antonio Guterres", "id", "2020", "António Guterres"),
        ("Presiden Komisi Eropa", "id", "2023", "Ursula von der Leyen"),
        ("von der Leyen", "id", "2023", "Ursula von der Leyen"),
        ("Ursula von der Leyen", "id", None, "Ursula von der Leyen"),
        ("Jokowi", "id", None, "Joko Widodo"),
        ("Biden", "id", None, "Joe Biden"),
        ("Haniyeh", "id", "2023", "Ismail Haniyeh"),
        ("Pak Jokowi", "id", "2020", "Joko Widodo"),
        ("Mr Biden", "en", "2023", "Joe Biden"),
        ("Presiden terpilih AS Donald Trump", "id", "2016-12", "Donald Trump"),
    ],
)
def test_leaders(world: World, name: str, language: str, on: str | None, who: str) -> None:
    found = world.find(name, language, on)
    assert {entry.name for entry in found} == {who}
    assert found[0].kind == "leader"


def test_a_regime_is_that_of_the_state(world: World) -> None:
    assert codes(world.find("rezim Kim Jong Un", "id", "2018")) == ["PRK"]
    assert codes(world.find("pemerintahan Trump", "id")) == ["USA"]


def test_an_office_without_a_date_has_had_many_holders(world: World) -> None:
    found = world.find("Presiden AS", "id")
    assert {"Donald Trump", "Joe Biden"} <= {entry.name for entry in found}
    assert all(entry.ambiguous for entry in found)


def test_kim_is_many(world: World) -> None:
    found = world.find("Kim", "id")
    assert all(entry.ambiguous for entry in found)
    assert {"PRK", "KOR"} <= {entry.code for entry in found}
    assert found == world.find(" Kim ", "id")


def test_a_surname_begins_with_a_capital(world: World) -> None:
    assert world.find("trump", "id") == ()


def test_the_term_that_held_comes_first(world: World) -> None:
    found = world.find("Vladimir Putin", "id", "2010")
    assert [(entry.role, entry.ambiguous) for entry in found] == [("perdana menteri", False)]
    assert "prime minister of RUS, 2008-05-0" in found[0].why
    assert world.find("Trump", "id", "2022-01-01")[0].end == "2021-01-20"


def test_a_president_is_not_his_party(world: World) -> None:
    assert codes(world.find("Prabowo Subianto", "id", "2025-03-01")) == ["IDN"]
    assert codes(world.find("Megawati Soekarnoputri", "id", "2024")) == ["PDIP"]


@pytest.mark.parametrize(
    ("code", "office", "language", "on", "who"),
    [
        ("USA", "presiden", "id", "2018-06-12", "Donald Trump"),
        ("USA", "President", "en", "2023", "Joe Biden"),
        ("USA", "presiden", "id", None, None),
        ("USA", "presiden", "id", "2021", None),
        ("USA", "presiden", "id", "1066", None),
        ("IDN", "Menlu", "id", "2019", "Retno Marsudi"),
        ("DEU", "kanselir", "id", "2010", "Angela Merkel"),
        ("DEU", "PM", "id", "2010", "Angela Merkel"),
        ("GBR", "presiden", "id", "2024", None),
        ("UN", "sekjen", "id", "2020-02", "António Guterres"),
        ("XYZ", "presiden", "id", "2020", None),
        ("USA", "tukang kayu", "id", "2020", None),
    ],
)
def test_holder(world: World, code: str, office: str, language: str, on: str | None, who: str | None) -> None:
    found = world.holder(code, office, language, on)
    assert (found.name if found else None) == who


def test_the_leader_of_north_korea_has_a_title_of_his_own(world: World) -> None:
    found = world.holder("PRK", "pemimpin", "id", "2015")
    assert found is not None
    assert found.name.casefold().replace("-", " ") == "kim jong un"


@pytest.mark.parametrize("on", ["2023-02-30", "2023-13", "23", "kemarin", "2023-W01-1", "2023-1-1"])
def test_a_day_that_is_none(world: World, on: str) -> None:
    with pytest.raises(OptionError, match=on):
        world.find("Biden", "id", on)
    with pytest.raises(OptionError, match=on):
        world.holder("USA", "presiden", "id", on)


def test_bodies_by_kind(world: World) -> None:
    assert world.body_kind("militer", "id") == "forces"
    assert world.body_kind("Foreign Office", "en") == "ministry"
    assert world.body_kind("sekolah", "id") is None


def test_the_world_is_loaded_once() -> None:
    assert World.load() is World.load()
