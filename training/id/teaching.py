"""Fine-tuning the teacher: batches of like length, a warm start, a linear end."""

import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch

from training.id.e5 import E5, weights_path
from training.id.teacher import Labels, Lesson, Teacher


def batches(lessons: Sequence[Lesson], size: int, rng: random.Random) -> list[list[Lesson]]:
    """Lessons in batches of about ``size`` words of passages of about the same length, in random order."""
    ordered = sorted(lessons, key=lambda lesson: len(lesson.words) + rng.uniform(0, 4))
    result: list[list[Lesson]] = [[]]
    for lesson in ordered:
        if result[-1] and (len(result[-1]) + 1) * len(lesson.words) > size:
            result.append([])
        result[-1].append(lesson)
    rng.shuffle(result)
    return result


def train_teacher(
    teacher: Teacher,
    lessons: Sequence[Lesson],
    *,
    epochs: int,
    out: Path,
    rate: float = 3e-4,
    end: float = 0.02,
    words: int = 500,
) -> None:
    """Train, and keep the weights after every epoch."""
    rng = random.Random(1)
    torch.manual_seed(1)
    encoder = [parameter for parameter in teacher.encoder.parameters() if parameter.requires_grad]
    known = {id(parameter) for parameter in teacher.encoder.parameters()}
    heads = [parameter for parameter in teacher.parameters() if id(parameter) not in known]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": rate}, {"params": heads, "lr": 5 * rate}], weight_decay=0.01, betas=(0.9, 0.98)
    )
    per_epoch = len(batches(lessons, words, random.Random(0)))
    total = epochs * (per_epoch + 2)
    warm = max(1, total // 16)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, 1 - (1 - end) * (step - warm) / (total - warm))
    )
    teacher.train()
    for epoch in range(epochs):
        began, lost = time.process_time(), 0.0
        todo = batches(lessons, words, rng)
        for number, batch in enumerate(todo):
            loss = teacher.loss(batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            lost += float(loss.detach())
            if number % 40 == 39:
                print(f"epoch {epoch} {number + 1}/{len(todo)} loss {lost / (number + 1):.3f}", flush=True)
        print(f"epoch {epoch}: loss {lost / len(todo):.3f}, {time.process_time() - began:.0f} s of CPU", flush=True)
        torch.save(teacher.state_dict(), out)


def teach(labels: Labels, lessons: Sequence[Lesson], *, epochs: int, out: Path, end: float = 0.02) -> None:
    """Train a fresh teacher."""
    torch.manual_seed(1)
    train_teacher(Teacher(E5(weights_path()), labels), lessons, epochs=epochs, out=out, end=end)


def settle(labels: Labels, lessons: Sequence[Lesson], *, out: Path) -> None:
    """Train a teacher a little more on chosen lessons, ever more slowly."""
    train_teacher(load_teacher(labels, out), lessons, epochs=1, out=out, rate=8e-5)


def load_teacher(labels: Labels, path: Path) -> Teacher:
    """Return a trained teacher."""
    teacher = Teacher(E5(weights_path()), labels)
    teacher.load_state_dict(torch.load(path, weights_only=True))
    return teacher.eval()
