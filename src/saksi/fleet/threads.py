"""One thread for linear algebra in each worker.

By itself NumPy takes as many threads as there are cores, in every worker: they wait for each other in matrices as small
as ours, and spend a fifth of the processor's time on it. This module imports nothing that imports NumPy, for the
libraries look at these variables once, when they are loaded.
"""

from __future__ import annotations

import os
from typing import Final

_VARIABLES: Final = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)


def one_thread() -> None:
    """Let this process do with one thread, unless one of the variables is set: then the user has chosen.

    All or none: OpenBLAS, say, asks for its own variable before OMP_NUM_THREADS, which would lose to ours.
    """
    if not any(name in os.environ for name in _VARIABLES):
        os.environ.update(dict.fromkeys(_VARIABLES, "1"))
