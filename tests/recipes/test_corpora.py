"""How the recipes read their corpora."""

from __future__ import annotations

from pathlib import Path

from training.id.entities import read_names
from training.id.trees import read_trees, read_words

TREE = """# sent_id = one
# text = They don't know.
1\tThey\tthey\tPRON\t_\tCase=Nom\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\t_\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
4\tknow\tknow\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

"""


def test_trees_by_surface_tokens_or_by_words(tmp_path: Path) -> None:
    path = tmp_path / "one.conllu"
    path.write_text(TREE, "utf-8")
    (tokens,), (words,) = read_trees(path), read_words(path)
    assert [word.form for word in tokens.words] == ["They", "don't", "know", "."]
    assert [word.form for word in words.words] == ["They", "do", "n't", "know", "."]
    assert tokens.text == words.text == "They don't know."
    assert [word.head for word in words.words] == [3, 3, 3, 3, 3]


def test_names_by_column_and_under_other_labels(tmp_path: Path) -> None:
    path = tmp_path / "names.iob2"
    path.write_text(
        "# text = Ani left Peru\n1\tAni\tB-politician\t-\n2\tleft\tO\t-\n3\tPeru\tB-country\t-\n\n", "utf-8"
    )
    (passage,) = read_names(path, "x", column=2, labels={"politician": "person", "country": "location"})
    assert [(passage.text[a:b], label) for a, b, label in passage.spans] == [("Ani", "PER"), ("Peru", "LOC")]
