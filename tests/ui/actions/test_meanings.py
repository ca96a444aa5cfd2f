"""Alt with a letter, and a function key, mean the same at every place."""

import re
from pathlib import Path

import ui
from ui.actions.meanings import Meaning
from ui.actions.table import ACTIONS
from workshop_app.i18n import Texts

DECLARED = [definition for place in ACTIONS.values() for definition in place]
HAS_MEANING = re.compile(r"Alt\+(Shift\+)?[A-Z]|(Shift\+)?F\d+")
OF_THE_SYSTEM = {"Shift+F10"}
"""Opens the context menu in every program."""


def test_alt_letters_and_function_keys_of_actions_come_from_the_table():
    literal = [
        (definition.id, key)
        for definition in DECLARED
        for key in definition.keys
        if HAS_MEANING.fullmatch(key) and not isinstance(key, Meaning)
    ]
    assert [(one, key) for one, key in literal if key not in OF_THE_SYSTEM] == []


def test_no_two_meanings_share_a_key():
    assert len(Meaning.__members__) == len(Meaning)


def test_every_meaning_is_used():
    used = {key for definition in DECLARED for key in definition.keys}
    assert [meaning.name for meaning in Meaning if meaning not in used] == []


def test_no_key_of_input_methods_is_taken():
    keys = {key for definition in DECLARED for key in definition.keys}
    assert not keys & {f"F{n}" for n in range(6, 11)}


def test_every_meaning_has_words(language):
    texts = Texts(language)
    assert all(texts(meaning.words) for meaning in Meaning)


def test_no_widget_uses_such_a_key_itself():
    source = Path(ui.__file__).parent
    literal = re.compile(r"\"(Alt\+(Shift\+)?[A-Z]|F\d+)\"")
    found = {
        path.relative_to(source).as_posix(): literal.findall(path.read_text(encoding="utf-8"))
        for path in source.rglob("*.py")
        if path.name != "meanings.py"
    }
    allowed = {"window/lock.py"}  # sent by clickers
    assert {name: keys for name, keys in found.items() if keys and name not in allowed} == {}
