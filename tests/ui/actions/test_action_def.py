"""Declared actions: their keys and arguments, and that each is complete."""

import pytest
from PySide6.QtGui import QKeySequence

from exports.registry import ALL_PAPERS, PAPERS, PRIVATE
from ui.actions.action_def import action, each, numbered, pair
from ui.actions.table import ACTIONS, find
from ui.theme.icons import icon
from workshop_app.i18n import Texts

ALL = [one for definitions in ACTIONS.values() for one in definitions]


def test_an_action_without_argument_is_triggered_by_any_of_its_keys():
    one = action("everywhere.redo", "Ctrl+Shift+Z", "Ctrl+Y")
    assert one.arguments() == (None,)
    assert one.keys_for(None) == ("Ctrl+Shift+Z", "Ctrl+Y")
    assert one.combination == "Ctrl+Shift+Z / Ctrl+Y"
    assert (one.place, one.name) == ("everywhere", "redo")


def test_a_pair_has_a_previous_and_a_next_key():
    one = pair("sort.theme", "Alt+Up", "Alt+Down")
    assert one.arguments() == (-1, 1)
    assert one.keys_for(-1) == ("Alt+Up",)
    assert one.keys_for(1) == ("Alt+Down",)


def test_of_several_keys_each_has_its_argument():
    one = each("everywhere.longer", "Ctrl+Alt+1", "Ctrl+Alt+5")
    assert [one.keys_for(number) for number in one.arguments()] == [
        ("Ctrl+Alt+1",),
        ("Ctrl+Alt+5",),
    ]


def test_a_number_is_part_of_the_key():
    one = numbered("appraise.answer", "{n}", "Alt+{n}", last=3)
    assert one.arguments() == (1, 2, 3)
    assert one.keys_for(2) == ("2", "Alt+2")
    assert one.combination == "1 – 3 / Alt+1 – Alt+3"


def test_an_unknown_id_is_refused():
    with pytest.raises(KeyError):
        find("list.no_such_action")


def test_every_declared_key_is_one_that_qt_knows_and_ids_are_unique():
    assert len({one.id for one in ALL}) == len(ALL)
    for one in ALL:
        for argument in one.arguments():
            for key in one.keys_for(argument):
                assert not QKeySequence.fromString(key).isEmpty(), one.id


def test_every_declared_action_has_its_words(language):
    texts = Texts(language)
    for one in ALL:
        assert texts(one.words), one.id
        if one.label:
            assert texts(one.label), one.id


def test_every_icon_is_there(qtbot):
    for name in {one.icon for one in ALL if one.icon}:
        assert not icon(name).isNull(), name


def test_each_digit_has_a_paper():
    of_other_programs = 1
    assert find("hand_outs.paper").last <= len(PAPERS) + of_other_programs + len(PRIVATE)
    assert find("preview.paper").last <= len(ALL_PAPERS)
