"""How actors stand to an act, by the construction."""

import pytest

from .making import standing


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        # verbs
        ("Rusia menyerang Moldova.", "menyerang", {"subject": ["RUS"], "object": ["MDA"]}),
        ("Rusia mengecam Laos, Nepal, dan Fiji.", "mengecam", {"subject": ["RUS"], "object": ["LAO", "NPL", "FJI"]}),
        ("Turki menarik pasukan dari Suriah.", "menarik", {"subject": ["TUR"], "behind": ["SYR"]}),
        ("Kanada memberikan banyak bantuan kepada Haiti.", "memberikan", {"subject": ["CAN"], "behind": ["HTI"]}),
        # passives: with "oleh", and without
        ("Kenya diserang oleh Sudan dan Libya.", "diserang", {"subject": ["KEN"], "agent": ["SDN", "LBY"]}),
        ("Kenya diserang tentara Sudan pada Senin.", "diserang", {"subject": ["KEN"], "agent": ["SDN"]}),
        # nouns: owner, doer behind a preposition, and who is acted upon
        ("Serangan Sudan terhadap Kenya merusak pasar.", "Serangan", {"own": ["SDN"], "behind": ["KEN"]}),
        ("Serangan itu dilakukan oleh Sudan.", "Serangan", {"agent": ["SDN"]}),
        ("Kenya melancarkan serangan ke Sudan.", "serangan", {"subject": ["KEN"], "own": ["SDN"], "behind": ["SDN"]}),
        ("Uni Eropa dan Kanada mengadakan pertemuan.", "pertemuan", {"subject": ["EU", "CAN"]}),
        # a title's state gives way to the person, who acts for it
        (
            "Presiden Rusia Vladimir Putin mengecam Presiden Ukraina Volodymyr Zelensky.",
            "mengecam",
            {"subject": ["RUS"], "object": ["UKR"]},
        ),
        # nobody
        ("Hujan itu menyerang jembatan.", "menyerang", {}),
    ],
)
def test_standing(text: str, words: str, found: dict[str, list[str]]) -> None:
    assert standing(text, words) == found


def test_prepositions_count_up_to_the_next_clause() -> None:
    assert "behind" not in standing("Kenya menarik pasukan ketika kapal tiba dari Sudan.", "menarik")


def test_the_possessor_of_a_noun_is_no_object_of_its_carrier() -> None:
    assert "object" not in standing("Kenya melancarkan serangan ke Sudan.", "serangan")


def test_a_coordinated_verb_ends_the_object() -> None:
    assert standing("Rusia mengecam Jepang dan menyerang Moldova.", "mengecam")["object"] == ["JPN"]


def test_a_comma_alone_joins_no_object() -> None:
    assert standing("Setelah menyerang Jepang, Rusia menduduki Moldova.", "menyerang")["object"] == ["JPN"]
