"""Text typed in List and Context is never lost, if refused or if mode or language change."""

import pytest

from workshop_app.domain.context_questions import QUESTIONS
from workshop_app.domain.errors import StoreError
from workshop_app.services.commands.context import AnswerQuestion
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.session import Session


def correcting(page):
    """Whether an entry of the page is being corrected."""
    return bool(page.editor.record)


CANARY = "ないしょのことば"
PAGES = ["list", "context"]


def refuse_once(monkeypatch):
    execute = Session.execute
    refusals = [StoreError("errors.store_full")]

    def refusing(self, command):
        if refusals and type(command).__name__ in ("AddProblem", "AnswerQuestion"):
            raise refusals.pop()
        return execute(self, command)

    monkeypatch.setattr(Session, "execute", refusing)


@pytest.mark.parametrize("page", PAGES)
def test_refused_words_come_back_as_they_were_typed(desk, monkeypatch, page):
    one = desk(page=page)
    refuse_once(monkeypatch)
    one.write("  満杯のとき ")
    one.press("Return")
    assert one.page.entry.text() == "  満杯のとき "
    assert one.page.entry.begun  # closing the window asks about it
    assert one.focus is one.page.entry.field
    one.press("Return")
    assert one.page.entry.text() == ""
    noted = [p.first_wording for p in one.state.problems] + [a.text for a in one.state.answers]
    assert noted == ["満杯のとき"]


def begin_correction(one, page):
    one.do(AddProblem("一つ目") if page == "list" else AnswerQuestion(QUESTIONS[0], "一つ目"))
    one.go(page)
    one.page.rows.setFocus()
    one.press("F2", "End")
    one.write("、続き")


@pytest.mark.parametrize("page", PAGES)
def test_a_correction_goes_on_in_another_language(desk, page):
    one = desk(page=page)
    begin_correction(one, page)
    one.window.retranslate()
    one.settle()
    one.page.focus_start()
    one.press("Return")
    noted = [p.first_wording for p in one.state.problems] + [a.text for a in one.state.answers]
    assert noted == ["一つ目、続き"]
    assert not correcting(one.page)


def test_a_correction_of_an_answer_begun_in_private_mode_waits_for_it(desk):
    one = desk(page="context", private=True)
    one.do(AnswerQuestion(QUESTIONS[0], "答え"))
    one.press("Up", "F2", "End")
    one.write(CANARY)
    one.set_private(False)
    assert CANARY not in one.everything()
    assert not correcting(one.page)
    one.set_private(True)
    assert one.page.editor.field.text() == f"答え{CANARY}"


@pytest.mark.parametrize("page", PAGES)
def test_a_correction_whose_record_is_gone_is_dropped(desk, page):
    one = desk(page=page)
    begin_correction(one, page)
    one.page.commit_pending()
    record = (*one.state.problems, *one.state.answers)[0]
    one.window.page_stack.clear()
    one.session.undo()
    one.go(page)
    assert record.id not in [each.id for each in (*one.state.problems, *one.state.answers)]
    assert not correcting(one.page)
    one.session.redo()
    one.settle()
    assert not correcting(one.page)
