"""Reading: from an article to the record of what it says, one file a step."""

from saksi.reading.pipeline import Reader

__all__ = ["Reader"]
