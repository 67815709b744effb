"""The steps of the recipe, in order."""

import json
import random
from functools import partial
from typing import Any, cast

import spacy

from training.id import distil, teaching
from training.id.e5 import E5, weights_path
from training.id.heads import meet, train_head, weights
from training.id.lessons import name_lessons, number_tree, tree_lessons
from training.id.meta import describe
from training.id.passages import Passage, documents, tree_passage
from training.id.student import more, train
from training.id.vectors import save, set_vectors, word_vectors
from training.id.vocabulary import vocabulary
from training.id.workshop import Workshop

LAST_WORDS = 1_200_000
LAST_NAMES = 450_000


def teach_trees(shop: Workshop) -> None:
    """Fine-tune the teacher of tags and trees, at last with the current release in the foreground."""
    labels, lessons = tree_lessons(shop.corpora.trees)
    parts = [[one for one in lessons if labels.sources[one.source] == name] for name in ("gsd", "csui", "gsd20")]
    out = shop.work / "teacher-trees.pt"
    teaching.teach(labels, [*lessons, *parts[0]], epochs=3, out=out, end=0.25)
    teaching.settle(labels, [*parts[0] * 4, *parts[1], *parts[2][::4]], out=out)


def teach_names(shop: Workshop) -> None:
    """Fine-tune the teacher of names, on the two sets that are news."""
    labels, lessons = name_lessons(shop.news_names, shop.tokenize)
    teaching.teach(labels, lessons, epochs=3, out=shop.work / "teacher-names.pt")


def label_trees(shop: Workshop) -> None:
    """Let the teacher parse what has no tree."""
    labels, _ = tree_lessons(shop.corpora.trees)
    teacher = teaching.load_teacher(labels, shop.work / "teacher-trees.pt")
    shop.save("silver-trees.pickle", distil.label_trees(teacher, shop.texts()))


def label_names(shop: Workshop) -> None:
    """Let the teacher name what has no names, and what was named by other guidelines."""
    labels, _ = name_lessons(shop.news_names, shop.tokenize)
    teacher = teaching.load_teacher(labels, shop.work / "teacher-names.pt")
    trees, _ = shop.gold()
    shop.save("silver-names.pickle", distil.label_names(teacher, trees + shop.texts()))


def train_student(shop: Workshop) -> None:
    """Train the whole pipeline, the shared encoder with it."""
    whole, bare = shop.training_set()
    words = vocabulary(shop.words(), 52_000)
    set_vectors(shop.nlp, words, word_vectors(E5(weights_path()), words, 64))

    def epoch(rng: random.Random) -> list[Passage]:
        docs = documents(whole, rng) + (documents(bare, rng, 3) if bare else [])
        rng.shuffle(docs)
        return docs

    length = 1_300_000 if shop.gold_only else 2_800_000
    train(shop.nlp, epoch, words=length, rate=0.0015, report=shop.report)
    describe(shop.nlp, shop.version, json.loads(shop.report(shop.nlp)))
    save(shop.nlp, shop.model if shop.gold_only else shop.base)


def last_teacher(shop: Workshop) -> None:
    """Let the teacher of trees learn from the development data too, and from the labels brought up to date by them."""
    labels, _ = tree_lessons(shop.corpora.trees)
    teacher = teaching.load_teacher(labels, shop.work / "teacher-trees.pt")
    parts = {source: [number_tree(labels, source, tree) for tree in part] for source, part in shop.last.trees.items()}
    lessons = [*parts["gsd"] * 4, *parts["csui"], *parts["gsd20"][::3]]
    teaching.train_teacher(teacher, lessons, epochs=1, out=shop.work / "teacher-trees-last.pt", rate=1.2e-4)


def last_labels(shop: Workshop) -> None:
    """Parse once more what has no tree, name what has no names yet, and doubt the tags that came from old labels."""
    labels, _ = tree_lessons(shop.corpora.trees)
    teacher = teaching.load_teacher(labels, shop.work / "teacher-trees-last.pt")
    parsed = distil.label_trees(teacher, shop.texts(shop.last))
    shop.save("silver-trees-last.pickle", parsed)
    old = [tree_passage(tree) for tree in shop.last.trees["gsd20"]]
    shop.save("doubted-last.pickle", distil.without_doubts(teacher, old))
    labels, _ = name_lessons(shop.news_names, shop.tokenize)
    teacher = teaching.load_teacher(labels, shop.work / "teacher-names.pt")
    named = shop.load("silver-names.pickle")
    known = {passage.forms for passage in named}
    trees, _ = shop.gold(shop.last)
    new = [passage for passage in trees + parsed if passage.forms not in known]
    shop.save("silver-names-last.pickle", named + distil.label_names(teacher, new))


def last_pass(shop: Workshop) -> None:
    """Train the finished pipeline a little more, ever more slowly, on all that is left to learn from."""
    nlp = spacy.load(shop.base)
    tagger = cast(Any, nlp.get_pipe("morphologizer"))
    tagger.cfg["label_smoothing"] = 0.05
    more(nlp, partial(documents, shop.last_set()), words=LAST_WORDS, rate=0.0008, report=shop.report)
    tagger.cfg["label_smoothing"] = 0.0
    save(nlp, shop.work / "model-last")


def last_names(shop: Workshop) -> None:
    """Train the finder of names alone, and keep the mean of what it was and what it became.

    The pipeline is loaded anew: listeners that were trained together hold on to what the encoder last sent them.
    """
    nlp = spacy.load(shop.work / "model-last")
    before = weights(nlp, "ner")
    train_head(nlp, "ner", partial(documents, shop.last_names()), words=LAST_NAMES)
    meet(nlp, "ner", before)
    # The development data have been learned from: what they say of the model before is what can be said.
    describe(nlp, shop.version, json.loads(shop.report(spacy.load(shop.base))))
    save(nlp, shop.model)
