"""The participants' summary, read back as text."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from exports.job import export
from exports.key_message import key_message
from exports.material import Material
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
from tests.helpers.page_geometry import check_pages
from tests.helpers.papers import (
    has,
    pages_of,
    pdf_of,
    sample_state,
    solutions,
    squeezed,
    text_of,
    words_of,
)
from workshop_app.domain.action import by_day
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.facts.outcomes import promises_of
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.promises import Promise
from workshop_app.domain.workshop import Attendance
from workshop_app.i18n import LANGUAGES, Texts

THREE = (
    "プロトコル(HTTP/HTTPS以外)を指定して外形監視ができない",
    "内部のネットワーク機器の監視ができない",
    "ダッシュボード上でグラフの表示期間の変更ができない",
)

PARTS = {
    "key_message.solved": ("summary", "handout"),
    "key_message.asked.lead_to": ("summary",),
    "papers.map.title": ("summary",),
    "papers.solution.limit": ("summary", "handout"),
    "papers.others.title": ("summary",),
    "papers.actions.until_next": ("summary",),
    "papers.alone.again": ("summary", "handout"),
    "papers.community.title": ("handout",),
}
"""A text of each part of the customer's papers, and the papers that contain it."""


def printed(state, language="ja"):
    return words_of(pdf_of(state, "summary", language))


@cache
def words_of_all(name, language):
    """The texts of a document of the sample, one for each reader."""
    with TemporaryDirectory() as folder:
        done = export(sample_state(language), solutions(), Path(folder), [name], language)
        return [words_of(file.read_bytes()) for file in done.files]


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
    firsts = [text.index(squeezed(problem.first_wording)) for problem in state.chosen]
    assert firsts == sorted(firsts)
    others = [problem for problem in state.listed if not problem.chosen]
    assert min(text.rindex(squeezed(problem.title)) for problem in others) > firsts[-1]


def test_each_solution_has_its_answer_in_a_line_and_its_address_in_full(sample):
    state, text = sample
    for card in state.cards:
        if card.kind is CardKind.SOLUTION:
            words = solutions()[card.catalogue_id].text(state.workshop.language)
            assert has(text, words.answer_line, words.help_url)
    for problem in state.chosen:
        first = next(iter(state.cards_of(problem.id)), None)
        if first and first.kind is CardKind.SOLUTION:
            words = solutions()[first.catalogue_id].text(state.workshop.language)
            assert has(text, words.name, *words.first_steps, first.search_words)


def test_that_of_the_sample_has_at_most_seven_pages(sample):
    state, _ = sample
    language = state.workshop.language
    assert len(pages_of(pdf_of(state, "summary", language))) <= 7


def test_nothing_leaves_the_grid_or_covers_other_words(sample):
    state, _ = sample
    check_pages(pdf_of(state, "summary", state.workshop.language))


def test_the_first_page_holds_message_map_and_actions(sample):
    state, _ = sample
    language = state.workshop.language
    first = squeezed(pages_of(pdf_of(state, "summary", language))[0])
    words = Texts(language)
    large = key_message(Material(state, solutions(), language))[0]
    assert has(first, *large.splitlines())
    others = (each for each in state.listed if OutcomeKind.SOLUTION not in state.outcomes_of(each))
    assert has(first, *(each.title for each in state.chosen))
    for each in others:
        request = state.request_of(each.id)
        assert has(first, each.title) or (request and has(first, request.title))
    to_do = by_day(each for each in state.actions if each.is_open)
    assert has(first, to_do[0].text, words("papers.actions.nobody"))
    assert has(first, words.date(to_do[0].due, year=False, short=True))


@pytest.mark.parametrize("part", PARTS)
def test_the_papers_of_the_sample_have_each_part(part, language):
    text = squeezed(Texts(language)(part, n="0", all="0", day="\0", what="\0", who="\0"))
    pattern = re.escape(text).replace("0", r"\d+").replace("\0", ".+?")
    for name in PARTS[part]:
        assert any(re.search(pattern, words) for words in words_of_all(name, language)), name


def test_a_key_message_written_by_a_person_is_printed():
    workshop = a_workshop(key_message="夜の見落としは、なくせます。\n\nあとは次回に話します。")
    first = pages_of(pdf_of(a_state(workshop=workshop)))[0]
    assert has(squeezed(first), "夜の見落としは、なくせます。", "あとは次回に話します。")


