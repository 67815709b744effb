"""What a form of ours sends back, so that a form of others does not work: a secret of the session, in a cookie too.

In a page it stands masked, another mask each time: pages are sent compressed, and a secret that stood in many of them
unchanged could be guessed from their lengths (the attack called BREACH).
"""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets

from fastapi import Request

from saksi.web.problems import ProblemError

FORM_COOKIE = "saksi_form"


class FormToken:
    """The secret of a session for the forms of one page; ``used`` tells whether the page has a form that needs it."""

    def __init__(self, request: Request) -> None:
        self.secret = request.cookies.get(FORM_COOKIE) or secrets.token_urlsafe(24)
        self.used = False

    def __html__(self) -> str:
        """It as it stands in a form."""
        self.used = True
        return masked(self.secret)

    __str__ = __html__


def masked(secret: str) -> str:
    """The secret under a mask made for once."""
    plain = secret.encode("utf-8", "replace")
    mask = secrets.token_bytes(len(plain))
    return base64.urlsafe_b64encode(mask + _xor(mask, plain)).decode()


def check_form(request: Request, given: str | None) -> None:
    """Turn away a form that is not ours.

    Raises:
        ProblemError: it does not carry what the cookie says (403).
    """
    kept = request.cookies.get(FORM_COOKIE)
    if not kept or not given or not hmac.compare_digest(kept.encode("utf-8", "replace"), _unmasked(given)):
        raise ProblemError(403, "the form is not one of this session", "load the page again and repeat")


def _unmasked(given: str) -> bytes:
    try:
        both = base64.urlsafe_b64decode(given.encode("ascii"))
    except (ValueError, binascii.Error):  # a UnicodeEncodeError is a ValueError
        return b""
    half = len(both) // 2
    return _xor(both[:half], both[half:]) if len(both) % 2 == 0 else b""


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))
