"""The garbage collector of Python held still while a batch is written.

A batch is a hundred thousand tuples, none of which refers to itself: all of them go when the last reference does. The
collector, which looks for circles, walks through them again and again as they become more, and finds nothing: that
took a quarter of the time of a load.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_held() -> Iterator[None]:
    """Hold the collector still, where it runs at all; with several threads at most one of them is held too short.

    As a decorator it holds it until what the function made is gone too.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
