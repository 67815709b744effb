"""Models: the spaCy pipeline of a language, the one shipped or another."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path

import numpy
import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import registry
from thinc.api import NumpyOps

from saksi.errors import ModelError

# spaCy builds 16,000 tokeniser exceptions for Indonesian (five seconds) before it reads the model's own rules over
# them. A tokeniser without rules is as good a place to read them into.
_BARE = {"nlp": {"tokenizer": {"@tokenizers": "saksi.Bare.v1"}}}


@registry.tokenizers("saksi.Bare.v1")  # type: ignore[untyped-decorator]
def bare_tokenizer() -> Callable[[Language], Tokenizer]:
    """A tokeniser without rules, for models that bring their own."""
    return lambda nlp: Tokenizer(nlp.vocab)


@cache
def load_model(language: str, other: str | None = None) -> Language:
    """The pipeline of a language, or the one at the path or of the package name ``other``.

    Raises:
        ModelError: there is no such pipeline, or it was made for another version of spaCy.
    """
    path: str | Path = other or Path(str(resources.files("saksi.languages").joinpath(language, "model")))
    try:
        nlp = spacy.load(path) if other else spacy.load(path, config=_BARE)
    except (OSError, ValueError) as error:
        raise ModelError(f"model {path} of language {language!r} does not load: {error}", code="S402") from error
    _use_fastest(nlp)
    return nlp


def model_name(nlp: Language) -> str:
    """A model's name and version, as records carry it."""
    return f"{nlp.meta['name']}-{nlp.meta['version']}"


def _use_fastest(nlp: Language) -> None:
    """Multiply by thinc's BLIS or NumPy's BLAS, whichever is quicker on this machine: either may be, threefold."""
    ops = _fastest_ops()
    for _, component in nlp.pipeline:
        if hasattr(component, "model"):
            for node in component.model.walk():
                node.ops = ops


@cache
def _fastest_ops() -> NumpyOps:
    """The quicker of the two, by a product of the size that the encoder makes; takes a few milliseconds."""
    x = numpy.ones((2048, 288), dtype="f")
    w = numpy.ones((288, 288), dtype="f")

    def seconds(ops: NumpyOps) -> float:
        ops.gemm(x, w, trans2=True)
        begin = time.process_time()
        for _ in range(3):
            ops.gemm(x, w, trans2=True)
        return time.process_time() - begin

    return min((NumpyOps(use_blis=True), NumpyOps(use_blis=False)), key=seconds)
