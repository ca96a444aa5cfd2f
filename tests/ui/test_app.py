"""The window as a process: how it starts, ends, refuses, and survives errors."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

from tests.helpers.forked_program import ForkedProgram
from tests.helpers.rights import folder_for_all
from tests.helpers.sessions import create_workshop, new_session
from workshop_app.i18n import Texts
from workshop_app.services import queries
from workshop_app.services.commands.problems import AddProblem, EditProblem
from workshop_app.services.copies import Occasion, make_copy
from workshop_app.services.draft_file import draft_path, read
from workshop_app.services.session import Session
from workshop_app.store.migrations import SCHEMA_VERSION
from workshop_app.store.store import Store

ROOT = Path(__file__).resolve().parents[2]
START = """\
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.app import application, run

def say(words):
    print(words, flush=True)

def ready(window):
{then}

{before}
sys.exit(run(Path(sys.argv[1]), sys.argv[2] or None, on_ready=ready, {more}))
"""
SLOWEST = 120  # maximum seconds for a start on a busy machine


@pytest.fixture
def path(tmp_path):
    return tmp_path / "workshops.db"


@pytest.fixture
def program(tmp_path):
    """Starts the window in a separate process, with separate settings and folders.

    It is forked from one that has loaded all, unless it is to be `cold` as for a user.
    """
    running = []

    def begin(
        path, language="ja", *, then="say('ready')", before="", more="", cold=False, **environ
    ):
        home = {
            f"XDG_{name}_HOME": str(tmp_path / "home" / name)
            for name in ("DATA", "CONFIG", "STATE", "CACHE")
        }
        home |= {"APPDATA": str(tmp_path / "home"), "LOCALAPPDATA": str(tmp_path / "home")}
        home |= {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path)} | environ
        code = START.format(then=textwrap.indent(then, "    "), before=before, more=more)
        if sys.platform == "linux" and not cold:
            process = ForkedProgram(code, [str(path), language], home)
        else:
            process = subprocess.Popen(
                [sys.executable, "-c", code, str(path), language],
                cwd=ROOT,
                env=os.environ | home,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.wait()
        process.stdout.close()
        process.stderr.close()


def ended(process):
    """Exit code and standard error."""
    out, error = process.communicate(timeout=SLOWEST)
    return process.returncode, out, error


def refusal(process):
    """The sentence of a window that does not open."""
    code, out, error = ended(process)
    assert code == 2, error
    assert out == ""
    assert "Traceback" not in error
    (sentence,) = error.splitlines()
    return sentence


# -- ending ------------------------------------------------------------------------------


ENDING = [
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")
@pytest.mark.parametrize("number", ENDING)
@pytest.mark.parametrize("sample", [False, True])
def test_a_termination_signal_closes_at_once_and_leaves_a_sound_store(
    program, path, tmp_path, number, sample
):
    then = "window.open_sample(); say('ready')" if sample else "window.new_workshop(); say('ready')"
    process = program(path, then=then)
    assert process.stdout.readline() == "ready\n"
    process.send_signal(number)
    code, _, error = ended(process)
    assert (code, error) == (0, "")
    store = Store(path)
    assert store.check() == []
    assert len(queries.workshops(Session(store))) == (0 if sample else 1)
    store.close()
    assert list(tmp_path.glob("workshop-app-*")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")
def test_text_being_typed_is_kept_on_a_termination_signal(program, path):
    then = (
        "window.new_workshop();"
        "window.page_stack.page.lines.customer.form.fields['name'].field.set_text('打ちかけの客');"
        "say('ready')"
    )
    process = program(path, then=then)
    assert process.stdout.readline() == "ready\n"
    process.terminate()
    assert ended(process)[0] == 0
    store = Store(path)
    assert [line.customer for line in queries.workshops(Session(store))] == ["打ちかけの客"]
    store.close()


HALF_TYPED = """
    window.new_workshop()
    window.go('list')
    window.page_stack.page.entry.field.set_text('打ちかけのことば')
    {then}
"""
EXPORTING = """
    window.open_sample()
    window.execute(AddProblems(tuple(f"課題 {n}" for n in range(2_000))))  # takes long to write
    job = ExportJob.make(window, window)
    names = ("handout", "summary", "record")
    job.start(ExportRequest(names=names, language="ja", folder=Path(FOLDER), guard=Guard()))

    def tell():
        if job.run.progress is not None:
            job.changed.disconnect(tell)
            say("ready" if job.running else "not")

    job.changed.connect(tell)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")