def test_the_other_cards_and_the_reason_why_not_are_there(sample):
    state, text = sample
    spoken = [card for card in state.cards if card.kind not in (CardKind.SOLUTION, CardKind.UPDATE)]
    assert has(text, *(card.title for card in spoken), *(card.text for card in spoken))
    assert has(text, *(problem.not_ours_reason for problem in state.problems))


def test_the_summary_has_what_follows(sample):
    state, text = sample
    assert has(text, *(action.text for action in state.actions), state.workshop.next_note)
    alone = [line for who in state.participants for line in who.can_do_alone.splitlines()]
    assert has(text, *alone)


def test_nobody_is_named_beside_a_problem(sample):
    state, text = sample
    begin = text.index(squeezed(state.chosen[0].first_wording))
    end = min(text.index(squeezed(each.text)) for each in state.actions)
    for who in state.participants:
        assert squeezed(who.name) in text
        assert squeezed(who.name) not in text[begin:end]


def test_the_counts_are_the_real_ones():
    state = sample_state("ja")
    said = [one for problem in state.listed for one in promises_of(state, problem).values()]
    solved, requests = (said.count(one) for one in (Promise.SOLVED, Promise.TO_SEND))
    assert requests == len(state.requests)
    text = printed(state)
    assert f"{len(state.listed)}件の課題のうち{solved}件に、解決方法が見つかりました" in text
    assert f"{requests}件は、要望として製品チームに伝えます" in text


def test_an_english_summary_is_english():
    text = printed(sample_state("en"), "en")
    assert [letter for letter in text if "\u3040" <= letter <= "\u9fff"] == []


def test_a_japanese_workshop_is_handed_out_in_english_too():
    text = printed(sample_state("ja"), "en")
    assert has(text, "The 5 problems you chose", *THREE)
    assert has(text, solutions()["dashboard-graph-period"].en.answer_line)


def test_a_workshop_that_has_only_begun_is_printed_honestly():
    text = printed(a_state())
    assert has(text, "課題は、まだ挙がっていません。", "アクションは、まだありません", "メモ")
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
    assert has(text, "要望", "待ち時間を変えたい", "製品チームに伝えます")
    assert text.count("お約束できません。") == 1


def test_who_passes_a_request_on_stands_directly_below_it():
    sent = a_problem(1, "伝える課題", chosen=True)
    left = a_problem(2, "見送る課題", chosen=True)
    state = a_state(
        problems=(sent, left),
        requests=(a_request(sent, title="伝える要望"), a_request(left, 2, title="見送る要望")),
        appraisals=(
            an_appraisal(sent),
            an_appraisal(left, override=Verdict.LATER, override_reason="急がない"),
        ),
    )
    text = printed(state)
    who = squeezed(Texts("ja")("promises.passing_on.none", n=1))
    passed_on = text.rindex("伝える要望")
    assert text.rindex("見送る要望") < passed_on < text.index(who, passed_on)


def test_not_ours_comes_with_its_reason():
    problem = a_problem(chosen=True, not_ours_reason="勤怠システムで行うため")
    assert has(printed(a_state(problems=(problem,))), "対象外です 勤怠システムで行うため")


def test_an_appraised_problem_shows_the_deciding_rule():
    problem = a_problem(chosen=True)
    appraisal = an_appraisal(problem, {Criterion.OURS: "no"})
    text = printed(a_state(problems=(problem,), appraisals=(appraisal,)))
    assert has(text, "対象外です Mackerel の外で解くほうが合っています。")


def test_an_overruled_verdict_is_printed_with_its_reason_and_without_the_person():
    problem = a_problem(chosen=True)
    appraisal = an_appraisal(
        problem, override=Verdict.LATER, override_reason="来年まで待てる", override_by="進行 花子"
    )
    text = printed(a_state(problems=(problem,), appraisals=(appraisal,)))
    assert has(text, "いまは見送ります 理由：来年まで待てる")
    assert "進行花子" not in text


def test_a_half_done_appraisal_is_not_shown():
    problem = a_problem(chosen=True)
    appraisal = an_appraisal(problem, {Criterion.WHO: "known"}, who_ground="秘めた根拠")
    text = printed(a_state(problems=(problem,), appraisals=(appraisal,)))
    assert "目利き" not in text
    assert "秘めた根拠" not in text


