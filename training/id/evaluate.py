"""Scores of a pipeline: tags and trees on gold tokens or on its own, names as spans of the annotators' tokens."""

from collections import Counter
from collections.abc import Callable, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from training.id.entities import Names
from training.id.trees import Tree


def score_trees(nlp: Language, trees: Sequence[Tree], *, own_tokens: bool = False) -> dict[str, float]:
    """UPOS, UAS and LAS in per cent over all tokens, punctuation included; sentence boundaries are given.

    With the pipeline's own tokens the figures are F1 over tokens that match in their characters.
    """
    docs = list(nlp.pipe([_doc(nlp, tree, own_tokens) for tree in trees], batch_size=64))
    hits: Counter[str] = Counter()
    for tree, doc in zip(trees, docs, strict=True):
        gold, found = _gold(tree), _found(doc)
        hits["gold"] += len(gold)
        hits["found"] += len(found)
        for place in gold.keys() & found.keys():
            upos, voice, head, dep = gold[place]
            upos_, voice_, head_, dep_ = found[place]
            hits["upos"] += upos == upos_
            hits["uas"] += head == head_
            hits["las"] += head == head_ and dep.split(":")[0] == dep_.split(":")[0]
            hits["las_full"] += head == head_ and dep == dep_
            hits["voice"] += voice == voice_
            hits["tokens"] += 1
    scale = 200 / (hits["gold"] + hits["found"])
    return {name: round(hits[name] * scale, 2) for name in ("tokens", "upos", "voice", "uas", "las", "las_full")}


def _doc(nlp: Language, tree: Tree, own_tokens: bool) -> Doc:
    doc = nlp.make_doc(tree.text) if own_tokens else None
    words = [token.text for token in doc] if doc else [word.form for word in tree.words]
    spaces = [bool(token.whitespace_) for token in doc] if doc else [word.space for word in tree.words]
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=[index == 0 for index in range(len(words))])


Answer = tuple[str, str, tuple[int, int], str]


def _gold(tree: Tree) -> dict[tuple[int, int], Answer]:
    places, offset = [], 0
    for word in tree.words:
        places.append((offset, offset + len(word.form)))
        offset += len(word.form) + word.space
    return {
        place: (word.upos, _voice(word.feats), places[word.head], word.dep.lower())
        for place, word in zip(places, tree.words, strict=True)
    }


def _found(doc: Doc) -> dict[tuple[int, int], Answer]:
    places = [(token.idx, token.idx + len(token)) for token in doc]
    return {
        places[token.i]: (token.pos_, _voice(str(token.morph)), places[token.head.i], token.dep_.lower())
        for token in doc
    }


def _voice(feats: str) -> str:
    return next((feat for feat in feats.split("|") if feat.startswith("Voice=")), "")


def score_names(nlp: Language, passages: Sequence[Names], known: frozenset[str] = frozenset()) -> dict[str, float]:
    """Exact-match F1 in per cent by label, all together, and recall of names that have no word seen in training."""
    hits: Counter[str] = Counter()
    for passage, doc in zip(passages, nlp.pipe([passage.text for passage in passages], batch_size=64), strict=True):
        gold = {_widen(passage.text, start, end, label) for start, end, label in passage.spans}
        found = {_widen(passage.text, ent.start_char, ent.end_char, ent.label_) for ent in doc.ents}
        for kind in ("", "PER", "ORG", "LOC"):
            ours = {span for span in found if kind in ("", span[2])}
            theirs = {span for span in gold if kind in ("", span[2])}
            hits[f"{kind} both"] += len(ours & theirs)
            hits[f"{kind} all"] += len(ours) + len(theirs)
        new = {span for span in gold if not known.intersection(passage.text[span[0] : span[1]].lower().split())}
        hits["new"] += len(new)
        hits["new found"] += len(new & found)
    scores = {
        f"f_{kind or 'all'}": 200 * hits[f"{kind} both"] / max(1, hits[f"{kind} all"])
        for kind in ("", "PER", "ORG", "LOC")
    }
    scores |= {"recall_unseen": 100 * hits["new found"] / max(1, hits["new"]), "unseen": hits["new"]}
    return {name: round(value, 2) for name, value in scores.items()}


def _widen(text: str, start: int, end: int, label: str) -> tuple[int, int, str]:
    """Return the span in whole blank-separated words without punctuation around them: tokenizers do not matter."""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end, label


def words_per_second(nlp: Language, texts: Sequence[str], clock: Callable[[], float]) -> float:
    """Words (between blanks) that the pipeline reads in a second, after a warm start."""
    list(nlp.pipe(texts[:8]))
    words = sum(len(text.split()) for text in texts)
    began = clock()
    for _ in nlp.pipe(texts, batch_size=32):
        pass
    return round(words / (clock() - began))
