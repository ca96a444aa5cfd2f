from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.gap import Gap, GapEvidence, GapText
from workshop_app.domain.solution import Solution, SolutionText
from workshop_app.search.index import SearchIndex

EMPTY = SolutionText(
    name="", what="", problems=(), other_names=(), limits=(), first_steps=(), search_words=(),
    help_path="", help_url="",
)  # fmt: skip


def entry(solution_id, ja=None, en=None):
    return Solution(
        id=solution_id,
        kind="feature",
        checked="2026-11-24",
        ja=replace(EMPTY, **(ja or {})),
        en=replace(EMPTY, **(en or {})),
    )


ENTRIES = (
    entry(
        "downtime",
        {"name": "ダウンタイム", "problems": ("メンテナンス中の通知を止めたい",)},
        {"name": "Downtime", "problems": ("Stop notifications during maintenance",)},
    ),
    entry(
        "snmp",
        {"name": "SNMPプラグイン", "what": "ネットワーク機器の値を集める。"},
        {"name": "SNMP plugin", "what": "Collects values from network devices."},
    ),
    entry(
        "dashboard",
        {"name": "ダッシュボード", "limits": ("通知はできない",)},
        {"name": "Dashboards", "what": "Shows graphs side by side."},
    ),
)


@pytest.fixture(scope="module")
def index():
    return SearchIndex(ENTRIES)


def ids(index, text, language="ja", limit=10):
    return [hit.id for hit in index.search(text, language, limit).entries]


def test_words_of_two_characters_are_found(index):
    assert ids(index, "機器") == ["snmp"]
    assert set(ids(index, "通知")) == {"downtime", "dashboard"}


def test_what_a_user_says_counts_more_than_a_limit(index):
    assert ids(index, "通知")[0] == "downtime"


def test_any_word_is_enough_and_more_words_come_first(index):
    found = ids(index, "メンテナンス 通知 機器")
    assert found[0] == "downtime"
    assert set(found) == {"downtime", "dashboard", "snmp"}


@pytest.mark.parametrize("text", ["notification", "notifications", "Notified? NOTIFICATIONS!"])
def test_english_words_are_found_in_other_forms(index, text):
    assert ids(index, text, "en")[0] == "downtime"
    assert "snmp" not in ids(index, text, "en")


def test_a_word_still_being_typed_is_found(index):
    assert ids(index, "SNM", "ja") == ["snmp"]


def test_both_languages_are_searched_and_the_query_language_is_preferred(index):
    assert ids(index, "maintenance", "ja") == ["downtime"]
    own, other = (
        index.search("maintenance", language).entries[0].score for language in ("en", "ja")
    )
    assert own > other


def test_width_and_case_do_not_matter(index):
    assert ids(index, "ｓｎｍｐ") == ids(index, "snmp") == ["snmp"]
    assert ids(index, "ﾀﾞｳﾝﾀｲﾑ") == ["downtime"]


@pytest.mark.parametrize("typed", ["だうんたいむ", "だうんたいむが", "次のだうんたいむを"])
def test_a_foreign_word_in_hiragana_is_found_and_shown_as_typed(index, typed):
    best = index.search(typed, "ja").entries[0]
    assert best.id == "downtime"
    assert "だうんたいむ" in best.matched


def test_the_limit_is_kept_and_nothing_gives_nothing(index):
    assert len(ids(index, "通知 機器 ダッシュボード", limit=2)) == 2
    assert ids(index, "") == ids(index, "？！") == ids(index, "株式会社") == []


def test_fit_grows_with_what_is_covered(index):
    whole, part = index.search("メンテナンス中の通知を止めたい", "ja").entries
    assert (whole.id, part.id) == ("downtime", "dashboard")
    assert whole.fit == 4
    assert part.fit == 1
    assert 0 < part.confidence < whole.confidence <= 1


def test_one_common_word_is_no_good_fit():
    index = SearchIndex([*ENTRIES, SOUND])
    assert max(hit.fit for hit in index.search("通知", "ja").entries) <= 2


def test_matched_words_are_shown_as_typed(index):
    assert index.search("ＳＮＭＰの機器", "ja").entries[0].matched == ("ＳＮＭＰ", "機器")


