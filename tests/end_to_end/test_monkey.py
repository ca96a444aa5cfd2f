"""Random input to the window: no exceptions, no Qt warnings, no lost data.

Short by default, longer with ``--exhaustive``; ``--monkey 10000`` sets the number of inputs.
"""

import pytest

from tests.helpers.monkey import Monkey, all_keys
from ui.app import application
from workshop_app.i18n import language, set_language


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_random_input_breaks_nothing(tmp_path, pytestconfig, words):
    application()
    before = language()
    monkey = Monkey(tmp_path, 11 if words == "ja" else 12, words)
    exhaustive = pytestconfig.getoption("--exhaustive")
    try:
        monkey.play(pytestconfig.getoption("--monkey") or (3000 if exhaustive else 300))
    finally:
        monkey.close()
        set_language(before)
    assert monkey.broken == []


@pytest.mark.slow
def test_the_same_seed_gives_the_same_input(tmp_path):
    application()
    played = []
    for number in range(2):
        folder = tmp_path / str(number)
        folder.mkdir()
        monkey = Monkey(folder, 7)
        try:
            monkey.play(120)
        finally:
            monkey.close()
        played.append(monkey.fingerprint())
    assert played[0] == played[1]


def test_the_monkey_knows_the_keys_of_the_program():
    known = all_keys()
    assert {"Ctrl+K", "Alt+1", "Alt+9", "PgDown", "F5", "B", "."} <= set(known)


def test_the_monkey_detects_errors(tmp_path, monkeypatch):
    def broken(_page):
        raise ZeroDivisionError

    application()
    monkey = Monkey(tmp_path, 1)
    monkeypatch.setattr("ui.pages.list.page.ListPage.refresh", broken)
    try:
        monkey.play(0)
        monkey.press("Ctrl+3")
    finally:
        monkeypatch.undo()
        monkey.close()
    assert any("ZeroDivisionError" in sentence for sentence in monkey.broken)
