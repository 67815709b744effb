"""The public names: one is added on purpose, and none goes without a major version."""

from __future__ import annotations

import saksi

PUBLIC = [
    "Actor",
    "Article",
    "Desk",
    "Filter",
    "Options",
    "Reader",
    "Record",
    "SaksiError",
    "Span",
    "Statement",
    "__version__",
    "open_desk",
    "read",
]


def test_public_names() -> None:
    assert sorted(saksi.__all__) == PUBLIC
    assert all(hasattr(saksi, name) for name in PUBLIC)
