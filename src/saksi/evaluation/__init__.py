"""Measuring readings against gold records: the scorer, its errors by cause, and the floors it must not sink below."""
