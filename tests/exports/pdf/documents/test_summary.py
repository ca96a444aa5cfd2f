"""The participants' summary, read back as text the way a participant reads it."""

from dataclasses import replace

import pytest

from tests.helpers.builders import (
    a_card,
    a_participant,
    a_problem,
    a_request,
    a_state,
    a_tally,
    a_theme,
    a_workshop,
    an_action,
    an_answer,
    an_appraisal,
)
from tests.helpers.papers import (
    pages_of,
    pdf_of,
    sample_state,
    solutions,
    squeezed,
    text_of,
    words_of,
)
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.promises import Promise
from workshop_app.domain.workshop import Attendance
from workshop_app.i18n import LANGUAGES, Texts

THREE = (
    "プロトコル(HTTP/HTTPS以外)を指定して外形監視ができない",
    "内部のネットワーク機器の監視ができない",
    "ダッシュボード上でグラフの表示期間の変更ができない",
)


def printed(state, language="ja"):
    return words_of(pdf_of(state, "summary", language))


def has(text, *parts):
    return [part for part in parts if squeezed(part) not in text] == []


@pytest.fixture(scope="module", params=LANGUAGES)
def sample(request):
    """The sample workshop in one language with its summary's text."""
    state = sample_state(request.param)
    return state, printed(state, request.param)


def test_the_three_requests_come_back_word_for_word():
    assert has(printed(sample_state("ja")), *(f"「{words}」" for words in THREE))


def test_every_problem_is_there_in_its_first_and_in_its_concrete_words(sample):
    state, text = sample
    for problem in state.problems:
        assert has(text, problem.first_wording, problem.wording)


def test_what_was_chosen_comes_by_votes_and_the_others_after(sample):
    state, text = sample
    firsts = [text.index(squeezed(problem.wording)) for problem in state.chosen]
    assert firsts == sorted(firsts)
    others = [problem for problem in state.listed if not problem.chosen]
    assert min(text.rindex(squeezed(problem.title)) for problem in others) > firsts[-1]


def test_each_solution_has_its_name_and_its_address_in_full(sample):
    state, text = sample
    chosen = {problem.id for problem in state.chosen}
    for card in state.cards:
        if card.kind is CardKind.SOLUTION:
            words = solutions()[card.catalogue_id].text(state.workshop.language)
            assert has(text, words.name, words.help_url, words.what)
            if card.problem_id in chosen:
                assert has(text, *words.first_steps, *words.limits, words.help_path)
                assert has(text, card.search_words)


def test_the_other_cards_and_the_reason_why_not_are_there(sample):
    state, text = sample
    spoken = [card for card in state.cards if card.kind not in (CardKind.SOLUTION, CardKind.UPDATE)]
    assert has(text, *(card.title for card in spoken), *(card.text for card in spoken))
    assert has(text, *(problem.not_ours_reason for problem in state.problems))


def test_what_follows_is_there(sample):
    state, text = sample
    assert has(text, *(action.text for action in state.actions), state.workshop.next_note)
    alone = [line for who in state.participants for line in who.can_do_alone.splitlines()]
    assert has(text, *alone)


def test_nobody_is_named_beside_a_problem(sample):
    state, text = sample
    begin = text.index(squeezed(state.chosen[0].first_wording))
    end = text.index(squeezed(state.actions[0].text))
    for who in state.participants:
        assert squeezed(who.name) in text
        assert squeezed(who.name) not in text[begin:end]


def test_what_was_said_as_background_stays_in_the_room(sample):
    state, text = sample
    kept = {problem.answer_id for problem in state.problems}
    for answer in state.answers:
        if answer.id not in kept:
            assert squeezed(answer.text) not in text


def test_the_counts_are_the_real_ones():
    state = sample_state("ja")
    said = [one for problem in state.listed for one in state.promises_of(problem).values()]
    solved, requests, again = (
        said.count(one) for one in (Promise.SOLVED, Promise.TO_SEND, Promise.ASK_AGAIN)
    )
    assert requests == len(state.requests)
    assert again == 1
    text = printed(state)
    assert f"課題を{len(state.listed)}件挙げ、{len(state.chosen)}件を選んで" in text
    assert f"{solved}件は、いまのMackerelで解決できる" in text
    assert f"{requests}件は、要望として製品チームに伝えます。" in text
    assert f"{again}件は、もう一度うかがってから決めます。" in text
    assert "結論の出ていない課題はありません。" in text


