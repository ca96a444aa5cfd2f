"""How often the right answer is found first, and how often the statement on the result is right.

Measured on our labelled requests (and those of ``REQUESTS=file``), together with two simple
searches over the same text, in each language and in both together. Shares have 95 % Wilson
intervals, areas 95 % bootstrap intervals. ``MISSES=1`` lists the requests with a wrong statement,
except those of sets that are only for measuring.
"""

import math
import os
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from benchmarks.baselines import Search, bigrams, trigrams
from benchmarks.requests import MEASURE_ONLY, LabelledRequest, sets
from workshop_app.services.answers import Answers
from workshop_app.services.judging import judged
from workshop_app.services.match_quality import MatchQuality

_LOOKED_AT = 10
_RESAMPLES = 400
_LANGUAGES = {"ja": ("ja",), "en": ("en",), "both": ("ja", "en")}
Value = TypeVar("Value")


@dataclass(frozen=True)
class RankedRequest:
    """A request with the ids found, the probability of the best one, and the match quality."""

    request: LabelledRequest
    found: list[str]
    fits: float = 0.0
    quality: MatchQuality | None = None
    gap: str = ""
    asked: frozenset[str] = frozenset()
    """The gaps that are stated or asked about."""

    @property
    def rank(self) -> float:
        """The rank of the first right answer, from 1; infinite if there is none."""
        places = (n for n, key in enumerate(self.found, 1) if key in self.request.answers)
        return next(places, math.inf)

    @property
    def is_right(self) -> bool:
        """Whether the match quality is right: the right answer first, or the right gap."""
        if self.quality is MatchQuality.ANSWER:
            return self.rank == 1
        return self.quality is not MatchQuality.GAP or self.gap in self.request.gaps


def run() -> None:
    """Measure every search on every set, and the match quality of ours."""
    answers = Answers()
    solutions = answers.catalogue.solutions.values()
    searches: dict[str, Callable[[LabelledRequest], RankedRequest]] = {
        "ours": lambda request: _ours(answers, request),
        "FTS5 trigram": _plain(trigrams(solutions)),
        "bigram TF-IDF": _plain(bigrams(solutions)),
    }
    for (title, requests), (name, search) in product(sets().items(), searches.items()):
        samples = [search(request) for request in requests]
        for languages, members in _LANGUAGES.items():
            part = [sample for sample in samples if sample.request.language in members]
            if part and len({sample.request.language for sample in part}) == len(members):
                print(f"{title:>9} {languages:4} | {name:13} | {_figures(part)}")
        if name == "ours":
            _print_table(samples)
            if os.environ.get("MISSES") and title not in MEASURE_ONLY:
                _print_misses(samples)


def _ours(answers: Answers, request: LabelledRequest) -> RankedRequest:
    found = answers.find(request.text, request.language, _LOOKED_AT)
    best = max((hit.confidence for hit in found.answers), default=0.0)
    ids = [hit.solution.id for hit in found.answers]
    said = judged(answers, found, request.language)
    gap = said.gap.gap.id if said.gap else ""
    asked = frozenset(each.gap.id for each in said.gaps)
    return RankedRequest(request, ids, best, said.quality, gap, asked)


def _plain(search: Search) -> Callable[[LabelledRequest], RankedRequest]:
    def sample(request: LabelledRequest) -> RankedRequest:
        ranked = search(request.text, request.language)[:_LOOKED_AT]
        ids = [key for key, _ in ranked]
        return RankedRequest(request, ids, ranked[0][1] if ranked else 0.0)

    return sample


def _figures(samples: Sequence[RankedRequest]) -> str:
    solvable = [sample.rank for sample in samples if sample.request.answers]
    parts = [_share(f"hit@{n}", [rank <= n for rank in solvable]) for n in (1, 3, 8)]
    labelled = [(bool(sample.request.answers), sample.fits) for sample in samples]
    parts.append(_with_bootstrap("area of fits", labelled, _area))
    return " | ".join(parts) + f" | {len(solvable)} + {len(samples) - len(solvable)}"


