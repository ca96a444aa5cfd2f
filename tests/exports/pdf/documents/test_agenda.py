"""The agenda sheet: purpose, start times of the steps, and ground rules."""

import pytest

from tests.helpers.builders import a_state, a_workshop, an_action
from tests.helpers.papers import has, pages_of, pdf_of, sample_state, squeezed, words_of
from workshop_app.domain.workshop import AgendaItem
from workshop_app.i18n import Texts


def item(position, step, minutes):
    return AgendaItem(
        id=f"a{position}", workshop_id="w", position=position, step=step, minutes=minutes
    )


AGENDA = (item(0, "prepare", 0), item(1, "list", 25), item(2, "solve", 50))


def printed(state, language="ja"):
    return words_of(pdf_of(state, "agenda", language))


def test_each_step_has_its_start_time_and_its_minutes():
    text = printed(a_state(workshop=a_workshop(start_time="13:50"), agenda=AGENDA))
    assert has(text, "13:50 洗い出し 困っていることを挙げる 25 分", "14:15 解決", "50 分")
    assert has(text, "15:05 おわり 計 75 分")
    assert "準備" not in text.replace("ご準備", "")


@pytest.mark.parametrize("start", ["", "昼すぎ"])
def test_without_a_start_time_there_are_only_minutes(start):
    text = printed(a_state(workshop=a_workshop(start_time=start), agenda=AGENDA))
    assert has(text, "洗い出し 困っていることを挙げる 25 分", "おわり 計 75 分")
    assert "25:" not in text


def test_without_a_plan_it_says_so():
    assert has(printed(a_state()), "進行表は、まだ決まっていません。", "話すときの約束")


def test_rules_of_ones_own_take_the_place_of_the_usual_ones():
    usual = Texts("ja")("opening.rule.2")
    assert has(printed(a_state()), usual)
    text = printed(a_state(workshop=a_workshop(ground_rules="話は短く\n\n 電話は外で ")))
    assert has(text, "・話は短く", "・電話は外で")
    assert squeezed(usual) not in text


def test_it_is_one_page_and_does_not_mention_why_this_way_of_hearing_was_chosen(language):
    state = sample_state(language)
    pdf = pdf_of(state, "agenda", language)
    assert len(pages_of(pdf)) == 1
    assert squeezed(state.workshop.method_reason) not in words_of(pdf)
    assert squeezed(state.workshop.title) in words_of(pdf)


def test_the_next_visit_begins_with_what_is_left_to_do_and_who_does_it(language):
    words = Texts(language)
    left = an_action(1, "通知先を書く", owner_name="三谷", due="2027-01-20", workshop_id="w0")
    done = an_action(2, "調べる", done=True, workshop_id="w0")
    begin = item(0, "context", 10)
    here = a_workshop(date="2027-01-07")

    def text(*actions):
        before = a_state(workshop=a_workshop(id="w0"), actions=actions)
        return printed(a_state(workshop=here, before=before, agenda=(begin,)), language)

    last = words.date(left.due, year=False, short=True)
    bring = words("papers.agenda.bring_results")
    again = words("papers.agenda.does.context_again")
    assert has(text(left, done), bring, again, f"{last} 三谷 通知先を書く")
    assert "調べる" not in text(left, done)
    assert not has(text(done), bring)
    assert not has(text(done), again)