@pytest.mark.parametrize("number", ENDING)
def test_unentered_text_does_not_delay_the_end_and_is_restored_afterwards(program, path, number):
    process = program(path, then=HALF_TYPED.format(then="say('ready')"))
    assert process.stdout.readline() == "ready\n"
    process.send_signal(number)
    assert ended(process) == (0, "", "")
    assert [draft.text for draft in read(draft_path(path))] == ["打ちかけのことば"]
    Store(path).close()


def test_records_without_settings_are_those_of_an_earlier_version(program, path):
    then = "say(window.settings.seen_version or 'first start')"
    assert program(path, then=then).stdout.readline() == "first start\n"
    session = new_session(other := path.with_name("other.db"))
    create_workshop(session)
    session.store.close()
    assert program(other, then=then).stdout.readline() == "0\n"


def test_a_logout_saves_and_ends(program, path):
    then = "QTimer.singleShot(0, lambda: application().commitDataRequest.emit(None))"
    process = program(path, then=HALF_TYPED.format(then=then))
    assert ended(process) == (0, "", "")
    assert [draft.text for draft in read(draft_path(path))] == ["打ちかけのことば"]
    Store(path).close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")
def test_a_running_export_does_not_delay_the_end_either(program, path, tmp_path):
    papers = tmp_path / "papers"
    before = "from exports.protected import Guard\n"
    before += "from ui.components.papers.jobs import ExportJob, ExportRequest\n"
    before += "from workshop_app.services.commands.problems import AddProblems\n"
    before += f"FOLDER = {str(papers)!r}"
    process = program(path, then=EXPORTING, before=before)
    assert process.stdout.readline() == "ready\n"
    process.terminate()
    assert ended(process) == (0, "", "")
    assert list(papers.rglob("*")) == []


def test_closing_the_window_ends_the_program(program, path):
    assert ended(program(path, then="window.close()", cold=True)) == (0, "", "")
    Store(path).close()


# -- refusing ----------------------------------------------------------------------------


def too_new(path):
    store = Store(path)
    store.database.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    store.close()


def not_ours(path):
    path.write_text("これは記録ではありません" * 100, encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (too_new, "store_too_new"),
        (not_ours, "store_not_ours"),
    ],
)
def test_a_store_that_cannot_be_opened_is_refused(program, path, language, spoil, key):
    spoil(path)
    before = path.read_bytes()
    start = Texts(language)(
        f"errors.{key}", reason="@", version=SCHEMA_VERSION + 1, known=SCHEMA_VERSION
    ).split("@")[0]
    assert refusal(program(path, language)).startswith(start)
    assert path.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights as Unix knows them")
def test_a_read_only_store_is_refused_in_one_sentence(program, language):
    step_down = ""
    if os.geteuid() == 0:  # root may write everywhere: the program drops its rights
        step_down = "import os; application(); os.setgid(65534); os.setuid(65534)"
    with folder_for_all() as folder:
        path = folder / "workshops.db"
        Store(path).close()
        path.chmod(0o444)
        process = program(path, language, before=step_down)
        sentence = refusal(process)
        assert sentence == Texts(language)("errors.store_read_only")
        assert "workshop-app" not in sentence


MINIMIZED = "window.showMinimized(); say('ready')"
SAYING_WHEN_RAISED = """
import ui.second_start
bring = ui.second_start.raise_window
def raised(window):
    bring(window)
    say('minimized' if window.isMinimized() else 'raised')
ui.second_start.raise_window = raised
"""
WAITING_FOR_AN_ANSWER = f"""
import functools
import ui.app
ui.app.ask = functools.partial(ui.app.ask, patience={SLOWEST})
"""


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
@pytest.mark.parametrize("linked", [False, True])
def test_a_second_start_raises_the_first_window_and_ends_without_a_word(program, path, linked):
    first = program(path, then=MINIMIZED, before=SAYING_WHEN_RAISED)
    assert first.stdout.readline() == "ready\n"
    named = path
    if linked:
        named = path.with_name("link.db")
        named.symlink_to(path)
    assert ended(program(named, before=WAITING_FOR_AN_ANSWER)) == (0, "", "")
    assert first.stdout.readline() == "raised\n"
    assert first.poll() is None


OPENING = """
from ui.window.main_window import MainWindow
MainWindow.open_workshop_file = lambda window, file: say(file.name)
"""


