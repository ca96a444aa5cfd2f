import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.sessions import new_session
from workshop_app import paths, settings
from workshop_app.cli import records
from workshop_app.cli.program import _COMMANDS
from workshop_app.domain.sample import Sample
from workshop_app.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


def test_help_names_every_command_in_both_languages(terminal):
    english = terminal("--help", "--lang", "en")
    japanese = terminal("--lang=ja", "--help")
    for answer in (english, japanese):
        assert answer.code == 0
        assert answer.err == ""
        assert all(f"  {name} " in answer.out for name in _COMMANDS)
    assert english.out.isascii()
    for word in ("Usage", "Options", "Commands", "Show", "OPTIONS", "COMMAND"):
        assert word not in japanese.out


@pytest.mark.parametrize("name", list(_COMMANDS))
def test_each_command_explains_itself_in_both_languages(terminal, name):
    english = terminal(name, "--lang", "en", "--help")
    japanese = terminal(name, "--help", "--lang", "ja")
    assert english.code == japanese.code == 0
    assert english.out.replace("…", "").isascii()
    for word in ("Usage", "Options", "Show", "OPTIONS", "required"):
        assert word not in japanese.out
    assert "--store PATH" in english.out
    assert "--lang ja|en" in english.out


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["lst"], "lst"),
        (["list", "more"], "more"),
        (["list", "--jsn"], "--jsn"),
        (["--jsn"], "--jsn"),
        (["show"], "ID"),
        (["export", "x"], "--out"),
        (["export", "x", "--out"], "--out"),
        (["import", "--into", "x"], "FILE"),
        (["suggest", "x", "--limit", "many"], "--limit"),
        (["suggest", "x", "--limit", "0"], "--limit"),
        (["list", "--lang", "fr"], "--lang"),
        (["--lang"], "--lang"),
    ],
)
def test_a_mistyped_call_is_refused_in_one_sentence(terminal, language, arguments, word):
    sentence = terminal("--lang", language, *arguments).refusal
    assert word in sentence
    assert bool(re.search("[ぁ-んァ-ヶ]", sentence)) == (language == "ja")


def test_options_are_accepted_before_and_after_the_command(terminal, sample_store):
    before = terminal("--store", sample_store, "--lang", "en", "list")
    after = terminal("list", "--lang", "en", "--store", sample_store)
    assert before == after
    assert before.code == 0


def test_the_option_nearer_to_the_command_counts(terminal, sample_store, tmp_path):
    answer = terminal(
        "--store",
        tmp_path / "none.db",
        "--lang",
        "en",
        "list",
        "--store",
        sample_store,
        "--lang",
        "ja",
    )
    assert answer.code == 0
    assert "顧客" in answer.out


def test_without_a_command_the_window_opens(terminal, tmp_path, monkeypatch):
    assert terminal().code == 0
    assert terminal("--store", tmp_path / "mine.db", "--lang", "ja").code == 0
    monkeypatch.setenv("WORKSHOP_APP_STORE", str(tmp_path / "other.db"))
    assert terminal("demo").code == 0
    assert terminal("demo", "--lang", "en").code == 0
    assert terminal("demo", "--second-visit").code == 0
    usual = tmp_path / "home" / "workshop-app" / "workshops.db"
    assert terminal.windows == [
        (usual, "en", None),
        (tmp_path / "mine.db", "ja", None),
        (tmp_path / "other.db", "ja", Sample.FIRST_VISIT),
        (tmp_path / "other.db", "en", Sample.FIRST_VISIT),
        (tmp_path / "other.db", "ja", Sample.SECOND_VISIT),
    ]


def test_a_file_in_place_of_a_command_is_opened_in_the_window(terminal, tmp_path, monkeypatch):
    file = tmp_path / "いつか.workshop"
    file.touch()
    monkeypatch.chdir(tmp_path)
    assert terminal(file.name, "--lang", "ja").code == 0
    assert (terminal.files, terminal.windows[0][1]) == ([file], "ja")
    assert "gone.workshop" in terminal("gone.workshop").refusal


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_screen_it_says_what_can_be_done(terminal, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "demo --out" in terminal().refusal
    assert terminal.windows == []


def test_the_language_is_as_set_else_the_systems(terminal, monkeypatch):
    assert "option" in terminal("--nope").refusal
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    assert "オプション" in terminal("--nope").refusal
    settings.save(Settings(language="en"), paths.settings_path())
    assert "option" in terminal("--nope").refusal


def test_a_broken_settings_file_is_reported_and_the_program_runs(terminal, sample_store):
    path = paths.settings_path()
    path.parent.mkdir(parents=True)
    path.write_text("{", encoding="utf-8")
    answer = terminal("list", "--store", sample_store)
    assert answer.code == 0
    assert "settings" in answer.err


def test_an_unexpected_fault_is_one_sentence_and_a_line_in_the_log(
    terminal, monkeypatch, sample_store
):
    def fail(store):
        raise ZeroDivisionError("株式会社ひみつ")

    monkeypatch.setattr(records.queries, "workshops", fail)
    assert "crash.log" in terminal("list", "--store", sample_store).refusal
    text = paths.crash_log_path().read_text(encoding="utf-8")
    assert "builtins.ZeroDivisionError" in text
    assert "ひみつ" not in text


def test_control_c_ends_without_a_traceback(terminal, monkeypatch, sample_store):
    def interrupt(store):
        raise KeyboardInterrupt

    monkeypatch.setattr(records.queries, "workshops", interrupt)
    answer = terminal("list", "--store", sample_store)
    assert answer.code == 130
    assert "Traceback" not in answer.err


def python(*arguments, **variables):
    environment = os.environ | {"PYTHONPATH": str(ROOT), "LANG": "en_GB.UTF-8"} | variables
    return subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
        timeout=60,
    )


