"""What all tests share."""

import os

from hypothesis import settings

# A busy machine is no failure: the suite bounds the time of nasty inputs itself, in CPU seconds.
settings.register_profile("saksi", deadline=None)
# SAKSI_HYPOTHESIS=long: for a night, not for a commit.
settings.register_profile("long", deadline=None, max_examples=20_000)
settings.load_profile(os.environ.get("SAKSI_HYPOTHESIS", "saksi"))
