import json

import pytest

from tests.helpers.sessions import open_session
from workshop_app.catalogue.loader import load
from workshop_app.domain.outcome import CardKind
from workshop_app.i18n import Texts
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.solving import PlayCard

REQUEST = "内部のネットワーク機器の監視ができない"


def test_one_text_gives_ranked_answers_with_the_words_that_matched(terminal, tmp_path):
    answer = terminal("suggest", REQUEST)
    assert answer.code == 0
    assert answer.err == ""
    found = json.loads(answer.out)
    assert set(found) == {"answers", "fits", "verdict"}
    assert found["verdict"] == "answer"
    assert found["answers"][0]["id"] == "network-device-monitoring"
    assert all(set(each) == {"id", "score", "matched"} for each in found["answers"])
    assert all(word in REQUEST for word in found["answers"][0]["matched"])
    scores = [each["score"] for each in found["answers"]]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 5
    assert 0 < found["fits"] <= 1
    assert not (tmp_path / "home").exists()


def test_the_limit_and_the_language_can_be_given(terminal):
    found = json.loads(terminal("suggest", "SNMP", "--limit", "2", "--lang", "en").out)
    assert len(found["answers"]) == 2


@pytest.mark.parametrize("text", ["", "？！", "zzzzqqqq", "\udcff"])
def test_a_text_without_an_answer_has_none(terminal, text):
    found = json.loads(terminal("suggest", text).out)
    assert found == {"answers": [], "fits": 0.0, "verdict": "too_little"}


def test_a_batch_is_answered_line_by_line_in_order(terminal, tmp_path):
    rows = [
        {"id": "b", "lang": "ja", "text": REQUEST},
        {"id": 1, "text": "We cannot monitor our internal network devices"},
        {"id": "none", "lang": "en", "text": "zzzzqqqq", "more": True},
    ]
    file = tmp_path / "batch.jsonl"
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    file.write_text(lines[0] + "\n\n" + "\n".join(lines[1:]) + "\n", encoding="utf-8")
    answer = terminal("suggest", "--batch", file)
    assert answer.code == 0
    found = [json.loads(line) for line in answer.out.splitlines()]
    assert [each["id"] for each in found] == ["b", 1, "none"]
    assert all(set(each) == {"id", "answers", "fits", "verdict"} for each in found)
    assert all(set(hit) == {"id", "score"} for each in found for hit in each["answers"])
    assert [each["answers"][0]["id"] for each in found[:2]] == ["network-device-monitoring"] * 2
    assert found[2] == {"id": "none", "answers": [], "fits": 0.0, "verdict": "too_little"}


def test_batch_and_single_agree(terminal, tmp_path):
    file = tmp_path / "batch.jsonl"
    file.write_text(json.dumps({"id": 1, "lang": "ja", "text": REQUEST}), encoding="utf-8")
    one = json.loads(terminal("suggest", REQUEST).out)
    many = json.loads(terminal("suggest", "--batch", file).out)
    assert (many["fits"], many["verdict"]) == (one["fits"], one["verdict"])
    assert [hit["id"] for hit in many["answers"]] == [hit["id"] for hit in one["answers"]]


@pytest.mark.parametrize(
    ("language", "wish", "looked_for"),
    [
        ("ja", "間違えて閉じたアラートを、発生中に戻したい", "再オープン"),
        ("en", "Somebody closed the wrong alert and we want it open again", "reopen"),
    ],
)
def test_a_known_gap_is_shown_with_its_source_and_the_nearest_answers(
    terminal, tmp_path, language, wish, looked_for
):
    found = json.loads(terminal("suggest", wish).out)
    assert found["verdict"] == "gap"
    assert set(found["gap"]) == {"id", "says", "source", "nearest"}
    assert found["gap"]["id"] == "alert-undo-close"
    assert found["gap"]["nearest"] == ["alert-list"]
    checked = load().gaps["alert-undo-close"].checked
    assert Texts(language).day(checked) in found["gap"]["says"]
    assert looked_for in found["gap"]["source"]
    assert found["answers"]
    file = tmp_path / "batch.jsonl"
    file.write_text(json.dumps({"id": 1, "lang": language, "text": wish}), encoding="utf-8")
    many = json.loads(terminal("suggest", "--batch", file).out)
    assert (many["verdict"], many["gap"]) == ("gap", found["gap"])


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "7", '{"id": 1}', '{"text": "x"}', '{"id": 1, "text": 7}', "[" * 20_000,
     '{"id": ' + "9" * 6_000 + ', "text": "x"}'],
)  # fmt: skip
def test_a_broken_line_is_named(terminal, tmp_path, line, language):
    file = tmp_path / "batch.jsonl"
    file.write_text("\n" + line, encoding="utf-8")
    assert "2" in terminal("suggest", "--batch", file, "--lang", language).refusal


def test_text_and_batch_exclude_each_other(terminal, tmp_path):
    terminal("suggest").refusal  # noqa: B018 - looks at the answer
    terminal("suggest", "x", "--batch", tmp_path / "x").refusal  # noqa: B018
    assert "x.jsonl" in terminal("suggest", "--batch", tmp_path / "x.jsonl").refusal


def test_with_a_store_earlier_choices_are_shown(terminal, tmp_path):
    store = tmp_path / "w.db"
    session = open_session(store)
    problem = str(session.execute(AddProblem(REQUEST)))
    session.execute(PlayCard(problem, CardKind.SOLUTION, "答え", catalogue_id="sabatrafficd"))
    session.store.close()
    found = json.loads(terminal("suggest", REQUEST, "--store", store).out)
    told = {each["id"]: each.get("chosen") for each in found["answers"]}
    assert told["sabatrafficd"] == {"times": 1, "last": "2026-12-03"}
    assert [told[name] for name in told if name != "sabatrafficd"] == [None] * 4
    plain = json.loads(terminal("suggest", REQUEST).out)
    assert plain["fits"] == found["fits"]
    assert not any("chosen" in each for each in plain["answers"])


def test_a_batch_opens_no_store(terminal, tmp_path):
    file = tmp_path / "batch.jsonl"
    file.write_text(json.dumps({"id": 1, "text": REQUEST}), encoding="utf-8")
    assert terminal("suggest", "--batch", file, "--store", tmp_path / "none.db").code == 0
    refused = terminal("suggest", REQUEST, "--store", tmp_path / "none.db")
    assert refused.code == 2
    assert "none.db" in refused.err
