"""Parser and finder of names made anew on the finished encoder, now fixed: each with two layers of its own."""

import random
import time
from collections.abc import Callable
from typing import Any, Final, cast

from spacy.language import Language
from thinc.api import Adam
from thinc.schedules import warmup_linear

from training.id.passages import Passage
from training.id.student import batches, example, fast, keep_averages

LAYERS: Final = 2


def renew(nlp: Language, head: str, width: int = 96) -> None:
    """Replace "parser" or "ner" by an untrained one that reads the shared encoder through layers of its own."""
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "tok2vec"}
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2", "width": width, "depth": LAYERS,
        "window_size": 1, "maxout_pieces": 2,
    }  # fmt: skip
    network = {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": head, "extra_state_tokens": False,
        "hidden_width": 64, "maxout_pieces": 2, "use_upper": True,
        "tok2vec": {"@architectures": "spacy.Tok2Vec.v2", "embed": listener, "encode": encode},
    }  # fmt: skip
    extra = {"min_action_freq": 10} if head == "parser" else {}
    nlp.remove_pipe(head)
    nlp.add_pipe(head, after="morphologizer" if head == "parser" else "parser", config={"model": network, **extra})


def train_head(
    nlp: Language,
    head: str,
    epoch: Callable[[random.Random], list[Passage]],
    *,
    words: int,
    report: Callable[[Language], str],
    rate: float = 0.002,
    batch: int = 1200,
    every: int = 300_000,
) -> None:
    """Train one head alone; everything else stays as it is. The averaged weights stay."""
    rng = random.Random(11)
    sample = [example(nlp, passage) for passage in epoch(random.Random(11))]
    pipe = cast(Any, nlp.get_pipe(head))
    pipe.initialize(lambda: sample, nlp=nlp)
    fast(nlp)
    steps = words // batch
    schedule = iter(warmup_linear(rate, max(20, steps // 20), int(steps * 1.04)))
    optimizer = Adam(cast(Any, schedule), L2=0.01, grad_clip=1.0, use_averages=True)
    seen, mark, began = 0, every, time.process_time()
    losses: dict[str, float] = {}
    others = [name for name in nlp.pipe_names if name != head]
    while seen < words:
        for group in batches(epoch(rng), batch):
            examples = [example(nlp, passage) for passage in group]
            nlp.update(examples, drop=0.15, sgd=optimizer, losses=losses, exclude=others, annotates=["tok2vec"])
            optimizer.step_schedules()
            seen += sum(len(passage.forms) for passage in group)
            if seen >= mark or seen >= words:
                mark += every
                with pipe.model.use_params(optimizer.averages):
                    print(f"{seen} words, {time.process_time() - began:.0f} s: {report(nlp)}", flush=True)
            if seen >= words:
                break
    keep_averages(nlp, optimizer)
