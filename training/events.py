"""Train the judges of events: which triggers tell an act, and who takes which part in it.

usage: python -m training.events GOLD_DIR... [--language CODE] [--out TSV] [--folds N] [--strength C]

Each GOLD_DIR holds annotated articles (``gold/README.md``). The reader finds the candidates; those that fit a gold
event of the same sentence and type are told acts, all others are not; of the told ones the gold codes say who takes
part. With ``--folds`` nothing is written: each article is read by judges that never saw it, and the figures printed.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from saksi.evaluation.definitions import definitions
from saksi.evaluation.matching import sentence
from saksi.exports import jsonl
from saksi.reading.events import judge
from saksi.reading.events.act import Act
from saksi.reading.events.find import EventFinder
from saksi.reading.events.trigger_features import gate_features
from saksi.reading.pipeline import LanguageReader
from saksi.record import Article, Record

STRENGTH = {"gate": 0.15, "act": 0.15, "source": 0.15, "target": 0.15}  # of the weights against the data: sklearn's C
LEAST = 2  # articles' worth of occurrences below which a feature is no more than a memory

Rows = list[tuple[set[str], bool]]


class Gold(NamedTuple):
    """An annotated article."""

    id: str
    text: str
    published: str | None
    events: list[dict[str, Any]]


def load(folders: Iterable[Path], language: str = "id") -> list[Gold]:
    """All annotated articles of the language in the folders, each once."""
    found: dict[str, Gold] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            data = json.loads(path.read_text("utf-8"))
            if data.get("lang", "id") == language:
                name = f"{folder.name}/{data['id']}"
                found.setdefault(data["text"], Gold(name, data["text"], data.get("date"), data["events"]))
    return list(found.values())


def candidates(reader: LanguageReader, gold: Gold) -> tuple[list[Act], EventFinder]:
    """The candidates of an article under the judges that are loaded now."""
    finder = reader.inspect(Article(text=gold.text, published=gold.published)).finder
    return finder.seen.acts, finder


def match(gold: Gold, acts: list[Act], finder: EventFinder) -> dict[int, dict[str, Any]]:
    """Which candidate tells which gold event: same sentence and type, the nearest first."""
    start = finder.view.start
    pairs = []
    for j, event in enumerate(gold.events):
        home = sentence(gold.text, event["trigger"]["start"])
        for i, act in enumerate(acts):
            at = start[act.trigger.start]
            if act.trigger.type == event["type"] and home.start <= at < home.end:
                pairs.append((abs(at - event["trigger"]["start"]), i, j))
    taken: dict[int, dict[str, Any]] = {}
    used: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in taken and j not in used:
            taken[i] = gold.events[j]
            used.add(j)
    return taken


def parts(event: dict[str, Any]) -> tuple[set[str], set[str]]:
    """The codes of a gold event; of a mutual act all on both sides, as it is scored."""
    sources, targets = set(event["sources"]), set(event["targets"])
    everyone = sources | targets
    return (everyone, everyone) if event["type"] in definitions().mutual else (sources, targets)


def rows_of(gold: Gold, reader: LanguageReader) -> tuple[Rows, Rows, Rows]:
    """The rows for the judges of acts, sources and targets."""
    acts, finder = candidates(reader, gold)
    told = match(gold, acts, finder)
    act_rows: Rows = [(judge.named(act.features), i in told) for i, act in enumerate(acts)]
    source_rows: Rows = []
    target_rows: Rows = []
    for i, event in told.items():
        sources, targets = parts(event)
        for one, features in acts[i].cast_features:
            known = judge.named(features)
            source_rows.append((known, one.code in sources))
            target_rows.append((known, one.code in targets))
    return act_rows, source_rows, target_rows


def gate_rows(gold: Gold, reader: LanguageReader) -> Rows:
    """The rows for the judge that looks at triggers alone."""
    acts, finder = candidates(reader, gold)
    told = match(gold, acts, finder)
    return [(judge.named(gate_features(finder.view, act.trigger)), i in told) for i, act in enumerate(acts)]


def fit(rows: Rows, name: str) -> dict[str, float]:
    """The weights of one judge."""
    counts: dict[str, int] = {}
    for features, _ in rows:
        for feature in features:
            counts[feature] = counts.get(feature, 0) + 1
    vectors = DictVectorizer()
    x = vectors.fit_transform([{f: 1.0 for f in features if counts[f] >= LEAST} for features, _ in rows])
    model = LogisticRegression(C=STRENGTH[name], max_iter=3000).fit(x, [answer for _, answer in rows])
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    weights["bias"] = weights.get("bias", 0.0) + float(model.intercept_[0])
    return {feature: round(float(weight), 4) for feature, weight in weights.items() if abs(weight) >= 0.005}


def train(golds: list[Gold], reader: LanguageReader) -> dict[str, dict[str, float]]:
    """All judges: those of actors first, since the judge of acts looks at whom they found."""
    language = reader.info.language
    use({}, language)
    weights = {"gate": fit([row for gold in golds for row in gate_rows(gold, reader)], "gate")}
    use(weights, language)
    rows = [rows_of(gold, reader) for gold in golds]
    for name, at in (("source", 1), ("target", 2)):
        weights[name] = fit([row for one in rows for row in one[at]], name)
    use(weights, language)
    rows = [rows_of(gold, reader) for gold in golds]
    weights["act"] = fit([row for one in rows for row in one[0]], "act")
    use(weights, language)
    return weights


def use(weights: dict[str, dict[str, float]], language: str = "id") -> None:
    """Let the reader judge by these weights from now on."""
    judge.load_judges(language).update({name: judge.Judge(weights.get(name, {})) for name in judge.JUDGES})


def folds(golds: list[Gold], count: int) -> Iterator[tuple[list[Gold], list[Gold]]]:
    """(train, test) parts, articles shuffled once and the same each time."""
    order = golds[:]
    random.Random(1).shuffle(order)
    for k in range(count):
        yield [g for i, g in enumerate(order) if i % count != k], order[k::count]


def write(weights: dict[str, dict[str, float]], path: Path) -> None:
    """One line a weight: judge, feature, weight."""
    lines = [f"{name}\t{f}\t{w:g}" for name in judge.JUDGES for f, w in sorted(weights[name].items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def validate(golds: list[Gold], reader: LanguageReader, count: int, out: Path) -> None:
    """Write the records of all articles, each read by judges that never saw it, as JSON lines to score."""
    records: dict[str, Record] = {}
    for seen, unseen in folds(golds, count):
        train(seen, reader)
        for gold in unseen:
            records[gold.id] = reader.inspect(Article(text=gold.text, published=gold.published)).record
    with out.open("w", encoding="utf-8") as stream:
        jsonl.write([records[gold.id] for gold in golds], stream)


def main() -> None:
    """Parse the command line, train, and write or report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--language", default="id")
    parser.add_argument("--out", type=Path, help="where the weights go, or with --folds the records")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--strength", type=float, help="of the weights against the data; more articles bear more")
    args = parser.parse_args()
    if args.strength:
        STRENGTH.update(dict.fromkeys(STRENGTH, args.strength))
    reader, golds = LanguageReader(args.language), load(args.gold, args.language)
    if args.folds:
        validate(golds, reader, args.folds, args.out or Path("folds.jsonl"))
        return
    write(train(golds, reader), args.out or Path(f"src/saksi/languages/{args.language}/events.tsv"))


if __name__ == "__main__":
    main()