def loaded_by(*arguments):
    """The top-level packages imported by a call of the program."""
    code = (
        "import sys; from workshop_app.cli import run; "
        "code = run(sys.argv[1:], lambda *a, **k: 0); "
        "print(code, *sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    result = python("-c", code, *map(str, arguments))
    exit_code, *names = result.stderr.splitlines()[-1].split()
    assert exit_code == "0", result.stderr
    return set(names)


def test_help_loads_neither_qt_nor_pdf_nor_the_store():
    heavy = {"PySide6", "shiboken6", "reportlab", "sqlite_utils", "sqlite3", "pypdfium2", "ui"}
    assert loaded_by("--help") & heavy == set()


def test_suggest_opens_no_store():
    heavy = {"PySide6", "shiboken6", "reportlab", "sqlite_utils", "ui"}
    assert loaded_by("suggest", "監視") & heavy == set()


def test_only_papers_load_the_pdf_library_and_nothing_loads_qt(sample_store, sample_id, tmp_path):
    listing = loaded_by("--store", sample_store, "list")
    papers = loaded_by("--store", sample_store, "export", sample_id, "--out", tmp_path / "out")
    assert "reportlab" not in listing
    assert "reportlab" in papers
    assert {"PySide6", "ui"} & (listing | papers) == set()


def test_the_program_runs_as_a_module(sample_store):
    result = python("-m", "workshop_app", "list", "--store", str(sample_store))
    assert result.returncode == 0
    assert "見本" in result.stdout or "ワークショップ" in result.stdout
    assert result.stderr == ""


def test_a_reader_that_goes_away_causes_no_traceback(sample_store, sample_id):
    code = (
        "import subprocess, sys; "
        "p = subprocess.Popen([sys.executable, '-m', 'workshop_app', *sys.argv[1:]],"
        " stdout=subprocess.PIPE, stderr=subprocess.PIPE); "
        "p.stdout.close(); print(p.stderr.read().decode(), p.wait())"
    )
    result = python("-c", code, "show", sample_id, "--json", "--store", str(sample_store))
    assert "Traceback" not in result.stdout
    assert "Exception" not in result.stdout


def test_a_character_that_the_terminal_cannot_show_is_replaced(sample_store):
    result = python(
        "-m",
        "workshop_app",
        "list",
        "--store",
        str(sample_store),
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONIOENCODING="ascii",
    )
    assert result.returncode == 0
    assert result.stderr == ""


def test_an_argument_in_no_encoding_is_refused_like_any_other():
    result = python("-m", "workshop_app", "show", "\udcff", "--store", "none.db")
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_a_text_that_cannot_be_encoded_is_written_to_a_pipe_without_a_traceback(tmp_path):
    command = [sys.executable, "-m", "workshop_app", "--store", tmp_path / "w.db", "show", b"\xff"]
    new_session(tmp_path / "w.db").store.close()
    home = os.environ | {"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(
        command, cwd=ROOT, env=home, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    assert done.returncode == 2
    assert len(done.stdout.decode().splitlines()) == 1


@pytest.mark.parametrize("arguments", [("-h",), ("list", "-h"), ("export", "-h")])
def test_help_has_a_short_name(terminal, arguments):
    short = terminal(*arguments)
    assert short.code == 0
    assert short == terminal(*arguments[:-1], "--help")


def test_the_version_is_that_of_the_package(terminal):
    answer = terminal("--version")
    assert (answer.code, answer.err) == (0, "")
    pyproject = Path(__file__).parents[2] / "pyproject.toml"
    (line,) = (
        line for line in pyproject.read_text("utf-8").splitlines() if line.startswith("version = ")
    )
    assert answer.out.split()[-1] == line.split('"')[1]


@pytest.mark.parametrize("by", ["option", "environment"])
def test_a_named_store_that_is_absent_is_refused_however_it_is_named(
    terminal, tmp_path, monkeypatch, by
):
    absent = tmp_path / "none.db"
    if by == "environment":
        monkeypatch.setenv("WORKSHOP_APP_STORE", str(absent))
        assert str(absent) in terminal("list").refusal
    else:
        assert str(absent) in terminal("list", "--store", absent).refusal