def test_merged_words_are_kept_under_their_problem():
    problem = a_problem(1, "大もとのことば", chosen=True)
    other = a_problem(2, "まとめたことば")
    third = a_problem(3, "選ばなかったことば")
    fourth = a_problem(4, "それに足したことば")
    merged = replace(other, merged_into=problem.id), replace(fourth, merged_into=third.id)
    text = printed(a_state(problems=(problem, third, *merged)))
    assert has(text, "「大もとのことば」「まとめたことば」")
    assert has(text, "まとめた課題 4：「それに足したことば」")


def test_problems_that_were_not_chosen_are_printed_with_votes_and_outcome():
    theme = a_theme()
    problem = a_problem(7, "表に載ることば", theme_id=theme.id)
    state = a_state(problems=(problem,), themes=(theme,), tallies=(a_tally(problem, 3),))
    text = printed(state)
    assert has(text, theme.name, "表に載ることば", "課題 7 は、この日は、取り上げられませんでした")


def test_without_a_choice_nothing_is_said_of_what_was_not_chosen(language):
    words = Texts(language)
    one, other = a_problem(1), a_problem(2)
    card = a_card(one, catalogue_id="check-tcp")
    state = a_state(workshop=a_workshop(language=language), problems=(one, other), cards=(card,))
    text = printed(state, language)
    assert has(text, words("papers.chosen.all", n=1), other.first_wording)
    assert not has(text, words("papers.chosen.title", n=1))
    assert not has(text, words("papers.others.title"))


def test_an_entry_that_left_the_catalogue_is_still_named():
    problem = a_problem(chosen=True)
    card = a_card(problem, catalogue_id="gone", title="昔の手段", text="覚え書き")
    text = printed(a_state(problems=(problem,), cards=(card,)))
    assert has(text, "昔の手段", "覚え書き", "いまのカタログにはありません。")


def test_who_was_absent_is_not_among_those_present():
    people = (
        a_participant(1, "青木 健", team="運用", job="課長"),
        a_participant(2, "井上 美咲", attendance=Attendance.LATE),
        a_participant(3, "上田 亮", attendance=Attendance.ABSENT),
        a_participant(4, "江藤 由香", job="部長"),
    )
    text = text_of(pdf_of(a_state(participants=people)))
    assert "運用：青木 健 様（課長）" in text
    assert "部長：江藤 由香 様" in text
    assert text.index("部長：江藤 由香 様") < text.index("ほかの方：井上 美咲 様")
    assert "3 人が参加しました" in text
    assert "上田" not in text


def test_an_action_shows_owner_and_due_date_and_what_is_not_settled():
    people = (a_participant(1, "青木 健"),)
    actions = (
        an_action(1, "調べる", owner_id=people[0].id, due="2026-12-10"),
        an_action(2, "送る", owner_name="高橋（CRE）", due="2027-01-08", done=True),
        an_action(3, "考える"),
    )
    text = printed(a_state(participants=people, actions=actions))
    assert has(text, "1 件が片づきました。ありがとうございました 送る 高橋（CRE）")
    assert has(text, "12月10日(木) 青木 健 様 調べる", "___月___日 担当未定 考える")


@pytest.mark.parametrize("count", [3, 30])
def test_the_first_actions_and_those_without_an_owner_are_on_the_first_page(language, count):
    words = Texts(language)
    who = a_participant(1, "Person1")
    actions = tuple(
        an_action(n, f"task {n:02}", due=f"2027-01-{n:02}", owner_id=who.id)
        for n in range(1, count)
    )
    last = an_action(count, f"task {count:02}", due="2027-02-01")
    state = a_state(
        workshop=a_workshop(language=language, next_date="2027-02-10"),
        participants=(who,), problems=tuple(a_problem(n, f"P{n}") for n in range(1, 40)),
        actions=(*actions, last),
    )  # fmt: skip
    pdf = pdf_of(state, "summary", language)
    check_pages(pdf)
    first = squeezed(pages_of(pdf)[0])
    assert has(first, "task 01", words("papers.actions.nobody"), last.text)
    shown = sum(squeezed(each.text) in first for each in state.actions)
    rest = count - shown
    page = squeezed(words("papers.coming.more", n=rest, page="#")).partition("#")[0]
    here = squeezed(words("papers.coming.more_here", n=rest))
    assert (page in first or here in first) is (rest > 0)