def test_an_english_summary_is_english():
    text = printed(sample_state("en"), "en")
    assert [letter for letter in text if "\u3040" <= letter <= "\u9fff"] == []


def test_a_japanese_workshop_is_handed_out_in_english_too():
    text = printed(sample_state("ja"), "en")
    assert has(text, "Today in brief", "What we worked on", *THREE)
    name = solutions()["dashboard-graph-period"].en.name
    assert has(text, name)


def test_a_workshop_that_has_only_begun_is_printed_honestly():
    text = printed(a_state())
    assert has(text, "課題は、まだ挙がっていません。", "アクションは、まだありません。", "メモ")
    unsaid = replace(a_workshop(), title="", date="", created_at="")
    assert "日付なし" in pages_of(pdf_of(a_state(workshop=unsaid)))[0]


def test_what_was_chosen_but_not_reached_is_printed_as_open():
    problem = a_problem(chosen=True)
    assert has(printed(a_state(problems=(problem,))), "未定", "結論まで届きませんでした")


def test_a_request_is_passed_on_and_nothing_is_promised():
    problem = a_problem(chosen=True)
    state = a_state(
        problems=(problem,),
        cards=(a_card(problem, CardKind.UPDATE),),
        requests=(a_request(problem, title="待ち時間を変えたい"),),
        appraisals=(an_appraisal(problem),),
    )
    text = printed(state)
    assert has(text, "要望", "待ち時間を変えたい", "製品チームに伝えます。")
    assert text.count("お約束できません。") == 1


def test_not_ours_comes_with_its_reason():
    problem = a_problem(chosen=True, not_ours_reason="勤怠システムで行うため")
    assert has(printed(a_state(problems=(problem,))), "対象外 勤怠システムで行うため")


def test_an_appraised_problem_tells_the_deciding_rule():
    problem = a_problem(chosen=True)
    appraisal = an_appraisal(problem, {Criterion.OURS: "no"})
    text = printed(a_state(problems=(problem,), appraisals=(appraisal,)))
    assert has(text, "対象外です（理由：Mackerel の役目ではない）。")


def test_an_overruled_verdict_is_told_with_its_reason_and_without_who_decided():
    problem = a_problem(chosen=True)
    appraisal = an_appraisal(
        problem, override=Verdict.LATER, override_reason="来年まで待てる", override_by="進行 花子"
    )
    text = printed(a_state(problems=(problem,), appraisals=(appraisal,)))
    assert has(text, "いまは見送ります（理由：来年まで待てる）。")
    assert "進行花子" not in text


def test_a_half_done_appraisal_is_not_shown():
    problem = a_problem(chosen=True)
    appraisal = an_appraisal(problem, {Criterion.WHO: "known"}, who_ground="秘めた根拠")
    text = printed(a_state(problems=(problem,), appraisals=(appraisal,)))
    assert "目利き" not in text
    assert "秘めた根拠" not in text


def test_merged_words_are_kept_under_their_problem():
    problem, other = a_problem(1, "大もとのことば", chosen=True), a_problem(2, "まとめたことば")
    third, fourth = a_problem(3, "選ばなかったことば"), a_problem(4, "それに足したことば")
    merged = replace(other, merged_into=problem.id), replace(fourth, merged_into=third.id)
    text = printed(a_state(problems=(problem, third, *merged)))
    assert has(text, "課題 2 から一緒にしたことば「まとめたことば」")
    assert has(text, "一緒にした課題 4：「それに足したことば」")


def test_the_table_of_the_others_tells_theme_votes_and_outcome():
    theme = a_theme()
    problem = a_problem(7, "表に載ることば", theme_id=theme.id)
    state = a_state(problems=(problem,), themes=(theme,), tallies=(a_tally(problem, 3),))
    assert has(printed(state), "7 表に載ることば", theme.name, "3 未定")


