"""The targets of fuzzing, steered by hypothesis: SAKSI_HYPOTHESIS=long runs 20,000 cases of each."""

from __future__ import annotations

import random

import pytest
from benchmarks.fuzz_targets import TARGETS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks import fuzz, fuzz_targets

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")


@pytest.mark.parametrize("name", TARGETS)
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.binary(max_size=300))
def test_target_holds(name: str, data: bytes) -> None:
    TARGETS[name][0](data)


def test_a_fault_is_told_once_and_kept(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes) -> None:
        raise KeyError(len(data) > 1_000_000)

    monkeypatch.chdir(tmp_path)  # type: ignore[arg-type]
    monkeypatch.setattr(fuzz, "seeds", lambda: [b"x"])
    monkeypatch.setitem(fuzz_targets.TARGETS, "text", (broken, 1))
    counts, faults = fuzz.run(5, 1, ["text"])
    assert counts == {"text": 5}
    assert [fault.split(" at ")[0] for fault in faults] == ["text: KeyError"]


def test_the_same_seed_makes_the_same_cases() -> None:
    first, second = random.Random(1), random.Random(1)  # noqa: S311 - the same cases each time
    for _ in range(20):
        assert fuzz.case(first, [b"abc", b"def"]) == fuzz.case(second, [b"abc", b"def"])
