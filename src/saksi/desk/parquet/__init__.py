"""A run as a desk: the questions of a desk asked of the Parquet tables that `saksi run` has written."""

from saksi.desk.parquet.run import RunDesk, open_run

__all__ = ["RunDesk", "open_run"]
