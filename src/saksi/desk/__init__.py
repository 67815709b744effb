"""The desk: a store of records, and what can be asked of it."""
