"""The judgement of a problem: an answer, candidates, a known gap, or too few words."""

from collections import Counter
from dataclasses import replace

import pytest

from benchmarks.requests import sets
from tests.helpers.own_catalogue import GAP_TEXT, own_catalogue
from tests.helpers.possible_gap import possible_gap
from workshop_app.domain.gap import GapEvidence
from workshop_app.i18n import Texts
from workshop_app.services.answers import Answers, GapHit
from workshop_app.services.judging import (
    distinguishing_question,
    judge,
    known_gap,
    quality_of,
    with_contrasts,
)
from workshop_app.services.match_quality import MatchQuality

STORY = {
    "ja": "内部のネットワーク機器の監視ができない",
    "en": "Cannot monitor internal network devices",
}
CLOSED = {
    "ja": "間違えて閉じたアラートを、発生中に戻したい",
    "en": "Somebody closed the wrong alert and we want it open again",
}
SEVERAL = {
    "ja": "アラートに担当者を割り当てて対応中の印を付けたい",
    "en": "Acknowledge an alert and assign it to a colleague",
}
TRAPS = {
    "ja": "機器から届くSNMPトラップをMackerelで受け取りたい",
    "en": "Receive SNMP traps from our switches",
}


def test_an_answer_shows_the_sentence_that_states_it(answers, language):
    judgement = judge(answers, (STORY[language],), language)
    assert judgement.quality is MatchQuality.ANSWER
    best = judgement.answers[0]
    assert best.near in best.solution.text(language).problems
    assert judgement.gap is None


def test_a_stated_gap_shows_its_source_and_why_the_nearest_falls_short(answers, language):
    judgement = judge(answers, (TRAPS[language],), language)
    assert judgement.quality is MatchQuality.GAP
    gap = judgement.gap
    text = gap.gap.text(language)
    assert gap.gap.id == "snmp-trap"
    assert gap.statement == gap.says == text.says
    assert text.source_heading in gap.source
    assert Texts(language).day(gap.gap.checked) in gap.source
    assert gap.source_url == text.source_url
    assert [near.solution.id for near in gap.nearest] == list(gap.gap.nearest)
    assert [near.falls_short for near in gap.nearest] == list(text.falls_short)
    assert gap.way_round == text.way_round


def test_a_gap_that_was_not_found_says_the_day_of_the_help(answers, language):
    gap = judge(answers, (SEVERAL[language],), language).gap
    day = Texts(language).day(gap.gap.checked)
    assert gap.headline == Texts(language)(
        "judging.headline.not_found", name=gap.gap.text(language).name
    )
    dated = Texts(language)("judging.help_of", day=day)
    assert dated in gap.statement
    assert gap.statement.replace(dated, Texts(language)("judging.help")) == gap.says
    assert all(word in gap.source for word in gap.gap.text(language).looked_for)


def test_without_a_source_in_the_help_the_day_is_before_the_sentence(answers):
    gap = next(
        each
        for each in answers.gaps.values()
        if each.evidence is GapEvidence.NOT_FOUND and "ヘルプ" not in each.ja.says
    )
    told = known_gap(answers, GapHit(gap=gap, score=1.0, confidence=1.0, matched=()), "ja")
    day = Texts("ja").day(gap.checked)
    assert told.statement == Texts("ja")("judging.not_found", day=day) + gap.ja.says


@pytest.mark.parametrize(("language", "text"), [("ja", "監視"), ("en", "monitor"), ("ja", "")])
def test_of_few_words_a_question_is_asked(answers, language, text):
    judgement = judge(answers, (text,), language)
    assert judgement.quality is MatchQuality.TOO_LITTLE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "会議室の予約"),
        ("ja", "トラックの運転手のうち誰が休むか事前に知りたい"),
        ("ja", "天気が崩れそうな日を早く知りたい"),
        ("ja", "社用車の予約が重なる"),
        ("en", "Which of our trucks' drivers will call in sick"),
        ("en", "We cannot book a meeting room"),
        ("en", "Nobody knows how many vacation days are left"),
    ],
)
def test_what_no_monitoring_knows_of_has_no_near_answer(answers, language, text):
    judgement = judge(answers, (text,), language)
    assert judgement.quality is MatchQuality.NOTHING_NEAR
    assert judgement.gaps == ()
    assert judgement.question == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "給与計算バッチが終わらない"),
        ("ja", "採用サイトが落ちていた"),
        ("ja", "空調の故障に気づけない"),
        ("en", "The payroll batch did not run"),
        ("en", "The booking page for meeting rooms is down"),
        ("en", "Parcel tracking page does not load"),
    ],
)
def test_a_system_for_such_a_matter_is_searched_for(answers, language, text):
    assert judge(answers, (text,), language).quality is not MatchQuality.NOTHING_NEAR


