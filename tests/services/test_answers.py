import pytest

from workshop_app.services.answers import Answers


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("プロトコル(HTTP/HTTPS以外)を指定して外形監視ができない", "ja", "non-http-monitoring"),
        ("内部のネットワーク機器の監視ができない", "ja", "network-device-monitoring"),
        ("ダッシュボード上でグラフの表示期間の変更ができない", "ja", "dashboard-graph-period"),
        ("We cannot monitor our internal network devices", "en", "network-device-monitoring"),
        ("We cannot change the period of dashboard graphs", "en", "dashboard-graph-period"),
    ],
)  # fmt: skip
def test_the_requests_of_the_story_find_their_answer_first(answers, text, language, expected):
    first = answers.search(text, language)[0]
    assert first.solution.id == expected
    assert first.fit >= 3
    assert first.matched
    assert all(word in text for word in first.matched)


def test_every_answer_is_among_the_first_for_its_own_problems(answers):
    for solution in answers.catalogue.solutions.values():
        for language in ("ja", "en"):
            sentence = solution.text(language).problems[0]
            found = [s.solution.id for s in answers.search(sentence, language, 3)]
            assert solution.id in found, sentence


def test_the_catalogue_is_counted_named_and_looked_up(answers):
    assert answers.count == len(answers.catalogue.solutions) >= 138
    assert answers.version == answers.catalogue.version
    assert answers.solution("check-tcp").id == "check-tcp"
    assert answers.solution("no-such-entry") is None


def test_read_in_steps_or_at_once_they_find_the_same(answers):
    fresh = Answers()
    for _step in fresh.prepare():
        pass
    assert fresh.ready
    text = "内部のネットワーク機器の監視ができない"
    assert fresh.find(text, "ja") == answers.find(text, "ja")


def test_nothing_is_read_before_it_is_needed():
    fresh = Answers()
    assert "_mackerel" not in vars(fresh)
    fresh.search("監視", "ja")
    assert "_mackerel" in vars(fresh)