def test_a_second_start_hands_its_file_over_to_the_first_window(program, path, tmp_path):
    first = program(path, before=OPENING)
    assert first.stdout.readline() == "ready\n"
    file = f"file=Path({str(tmp_path / '課題 1.workshop')!r})"
    assert ended(program(path, before=WAITING_FOR_AN_ANSWER, more=file)) == (0, "", "")
    assert first.stdout.readline() == "課題 1.workshop\n"


def test_only_where_the_first_window_does_not_answer_the_second_start_says_so(
    program, path, language
):
    first = program(path, then="say('ready'); import time; time.sleep(600)")
    assert first.stdout.readline() == "ready\n"
    assert refusal(program(path, language)) == Texts(language)("errors.store_locked")
    assert first.poll() is None


def test_a_window_on_another_store_is_ignored(program, path):
    first = program(path, then=MINIMIZED, before=SAYING_WHEN_RAISED)
    assert first.stdout.readline() == "ready\n"
    other = program(path.with_name("other.db"), then="say('mine'); window.close()")
    assert ended(other) == (0, "mine\n", "")
    first.terminate()
    assert ended(first)[:2] == (0, "")


def test_after_a_crash_the_next_start_opens_as_ever_and_is_raised_in_its_turn(program, path):
    first = program(path)
    assert first.stdout.readline() == "ready\n"
    first.kill()
    first.wait()
    second = program(path, then=MINIMIZED, before=SAYING_WHEN_RAISED)
    assert second.stdout.readline() == "ready\n"
    assert ended(program(path, before=WAITING_FOR_AN_ANSWER)) == (0, "", "")
    assert second.stdout.readline() == "raised\n"


def test_what_a_closed_window_leaves_behind_locks_nobody_out(program, path):
    ended(program(path, then="window.close()"))
    assert sorted(file.name for file in path.parent.iterdir() if file.is_file()) == ["workshops.db"]


# -- language ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("system", "title"), [("ja_JP.UTF-8", "はじめ"), ("en_GB.UTF-8", "Start"), ("C", "はじめ")]
)
def test_it_is_in_the_language_of_the_system_until_set_otherwise(program, path, system, title):
    process = program(
        path, "", then="say(window.windowTitle()); window.close()", LC_ALL=system
    )  # fmt: skip
    code, out, _ = ended(process)
    assert code == 0
    assert title in out


# -- a fault -----------------------------------------------------------------------------

FAULT = """\
from workshop_app.services.commands.problems import AddProblem, EditProblem
window.new_workshop()
window.execute(AddProblem("大事な課題"))

def fail():
    raise RuntimeError("大事な課題")

def look():
    if not window.notice_banner.sentence:
        QTimer.singleShot(50, look)
        return
    say(window.notice_banner.sentence)
    say(window.execute(AddProblem("そのあとの課題")) is not None)
    window.close()

QTimer.singleShot(0, {fail})
QTimer.singleShot(100, look)
"""
FAILS = ["fail", "lambda: Thread(target=fail).start()"]


@pytest.mark.parametrize("fails", FAILS, ids=["event", "thread"])
def test_an_unexpected_fault_is_said_in_the_window_and_work_goes_on(
    program, path, tmp_path, language, fails
):
    then = FAULT.replace("{fail}", fails)
    before = "from threading import Thread"
    code, out, error = ended(program(path, language, then=then, before=before))
    assert (code, error) == (0, "")
    assert out.splitlines() == [Texts(language)("errors.unexpected"), "True"]
    store = Store(path)
    assert store.check() == []
    assert [line.problems for line in queries.workshops(Session(store))] == [2]
    store.close()
    (log,) = (tmp_path / "home").rglob("crash.log")
    words = log.read_text(encoding="utf-8")
    assert "builtins.RuntimeError" in words
    assert "大事" not in words


ENTERED = """
    window.new_workshop()
    window.go('list')
    page = window.page_stack.page

    def fail(*_):
        raise RuntimeError('大事な課題')

    page.refresh = page.refresh_selecting = fail
    QTest.keyClicks(page.entry.field, '1')
    for _ in range(3):
        QTest.keyClick(page.entry.field, Qt.Key.Key_Return)
    QTimer.singleShot(200, lambda: (say(window.notice_banner.sentence), window.end()))
"""


def test_after_a_fault_in_showing_an_action_enter_does_it_once(program, path):
    before = "from PySide6.QtTest import QTest; from PySide6.QtCore import Qt"
    code, out, error = ended(program(path, then=ENTERED, before=before))
    assert (code, out.splitlines(), error) == (0, [Texts("ja")("errors.unexpected")], "")
    store = Store(path)
    assert [line.problems for line in queries.workshops(Session(store))] == [1]
    store.close()


