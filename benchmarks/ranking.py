"""How often the right answer is found first, and whether the confidence shows that there is none.

Measured on our labelled requests (and those of ``REQUESTS=file``), beside two simple searches over
the same text. Shares have 95 % Wilson intervals, means and areas 95 % bootstrap intervals.
``MISSES=1`` lists the requests whose answer is not among the first three.
"""

import math
import os
import random
from collections.abc import Callable, Sequence
from itertools import product
from typing import TypeVar

from benchmarks.baselines import Ranked, Search, bigrams, trigrams
from benchmarks.requests import LabelledRequest, sets
from workshop_app.services.answers import Answers

_LOOKED_AT = 10
_RESAMPLES = 400
Value = TypeVar("Value")
Sample = tuple[LabelledRequest, Ranked, float]
"""A request, the answers found, and the confidence of the best."""


def run() -> None:
    """Measure every search on every set in every language."""
    answers = Answers()
    solutions = answers.catalogue.solutions.values()
    searches: dict[str, Callable[[LabelledRequest], Sample]] = {
        "ours": lambda request: _ours(answers, request),
        "FTS5 trigram": _plain(trigrams(solutions)),
        "bigram TF-IDF": _plain(bigrams(solutions)),
    }
    for (title, requests), (name, search) in product(sets().items(), searches.items()):
        for language in ("ja", "en"):
            samples = [search(each) for each in requests if each.language == language]
            if samples:
                print(f"{title:>9} {language} | {name:13} | {_figures(samples)}")
        if name == "ours" and os.environ.get("MISSES"):
            _print_misses([search(request) for request in requests])


def _ours(answers: Answers, request: LabelledRequest) -> Sample:
    found = answers.search(request.text, request.language, _LOOKED_AT)
    ranked = [(hit.solution.id, hit.score) for hit in found]
    return request, ranked, found[0].confidence if found else 0.0


def _plain(search: Search) -> Callable[[LabelledRequest], Sample]:
    def sample(request: LabelledRequest) -> Sample:
        ranked = search(request.text, request.language)[:_LOOKED_AT]
        return request, ranked, ranked[0][1] if ranked else 0.0

    return sample


def _figures(samples: Sequence[Sample]) -> str:
    solvable = [_rank(sample) for sample in samples if sample[0].answers]
    parts = [_share(f"hit@{n}", [rank <= n for rank in solvable]) for n in (1, 3)]
    parts.append(_with_bootstrap("MRR", [1 / rank for rank in solvable], lambda v: sum(v) / len(v)))
    labelled = [(bool(request.answers), confidence) for request, _, confidence in samples]
    parts.append(_with_bootstrap("AUC", labelled, _area))
    return " | ".join(parts) + f" | {len(solvable)} + {len(samples) - len(solvable)}"


def _rank(sample: Sample) -> float:
    request, ranked, _ = sample
    places = (place for place, (key, _) in enumerate(ranked, 1) if key in request.answers)
    return next(places, math.inf)


def _share(name: str, hits: Sequence[bool]) -> str:
    """Return a share with its Wilson interval."""
    total = len(hits)
    z = 1.96
    if not total:
        return f"{name} –"
    share = sum(hits) / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total**2)) / (1 + z * z / total)
    return f"{name} {share:.2f} ({middle - half:.2f}–{middle + half:.2f})"


def _with_bootstrap(
    name: str, values: Sequence[Value], figure: Callable[[Sequence[Value]], float]
) -> str:
    """Return a figure with its bootstrap interval."""
    if not values or math.isnan(figure(values)):
        return f"{name} –"
    chance = random.Random(7)
    resampled = [figure(chance.choices(values, k=len(values))) for _ in range(_RESAMPLES)]
    kept = sorted(value for value in resampled if not math.isnan(value))
    low = kept[int(len(kept) * 0.025)]
    high = kept[int(len(kept) * 0.975)]
    return f"{name} {figure(values):.2f} ({low:.2f}–{high:.2f})"


def _area(labelled: Sequence[tuple[bool, float]]) -> float:
    """Return how often a request with an answer has more confidence than one without (AUC)."""
    with_answer = [confidence for solvable, confidence in labelled if solvable]
    without = [confidence for solvable, confidence in labelled if not solvable]
    if not with_answer or not without:
        return math.nan
    wins = sum((a > b) + (a == b) / 2 for a, b in product(with_answer, without))
    return wins / (len(with_answer) * len(without))


def _print_misses(samples: Sequence[Sample]) -> None:
    for sample in samples:
        request, ranked, confidence = sample
        if request.answers and _rank(sample) > 3:
            found = ", ".join(key for key, _ in ranked[:3])
            wanted = ", ".join(sorted(request.answers))
            print(f"  missed {request.id} {request.text}")
            print(f"    found {found} | wanted {wanted} | {confidence:.2f}")
