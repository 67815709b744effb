"""The HTTP API, version 1: what the desk answers, as JSON."""