def test_a_request_left_for_now_is_told_as_such(language):
    problem = a_problem(1, "P1", chosen=True)
    state = a_state(
        workshop=a_workshop(language=language, vote_closed=True),
        problems=(problem,),
        cards=(a_card(problem, CardKind.UPDATE),),
        requests=(a_request(problem),),
        appraisals=(an_appraisal(problem, override=Verdict.LATER, override_reason="later"),),
    )
    words = Texts(language)
    first = squeezed(pages_of(pdf_of(state, "summary", language))[0])
    assert has(
        first,
        words("key_message.later", n=1, numbers=_named(words, 1, "P1")),
        words("promises.room.later"),
    )
    assert squeezed(words("cards.outcome.open")) not in first


def _named(words, number, title):
    quote = words("papers.problem.quote", text=title)
    return f"{number}{quote}" if words.language == "ja" else f"{number} {quote}"


@pytest.mark.parametrize(("chosen", "says"), [(1, True), (2, True), (3, False)])
def test_bold_is_explained_unless_all_problems_were_chosen(language, chosen, says):
    problems = tuple(a_problem(n, f"P{n}", chosen=n <= chosen) for n in (1, 2, 3))
    workshop = a_workshop(language=language, vote_closed=True)
    text = printed(a_state(workshop=workshop, problems=problems), language)
    assert (squeezed(Texts(language)("papers.map.bold", n=chosen)) in text) is says


@pytest.mark.parametrize("count", [1, 16, 17, 60, 200])
def test_the_map_holds_all_problems_however_many_there_are(count):
    themes = tuple(a_theme(n, f"テーマ{n}") for n in (1, 2, 3))
    problems = tuple(
        a_problem(n, f"困りごと{n}番" + "長い" * (n % 9), theme_id=themes[n % 3].id, chosen=n < 6)
        for n in range(1, count + 1)
    )
    tallies = tuple(a_tally(each, each.number % 14) for each in problems)
    state = a_state(
        workshop=a_workshop(vote_closed=True), themes=themes, problems=problems, tallies=tallies
    )
    pdf = pdf_of(state)
    check_pages(pdf)
    first = squeezed("".join(pages_of(pdf)[:2])).partition("次")[0]
    assert has(first, *(each.title for each in state.chosen))
    text = words_of(pdf)
    assert has(text, *(each.first_wording for each in problems))


def test_parked_problems_are_distinguished_from_open_ones():
    parked = a_problem(4, "あとで話すこと", wording="来月話すこと", parked=True)
    text = printed(a_state(problems=(a_problem(1, "いまのこと"), parked)))
    assert has(text, "1 件の課題が挙がりました", "1 件を、またの機会に取り上げます")
    assert has(text, "課題 4 来月話すこと はじめのことば：「あとで話すこと」")


def test_what_was_found_for_a_merged_problem_is_printed_with_the_remaining_one():
    into = a_problem(1, "一つ目")
    merged = a_problem(2, "二つ目", chosen=True, merged_into=into.id)
    kinds = {CardKind.SUPPORT: "相談", CardKind.ARTICLE: "電話"}
    cards = tuple(a_card(merged, kind, title=title) for kind, title in kinds.items())
    state = a_state(problems=(into, merged), cards=cards)
    assert has(printed(state), "「一つ目」", "「二つ目」", "相談", "電話")


def test_who_was_present_comes_after_the_problems(language):
    words = Texts(language)
    people = tuple(a_participant(n, f"P{n}", team=f"T{n}") for n in range(4))
    listed = tuple(a_problem(n, f"{n}番目") for n in range(1, 11))
    state = a_state(workshop=a_workshop(language=language), participants=people, problems=listed)
    text = printed(state, language)
    present = text.index(squeezed(words("papers.present.title", n=4)))
    assert text.index(squeezed(words("papers.others.name"))) < present


def test_what_one_can_do_refers_to_steps_that_are_printed(language):
    problem = a_problem(chosen=True)
    entry = solutions()["check-tcp"].text(language)
    able = a_participant(1, can_do_alone="\n".join((*entry.first_steps, "own line")))
    state = a_state(
        workshop=a_workshop(language=language),
        participants=(able,),
        problems=(problem,),
        cards=(a_card(problem, catalogue_id="check-tcp"),),
    )
    text = printed(state, language)
    part = text[text.index(squeezed(Texts(language)("papers.alone.name"))) :]
    assert has(part, entry.name, "own line")
    assert squeezed(entry.first_steps[1]) not in part
    assert text.count(squeezed(entry.first_steps[1])) == 1


