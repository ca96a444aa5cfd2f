"""Rows and offers of Context, as values made of the workshop without a window."""

from dataclasses import replace

import pytest

from tests.helpers.sessions import new_session
from ui.actions.offered import FootArea
from ui.pages.context.offered import offered
from ui.pages.context.questions import questions
from ui.pages.context.rows import TOLD, answer_of_files, answer_rows, question_rows
from ui.rows.cells import Link
from workshop_app.domain.context_questions import AnswerMark
from workshop_app.i18n import LANGUAGES, set_language, tr
from workshop_app.services.sample import play


@pytest.fixture(scope="module", params=LANGUAGES)
def state(request, tmp_path_factory):
    session = new_session(tmp_path_factory.mktemp("context") / "w.db")
    play(session, request.param)
    yield session.state
    session.store.close()


@pytest.fixture(autouse=True)
def words(state):
    set_language(state.workshop.language)
    yield
    set_language("ja")


def rows(state, question, *, private=False):
    (asked,) = [one for one in questions(state, ()) if one.id == question]
    return answer_rows(state, asked, private=private)


def links(row):
    return [cell.text for cell in row.after if isinstance(cell, Link)]


def test_what_the_files_say_is_the_first_row_until_it_was_taken(state):
    told, *answers = rows(state, "last_alert")
    assert (told.id, links(told)) == (TOLD, [tr("setup.answers.take")])
    assert [row.id for row in answers] == [
        one.id for one in state.answers if one.question == "last_alert"
    ]
    words = answer_of_files(state, "last_alert")
    taken = replace(state.answers[0], id="taken", question="last_alert", text=words)
    after = replace(state, answers=(*state.answers, taken))
    assert answer_of_files(after, "last_alert") == ""
    assert links(rows(after, "last_alert")[0]) == []


def test_an_answer_is_turned_into_a_problem_once(state):
    made = {one.answer_id: one.number for one in state.problems if one.answer_id}
    for answer in state.answers:
        (row,) = [one for one in rows(state, answer.question) if one.id == answer.id]
        if answer.id in made:
            assert tr("context.became", number=made[answer.id]) in row.description
        assert links(row) == ([] if answer.id in made else [tr("context.to_problem")])


def test_who_said_it_is_only_in_rows_of_private_mode(state):
    said = replace(state.answers[0], participant_id=state.participants[0].id)
    named = replace(state, answers=(said,))
    name = state.participants[0].name.split()[0]
    assert name in str(rows(named, said.question, private=True))
    assert name not in str(rows(named, said.question))


def test_a_mark_is_in_the_row(state):
    marked = replace(state.answers[0], mark=AnswerMark.GIVEN_UP)
    row = rows(replace(state, answers=(marked,)), marked.question)[-1]
    assert tr("context.mark.given_up") in row.description


def test_a_question_says_its_number_and_how_many_answers_it_has(state):
    asked = questions(state, ("自分の質問",))
    shown = question_rows(asked)
    assert [row.text for row in shown] == [one.words for one in asked]
    assert tr("context.spoken", number=1, n=len(asked[0].answers)) in shown[0].name
    assert shown[-1].text == "自分の質問"


def foot(state, row=None, **facts):
    facts = dict.fromkeys(("on_row", "told", "choosing", "following", "filled"), False) | facts
    offers = offered(state, row, **facts)
    return [key for key, one in offers.items() if one.area is FootArea.LEFT]


def test_the_foot_is_about_the_current_row_and_else_about_the_step(state):
    answer = state.answers[0]
    assert foot(state, answer, on_row=True) == ["context.correct", "context.remove"]
    of_row = foot(state, answer, on_row=True, following=True)
    assert of_row == ["leave", "context.correct", "context.remove"]
    assert foot(state, answer, following=True) == ["leave"]
    assert foot(state, answer) == []
    assert foot(replace(state, answers=())) == ["context.skip"]


def test_the_menu_of_a_row_is_about_an_answer_or_about_what_the_files_say(state):
    facts = dict.fromkeys(("on_row", "told", "choosing", "following", "filled"), True)
    of_answer = offered(state, state.answers[0], **facts)
    of_files = offered(state, None, **facts)
    for key in ("context.correct", "context.problem", ("context.mark", 0), "context.remove"):
        assert (of_answer[key].row, of_files[key].row) == (True, False)
    assert (of_answer["context.told"].row, of_files["context.told"].row) == (False, True)
