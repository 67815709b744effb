"""The student: a small spaCy pipeline with one shared encoder for tags, trees and names."""

import random
import time
from collections.abc import Callable
from typing import Any, Final, cast

import spacy
from spacy.language import Language
from thinc.api import Adam, NumpyOps, Optimizer, fix_random_seed
from thinc.schedules import warmup_linear

from training.id.examples import batches, example
from training.id.passages import Passage
from training.id.tokens import make_tokenizer

SHARED: Final = ("morphologizer", "parser", "ner")


def blank() -> Language:
    """Return an Indonesian pipeline with nothing but the tokenizer."""
    nlp = spacy.blank("id")
    nlp.tokenizer = make_tokenizer(nlp)
    return nlp


def build(
    nlp: Language, *, width: int = 96, depth: int = 4, pieces: int = 2, hidden: int = 64, hidden_names: int = 32
) -> Language:
    """Return an untrained pipeline, with the tokenizer of ``nlp``."""
    nlp.add_pipe("tok2vec", config={"model": _encoder(width, depth, pieces)})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "tok2vec"}
    nlp.add_pipe("morphologizer", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    for name, state, units in (("parser", "parser", hidden), ("ner", "ner", hidden_names)):
        network = {
            "@architectures": "spacy.TransitionBasedParser.v2", "state_type": state, "extra_state_tokens": False,
            "hidden_width": units, "maxout_pieces": 2, "use_upper": True, "tok2vec": listener,
        }  # fmt: skip
        extra = {"min_action_freq": 10} if name == "parser" else {}
        nlp.add_pipe(name, config={"model": network, **extra})
    return nlp


def _encoder(width: int, depth: int, pieces: int) -> dict[str, object]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2", "width": width, "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": [5000, 1000, 2500, 1000], "include_static_vectors": True,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2", "width": width, "depth": depth,
            "window_size": 1, "maxout_pieces": pieces,
        },
    }  # fmt: skip


def fast(nlp: Language) -> None:
    """Multiply matrices with numpy's library, which is faster than the one that thinc brings along."""
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        for node in cast(Any, pipe).model.walk():
            node.ops = ops


def train(
    nlp: Language,
    epoch: Callable[[random.Random], list[Passage]],
    *,
    words: int,
    rate: float,
    report: Callable[[Language], str],
    batch: int = 1500,
    every: int = 350_000,
) -> None:
    """Train on ``words`` words in all; ``epoch`` yields the documents of one pass. The averaged weights stay."""
    fix_random_seed(7)
    sample = [example(nlp, passage) for passage in epoch(random.Random(7))]
    nlp.initialize(lambda: sample)
    fast(nlp)
    more(nlp, epoch, words=words, rate=rate, report=report, batch=batch, every=every)


def more(
    nlp: Language,
    epoch: Callable[[random.Random], list[Passage]],
    *,
    words: int,
    rate: float,
    report: Callable[[Language], str],
    batch: int = 1500,
    every: int = 350_000,
) -> None:
    """Train a pipeline that has weights already."""
    fix_random_seed(7)
    rng = random.Random(7)
    steps = words // batch
    schedule = iter(warmup_linear(rate, max(20, steps // 20), int(steps * 1.04)))
    optimizer = Adam(cast(Any, schedule), L2=0.01, grad_clip=1.0, use_averages=True)
    seen, mark, began = 0, every, time.process_time()
    losses: dict[str, float] = {}
    while seen < words:
        for group in batches(epoch(rng), batch):
            examples = [example(nlp, passage) for passage in group]
            nlp.update(examples, drop=0.1, sgd=optimizer, losses=losses)
            optimizer.step_schedules()
            seen += sum(len(passage.forms) for passage in group)
            if seen >= mark or seen >= words:
                mark += every
                with nlp.use_params(optimizer.averages):
                    print(f"{seen} words, {time.process_time() - began:.0f} s: {report(nlp)}", flush=True)
            if seen >= words:
                break
    keep_averages(nlp, optimizer)


def keep_averages(nlp: Language, optimizer: Optimizer) -> None:
    """Put the averaged weights in the place of the last ones."""
    averages = optimizer.averages or {}
    for _, pipe in nlp.pipeline:
        for node in cast(Any, pipe).model.walk():
            for name in node.param_names:
                if (node.id, name) in averages:
                    node.set_param(name, averages[node.id, name])
