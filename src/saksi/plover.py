"""PLOVER: the sixteen types of acts between political actors, and the four quad classes they fall into.

The types and their classes are those of the PLOVER coding scheme (Halterman et al. 2023); the descriptions are ours.
Two questions make the four classes: is it only words, or something done (verbal, material); and does it bring the two
sides nearer, or against each other (cooperation, conflict).
"""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Quad = Literal["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"]
QUADS: tuple[Quad, ...] = get_args(Quad)


class EventType(NamedTuple):
    """A type of act: its quad class, and what it is in a few words of English and of Indonesian."""

    name: str
    quad: Quad
    english: str
    indonesian: str


_TYPES = (
    EventType("AGREE", "verbal-cooperation", "promises or agrees to do something", "berjanji atau menyepakati sesuatu"),
    EventType(
        "CONSULT", "verbal-cooperation", "meets, talks, visits, calls", "bertemu, berunding, berkunjung, menelepon"
    ),
    EventType("SUPPORT", "verbal-cooperation", "backs in words, recognises, praises", "mendukung, mengakui, memuji"),
    EventType("CONCEDE", "verbal-cooperation", "gives in, eases, releases", "mengalah, melonggarkan, membebaskan"),
    EventType("COOPERATE", "material-cooperation", "acts together, trades, shares", "bekerja sama, berdagang, berbagi"),
    EventType("AID", "material-cooperation", "gives money, arms or relief", "memberi dana, senjata atau bantuan"),
    EventType("RETREAT", "material-cooperation", "withdraws, ceases fire", "menarik diri, menghentikan tembakan"),
    EventType("REQUEST", "verbal-conflict", "demands, urges, appeals", "menuntut, mendesak, menyerukan"),
    EventType("ACCUSE", "verbal-conflict", "accuses, blames, condemns", "menuduh, menyalahkan, mengecam"),
    EventType("REJECT", "verbal-conflict", "refuses, denies, vetoes", "menolak, membantah, memveto"),
    EventType("THREATEN", "verbal-conflict", "threatens, warns", "mengancam, memperingatkan"),
    EventType("PROTEST", "verbal-conflict", "protests, demonstrates", "memprotes, berunjuk rasa"),
    EventType(
        "SANCTION", "material-conflict", "restricts, expels, cuts relations", "membatasi, mengusir, memutus hubungan"
    ),
    EventType(
        "MOBILIZE", "material-conflict", "deploys, exercises, tests weapons", "mengerahkan, berlatih, menguji senjata"
    ),
    EventType(
        "COERCE", "material-conflict", "arrests, seizes, blocks, breaks in", "menangkap, menyita, memblokir, meretas"
    ),
    EventType("ASSAULT", "material-conflict", "attacks with force", "menyerang dengan kekerasan"),
)

TYPES: dict[str, EventType] = {each.name: each for each in _TYPES}

# Whoever hosts or signs first, all who take part are on both sides of these.
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})

# The root code of each type in the CAMEO codebook (Schrodt 2012), by the crosswalk that PLOVER's authors publish
# (CAMEO2PLOVER, 2021): 08 is CONCEDE or RETREAT, 09 and 11 are ACCUSE, 02 and 10 are REQUEST, 18 to 20 are ASSAULT.
CAMEO_ROOTS: dict[str, tuple[str, ...]] = {
    "AGREE": ("03",),
    "CONSULT": ("04",),
    "SUPPORT": ("05",),
    "COOPERATE": ("06",),
    "AID": ("07",),
    "CONCEDE": ("08",),
    "RETREAT": ("08",),
    "REQUEST": ("10", "02"),
    "ACCUSE": ("11", "09"),
    "REJECT": ("12",),
    "THREATEN": ("13",),
    "PROTEST": ("14",),
    "MOBILIZE": ("15",),
    "SANCTION": ("16",),
    "COERCE": ("17",),
    "ASSAULT": ("19", "18", "20"),
}


def types_of_root(code: str) -> frozenset[str]:
    """The types that a CAMEO code may be, by its root: "190" is ASSAULT."""
    return frozenset(name for name, roots in CAMEO_ROOTS.items() if code[:2] in roots)


def as_cameo(name: str, status: str) -> str:
    """The type as CAMEO counts it, which has no status: an act announced is an agreement to it or a threat of it.

    What is told as not done is a refusal where it would have been cooperation, and not counted apart otherwise.
    """
    quad = TYPES[name].quad
    if status == "planned":
        return "THREATEN" if quad == "material-conflict" else "AGREE" if quad.endswith("cooperation") else name
    return "REJECT" if status == "negated" and quad.endswith("cooperation") else name
