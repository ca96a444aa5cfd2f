"""The search with the whole catalogue, on the labelled requests of the benchmarks."""

import json
from collections import Counter
from pathlib import Path

import pytest

from workshop_app.search.query import Query

FILE = Path(__file__).parents[2] / "benchmarks" / "labelled" / "requests.jsonl"
MUST_HAVES = [
    ("ja", "プロトコル(HTTP/HTTPS以外)を指定して外形監視ができない", "non-http-monitoring"),
    ("ja", "内部のネットワーク機器の監視ができない", "network-device-monitoring"),
    ("ja", "ダッシュボード上でグラフの表示期間の変更ができない", "dashboard-graph-period"),
    ("en", "Cannot specify a protocol other than HTTP for external monitoring",
     "non-http-monitoring"),
    ("en", "Cannot monitor internal network devices", "network-device-monitoring"),
    ("en", "Cannot change the displayed period of graphs on a dashboard",
     "dashboard-graph-period"),
]  # fmt: skip

EVERYDAY = [
    ("ja", "アラートが多すぎて大事なものを見落とす", "alert-groups"),
    ("ja", "通知を部署ごとに分けたい", "notification-groups"),
    ("ja", "店舗のルーターが落ちたのを電話で知る", "network-device-monitoring"),
    ("ja", "サーバーを立てたあと、監視に入れ忘れていた", "services-roles"),
    ("ja", "台数が増えたとき監視し忘れる台が出る", "config-management"),
    ("ja", "夜中に、急ぎでないアラートで起こされた", "notification-groups"),
    ("ja", "バッチの所要時間が延びているのに気づけない", "mkr-throw"),
    ("ja", "増強の時期をいつにするか決められない", "graph-view-period"),
    ("ja", "監視の設定を分かっている人が一人だけ", "monitor-memo"),
    ("ja", "障害の前に何が変わったのか誰も知らない", "graph-annotations"),
    ("ja", "障害の振り返りで先週の同じ時間と比べられない", "advanced-graph"),
    ("en", "There are so many alerts that we miss the ones that matter", "alert-groups"),
    ("en", "Each department should get its own notifications", "notification-groups"),
    ("en", "We learn from a phone call that a shop's router is down", "network-device-monitoring"),
    ("en", "Data is missing from a graph", "metric-stop-detection"),
    ("en", "We forget monitoring whenever a server is added", "services-roles"),
    ("en", "Nobody remembered to monitor the new host", "config-management"),
    ("en", "People are woken for alerts that could have waited", "notification-groups"),
    ("en", "Every deployment sets off a storm of alarms", "downtime"),
    ("en", "Hundreds of alert mails arrive every day", "alert-groups"),
    ("en", "When do we need bigger machines?", "graph-view-period"),
    ("en", "Only one person understands the monitoring rules", "monitor-memo"),
    ("en", "Nobody can say what was changed before it broke", "graph-annotations"),
]


@pytest.fixture(scope="module")
def requests():
    return [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


def test_the_requests_are_complete_and_their_answers_exist(answers, requests):
    assert len({row["id"] for row in requests}) == len({row["text"] for row in requests})
    known = answers.catalogue.solutions
    assert all(set(row["answers"]) <= known.keys() for row in requests)
    kinds = Counter((row["lang"], bool(row["answers"])) for row in requests)
    assert all(kinds[language, False] >= 55 for language in ("ja", "en"))
    assert all(kinds[language, True] >= 65 for language in ("ja", "en"))


def test_nine_of_ten_answers_are_among_the_first_three(answers, requests, language):
    rows = [row for row in requests if row["lang"] == language and row["answers"]]
    found = 0
    for row in rows:
        ids = {hit.solution.id for hit in answers.search(row["text"], language, 3)}
        found += not ids.isdisjoint(row["answers"])
    assert found >= 0.9 * len(rows)


@pytest.mark.parametrize(("language", "text", "wanted"), MUST_HAVES)
def test_the_product_s_own_story_is_answered_and_believed(answers, language, text, wanted):
    best = answers.search(text, language, 3)[0]
    assert best.solution.id == wanted
    assert best.fit >= 3


@pytest.mark.parametrize(("language", "text", "wanted"), EVERYDAY)
def test_what_people_say_in_passing_does_not_hide_what_they_need(answers, language, text, wanted):
    best = answers.search(text, language, 3)[0]
    assert best.solution.id == wanted
    assert best.fit >= 3


CALLS = {"twilio-notification", "pagerduty-notification"}
CALMS = {"notification-groups", "consecutive-attempts", "downtime", "alert-groups", "monitor-mute"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "夜間のアラートが多すぎて寝られない"),
        ("ja", "夜の通知がうるさくて眠れない"),
        ("ja", "深夜に何度も電話で起こされる"),
        ("ja", "夜間の呼び出しを減らしたい"),
        ("ja", "夜中に起こされるのがつらい"),
        ("ja", "アラートが多すぎて休めない"),
        ("en", "Too many alerts at night, I cannot sleep"),
        ("en", "I get woken up every night by alerts"),
        ("en", "The pager keeps me awake"),
        ("en", "Alerts at 3am ruin my sleep"),
    ],
)
def test_who_is_disturbed_is_not_offered_more_calls_first(answers, language, text):
    best = answers.search(text, language, 1)[0]
    assert best.solution.id in CALMS


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "夜中に起こしてほしい"),
        ("ja", "夜中に電話で叩き起こしてほしい"),
        ("en", "Wake me up at night when the site is down"),
    ],
)
def test_who_wants_to_be_woken_is_offered_calls_first(answers, language, text):
    assert answers.search(text, language, 1)[0].solution.id in CALLS


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "監視の設定を誰が変えたのか分からない"),
        ("en", "Nobody can tell who changed the monitoring settings"),
    ],
)
def test_who_changed_a_setting_is_answered_by_a_gap(answers, language, text):
    found = answers.find(text, language, 3)
    assert found.gaps[0].gap.id == "audit-log"
    assert found.gaps[0].confidence > found.answers[0].confidence


def test_wishes_that_cannot_be_fulfilled_have_a_low_confidence(answers, requests):
    confidences = {True: [], False: []}
    for row in requests:
        found = answers.search(row["text"], row["lang"], 1)
        confidences[bool(row["answers"])].append(found[0].confidence if found else 0.0)
    solvable, wishes = (sum(each) / len(each) for each in (confidences[True], confidences[False]))
    assert solvable - wishes > 0.25


def test_topics_are_ranked_as_by_comparing_every_document(answers, requests):
    index = answers._index
    for row in requests:
        asked = index._asked(Query(row["text"], index._katakana), row["lang"]).values()
        scores = Counter()
        found = set()
        for each in asked:
            if each.terms:
                found.update(each.documents.weights)
            for number, share in each.documents.weights.items():
                scores[number] += each.weight * share
        ranked = sorted(found, key=lambda number: (-scores[number], number))
        assert list(index.topics(row["text"], row["lang"])) == ranked[:20], row["text"]


def test_the_best_answers_are_those_of_scoring_every_document(answers, requests):
    for row in requests[::3]:
        every = answers.find(row["text"], row["lang"], 1_000)
        first = answers.find(row["text"], row["lang"], 5)
        assert first.answers == every.answers[:5], row["text"]
        assert first.gaps == every.gaps, row["text"]