CLOSING = """
    window.new_workshop()
    window.go('list')
    page = window.page_stack.page
    page.entry.field.set_text('打ちかけ')

    def fail():
        raise RuntimeError('大事な課題')

    window._commit_pending = fail
    window.close()
    say(window.isVisible())
    say(window.notice_banner.sentence)
    QTimer.singleShot(0, window.close)
"""


def test_a_fault_in_closing_leaves_the_window_open_and_closes_it_the_next_time(
    program, path, tmp_path
):
    code, out, error = ended(program(path, then=CLOSING))
    assert (code, error) == (0, "")
    assert out.splitlines() == ["True", Texts("ja")("errors.unexpected")]
    assert [draft.text for draft in read(draft_path(path))] == ["打ちかけ"]
    (log,) = (tmp_path / "home").rglob("crash.log")
    assert "大事" not in log.read_text(encoding="utf-8")
    Store(path).close()


# -- damage ------------------------------------------------------------------------------


GOING_ON = """
import ui.recovery
shown = ui.recovery.RecoveryWindow._show_found
def press_enter(window, found):
    shown(window, found)
    say(found.source)
    QTimer.singleShot(0, window.go_on.click)
ui.recovery.RecoveryWindow._show_found = press_enter
"""
TELL_PROBLEMS = """
from workshop_app.services import queries
from workshop_app.services.commands.problems import AddProblem, EditProblem
from workshop_app.services.copies import Occasion, make_copy
(each,) = queries.workshops(window.session)
say(each.problems)
say(window.page_name)
say(window.session.workshop_id == each.id)
window.close()
"""


def with_problems(path):
    session = new_session(path, lasting=True)
    create_workshop(session)
    session.execute(AddProblem("一つ目"))
    make_copy(session, Occasion.EVERY)
    session.execute(AddProblem("二つ目"))
    session.store.close()


@pytest.mark.parametrize("how", ["zeros", "empty", "gone"])
def test_after_damage_one_key_goes_on_with_every_action(program, path, how):
    with_problems(path)
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes(bytes(8192) if how == "zeros" else b"")
    code, out, error = ended(program(path, then=TELL_PROBLEMS, before=GOING_ON))
    assert (code, error) == (0, "")
    assert out.split() == ["both", "2", "list", "True"]


def test_damage_found_while_working_is_offered_without_alarm_and_work_continues(program, path):
    with_problems(path)
    data = path.read_bytes()
    path.write_bytes(data.replace("二つ目".encode(), "三つ目".encode()))
    then = """
from workshop_app.services import queries
from workshop_app.services.commands.problems import AddProblem, EditProblem
from workshop_app.services.copies import Occasion, make_copy
state = getattr(application(), "went_on", None)
if state is None:
    application().went_on = True
    (each,) = queries.workshops(window.session)
    window.session.open(each.id)
    window.go("list")
    def wait():
        if window.notice_banner.remedy.isVisible():
            say(window.notice_banner.sentence)
            window.notice_banner.remedy.click()
        else:
            QTimer.singleShot(50, window, wait)
    wait()
else:
    say(window.page_name)
    say([each.first_wording for each in window.session.state.problems])
    window.close()
"""
    code, out, error = ended(program(path, then=then, before=GOING_ON))
    assert (code, error) == (0, "")
    assert out.splitlines() == [
        Texts("ja")("recovery.offer"),
        "both",
        "list",
        "['一つ目', '二つ目']",
    ]


CLICKING = """
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

def click_when_ready():
    for one in QApplication.topLevelWidgets():
        button = getattr(one, "go_on", None)
        if button is not None and button.isVisible():
            say("offered")
            button.click()
    QTimer.singleShot(100, click_when_ready)

app = application()
QTimer.singleShot(100, click_when_ready)
"""


def alone(path):
    """Leave only the file of the records, as if only that were carried to another computer."""
    for each in (path.parent / "backups", path.with_name(path.name + ".journals")):
        shutil.rmtree(each)


def lose_page(path, table):
    """Overwrite the first page of a table."""
    with closing(sqlite3.connect(path)) as db:
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        (number,) = db.execute(sql, [table]).fetchone()
    data = bytearray(path.read_bytes())
    data[(number - 1) * 4096 : number * 4096] = b"\xa5" * 4096
    path.write_bytes(data)