def test_a_concrete_wording_that_is_the_first_one_is_printed_once():
    same = a_problem(2, "夜の通知が止まらない", wording="夜の通知が止まらない")
    workshop = a_workshop(key_message="よい会でした。")
    state = a_state(workshop=workshop, problems=(a_problem(1, chosen=True), same))
    assert words_of(pdf_of(state, "summary")).count("夜の通知が止まらない") == 1


@pytest.mark.parametrize(
    ("language", "names", "shown"),
    [
        (
            "ja",
            ("佐藤 一郎", "佐藤 花子", "田中 次郎"),
            ("佐藤 一郎 様", "佐藤 花子 様", "田中 様"),
        ),
        ("en", ("Alex Reed", "Alex Stone", "Kim Lee"), ("Alex Reed", "Alex Stone", "Kim")),
    ],
)
def test_people_of_one_name_are_told_apart(language, names, shown):
    people = tuple(
        a_participant(n, name, honorific="様" if language == "ja" else "")
        for n, name in enumerate(names, 1)
    )
    actions = tuple(
        an_action(n, "x", owner_id=who.id, due="2026-12-10") for n, who in enumerate(people, 1)
    )
    state = a_state(participants=people, actions=actions)
    paper = Material(state, {}, language)
    assert tuple(map(paper.called_briefly, people)) == shown
    if language == "en":
        assert tuple(map(paper.called, people)) == shown
    text = words_of(pdf_of(state, "summary", language))
    assert all(squeezed(paper.called(each)) in text for each in people)


@pytest.mark.parametrize("shown", [False, True])
def test_all_that_was_heard_at_the_start_is_there_with_names_only_if_they_are_shown(
    language, shown
):
    words = Texts(language)
    who = a_participant(1, "青木 健")
    kept = an_answer(1, "2か月前にCPUを見たきり", participant_id=who.id)
    became = an_answer(2, "夜中に全員が起きた", question="last_alert", participant_id=who.id)
    problem = a_problem(1, "通知が多い", answer_id=became.id)
    absent = replace(who, attendance=Attendance.ABSENT)
    workshop = a_workshop(show_speakers=shown)
    state = a_state(
        workshop=workshop, answers=(kept, became), participants=(absent,), problems=(problem,)
    )
    text = words_of(pdf_of(state, "summary", language))
    assert squeezed(words("papers.at_start.title")) in text
    assert squeezed(words("questions.ask.last_login")) in text
    assert squeezed(words("questions.ask.last_alert")) in text
    called = Material(state, {}, language).called(who)
    for each in (kept, became):
        assert squeezed(each.text) in text
        named = words("papers.issue.heard", text=each.text, who=called)
        assert (squeezed(named) in text) == shown


@pytest.mark.parametrize("name", ["summary", "handout"])
@pytest.mark.parametrize("chosen", [True, False])
def test_each_of_two_answers_of_a_problem_has_its_steps(language, name, chosen, tmp_path):
    problems = tuple(a_problem(n, chosen=chosen) for n in range(1, 5))
    first, *others, second = [
        each for each in solutions().values() if each.text(language).first_steps
    ][:5]
    cards = (
        *(
            a_card(each, CardKind.SOLUTION, catalogue_id=entry.id)
            for each, entry in zip(problems, (first, *others), strict=True)
        ),
        a_card(problems[0], CardKind.SOLUTION, id="second", catalogue_id=second.id),
    )
    state = a_state(participants=(a_participant(1, "青木 健"),), problems=problems, cards=cards)
    text = words_of(export(state, solutions(), tmp_path, [name], language).files[0].read_bytes())
    assert has(text, *first.text(language).first_steps, *second.text(language).first_steps)


@pytest.mark.parametrize(("solved", "each"), [(4, 2), (3, 2), (8, 1)])
def test_it_is_said_if_only_first_answers_have_their_steps(solved, each):
    problems = tuple(a_problem(n, chosen=True) for n in range(1, solved + 1))
    entries = [entry for entry in solutions().values() if entry.text("en").first_steps]
    cards = tuple(
        a_card(problem, CardKind.SOLUTION, id=entry.id, catalogue_id=entry.id)
        for problem, *given in zip(problems, *[iter(entries)] * each, strict=False)
        for entry in given
    )
    text = words_of(pdf_of(a_state(problems=problems, cards=cards), "summary", "en"))
    printed_steps = [
        card for card in cards if has(text, *solutions()[card.id].text("en").first_steps[:2])
    ]
    assert (len(printed_steps) == len(cards)) == (each == 1 or solved < 4)
    assert has(text, Texts("en")("papers.how_to.lead"))


