"""The steps of the recipe, in order."""

import json
import random
from functools import partial

import spacy

from training.id import distil, teaching
from training.id.e5 import E5, weights_path
from training.id.heads import renew, train_head
from training.id.lessons import name_lessons, tree_lessons
from training.id.meta import describe
from training.id.passages import Passage, documents
from training.id.student import train
from training.id.vectors import save, set_vectors, word_vectors
from training.id.vocabulary import vocabulary
from training.id.workshop import Workshop


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


def train_heads(shop: Workshop) -> None:
    """Train parser and finder of names anew on the finished encoder.

    What follows the wanted guidelines most closely counts four times: GSD's current release, news named by hand.
    """
    whole, _ = shop.training_set()
    current = {tuple(word.form for word in tree.words) for tree in shop.corpora.trees["gsd"]}
    sure = {passage.forms for passage in shop.gold()[1]["idner"]}
    nlp = spacy.load(shop.base)
    for head, chosen, length in (("parser", current, 1_000_000), ("ner", sure, 1_500_000)):
        more = list(dict.fromkeys(passage for passage in whole if passage.forms in chosen))
        renew(nlp, head)
        mixed = partial(documents, [*whole, *more, *more])
        train_head(nlp, head, mixed, words=length, report=shop.report)
    describe(nlp, shop.version, json.loads(shop.report(nlp)))
    save(nlp, shop.model)
