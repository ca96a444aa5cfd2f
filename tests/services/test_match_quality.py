"""When the room is told that nothing fits, that it is not sure, or nothing at all."""

import json
from pathlib import Path

import pytest

from workshop_app.services.answers import Answers
from workshop_app.services.match_quality import MatchQuality, match_quality

FILE = Path(__file__).parents[2] / "benchmarks" / "labelled" / "requests.jsonl"


@pytest.fixture(scope="module")
def answers():
    return Answers()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("内部のネットワーク機器の監視ができない", "ja", MatchQuality.FITS),
        ("Cannot monitor internal network devices", "en", MatchQuality.FITS),
        ("証明書", "ja", MatchQuality.FITS),
        ("監視", "ja", MatchQuality.SAYS_LITTLE),
        ("monitor", "en", MatchQuality.SAYS_LITTLE),
        ("弁当", "ja", MatchQuality.NOTHING),
        ("", "ja", MatchQuality.NOTHING),
    ],
)
def test_what_is_said_of_the_best(answers, text, language, expected):
    assert match_quality(answers.search(text, language)) is expected


def test_nothing_fits_is_mostly_said_where_it_is_true_and_seldom_where_it_is_not(answers):
    said = {True: [], False: []}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = answers.search(row["text"], row["lang"])
        said[bool(row["answers"])].append(match_quality(found) is MatchQuality.NOTHING)
    false_alarms, caught = (sum(each) / len(each) for each in (said[True], said[False]))
    assert false_alarms <= 0.12
    assert caught >= 0.5


def test_what_is_near_is_one_of_the_answer_s_own_problems(answers):
    for text, language in (
        ("夜間バッチが失敗しても朝まで気づかない", "ja"),
        ("Alert noise at night", "en"),
    ):
        found = answers.search(text, language)
        assert any(each.near for each in found)
        assert all(each.near in ("", *each.solution.text(language).problems) for each in found)