@pytest.mark.parametrize("count", [5, 30])
def test_all_that_was_heard_at_the_start_is_there_however_many_pages_it_takes(language, count):
    answers = tuple(an_answer(n, f"{n} 番目の答え" * 9) for n in range(1, count + 1))
    text = words_of(pdf_of(replace(sample_state(language), answers=answers), "summary", language))
    assert [each.text for each in answers if squeezed(each.text) not in text] == []


@pytest.mark.parametrize("steps", ["倉庫サーバーで試す", "一覧を作る\n当番に渡す"])
def test_the_steps_of_an_answer_of_the_workshop_have_a_name(language, steps):
    problem = a_problem(1, chosen=True)
    card = a_card(problem, CardKind.ANSWER, title="夜は重大なものだけ鳴らす", text=steps)
    text = words_of(pdf_of(a_state(problems=(problem,), cards=(card,)), "summary", language))
    lines = steps.splitlines()
    if lines[1:]:
        name = squeezed(Texts(language)("papers.solution.first_steps"))
        assert f"{name}1{squeezed(lines[0])}2{squeezed(lines[1])}" in text
    else:
        assert squeezed(Texts(language)("papers.solution.first_step") + steps) in text


def test_mackerel_is_not_said_to_solve_what_an_answer_of_the_workshop_solves(language):
    words = Texts(language)
    problems = tuple(a_problem(number, chosen=True) for number in range(1, 4))
    cards = (
        a_card(problems[0], catalogue_id="check-tcp"),
        a_card(problems[1], catalogue_id="check-procs"),
        a_card(problems[2], CardKind.ANSWER),
    )
    said = {
        key: squeezed(words(f"papers.dossier.{key}", n=n, total=3))
        for key, n in (("solved_elsewhere", 3), ("solved", 2))
    }
    for number, key in enumerate(said):
        state = a_state(problems=problems, cards=cards[: 3 - number])
        text = words_of(pdf_of(state, "dossier", language))
        assert [each for each in said if said[each] in text] == [key]


def test_an_answer_with_the_address_of_another_one_has_it_too():
    problems = tuple(a_problem(number, chosen=True) for number in (1, 2))
    cards = tuple(a_card(each, catalogue_id="check-tcp") for each in problems)
    text = words_of(pdf_of(a_state(problems=problems, cards=cards), "summary", "en"))
    assert text.count(squeezed(solutions()["check-tcp"].en.help_url)) == 2


def test_the_notes_of_discussions_are_in_a_summary_that_stays_short(language):
    whole = sample_state(language)
    state = replace(whole, problems=tuple(each for each in whole.problems if each.number < 10))
    notes = [squeezed(each.discussion) for each in state.chosen if each.discussion]
    assert notes
    long = [replace(each, discussion=each.discussion * 20) for each in state.problems]
    for problems, has_notes in ((state.problems, True), (tuple(long), False)):
        pages = pages_of(pdf_of(replace(state, problems=problems), "summary", language))
        assert len(pages) <= 7
        said = squeezed("".join(pages))
        assert [each in said for each in notes] == [has_notes] * len(notes)


def test_what_was_said_of_a_problem_that_was_not_chosen_is_there():
    """Such as of a request for which nobody voted."""
    chosen = a_problem(1, chosen=True)
    other = a_problem(2, "受け取りたい", discussion="無保証なので使いにくい")
    state = a_state(problems=(chosen, other), cards=(a_card(other, CardKind.UPDATE),),
                    requests=(a_request(other),))  # fmt: skip
    text = printed(state)
    assert has(text[text.index("受け取りたい") :], "話し合いのメモ", other.discussion)


def test_the_numbers_of_many_problems_are_whole(language):
    numbers = (24, 29, 30, 36, 138)
    for most in (0, 30):  # with many, the words of the others are in rows of their own
        more = tuple(a_problem(number) for number in range(40, 40 + most))
        named = tuple(a_problem(number, f"困りごと {number}") for number in numbers)
        state = a_state(problems=(a_problem(1, chosen=True), *named, *more))
        text = "\n".join(pages_of(pdf_of(state, "summary", language)))
        assert [n for n in numbers if f"\n{n} 困りごと {n}" not in text] == []
