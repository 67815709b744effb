"""Make the English model: ``python -m training.train_en --corpus CORPUS --work WORK --out MODEL``.

Each step leaves its result in the working folder; ``--only`` runs a single step, so that the two teachers can be
trained side by side and their labelling too. ``--only score`` prints the scores of a finished model.
"""

import argparse
from pathlib import Path

from training.train_id import replace_folder

STEPS = ("teach-trees", "teach-names", "label-trees", "label-names", "train-student", "last-pass")


def main() -> None:
    """Run the recipe, or one step of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="folder with ud, ner and news")
    parser.add_argument("--work", type=Path, required=True, help="folder for what the steps leave behind")
    parser.add_argument("--out", type=Path, help="folder of the finished model; it is replaced at once, at the end")
    parser.add_argument("--only", choices=[*STEPS, "score"], help="run this step alone")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    if options.only == "score":
        from training.en.scoring import score

        score(options.corpus, options.out)
        return
    from training.en import steps  # here, because it needs torch, and scoring does not

    workshop = steps.Workshop(options.corpus, options.work)
    for name in [options.only] if options.only else STEPS:
        print(f"== {name}", flush=True)
        getattr(steps, name.replace("-", "_"))(workshop)
    if options.out and workshop.model.exists():
        replace_folder(workshop.model, options.out)


if __name__ == "__main__":
    main()
