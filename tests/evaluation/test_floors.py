"""Floors: pinned with the hash of gold, checked, and never lowered without a reason."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from saksi.errors import OptionError
from saksi.evaluation.floors import below, gold_hash, load_floors, pin
from saksi.evaluation.gold import by_key, read_gold
from saksi.evaluation.scorer import Figures, score

DATA = Path(__file__).parent / "data" / "gold"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "id"))


@pytest.fixture
def figures(gold: Path) -> Figures:
    golds = read_gold(gold)
    return score(golds, by_key(golds))


def test_pinned_floors_stand_a_little_below_the_figures(tmp_path: Path, gold: Path, figures: Figures) -> None:
    path = tmp_path / "floors.toml"
    pinned = pin(path, gold, figures, 'first "figures"')
    assert load_floors(path) == {"id": pinned}
    assert pinned.floors["attributed.F1"] == pinned.floors["cue"] == 0.99
    assert pinned.reason == 'first "figures"'
    assert below(path, gold, figures) == []


def test_a_figure_below_its_floor_is_named(tmp_path: Path, gold: Path, figures: Figures) -> None:
    path = tmp_path / "floors.toml"
    pin(path, gold, figures, "first")
    worse = figures | {"attributed": {"P": 0.9, "R": 0.9, "F1": 0.9}}
    assert below(path, gold, worse) == ["attributed.F1 0.900 is below its floor 0.990"]


def test_changed_gold_must_be_pinned_again(tmp_path: Path, gold: Path, figures: Figures) -> None:
    path = tmp_path / "floors.toml"
    pin(path, gold, figures, "first")
    (gold / "new.json").write_text((gold / "ferry.json").read_text("utf-8"), "utf-8")
    assert "is not the gold" in below(path, gold, figures)[0]


def test_other_folders_keep_their_floors(tmp_path: Path, gold: Path, figures: Figures) -> None:
    path = tmp_path / "floors.toml"
    pin(path, gold, figures, "first")
    other = Path(shutil.copytree(gold, tmp_path / "en"))
    pin(path, other, figures, "second")
    assert list(load_floors(path)) == ["en", "id"]


def test_refusals(tmp_path: Path, gold: Path, figures: Figures) -> None:
    path = tmp_path / "floors.toml"
    with pytest.raises(OptionError, match="without a reason"):
        pin(path, gold, figures, " ")
    with pytest.raises(OptionError, match="floors file"):
        below(path, gold, figures)
    path.write_text("", "utf-8")
    with pytest.raises(OptionError, match="has no floors for"):
        below(path, gold, figures)
    path.write_text("[id]\ngold = 3\n", "utf-8")
    with pytest.raises(OptionError, match="floors file"):
        load_floors(path)


def test_the_hash_is_of_names_and_content(gold: Path) -> None:
    before = gold_hash(gold)
    assert before == gold_hash(DATA)
    (gold / "ferry.json").rename(gold / "boat.json")
    assert gold_hash(gold) != before


@pytest.mark.skipif(not (ROOT / "gold" / "floors.toml").is_file(), reason="no floors are pinned yet")
def test_the_floors_of_the_project_are_pinned_on_its_gold() -> None:
    for name, floors in load_floors(ROOT / "gold" / "floors.toml").items():
        gold = ROOT / "gold" / name
        gold = ROOT / "gold" / "probes" / f"{name.removeprefix('probes-')}.toml" if name.startswith("probes-") else gold
        assert floors.gold == gold_hash(gold), f"pin the floors of gold/{name} again, with a reason"
