"""Language: in which of the installed languages an article is written."""

from __future__ import annotations

from functools import cache

from py3langid.langid import rank

from saksi.errors import LanguageError
from saksi.reading.language_data import installed
from saksi.reading.lexicon import load_lexicon

_SAMPLE = 1_000  # characters: py3langid was right on all of 1,000 articles at 500
_SURE = 20  # words: a shorter text is taken for whichever installed language is likeliest


def find_language(text: str) -> str:
    """The installed language of a text.

    Close relatives count as the language that reads them (languages/<code>/language.toml names them), and a text of
    a few words as the likeliest one that is installed.

    Raises:
        LanguageError: the text is of another language.
    """
    sample = " ".join(text[:_SAMPLE].split())
    ranked = [code for code, _ in rank(sample)]
    known = _readers()
    if ranked[0] in known:
        return known[ranked[0]]
    if len(sample.split()) < _SURE:
        return next(known[code] for code in ranked if code in known)
    raise LanguageError(
        f"the text is of the language {ranked[0]!r}, which is not installed; installed are: {', '.join(installed())}",
        code="S302",
    )


@cache
def _readers() -> dict[str, str]:
    """Which installed language reads which detected one."""
    readers = {kin: code for code in installed() for kin in load_lexicon(code).kin}
    return readers | {code: code for code in installed()}
