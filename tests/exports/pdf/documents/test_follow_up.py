"""The follow-up sheet for the next contact, with boxes to tick."""

import pypdfium2

from tests.helpers.builders import (
    a_card,
    a_participant,
    a_problem,
    a_request,
    a_state,
    an_action,
    an_appraisal,
)
from tests.helpers.papers import has, pages_of, pdf_of, squeezed, words_of
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.outcome import CardKind
from workshop_app.i18n import Texts


def printed(state):
    return words_of(pdf_of(state, "follow_up"))


def boxes_in(pdf):
    document = pypdfium2.PdfDocument(pdf)
    found = 0
    for page in document:
        for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = thing.get_bounds()
            found += 10 < right - left < 15 and 10 < top - bottom < 15
        page.close()
    document.close()
    return found


def test_open_actions_come_before_done_ones():
    who = a_participant(1, "青木 健")
    problem = a_problem(4, not_ours_reason="別の係")
    actions = (
        an_action(1, "送った資料", done=True),
        an_action(2, "調べる", owner_id=who.id, due="2026-12-10", problem_id=problem.id),
    )
    state = a_state(participants=(who,), problems=(problem,), actions=actions)
    text = printed(state)
    assert has(text, "12月10日(木) 調べる（課題 4） 青木 健 様")
    assert "___月" not in text.partition("アクションが1件")[2]
    assert text.index("調べる") < text.index("片づきました") < text.index("送った資料")


def test_the_day_of_actions_that_go_on_over_a_page_is_repeated(language):
    day = "2026-12-10"
    actions = tuple(an_action(n, f"用事{n:02}終", due=day) for n in range(1, 61))
    pages = [
        squeezed(page) for page in pages_of(pdf_of(a_state(actions=actions), "follow_up", language))
    ]
    said = squeezed(Texts(language).date(day, year=False, short=True))
    with_actions = [page for page in pages if "用事" in page]
    assert len(with_actions) > 1
    assert [page.count(said) for page in with_actions] == [1] * len(with_actions)
    assert all(any(each.text in page for page in pages) for each in actions)


def test_the_reason_of_an_open_problem_is_a_sentence_of_its_own(language):
    state = a_state(
        problems=(a_problem(1),),
        appraisals=(an_appraisal(a_problem(1), override=Verdict.ASK_AGAIN, override_reason="Why"),),
    )
    words = Texts(language)
    text = words_of(pdf_of(state, "follow_up", language))
    said = words("promises.customer.ask_again") + words("promises.reason", reason="Why")
    assert squeezed(said) in text


def test_each_request_has_its_state_and_a_box():
    problems = (a_problem(1, "待ち時間"), a_problem(2, "停電"))
    state = a_state(
        problems=problems,
        cards=tuple(a_card(each, CardKind.UPDATE) for each in problems),
        requests=tuple(a_request(each, each.number, why="秘めた理由") for each in problems),
        appraisals=(an_appraisal(problems[0]),),
    )
    text = printed(state)
    assert has(
        text,
        "課題 1 待ち時間 製品チームに伝えます。",
        "要望をだれが伝え、結果をいつお知らせするかは、まだ決まっていません。",
        "課題 2 停電 製品チームに伝えるかどうかは、これから",
    )
    assert has(text, "お約束できません。")
    assert "秘めた理由" not in text
    assert boxes_in(pdf_of(state, "follow_up")) == 2


def test_problems_still_open_and_parked_ones_are_not_forgotten():
    problems = (a_problem(1, "まだのこと"), a_problem(2, "あとのこと", parked=True))
    text = printed(a_state(problems=problems))
    assert has(
        text,
        "課題 1 は、この日は、取り上げられませんでした。",
        "まだお困りでしたら、次にお会いするときにお聞かせください。 1 まだのこと",
        "1 件を、またの機会に取り上げます",
    )
    assert text.count("あとのこと") == 1


def test_when_nothing_is_left_it_says_so():
    assert has(printed(a_state()), "アクションは、まだありません")


def test_only_requests_that_are_passed_on_stand_above_who_does_that():
    problems = tuple(a_problem(n, f"困りごと{n}です") for n in range(1, 4))
    requests = tuple(a_request(each, each.number) for each in problems)
    later = (
        an_appraisal(each, override=Verdict.LATER, override_reason="別の方法") for each in problems
    )
    first, _, third = later
    state = a_state(
        problems=problems,
        cards=tuple(a_card(each, CardKind.UPDATE) for each in problems),
        requests=requests,
        appraisals=(first, an_appraisal(problems[1]), third),
    )
    text = printed(state)
    said = text.index(squeezed(Texts("ja")("promises.passing_on.none", n=1)))
    titles = [text.index(f"困りごと{n}です") for n in (2, 1, 3)]
    assert titles == sorted(titles)
    assert titles[0] < said < titles[1]
