"""Events: who did what to whom, from frames kept as data."""
