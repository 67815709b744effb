"""What all tests share."""

from hypothesis import settings

# A busy machine is no failure: the suite bounds the time of nasty inputs itself, in CPU seconds.
settings.register_profile("saksi", deadline=None)
settings.load_profile("saksi")