def test_an_entry_that_left_the_catalogue_is_still_named():
    problem = a_problem(chosen=True)
    card = a_card(problem, catalogue_id="gone", title="昔の手段", text="覚え書き")
    text = printed(a_state(problems=(problem,), cards=(card,)))
    assert has(text, "昔の手段", "覚え書き", "いまのカタログにはありません。")


def test_who_was_absent_is_not_among_those_present():
    people = (
        a_participant(1, "青木 健", team="運用"),
        a_participant(2, "井上 美咲", attendance=Attendance.LATE),
        a_participant(3, "上田 亮", attendance=Attendance.ABSENT),
    )
    text = text_of(pdf_of(a_state(participants=people)))
    assert "運用：青木 健 様" in text
    assert "参加：井上 美咲 様" in text
    assert "上田" not in text


def test_an_action_tells_who_and_when_and_what_is_not_settled():
    people = (a_participant(1, "青木 健"),)
    actions = (
        an_action(1, "調べる", owner_id=people[0].id, due="2026-12-10"),
        an_action(2, "送る", owner_name="高橋（CRE）", due="2027-01-08", done=True),
        an_action(3, "考える"),
    )
    text = printed(a_state(participants=people, actions=actions))
    assert has(text, "調べる 青木 健 様 12月10日(木)")
    assert has(text, "（済）送る 高橋（CRE） 2027年1月8日(金)")
    assert has(text, "考える まだ決まっていません まだ決まっていません")


def test_context_answers_are_not_printed():
    assert "2か月前です" not in printed(a_state(answers=(an_answer(),)))


def test_the_outcomes_are_counted_in_a_chart(sample):
    state, text = sample
    kinds = [kind for problem in state.listed for kind in state.outcomes_of(problem)]
    words = Texts(state.workshop.language)
    title = squeezed(words("papers.charts.outcomes"))
    chart = text[text.index(title) :]
    for kind in OutcomeKind:
        assert has(chart[:200], f"{words(f'cards.outcome.{kind}')}{kinds.count(kind)}")


def test_the_votes_stand_in_a_chart_with_near_ties_and_earlier_rounds():
    problems = tuple(a_problem(n, f"ことば{n}") for n in (1, 2, 3))
    first = tuple(a_tally(each, 4 + each.number) for each in problems)
    second = tuple(
        replace(a_tally(each, votes), id=f"second-{each.number}", round=2)
        for each, votes in zip(problems[:2], (9, 3), strict=True)
    )
    workshop = replace(a_workshop(), round=2)
    text = printed(a_state(workshop=workshop, problems=problems, tallies=first + second))
    assert has(text, "順位 課題 1 回目 票", "1 課題 1 ことば1 5 9", "2 課題 2 ことば2 6 3")
    assert "僅差" not in text
    one = printed(a_state(problems=problems, tallies=first))
    assert has(one, "1= 課題 3 ことば3 7", "1= 課題 2 ことば2 6", "僅差です")
    assert "回目" not in one


def test_what_was_parked_is_told_apart_from_what_is_open():
    parked = a_problem(4, "あとで話すこと", wording="来月話すこと", parked=True)
    text = printed(a_state(problems=(a_problem(1, "いまのこと"), parked)))
    assert has(text, "課題を 1 件挙げました", "またの機会に取り上げる課題")
    assert has(text, "4 来月話すこと はじめのことば：「あとで話すこと」")


def test_what_was_found_for_a_merged_problem_is_printed_with_the_one_it_stands_in():
    into = a_problem(1, "一つ目")
    merged = a_problem(2, "二つ目", chosen=True, merged_into=into.id)
    kinds = {CardKind.SUPPORT: "相談", CardKind.ARTICLE: "電話"}
    cards = tuple(a_card(merged, kind, title=title) for kind, title in kinds.items())
    state = a_state(problems=(into, merged), cards=cards)
    assert has(printed(state), "「一つ目」", "「二つ目」", "相談", "電話")
