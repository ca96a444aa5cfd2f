"""A workshop file with which the program is started, or started again."""

import pytest

from exports.job import export
from tests.helpers.papers import solutions
from tests.helpers.texts import texts_of
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import AddProblem

CUSTOMER = "別の会社"


@pytest.fixture
def file(desk, tmp_path):
    """A file named after another customer, with the workshop of the desk."""

    def make(one):
        (written,) = export(one.state, solutions(), tmp_path, ["workshop_full"], "ja").files
        return written.rename(tmp_path / f"{CUSTOMER}.workshop")

    return make


def count(one):
    return len(one.session.store.all(Workshop))


def test_before_the_room_nothing_of_it_is_seen_until_private_mode(desk, file):
    one = desk(page="list")
    opened = file(one)
    one.do(AddProblem("あとから"))
    one.window.open_workshop_file(opened)
    one.settle()
    assert not [text for text in texts_of(one.window) if CUSTOMER in text]
    assert count(one) == 1
    one.press("Return")
    assert not [text for text in texts_of(one.window) if CUSTOMER in text]
    one.press("Ctrl+Shift+P")
    assert one.window.private
    assert one.window.page_name == "start"
    assert tr("compared.title") in one.seen()
    assert count(one) == 1


def test_who_leaves_the_question_has_nothing_imported_later(desk, file):
    one = desk(page="list")
    opened = file(one)
    one.do(AddProblem("あとから"))
    one.window.open_workshop_file(opened)
    one.press("Escape")
    assert one.window.page_name == "list"
    one.press("Ctrl+Shift+P", "Return", "Ctrl+Shift+P")
    assert one.window.private
    assert count(one) == 1


def test_an_identical_one_is_opened(desk, file):
    one = desk(page="list", private=True)
    title = one.state.workshop.title
    opened = file(one)
    workshop_id = one.session.workshop_id
    one.go("start")
    one.session.close()
    one.window.open_workshop_file(opened)
    one.settle()
    assert count(one) == 1
    assert one.session.workshop_id == workshop_id
    assert one.window.page_name != "start"
    assert tr("start.take.known", title=title) in one.seen()


def test_what_is_no_workshop_file_is_refused(desk, tmp_path):
    one = desk(page="list", private=True)
    other = tmp_path / "list.workshop"
    other.write_text("一つ目", encoding="utf-8")
    one.window.open_workshop_file(other)
    assert one.window.notice_banner.sentence == tr("start.take.none", file=other.name)


def test_a_locked_window_refuses_it_without_its_name(desk, file):
    one = desk(page="list")
    opened = file(one)
    one.press("Ctrl+L")
    one.window.open_workshop_file(opened)
    assert tr("start.take.not_now") in one.seen()
    assert not [text for text in texts_of(one.window) if CUSTOMER in text]
