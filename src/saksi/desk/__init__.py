"""The desk: a body of records that grows day after day, and answers what a researcher asks."""

from saksi.desk.desk import Desk, open_desk
from saksi.desk.filter import Filter

__all__ = ["Desk", "Filter", "open_desk"]
