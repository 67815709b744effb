"""Make the Indonesian model: ``python -m training.train_id --corpus CORPUS --work WORK --out MODEL``.

Each step leaves its result in the working folder; ``--only`` runs a single step, so that the two teachers can be
trained side by side and their labelling too. ``--only score`` prints the scores of a finished model.
"""

import argparse
import shutil
from pathlib import Path

from training.id.scoring import score
from training.id.workshop import Workshop

STEPS = ("teach-trees", "teach-names", "label-trees", "label-names", "train-student",
         "last-teacher", "last-labels", "last-pass", "last-names")  # fmt: skip


def main() -> None:
    """Run the recipe, or one step of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="folder with ud, ner and news")
    parser.add_argument("--work", type=Path, required=True, help="folder for what the steps leave behind")
    parser.add_argument("--out", type=Path, help="folder of the finished model; it is replaced at once, at the end")
    parser.add_argument("--only", choices=[*STEPS, "score"], help="run this step alone")
    parser.add_argument("--gold-only", action="store_true", help="no teachers: train the student on gold alone")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    workshop = Workshop(options.corpus, options.work, gold_only=options.gold_only)
    if options.only == "score":
        score(options.corpus, options.out or workshop.model, workshop.known())
        return
    from training.id import steps  # here, because it needs torch, and scoring does not

    names = [options.only] if options.only else ["train-student"] if options.gold_only else list(STEPS)
    for name in names:
        print(f"== {name}", flush=True)
        getattr(steps, name.replace("-", "_"))(workshop)
    if options.out and workshop.model.exists():
        replace_folder(workshop.model, options.out)


def replace_folder(source: Path, target: Path) -> None:
    """Put a copy of a folder in the place of another, so that a reader sees the old one or the new one."""
    beside = target.with_name(target.name + ".new")
    old = target.with_name(target.name + ".old")
    for left in (beside, old):
        shutil.rmtree(left, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(source, beside)
    if target.exists():
        target.rename(old)
    beside.rename(target)
    shutil.rmtree(old, ignore_errors=True)


if __name__ == "__main__":
    main()
