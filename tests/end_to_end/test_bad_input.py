"""Invalid and hostile input to the window: one clear sentence, and nothing is lost."""

import os
import re
import shutil
import subprocess
import sys
from html import unescape

import pytest
from PySide6.QtGui import QGuiApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.helpers.desk import Desk
from tests.helpers.desks import desks
from tests.helpers.papers import files_below
from tests.helpers.played import played_session
from tests.helpers.rounds import a_round
from tests.helpers.screen import ROOT, until
from tests.helpers.sessions import create_workshop, new_session
from tests.helpers.texts import texts_of
from ui.widgets.error_line import ErrorLine
from ui.widgets.plain_field import PlainField
from ui.widgets.tool_tip import plain_tip
from workshop_app.domain.steps import Step, missing
from workshop_app.i18n import Texts, set_language, tr
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.settings import Settings

LANGUAGES = ("ja", "en")
LONG = "あ" * 100_000
SEARCHES = ("catalogue.search", "solve.search.label", "start.records.search")
"""Search fields, which accept a text of any length."""
HOSTILE = (
    "<b>bold</b> <img src='file:///nowhere.png'>",
    "\u202e右から左\u2066へ\u200f\u05d0",
    "nul \x00 or \x1b[31m or \ufeff",
    "lone \ud83d surrogate",
    "𠮷野家 髙﨑 👩‍👩‍👧‍👦 e\u0301",
)
NOTHING = ("", "   ", "\u200b\u200f", "\u3000")


@pytest.fixture
def desk(qtbot, tmp_path):
    """Makes a desk with the sample, or with an empty workshop."""
    with desks(qtbot) as made:

        def make(words, *, sample=True, folder=""):
            set_language(words)
            path = tmp_path / "workshops.db"
            if sample:
                session = played_session(path, words)
            else:
                session = new_session(path)
                create_workshop(session, "")
            return made.seat(session, Settings(language=words, export_folder=str(folder)))

        yield make


def said(window: QWidget) -> list[str]:
    """The visible error sentences."""
    lines = [line.sentence for line in window.findChildren(ErrorLine) if line.isVisible()]
    return [sentence for sentence in (*lines, window.notice_banner.sentence) if sentence]


def fields(desk: Desk) -> list[PlainField]:
    """The editable fields on the page."""
    found = desk.page.findChildren(PlainField)
    return [f for f in found if f.isVisible() and f.isEnabled() and not f.isReadOnly()]


def paste(desk: Desk, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    desk.press("Ctrl+V")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "private"), [("ja", False), ("en", True)], ids=["projected", "private"]
)
def test_a_hundred_thousand_characters_stay_in_the_field_and_are_reported(desk, words, private):
    at = desk(words)
    at.window.set_private(private)
    tried = set()
    searches = {tr(key) for key in SEARCHES}
    for place in a_round(at, panels=not private):
        for field in fields(at):
            name = (place.split()[0], field.accessibleName())
            if name in tried:
                continue
            tried.add(name)
            before = field.text()
            state = at.session.state
            at.window.notice_banner.clear()
            field.setFocus()
            at.press("Ctrl+A")
            paste(at, LONG)
            at.press("Return")
            at.page.setFocus()  # a click next to it
            at.settle()
            if not said(at.window) and "Alt+" in place:
                at.press("Ctrl+Return")  # a panel of several fields is used as a whole
            assert field.text().strip() == LONG, place
            assert said(at.window) or name[1] in searches, f"nothing is said at {name}"
            assert at.session.state is state, place
            field.set_text(before)
            at.page.focus_start()
            at.settle()
    assert len(tried) > 30


def test_a_pasted_list_with_a_line_of_a_hundred_thousand_characters_is_divided(desk, words):
    at = desk(words, sample=False)
    at.go("list")
    paste(at, f"・first\n・{LONG}\n・last")
    assert tr("paste.long", n=1) in at.seen()
    at.press("Return")
    assert [problem.first_wording for problem in at.state.problems] == ["first", "last"]
    at.press("Alt+S", "Return")
    rest = [problem.first_wording for problem in at.state.problems][2:]
    assert "".join(rest) == LONG


def test_a_hundred_thousand_characters_of_short_lines_are_added_with_one_undo(desk):
    at = desk("ja", sample=False)
    at.go("list")
    lines = [f"{number:04} " + "監視できない" * 4 for number in range(3_400)]
    paste(at, "\n".join(lines))
    at.press("Return")
    assert [problem.first_wording for problem in at.state.problems] == lines
    at.press("Ctrl+Z")
    assert at.state.problems == ()


