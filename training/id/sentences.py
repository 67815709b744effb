"""Sentence starts in a run of tokens, for text that nobody has divided by hand."""

from collections.abc import Sequence
from typing import Final

ENDS: Final = frozenset((".", "!", "?", "...", "…"))
CLOSERS: Final = frozenset(('"', "”", "’", "'", ")", "]", "»"))
TITLES: Final = frozenset(
    ("Dr", "Drs", "Dra", "Ir", "Prof", "KH", "Hj", "Tn", "Ny", "No", "Jl", "St", "Jend", "Letjen", "Mayjen", "Brigjen",
     "Kol", "Kombes", "AKBP", "AKP", "PT", "CV", "Tbk", "Mr", "Mrs", "Ms", "Sdr", "dr")
)  # fmt: skip


def sentence_starts(forms: Sequence[str]) -> tuple[bool, ...]:
    """Return true where a sentence begins: after a full stop and what closes it, before anything but a small letter."""
    starts = [False] * len(forms)
    if starts:
        starts[0] = True
    quoted = False
    index = 0
    while index < len(forms):
        form = forms[index]
        if form == '"':
            quoted = not quoted
        if form in ENDS and not (index and (forms[index - 1] in TITLES or len(forms[index - 1]) == 1)):
            after = index + 1
            while after < len(forms) and forms[after] in CLOSERS and (forms[after] != '"' or quoted):
                quoted = quoted and forms[after] != '"'
                after += 1
            if after < len(forms) and not forms[after][0].islower() and forms[after] not in ENDS | {",", "-", ";", ":"}:
                starts[after] = True
            index = after
        else:
            index += 1
    return tuple(starts)
