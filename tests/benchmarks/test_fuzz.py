"""The targets of fuzzing, steered by hypothesis: SAKSI_HYPOTHESIS=long runs 20,000 cases of each."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks import fuzz, fuzz_targets
from benchmarks.fuzz_targets import TARGETS

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
    import random

    made = [[fuzz.case(rng, [b"abc", b"def"]) for _ in range(20)] for rng in (random.Random(1), random.Random(1))]
    assert made[0] == made[1]
