"""The version of Saksi, in one place."""

__version__ = "0.1.0"
