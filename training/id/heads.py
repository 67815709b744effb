"""The finder of names trained alone on the finished encoder, for what the shared training could not weigh."""

import random
from collections.abc import Callable
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from thinc.api import Adam
from thinc.schedules import warmup_linear

from training.id.examples import batches, example
from training.id.passages import Passage
from training.id.student import keep_averages

Weights = dict[tuple[int, str], NDArray[np.float32]]


def weights(nlp: Language, head: str) -> Weights:
    """Return a copy of the weights of a component."""
    nodes = enumerate(cast(Any, nlp.get_pipe(head)).model.walk())
    return {(at, name): node.get_param(name).copy() for at, node in nodes for name in node.param_names}


def meet(nlp: Language, head: str, others: Weights) -> None:
    """Put the mean of a component's weights and of others in their place."""
    for at, node in enumerate(cast(Any, nlp.get_pipe(head)).model.walk()):
        for name in node.param_names:
            node.set_param(name, (node.get_param(name) + others[at, name]) / 2)


def train_head(
    nlp: Language,
    head: str,
    epoch: Callable[[random.Random], list[Passage]],
    *,
    words: int,
    rate: float = 0.001,
    batch: int = 1200,
) -> None:
    """Train one head a little more; everything else stays as it is. The averaged weights stay."""
    rng = random.Random(11)
    steps = words // batch
    schedule = iter(warmup_linear(rate, max(20, steps // 20), int(steps * 1.04)))
    optimizer = Adam(cast(Any, schedule), L2=0.01, grad_clip=1.0, use_averages=True)
    seen = 0
    others = [name for name in nlp.pipe_names if name != head]
    while seen < words:
        for group in batches(epoch(rng), batch):
            examples = [example(nlp, passage) for passage in group]
            nlp.update(examples, drop=0.15, sgd=optimizer, exclude=others, annotates=["tok2vec"])
            optimizer.step_schedules()
            seen += sum(len(passage.forms) for passage in group)
            if seen >= words:
                break
    keep_averages(nlp, optimizer)
