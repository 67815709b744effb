"""Explain: why something is in the record of an article, or why it is not, sentence by sentence."""

from saksi.reading.explain.sentence import explain
from saksi.reading.explain.told import Explanation

__all__ = ["Explanation", "explain"]
