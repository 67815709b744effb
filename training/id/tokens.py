"""The tokenizer: surface tokens as the treebanks have them, and sane words where news pages lost a space."""

import re
from typing import Final

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

QUOTES: Final = r"[\"“”„‟«»‹›‘’‚'`´′″]"
LETTER: Final = r"[A-Za-zÀ-ɏ]"
LOWER: Final = r"[a-zß-öø-ÿ]"
UPPER: Final = r"[A-ZÀ-ÖØ-Þ]"

# First halves of brand names that have a capital inside; a word is not split behind them.
CAMEL: Final = [
    "Whats",
    "Linked",
    "Black",
    "Master",
    "Face",
    "Snap",
    "Sound",
    "Soft",
    "Deep",
    "Astra",
    "Space",
    "Exxon",
    "Pricewaterhouse",
    "Glaxo",
    "Harper",
    "Price",
    "Metro",
    "Tele",
    "Voice",
    "Lion",
    "Citi",
    "Word",
    "Play",
    "Power",
    "Java",
    "Type",
    "Hello",
    "Mobile",
    "Super",
    "Trans",
    "Buzz",
    "Bloom",
    "Star",
    "Share",
    "Book",
    "Home",
    "Smart",
    "Blue",
    "Grand",
    "Land",
    "Over",
    "Cloud",
    "Data",
    "Game",
    "Live",
    "Auto",
    "Moto",
    "Fire",
    "Base",
    "Open",
    "Health",
    "Change",
    "Team",
    "World",
    "Ever",
    "North",
    "Next",
    "Wiki",
    "Insta",
    "Sponge",
    "Business",
    "Wrestle",
    "Media",
    "Medco",
    "Little",
]
_UNBRANDED: Final = "".join(f"(?<!{half})" for half in CAMEL)

PREFIXES: Final = (
    r"\.\.+", "…", QUOTES, r"[\(\[\{<]", r"[,;:!?*=+~|/\\)\]}>•·]", "[-–—]+", r"(?:US|A|S|HK)\$", r"[$€£¥]",
    r"(?:Rp|IDR|USD)\.?(?=[0-9])", r"#(?=#)", "§",
)  # fmt: skip
SUFFIXES: Final = (
    r"\.\.+", "…", QUOTES, r"[\)\]\}>]", r"[,;:!?*=+~|/\\(\[{<•·]", "[-–—]+", "[%‰°]",
    rf"(?<![.\s]{UPPER})\.", r"(?<=[0-9])(?:km|kg|cm|mm|ha|persen|juta|ribu|miliar|triliun)",
)  # fmt: skip
INFIXES: Final = (
    r"\.\.+", "…", "[“”\"„«»‹›]", "[–—]|--+", r"[\(\)\[\]{}<>|=]", "[;!?]",
    rf"(?<={LOWER})\.(?={UPPER})", r"(?<=[0-9])\.(?=[A-Z][a-z])",
    rf"(?<={LETTER}),(?={LETTER})", rf"(?<=[0-9]),(?={LETTER})", rf"(?<={LETTER}),(?=[0-9])",
    rf"(?<={LETTER}):(?={LETTER})", rf"(?<={LETTER}{LETTER})/(?={LETTER}{LETTER})",
    rf"(?<={LETTER}{{3}})[’'](?={UPPER}{LOWER})",
    rf"(?<={LETTER})[.,](?=[“”\"])", r"(?<=\))[.,]",
    _UNBRANDED + rf"(?:(?<={LOWER}{{4}})|(?<=\b{LOWER}{{3}}))(?={UPPER}{LOWER})",
    _UNBRANDED + rf"(?<={LOWER}{{4}})(?={UPPER}{{3}})",
)  # fmt: skip
URL: Final = (
    r"(?:https?://|www\.)\S*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#][\w.]*\w"
    r"|(?:[A-Za-z0-9-]+\.)+(?:com|COM|co|CO|co\.id|CO\.ID|id|ID|net|NET|org|ORG|go\.id|tv|TV)(?:/\S*[\w/])?"
)


def make_tokenizer(nlp: Language) -> Tokenizer:
    """Make a tokenizer that keeps "katanya", "anak-anak" and "29/10/2013" whole."""
    return Tokenizer(
        nlp.vocab,
        prefix_search=compile_prefix_regex(PREFIXES).search,
        suffix_search=compile_suffix_regex(SUFFIXES).search,
        infix_finditer=compile_infix_regex(INFIXES).finditer,
        url_match=re.compile(rf"(?:{URL})$").match,
    )
