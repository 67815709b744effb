"""Saksi reads news reports and keeps the record of who said what."""
from saksi.version import __version__

__all__ = ["__version__"]
