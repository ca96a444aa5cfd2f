"""Recalling earlier choices at each key press, in a store of 50,000 problems."""

import tempfile
from itertools import cycle
from pathlib import Path

from benchmarks.big_store import PROBLEMS, WORKSHOPS, big_store
from benchmarks.measure import report, time_calls
from benchmarks.requests import sets
from workshop_app.services.answers import Answers
from workshop_app.services.experience import Experience
from workshop_app.services.session import Session

_TYPED = 40
_KEYS = 1_000


def run() -> None:
    """Measure each key press of typed requests; the baseline is a full-text query of the words."""
    answers = Answers()
    answers.search("監視", "ja", 1)
    with tempfile.TemporaryDirectory() as folder:
        session = Session(big_store(Path(folder) / "big.db"))
        experience = Experience(lambda: session)
        recall = lambda text: experience.recall(text, answers.word_share, str)  # noqa: E731
        first = time_calls("the first after start", lambda: recall("サーバー証明書の期限"), 1)
        keys = cycle(_keys())
        ours = time_calls(
            f"earlier choices at each key, {WORKSHOPS * PROBLEMS} problems",
            lambda: recall(next(keys)),
            _KEYS,
        )
        bare = cycle(_keys())
        floor = time_calls(
            "bare FTS5 query", lambda: session.store.find_problems(next(bare)), _KEYS
        )
        report(ours, floor)
        print(f"{first.name}: {first.median:.0f} ms")
        session.store.close()


def _keys() -> list[str]:
    """Return the texts of requests after each letter typed."""
    texts = [request.text for request in sets()["tuning"]][:_TYPED]
    return [text[:end] for text in texts for end in range(1, len(text) + 1)]
