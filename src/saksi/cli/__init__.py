"""The command line. What a command needs is imported when it runs, so that `saksi --version` and `--help` are quick."""

from __future__ import annotations


def main() -> None:
    """Run the command line: the entry point of ``saksi``."""
    from saksi.cli.app import app

    app()