def test_blank_names_add_nothing(desk, words):
    at = desk(words, sample=False)
    for place, section in (("prepare", "people"), ("list", ""), ("wrap_up", "actions")):
        page = at.go(place)
        if section:
            page.show_location(section)
            at.settle()
        for nothing in NOTHING:
            at.write(nothing)
            at.press("Return")
            assert not said(at.window) or tr("errors.empty") in said(at.window)
            at.press("Ctrl+A", "Delete")
    assert (at.state.participants, at.state.problems, at.state.actions) == ((), (), ())
    assert [lack.key for lack in missing(at.state, Step.PREPARE)] == ["customer", "participant"]


def test_emptying_a_name_is_refused_and_the_old_one_is_kept(desk, words):
    at = desk(words, sample=False)
    person = at.do(AddParticipant("青木"))
    at.go("prepare").show_section("people")
    at.settle()
    name = at.page.sections["people"].fields.lines["name"]
    name.setFocus()
    at.press("Ctrl+A", "Delete", "Return")
    assert said(at.window) == [tr("errors.empty")]
    assert at.state.participant(person).name == "青木"


@pytest.mark.parametrize(
    ("words", "private"), [("ja", False), ("en", True)], ids=["projected", "private"]
)
def test_what_looks_like_markup_or_control_is_plain_text_on_every_page(desk, words, private):
    at = desk(words, sample=False)
    for text in HOSTILE:
        fill(at, text)
    state = at.state
    for found in (state.participants, state.answers, state.problems, state.themes, state.actions):
        assert len(found) == len(HOSTILE)
    assert all(words in state.customer.name for words in ("<b>bold</b>", "nul", "lone", "髙﨑"))
    at.window.set_private(private)
    for place in ("start", *(step.value for step in Step)):
        page = at.go(place)
        for section in ("", *getattr(page, "sections", {})):
            if section:
                page.show_section(section)
                at.settle()
            assert nothing_is_rich(at.window), (place, section)
    shown = "\n".join(texts_of(at.window))
    assert not {"\x00", "\x1b", "\u202e", "\ud83d"} & set(shown)
    assert all(problem.first_wording for problem in at.state.problems)
    assert at.session.store.check() == []


def fill(at: Desk, text: str) -> None:
    """Type the same text into all fields of a session."""
    at.go("prepare").show_location("customer")
    at.settle()
    at.write(text)  # after the existing name of the customer
    at.press("Return")
    at.page.show_location("people")
    at.settle()
    at.write(text)
    at.press("Return")
    at.go("context")
    at.write(text)
    at.press("Return")
    at.go("list")
    at.write(text)
    at.press("Return")
    at.go("sort")
    at.press("Alt+N")
    at.write(text)
    at.press("Return")
    at.go("wrap_up").show_section("actions")
    at.settle()
    at.write(text)
    at.press("Return")
    assert said(at.window) == []


def typed_in(tip: str) -> str:
    """Return the text of a tool tip as it was typed."""
    return unescape(re.sub(r"^<p[^>]*>|</p>$", "", tip))


def nothing_is_rich(window: QWidget) -> bool:
    labels = [label for label in window.findChildren(QLabel) if label.text()]
    tips = [widget.toolTip() for widget in window.findChildren(QWidget) if widget.toolTip()]
    return all(label.textFormat() is Qt.TextFormat.PlainText for label in labels) and not any(
        Qt.mightBeRichText(tip) and tip != plain_tip(typed_in(tip)) for tip in tips
    )


def test_a_read_only_folder_is_reported_and_another_attempt_is_possible(desk, words, tmp_path):
    (tmp_path / "file").write_text("in the way")
    at = desk(words, folder=tmp_path / "file" / "papers")
    state = at.state
    at.go("list")
    at.press("Ctrl+E", "Ctrl+Return")
    until("the end of the export", lambda: at.settle() or said(at.window))
    (sentence,) = said(at.window)
    beginning, _, end = tr("errors.export_folder", reason="@").partition("@")
    assert sentence.startswith(beginning)
    assert sentence.endswith(end)
    assert str(tmp_path) not in "\n".join(texts_of(at.window))
    assert at.state is state
    at.window.settings.export_folder = str(tmp_path / "good")
    at.press("Alt+L", "Ctrl+Return")
    until("the papers", lambda: at.settle() or list(tmp_path.glob("good/**/*.pdf")))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_folder_without_write_permission_is_reported_on_the_command_line(words, tmp_path):
    session = played_session(tmp_path / "workshops.db", words)
    workshop = session.workshop_id
    session.store.close()
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    arguments = ["export", workshop, "--out", str(folder), "--lang", words]
    command = [sys.executable, "-m", "workshop_app", *arguments]
    done = subprocess.run(
        [*_without_superpowers(), *command, "--store", str(tmp_path / "workshops.db")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    beginning = Texts(words)("errors.export_folder", reason="@").partition("@")[0]
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(beginning)
    assert done.stderr.count("\n") == 1
    assert files_below(folder) == []


def _without_superpowers() -> list[str]:
    """Remove root's permission to write where it is forbidden; other users do not have it."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root may write everywhere, and setpriv is not installed")
    return ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