def test_equal_entries_are_in_a_fixed_order():
    same = SearchIndex(entry(solution_id, {"name": "監視"}) for solution_id in "cab")
    assert ids(same, "監視") == ["a", "b", "c"]


def test_an_empty_catalogue_has_no_answers():
    assert ids(SearchIndex(()), "監視") == []


@given(st.text(max_size=60), st.sampled_from(["ja", "en"]))
def test_any_text_is_searched_without_fault(index, text, language):
    for hit in index.search(text, language).entries:
        assert 1 <= hit.fit <= 4
        assert 0 <= hit.confidence <= 1


def test_a_wish_for_what_a_limit_rules_out_is_not_believed(index):
    (asked, *_), (ruled_out, *_) = (
        index.search(text, "ja").entries
        for text in ("ダッシュボードを見たい", "ダッシュボードの通知")
    )
    assert asked.id == ruled_out.id == "dashboard"
    assert ruled_out.confidence < asked.confidence


def test_a_name_said_whole_comes_first():
    index = SearchIndex(
        [
            entry("a", {"name": "通知グループ", "problems": ("通知をSlackに送りたい",)}),
            entry("slack-notification", {"name": "Slack通知", "what": "知らせる。"}),
        ]
    )
    assert ids(index, "Slack通知")[0] == "slack-notification"


def test_synonyms_carry_a_query_to_the_other_language():
    index = SearchIndex([entry("cert", {"name": "証明書の期限"}), entry("x", {"name": "ping"})])
    assert ids(index, "SSL renewal", "en") == ["cert"]


WISH = "通知の音を自分で選びたい"
SOUND = Gap(
    id="sound",
    evidence=GapEvidence.NOT_FOUND,
    checked="2026-11-26",
    nearest=("downtime",),
    ja=GapText(name="通知の音", wishes=(WISH,), says="音を選ぶ設定は見あたらない。"),
    en=GapText(name="Sound", wishes=("Choose the sound",), says="The help shows no sounds."),
)


def test_gaps_are_found_beside_entries_and_believed_where_no_entry_says_it():
    index = SearchIndex([*ENTRIES, SOUND])
    found = index.search(WISH, "ja")
    assert [hit.id for hit in found.gaps] == ["sound"]
    assert found.gaps[0].near == 0
    assert "sound" not in [hit.id for hit in found.entries]
    assert found.gaps[0].confidence > found.entries[0].confidence
    stopped = index.search("メンテナンス中の通知を止めたい", "ja")
    assert stopped.entries[0].confidence > stopped.gaps[0].confidence


def test_a_gap_that_is_meant_lowers_the_belief_in_an_entry():
    with_gap, without = (
        SearchIndex(records).search(WISH, "ja").entries[0].confidence
        for records in ([*ENTRIES, SOUND], ENTRIES)
    )
    assert with_gap < without


def test_texts_about_the_same_entry_are_alike_across_languages_and_others_are_not(index):
    def alike(one, other):
        return sum(weight * other.get(place, 0.0) for place, weight in one.items())

    japanese = index.topics("ダウンタイムを登録したい", "ja")
    english = index.topics("Stop it during maintenance", "en")
    network = index.topics("Values of network devices", "en")
    assert alike(japanese, english) > 0.9
    assert alike(japanese, network) < 0.1
    assert alike(english, english) == pytest.approx(1.0)
    assert index.topics("", "ja") == {}


def test_an_entry_is_not_trusted_if_another_one_contains_more_of_the_query():
    things = (
        "名札",
        "地図",
        "目録",
        "帳票",
        "領収",
        "請求",
        "伝票",
        "台帳",
        "名簿",
        "葉書",
        "封筒",
        "献立",
    )
    often = tuple(f"{thing}{particle}印刷" for thing in things for particle in "をのはも")
    index = SearchIndex(
        (
            entry("often", {"name": "印刷", "problems": often}),
            entry("report", {"name": "鉛筆", "problems": ("日報の印刷を忘れ、鉛筆で書いた",)}),
            entry("place", {"name": "工場", "problems": ("工場の日報",)}),
        )
    )
    wanted, doubted = (index.search(text, "ja").entries[0] for text in ("名札を印刷", "日報を印刷"))
    assert wanted.id == doubted.id == "often"
    assert wanted.confidence > 0.55
    assert doubted.confidence <= 0.5
