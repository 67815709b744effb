"""The API against its own description: whatever fits it, and much that does not, never makes the server fail."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from saksi.desk import open_desk
from saksi.web import Settings, create_app
from tests.desk.conftest import records

CASES = 15  # of each operation; more by hand: benchmarks/web.py
# Starlette's client warns of its own ways with odd bodies.
pytestmark = pytest.mark.filterwarnings("ignore")


def test_no_request_makes_the_server_fail(tmp_path: Path) -> None:
    with open_desk(tmp_path / "saksi.db", create=True) as desk:
        desk.load(records())
        app = create_app(desk, Settings(hosts=("*",), rate=10**9, reads=10**9))
        schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
        operations: list[Any] = [found.ok() for found in schema.get_all_operations()]  # type: ignore[union-attr]
        assert len(operations) >= 18
        for operation in operations:

            @settings(max_examples=CASES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
            @given(case=operation.as_strategy())
            def run(case: Any) -> None:
                assert case.call().status_code < 500, case

            run()