def _print_table(samples: Sequence[RankedRequest]) -> None:
    """Print what is stated of requests with an answer and without one, by language."""
    print(f"          {'':44}" + "".join(f" {language:27}" for language in _LANGUAGES))
    for name, hits_of in _STATEMENTS.items():
        parts = [[each for each in samples if each.request.language in members]
                 for members in _LANGUAGES.values()]  # fmt: skip
        shares = [_share("", hits_of(part)).strip() for part in parts]
        counts = [len(hits_of(part)) for part in parts]
        cells = [f" {share + f' of {n}':27}" for share, n in zip(shares, counts, strict=True)]
        print(f"          {name:44}" + "".join(cells).rstrip())


def _solvable(
    holds: Callable[[RankedRequest], bool],
) -> Callable[[Sequence[RankedRequest]], list[bool]]:
    """Return a function from samples to whether `holds`, for those with an answer."""
    return lambda samples: [holds(each) for each in samples if each.request.answers]


def _unsolvable(
    holds: Callable[[RankedRequest], bool], *, with_gap: bool = False
) -> Callable[[Sequence[RankedRequest]], list[bool]]:
    """Return the same for those without an answer; `with_gap` for those labelled with a gap."""
    return lambda samples: [
        holds(each)
        for each in samples
        if not each.request.answers and (each.request.gaps or not with_gap)
    ]


def _answer_told(samples: Sequence[RankedRequest]) -> list[bool]:
    return [each.is_right for each in samples if each.quality is MatchQuality.ANSWER]


_QUESTIONS = (MatchQuality.CANDIDATES, MatchQuality.TOO_LITTLE)
_STATEMENTS: dict[str, Callable[[Sequence[RankedRequest]], list[bool]]] = {
    "answerable: a gap is stated": _solvable(lambda each: each.quality is MatchQuality.GAP),
    "answerable: told and right": _solvable(
        lambda each: each.quality is MatchQuality.ANSWER and each.is_right
    ),
    "answerable: another answer told": _solvable(
        lambda each: each.quality is MatchQuality.ANSWER and not each.is_right
    ),
    "answerable: only a question": _solvable(lambda each: each.quality in _QUESTIONS),
    "not answerable: an answer told": _unsolvable(lambda each: each.quality is MatchQuality.ANSWER),
    "labelled with a gap: the right one stated": _unsolvable(
        lambda each: each.gap in each.request.gaps, with_gap=True
    ),
    "labelled with a gap: stated or asked about": _unsolvable(
        lambda each: not each.asked.isdisjoint(each.request.gaps), with_gap=True
    ),
    "answers told: the right one": _answer_told,
    "right among three": _solvable(lambda each: each.rank <= 3),
    "right among eight": _solvable(lambda each: each.rank <= 8),
}
"""What is counted of the statements, by name."""


def _share(name: str, hits: Sequence[bool]) -> str:
    """Return a share with its Wilson interval."""
    total = len(hits)
    z = 1.96
    if not total:
        return f"{name} –"
    share = sum(hits) / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total**2)) / (1 + z * z / total)
    low = max(0.0, middle - half)
    return f"{name} {share:.2f} ({low:.2f}–{middle + half:.2f})"


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
    """Return how often a request with an answer has a higher `fits` than one without (AUC)."""
    with_answer = [fits for solvable, fits in labelled if solvable]
    without = [fits for solvable, fits in labelled if not solvable]
    if not with_answer or not without:
        return math.nan
    wins = sum((a > b) + (a == b) / 2 for a, b in product(with_answer, without))
    return wins / (len(with_answer) * len(without))


def _print_misses(samples: Sequence[RankedRequest]) -> None:
    """Print the requests with a wrong quality, or whose answer is not near the top."""
    for sample in samples:
        request = sample.request
        if not sample.is_right or (request.answers and sample.rank > 3):
            wanted = ", ".join(sorted(request.answers or request.gaps)) or "nothing"
            found = ", ".join(sample.found[:3])
            print(f"  {request.id} {request.text}")
            print(f"    {sample.quality} ({sample.fits:.2f}) {found}; gap {sample.gap}")
            print(f"    wanted {wanted}")