def test_a_lost_page_with_nothing_beside_the_file_is_answered_by_one_button(program, path):
    with_problems(path)
    alone(path)
    lose_page(path, "workshop")
    code, out, error = ended(program(path, then=TELL_PROBLEMS, before=CLICKING))
    assert (code, error) == (0, "")
    first, problems, _page, is_open = out.split()
    assert (first, problems, is_open) == ("offered", "2", "True")


def only_the_first_page(path):
    with_problems(path)
    alone(path)
    whole = path.read_bytes()
    return whole[:4096] + b"\xa5" * (len(whole) - 4096)


CONTENTS = {"empty": lambda _: b"", "zeros": lambda _: bytes(8192), "rest": only_the_first_page}


@pytest.mark.parametrize("what", CONTENTS)
def test_a_file_that_holds_nothing_any_more_is_answered_by_one_button(program, path, what):
    content = CONTENTS[what](path)
    path.write_bytes(content)
    then = "say(window.page_name); window.close()"
    code, out, error = ended(program(path, then=then, before=CLICKING))
    assert (code, error) == (0, "")
    assert out.split() == ["offered", "start"]
    (aside,) = path.parent.glob("workshops-before-restore-*.db")
    assert aside.read_bytes() == content


def test_a_file_of_another_kind_is_never_replaced_by_the_window(program, path):
    path.write_bytes("大事な手紙".encode() * 100)
    before = path.read_bytes()
    process = program(path, before=CLICKING)
    assert refusal(process) == Texts("ja")("errors.store_not_ours")
    assert path.read_bytes() == before


STAYING = """
state = getattr(app, "went_on", None)
if state is None:
    app.went_on = True
    from workshop_app.services import queries
    (each,) = queries.workshops(window.session)
    window.session.open(each.id)
    window.go("list")

    def wait():
        banner = window.notice_banner
        if not banner.remedy.isVisible():
            QTimer.singleShot(50, wait)
            return
        say(banner.sentence)
        field = window.page_stack.page.entry.field
        QTest.keyClicks(field, "third")
        QTest.keyClick(field, Qt.Key.Key_Return)
        say(banner.sentence)
        for page in ("sort", "choose", "start", "list"):
            window.go(page)
        window.refuse(InvalidInput("errors.gone"))
        window.undo()
        say(banner.remedy.isVisible())
        say([each.isVisible() for each in banner.buttons])
        banner.remedy.click()
    wait()
else:
    say([each.first_wording for each in window.session.state.problems])
    window.end()
"""


@pytest.mark.every_value
@pytest.mark.parametrize("copied", [True, False])
def test_an_offered_recovery_stays_whatever_is_done(program, path, language, copied):
    with_problems(path)
    if not copied:
        alone(path)
    data = path.read_bytes()
    path.write_bytes(data.replace("二つ目".encode(), "三つ目".encode()))
    before = CLICKING + (
        "from PySide6.QtCore import Qt\nfrom workshop_app.domain.errors import InvalidInput\n"
    )
    code, out, error = ended(program(path, language, then=STAYING, before=before))
    assert (code, error) == (0, "")
    assert out.splitlines() == [
        Texts(language)("recovery.offer" if copied else "recovery.offer_rows"),
        Texts(language)("recovery.not_kept"),
        "True",
        "[False]",
        "offered",
        "['一つ目', '二つ目']" if copied else "['一つ目', '三つ目']",
    ]


UNDOING = """
state = getattr(app, "went_on", None)
if state is None:
    app.went_on = True

    def wait():
        if not window.notice_banner.remedy.isVisible():
            QTimer.singleShot(50, wait)
            return
        window.notice_banner.remedy.click()
    wait()
else:
    from workshop_app.services import queries
    (each,) = queries.workshops(window.session)
    window.open_workshop(each.id)
    window.undo()
    say(window.session.state.problems[0].wording)
    window.end()
"""


def test_undo_brings_back_no_damaged_words(program, path):
    session = new_session(path, lasting=True)
    create_workshop(session)
    session.execute(AddProblem("一つ目"))
    problem = session.state.problems[0].id
    session.execute(EditProblem(problem, "wording", "前のことば"))
    session.execute(AddProblem("二つ目"))
    session.execute(EditProblem(problem, "wording", "後のことば"))
    session.store.close()
    data = path.read_bytes()
    assert "前のことば".encode() in data
    path.write_bytes(data.replace("前のことば".encode(), "別のことば".encode()))
    code, out, error = ended(program(path, then=UNDOING, before=CLICKING))
    assert (code, error) == (0, "")
    assert out.splitlines() == ["offered", "前のことば"]
