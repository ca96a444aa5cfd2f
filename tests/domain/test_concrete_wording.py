"""A wording composed of five answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.concrete_wording import PARTS, compose_wording

VAGUE = "監視ができない"


def test_a_vague_sentence_becomes_one_that_can_be_solved():
    parts = {
        "who": "夜間の当番",
        "what": "監視ができない",
        "where": "店舗のルーター",
        "how_often": "週に 2 回",
        "what_then": "朝まで気づかない",
    }
    assert compose_wording(parts, "ja") == (
        "夜間の当番が、店舗のルーターで、週に 2 回、監視ができない。そのため、朝まで気づかない"
    )
    english = {
        "who": "the night shift",
        "what": "nothing can be monitored.",
        "where": "on the shop routers",
        "how_often": "twice a week",
        "what_then": "nobody notices until morning.",
    }
    assert compose_wording(english, "en") == (
        "Nothing can be monitored (the night shift, on the shop routers, twice a week), "
        "so nobody notices until morning"
    )


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"who": "当番は"}, "当番は、監視ができない"),
        ({"where": "店舗には"}, "店舗には、監視ができない"),
        ({"how_often": "毎週。"}, "毎週、監視ができない"),
        ({"what_then": "人が足りない。"}, "監視ができない。そのため、人が足りない"),
        ({"who": "", "where": "  "}, VAGUE),
    ],
)
def test_missing_answers_leave_no_gap_and_no_particle_is_repeated(parts, words):
    assert compose_wording({"what": VAGUE} | parts, "ja") == words


def test_a_single_answer_is_kept_letter_by_letter(language):
    assert compose_wording({"what": "遅い。 Slow."}, language) == "遅い。 Slow."
    assert compose_wording({}, language) == ""


@given(st.dictionaries(st.sampled_from(PARTS), st.text(max_size=8)), st.sampled_from(("ja", "en")))
def test_no_answer_is_lost(parts, language):
    whole = compose_wording(parts, language).casefold()
    for text in parts.values():
        ends = "。．、，.,;；" + "".join(mark for mark in text if mark.isspace())
        assert text.strip(ends).casefold() in whole
