"""The files of a language's events: what is wrong in them is named in one line, with its place."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from saksi.errors import ModelError
from saksi.reading.events.frames import Frames, load_frames
from saksi.reading.events.judge import JUDGES, Judge, load_judges

FILE = resources.files("saksi.languages").joinpath("id", "events.toml").read_text("utf-8")
FRAME = '\n[[frame]]\ntype = "AID"\nnouns = ["bantuan"]\n'


@pytest.fixture(autouse=True)
def _forget_xx() -> Iterator[None]:
    yield
    load_frames.cache_clear()
    load_judges.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the language xx, which the loaders look into."""
    monkeypatch.setattr("saksi.reading.language_data.resources.files", lambda _: tmp_path)
    load_frames.cache_clear()
    load_judges.cache_clear()
    (tmp_path / "xx").mkdir()
    return tmp_path / "xx"


def frames(folder: Path, content: str) -> Frames:
    (folder / "events.toml").write_text(content, "utf-8")
    return load_frames("xx")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (FILE + FRAME.replace("nouns", "noun"), "unknown field `noun` - at `$.frame["),
        (FILE + FRAME.replace('["bantuan"]', "3"), "got `int` - at `$.frame["),
        (FILE + FRAME + 'parts = "agent"\n', "Invalid enum value 'agent' - at `$.frame["),
        (FILE.replace("[light]", "[lights]"), "unknown field `lights`"),
        (FILE.replace('short = "menge"', ""), "missing required field `short` - at `$.morphology.active`"),
        (FILE.replace("[light]", "[light"), "events.toml: "),
    ],
    ids=["key", "value", "choice", "table", "missing", "syntax"],
)
def test_frames_that_do_not_fit(folder: Path, content: str, said: str) -> None:
    with pytest.raises(ModelError) as caught:
        frames(folder, content)
    assert "languages/xx/events.toml: " in str(caught.value)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.usefixtures("folder")
def test_no_frames_at_all() -> None:
    with pytest.raises(ModelError, match=r"languages/xx/events\.toml: .*No such file"):
        load_frames("xx")


def test_longer_phrases_stand_before_shorter_and_those_with_objects_before_others(folder: Path) -> None:
    loaded = frames(folder, FILE)
    for word in ("perang", "hentikan", "menghentikan", "mengirim", "gencatan"):
        lengths = [len(use.words) for use in loaded.starting(word)]
        assert lengths == sorted(lengths, reverse=True)
    asking = [bool(use.frame.objects or use.frame.follows) for use in loaded.starting("memperingatkan")]
    assert asking == sorted(asking, reverse=True)
    assert loaded.starting("hujan") == []


def test_weights_by_judge(folder: Path) -> None:
    (folder / "events.tsv").write_text("act\tbias\t-1.5\nsource\tsubject\t2\nsource\tAID|subject\t0.5\n", "utf-8")
    judges = load_judges("xx")
    assert set(judges) == set(JUDGES)
    assert judges["source"].weights == {"subject": 2.0, "AID|subject": 0.5}
    assert judges["gate"].weights == {}


@pytest.mark.usefixtures("folder")
def test_without_weights_every_answer_is_even() -> None:
    assert {judge.probability(((("",), {"a", "b"}),)) for judge in load_judges("xx").values()} == {0.5}


@pytest.mark.parametrize(
    "line", ["act\tbias", "act\tbias\tmuch", "verdict\tbias\t1", "act\tbias\t1\t2", "", "act bias 1"], ids=repr
)
def test_a_line_of_weights_that_does_not_fit_is_named_by_number(folder: Path, line: str) -> None:
    (folder / "events.tsv").write_text(f"act\tbias\t1\n{line}\nact\tx\t1\n", "utf-8")
    with pytest.raises(ModelError, match=r"languages/xx/events\.tsv:2: "):
        load_judges("xx")


def test_probability_and_its_limits() -> None:
    judge = Judge({"a": 1000.0, "b": -1000.0, "p|c": 2.0})
    assert judge.probability(((("",), {"a"}),)) == 1.0
    assert judge.probability(((("",), {"b"}),)) == 0.0
    assert judge.probability(()) == 0.5
    assert judge.probability(((("",), {"c"}),)) == 0.5  # the weight is that of p|c alone
    assert judge.probability(((("p",), {"c"}),)) == pytest.approx(0.8808, abs=1e-4)
    assert judge.probability(((("p", ""), {"c"}), (("p",), {"c"}))) == pytest.approx(0.982, abs=1e-4)


def test_reasons_are_the_heaviest_known_features_in_order() -> None:
    judge = Judge({"a": 1.0, "b": -3.0, "c": 2.0, "d": 1.0})
    assert judge.reasons(((("",), {"a", "b", "c", "d", "unknown"}),), 3) == [("b", -3.0), ("c", 2.0), ("a", 1.0)]
    assert judge.reasons((), 3) == []