@pytest.mark.parametrize("name", ["tuning", "room", "real-tuning", "everyday", "rewritten"])
def test_no_labelled_request_is_about_something_else(answers, name):
    for each in sets()[name]:
        judgement = judge(answers, (each.text,), each.language)
        assert judgement.quality is not MatchQuality.NOTHING_NEAR, each.text


@pytest.mark.parametrize(
    ("language", "text"),
    [("ja", "誰が対応しているか分からない"), ("ja", "誰が対応"), ("en", "who handles it")],
)
def test_words_that_any_request_may_contain_count_where_little_else_is_said(
    answers, language, text
):
    judgement = judge(answers, (text,), language)
    assert judgement.quality in (MatchQuality.GAP, MatchQuality.CANDIDATES)
    assert judgement.gaps[0].gap.id == "alert-assignee"


def test_what_is_said_of_labelled_requests_is_mostly_true(answers):
    said = {True: Counter(), False: Counter()}
    right_gaps = 0
    for request in [*sets()["tuning"], *sets()["held out"]]:
        found = answers.find(request.text, request.language)
        quality = quality_of(found)
        said[bool(request.answers)][quality] += 1
        right_gaps += quality is MatchQuality.GAP and found.gaps[0].gap.id in request.gaps
    solvable = said[True]
    wishes = said[False]
    assert solvable[MatchQuality.ANSWER] >= 0.65 * solvable.total()
    misled = solvable[MatchQuality.GAP] + solvable[MatchQuality.TOO_LITTLE]
    assert misled <= 0.06 * solvable.total()
    assert wishes[MatchQuality.ANSWER] <= 0.1 * wishes.total()
    assert right_gaps >= 0.6 * wishes.total()


def test_the_absence_of_an_answer_is_never_stated(answers):
    judgement = judge(answers, ("弁当の献立を毎朝くじ引きで決めて印刷してほしい",), "ja")
    assert judgement.quality in (MatchQuality.CANDIDATES, MatchQuality.TOO_LITTLE)


def test_a_gap_of_ones_own_catalogue_is_judged_too(tmp_path):
    gap = GAP_TEXT.replace("{name}", "night")
    folder = own_catalogue(tmp_path / "inhouse", gaps={"night": gap})
    answers = Answers(folders=lambda: [folder])
    judgement = judge(answers, ("工場の網を今夜のうちにつなぎたい",), "ja")
    assert judgement.gap.gap.id == "inhouse/night"
    assert judgement.gap.nearest[0].solution.id == "inhouse/vpn"


def test_several_gaps_are_shown_in_turn_and_lead_back_to_the_first(answers, language):
    judgement = judge(answers, (SEVERAL[language],), language)
    ids = [gap.gap.id for gap in judgement.gaps]
    assert set(ids) == {"alert-acknowledge", "alert-assignee"}
    found = [hit.gap.id for hit in answers.find(SEVERAL[language], language).gaps]
    assert ids == [each for each in found if each in ids]
    assert judgement.gap is judgement.gaps[0]
    assert judgement.gap_beside(1) is judgement.gaps[1]
    assert judgement.gap_beside(-1) is judgement.gaps[-1]
    following = judgement.with_gap(judgement.gaps[1])
    assert following.gap_beside(1) is judgement.gap
    alone = judge(answers, (CLOSED[language],), language)
    assert alone.gap_beside(1) is alone.gap
    plain = judge(answers, (STORY[language],), language)
    assert (plain.gaps, plain.gap_beside(1)) == ((), None)


def test_a_possible_gap_beside_candidates_is_named_and_not_stated(answers):
    judgement = judge(answers, (possible_gap(answers),), "ja")
    assert judgement.gap is None
    assert judgement.gap_beside(1) is judgement.gaps[0]


