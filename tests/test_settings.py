import json
import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app import settings
from workshop_app.settings import Settings

CHOSEN = Settings(
    "en",
    "dark",
    "三谷 <b>",
    "papers/2026",
    timer_signal="on",
    reply_slack=7,
    paper_size="letter",
    wall_letters={"projector": 130},
    agendas={"初回 2 時間": [0, 15, 20, 15, 10, 40, 15, 5]},
)


def test_what_was_set_is_there_at_the_next_start(tmp_path):
    file = tmp_path / "new folder" / "settings.json"
    settings.save(CHOSEN, file)
    assert settings.load(file) == CHOSEN
    assert not settings.load(file).broken
    assert [entry.name for entry in file.parent.iterdir()] == ["settings.json"]


def test_the_first_start_has_defaults_and_nothing_is_broken(tmp_path):
    first = settings.load(tmp_path / "settings.json")
    assert first == Settings()
    assert not first.broken


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b"[" * 90_000,
        b'{"theme": ' + b"9" * 6_000,
        b"\x00",
    ],
)
def test_a_broken_file_gives_defaults_and_says_so(tmp_path, data):
    file = tmp_path / "settings.json"
    file.write_bytes(data)
    found = settings.load(file)
    assert found == Settings()
    assert found.broken


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
@pytest.mark.timeout(60)
def test_a_pipe_in_its_place_is_not_waited_for(tmp_path):
    file = tmp_path / "settings.json"
    os.mkfifo(file)
    assert settings.load(file).broken


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ({"language": "fr", "facilitator": "三谷"}, Settings(facilitator="三谷")),
        ({"theme": 7, "language": "en"}, Settings(language="en")),
        ({"theme": "pink", "language": "en"}, Settings(language="en")),
        ({"facilitator": "a\ud800", "language": "en"}, Settings(language="en")),
        ({"facilitator": ["三谷"], "theme": "dark"}, Settings(theme="dark")),
        ({"timer_signal": "loud", "theme": "dark"}, Settings(theme="dark")),
        ({"agendas": "x", "theme": "dark"}, Settings(theme="dark")),
        ({"agendas": {"2h": [5, True]}, "theme": "dark"}, Settings(theme="dark")),
        ({"wall_letters": {"projector": 90}, "theme": "dark"}, Settings(theme="dark")),
        ({"wall_letters": {"projector": True}, "theme": "dark"}, Settings(theme="dark")),
        ({"wall_letters": [150], "theme": "dark"}, Settings(theme="dark")),
        ({"agendas": {"2h": [5, -1]}, "theme": "dark"}, Settings(theme="dark")),
    ],
)
def test_one_bad_value_leaves_the_others(tmp_path, written, kept):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps(written), encoding="utf-8")
    found = settings.load(file)
    assert found == kept
    assert found.broken


@pytest.mark.parametrize(
    "other",
    [
        pytest.param('"broken": "x", "colour": "x"', id="newer"),
        pytest.param('"papers_colour": "#27477F", "papers_parts_left_out": ["six"]', id="older"),
    ],
)
def test_names_of_another_version_are_ignored(tmp_path, other):
    file = tmp_path / "settings.json"
    file.write_text(f'{{{other}, "theme": "dark"}}', encoding="utf-8")
    found = settings.load(file)
    assert found == Settings(theme="dark")
    assert not found.broken


def test_a_folder_that_cannot_be_written_raises(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        settings.save(CHOSEN, tmp_path / "file" / "settings.json")


@given(st.binary(max_size=200))
def test_any_bytes_are_loaded(tmp_path_factory, data):
    file = tmp_path_factory.mktemp("any") / "settings.json"
    file.write_bytes(data)
    assert settings.load(file).theme in settings.THEMES


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "C"}, "ja"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "POSIX"}, "ja"),
        ({"LANG": "de_DE"}, "ja"),
        ({"LANG": "de_DE", "LC_MESSAGES": "ja_JP"}, "ja"),
    ],
)
def test_the_language_follows_the_system(monkeypatch, variables, language):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert settings.system_language() == language
