"""The doer of a verb, by the construction it stands in."""

import pytest

from .making import doer


@pytest.mark.parametrize(
    ("text", "verb", "phrase"),
    [
        # right before the verb, with what may stand between
        ("Rusia menyerang Moldova.", "menyerang", "Rusia"),
        ("Polandia pada Senin (12/5) kembali menyerang Belarus.", "menyerang", "Polandia"),
        ("Laos tidak jadi bertemu Vietnam.", "bertemu", "Laos"),
        # control: the object of the verb above does it
        ("Amerika Serikat mendesak Israel menarik pasukan dari Lebanon.", "menarik", "Israel"),
        ("Kenya meminta agar Uganda tidak menyerang Somalia.", "menyerang", "Uganda"),
        ("Laos mendesak Vietnam untuk membebaskan tahanan.", "membebaskan", "Vietnam"),
        # a passive above: its subject does it
        ("Laos didesak Vietnam menarik pasukan dari Kamboja.", "menarik", "Laos"),
        ("Laos dituduh Vietnam menyerang Kamboja.", "menyerang", "Laos"),
        # whoever promises does it
        ("Jepang berjanji untuk membantu Nepal.", "membantu", "Jepang"),
        ("Jepang mengancam akan menyerang Nepal.", "menyerang", "Jepang"),
        ("Rusia membantah berencana menyerang Moldova.", "menyerang", "Rusia"),
        # behind a word of saying
        ("Kenya mengatakan Uganda akan menyerang Somalia.", "menyerang", "Uganda"),
        ("Kenya mengatakan bahwa Uganda akan menyerang Somalia.", "menyerang", "Uganda"),
        # relative clauses
        ("Kapal Iran yang menyerang Bahrain itu tenggelam.", "menyerang", "Kapal Iran"),
        # coordination of doers and of verbs
        ("Rusia dan Belarus menyerang Polandia.", "menyerang", "Rusia dan Belarus"),
        ("Prancis, Italia, dan Spanyol mengecam Iran.", "mengecam", "Prancis, Italia, dan Spanyol"),
        ("Rusia mengecam Jepang dan menyerang Moldova.", "menyerang", "Rusia"),
        # serial verbs
        ("Turki pergi menemui Suriah.", "menemui", "Turki"),
        # a clause that opens the sentence has the doer of the main one
        ("Setelah menyerang Jepang, Rusia menduduki Moldova.", "menyerang", "Rusia"),
        ("Setelah menyerang Jepang, Rusia menduduki Moldova.", "menduduki", "Rusia"),
    ],
)
def test_the_doer(text: str, verb: str, phrase: str) -> None:
    assert doer(text, verb) == phrase


@pytest.mark.parametrize("text", ["Menyerang Moldova.", "Dan menyerang Moldova pada Senin."])
def test_nobody_is_named(text: str) -> None:
    assert doer(text, text.split()[0] if text.startswith("M") else "menyerang") is None


def test_the_doer_stays_within_the_sentence() -> None:
    assert doer("Rusia diam. Lalu menyerang Moldova.", "menyerang") is None


@pytest.mark.xfail(reason="the apposition is nearer than the doer")
def test_a_name_in_apposition_is_no_doer() -> None:
    assert doer("Kenya, tetangga Uganda, menyerang Somalia.", "menyerang") == "Kenya"