def test_candidates_are_parted_by_a_question_that_was_not_answered_already(answers):
    judged = {
        text: judge(answers, (text,), "ja")
        for text in (
            "ログを集めて量も見たい",
            "アカウントのない取引先に、グラフを1枚見せたい日がある",
        )
    }
    parted, answered = judged.values()
    assert {each.quality for each in judged.values()} == {MatchQuality.CANDIDATES}
    assert parted.question == parted.answers[0].solution.ja.asks
    assert parted.question
    assert answered.question != answered.answers[0].solution.ja.asks


def test_only_candidates_are_asked_about(answers):
    asked = 0
    for request in (*sets()["tuning"], *sets()["talk"]):
        judgement = judge(answers, (request.text,), request.language)
        if judgement.quality is not MatchQuality.CANDIDATES:
            assert judgement.question == ""
        elif judgement.question:
            asked += 1
            texts = [hit.solution.text(request.language) for hit in judgement.answers[:3]]
            own = {text.asks for text in texts} | {texts[0].asks_product}
            assert judgement.question in own, "no name of an answer or a gap"
    assert asked > 10


@pytest.mark.parametrize(
    ("text", "language", "question"),
    [
        ("データベースの接続が上限に近い", "ja", "どのデータベースですか"),
        ("Our database runs out of connections", "en", "Which database is it?"),
        ("Post alerts to our chat tool", "en", "Which chat tool is it?"),
    ],
)
def test_answers_that_differ_only_by_product_are_parted_by_asking_for_it(
    answers, text, language, question
):
    judgement = judge(answers, (text,), language)
    assert judgement.quality is MatchQuality.CANDIDATES
    assert judgement.question == question


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("MySQLの接続が上限に近い", "ja", "check-mysql"),
        ("PostgreSQL runs out of connections", "en", "check-postgresql"),
        ("SQL Serverのロック待ちをグラフで見たい", "ja", "mackerel-plugin-mssql"),
        ("Post alerts to Slack", "en", "slack-notification"),
        ("See RDS next to our servers", "en", "aws-integration"),
    ],
)
def test_a_product_that_was_named_is_not_asked_for(answers, text, language, first):
    judgement = judge(answers, (text,), language)
    assert judgement.quality is MatchQuality.ANSWER
    assert judgement.answers[0].solution.id == first


def test_a_candidate_that_hardly_fits_asks_nothing(answers):
    found = answers.search("ログを集めて量も見たい", "ja")[:1]
    assert distinguishing_question(found, "ja") == found[0].solution.ja.asks
    assert distinguishing_question([replace(found[0], confidence=0.0)], "ja") == ""


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("辞めた人のIDが消えていない", "ja", "invite-members"),
        ("Ex-employees can still sign in", "en", "invite-members"),
        ("Management asks when the outage started", "en", "graph-view-period"),
        ("画面が重いと利用者から電話が来る", "ja", "external-response-time"),
        ("Clients ring us because the shop is slow", "en", "external-response-time"),
        ("The site's certificate had expired by the morning", "en", "external-cert-expiration"),
        ("We get alerts while doing maintenance", "en", "downtime"),
    ],
)
def test_everyday_problems_find_the_plainest_answer_first(answers, text, language, first):
    judgement = judge(answers, (text,), language)
    assert judgement.quality is MatchQuality.ANSWER
    assert judgement.answers[0].solution.id == first


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("障害の報告書を書くのに丸二日かかる", "ja"),
        ("買い物かごの反応が、セールの日だけ遅くなる", "ja"),
        ("患者さんの待ち時間を短くしたい", "ja"),
        ("Nobody knows who to call at the weekend", "en"),
        ("Some customers get an error page although the servers look fine", "en"),
        ("The only person who understood the thresholds has retired", "en"),
    ],
)
def test_no_question_is_asked_that_has_no_word_of_the_problem(answers, text, language):
    judgement = judge(answers, (text,), language)
    assert judgement.quality is MatchQuality.CANDIDATES
    assert judgement.question == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("与信照会の応答が月末だけ遅くなるが原因がわからない", "ja"),
        ("サーバーごとに監視ツールが違い、画面を六つ並べて見ている", "ja"),
        ("The ward system gets slow at shift change and nobody can say why", "en"),
    ],
)
def test_a_gap_that_shares_only_common_words_is_not_asked_about(answers, text, language):
    assert judge(answers, (text,), language).gaps == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nobody knows who to call at the weekend", "en"),
        ("On public holidays nobody is sure whose phone should ring", "en"),
        ("休みの日に、誰に連絡すればよいのか分からない", "ja"),
    ],
)
def test_whom_to_tell_is_answered_by_notification_groups(answers, text, language):
    found = judge(answers, (text,), language).answers
    assert found[0].solution.id == "notification-groups"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We want the alert read aloud in the bakehouse", "en"),
        ("稟議に判子が七つ要る", "ja"),
        ("停電したときに、機械を順番に止めてほしい", "ja"),
    ],
)
def test_no_answer_is_stated_because_of_the_setting_of_its_problems(answers, text, language):
    assert judge(answers, (text,), language).quality is not MatchQuality.ANSWER


def test_where_another_answer_contains_more_of_the_words_the_room_is_asked(answers):
    judgement = judge(answers, ("昨日の障害が始まった時刻が分からない",), "ja")
    assert judgement.quality is MatchQuality.CANDIDATES
    assert judgement.answers[0].solution.id == "graph-view-period"
    assert judgement.question


@pytest.mark.parametrize(
    ("text", "language", "gap"),
    [
        ("深夜の呼び出しがいつも自分ばかり", "ja", "on-call-rotation"),
        ("One engineer always has to answer at night", "en", "on-call-rotation"),
        ("メニューの言葉を社内の言い方にしたい", "ja", "own-terms-on-screens"),
        ("Change the labels of the UI to our vocabulary", "en", "own-terms-on-screens"),
    ],
)
def test_everyday_wishes_that_mackerel_lacks_are_stated_or_asked_about(
    answers, text, language, gap
):
    judgement = judge(answers, (text,), language)
    assert judgement.quality in (MatchQuality.GAP, MatchQuality.CANDIDATES)
    assert judgement.gaps[0].gap.id == gap


def test_a_catalogue_of_ones_own_may_have_questions_too(tmp_path):
    asks = "閉域から監視用の通信だけを外へ出したいですか"
    folder = own_catalogue(tmp_path / "inhouse", extra=f'asks = "{asks}"\n')
    answers = Answers(folders=lambda: [folder])
    assert answers.faults == ()
    assert answers.solution("inhouse/vpn").ja.asks == asks
    found = answers.search("閉域のサーバーが見えない", "ja")
    assert found[0].solution.id == "inhouse/vpn"
    assert distinguishing_question(found[:1], "ja") == asks
    own_catalogue(tmp_path / "long", extra=f'asks = "{asks * 3}"\n')
    wrong = Answers(folders=lambda: [tmp_path / "long"])
    assert [fault.problem for fault in wrong.faults] == ["too_long"]


def test_no_gap_is_stated_of_lines_for_which_one_was_stated_wrongly(answers):
    rows = sets()["denied"]
    assert Counter(row.language for row in rows) == {"ja": 27, "en": 23}
    stated = {
        row.text: judgement.gap.gap.id
        for row in rows
        if (judgement := judge(answers, (row.text,), row.language)).gap
    }
    assert stated == {}


def test_a_gap_beside_an_answer_that_may_fit_is_not_asked_about_by_its_name(answers, language):
    """The answer is among those that the gap names as nearest."""
    text = {
        "ja": "夜間の呼び出しを交代制にして、当番の人にだけ鳴らしたい",
        "en": "Who changed that threshold?",
    }[language]
    judgement = judge(answers, (text,), language)
    assert judgement.quality is MatchQuality.CANDIDATES
    assert judgement.gap is None
    gap = judgement.gaps[0].gap
    best = judgement.answers[0].solution
    assert best.id in gap.nearest
    assert judgement.question in {hit.solution.text(language).asks for hit in judgement.answers} | {
        ""
    }


def test_each_candidate_shows_the_limit_that_tells_it_from_the_others(answers, language):
    text = {"ja": "証明書の期限を見張りたい", "en": "Watch when certificates expire"}[language]
    found = answers.search(text, language, 8)
    shown = with_contrasts([replace(hit, confidence=0.0, limit="") for hit in found], language)
    other = [hit for hit in shown if hit.limit not in ("", hit.solution.text(language).limits[0])]
    assert all(hit.limit in ("", *hit.solution.text(language).limits) for hit in shown)
    assert other
