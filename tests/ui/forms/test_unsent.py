"""What was typed and is in no record yet: kept by editor and record, and private where it was."""

import pytest

from ui.forms.unsent import Slot, Unsent
from workshop_app.domain.ids import new_id
from workshop_app.services.draft_file import Draft

SLOT = Slot("w", "page", "editor", "record")


class Typing:
    """An editor with one text."""

    def __init__(self, unsent, slot=SLOT):
        self.unsent, self.slot, self.text = unsent, slot, ""
        unsent.attach(self)

    def keep(self):
        self.unsent.put(self.slot, {"": self.text})


class Mode:
    private = False


@pytest.fixture
def mode():
    return Mode()


@pytest.fixture
def unsent(mode):
    return Unsent(lambda: mode.private, list)


def after_a_restart(unsent, mode):
    again = Unsent(lambda: mode.private, list)
    again.take(list(unsent.drafts()))
    return again


def test_an_editor_that_is_discarded_leaves_its_text(unsent):
    editor = Typing(unsent)
    editor.text = "half"
    unsent.detach_all()
    editor.text = "of an editor that is gone"
    unsent.gather()
    assert unsent.parts(SLOT) == {"": "half"}
    assert unsent.records("w", "page", "editor") == ("record",)


def test_a_text_that_was_used_is_gone(unsent):
    editor = Typing(unsent)
    editor.text = "half"
    unsent.gather()
    editor.text = ""
    assert unsent.begun() == {}
    assert list(unsent.drafts()) == []


def test_a_bare_choice_is_kept_without_a_question(unsent, mode):
    unsent.put(SLOT, {"": "", "owner": "p"}, begun=False)
    assert unsent.begun() == {}
    again = after_a_restart(unsent, mode)
    assert again.parts(SLOT) == {"owner": "p"}
    assert again.begun() == {}


def test_private_text_waits_for_private_mode_after_a_restart(unsent, mode):
    mode.private = True
    unsent.put(SLOT, {"": "secret"})
    mode.private = False
    unsent.put(SLOT, {"": "secret and more"})
    again = after_a_restart(unsent, mode)
    assert again.parts(SLOT) == {}
    again.put(SLOT, {"": "for all"})
    mode.private = True
    again.release()
    assert again.parts(SLOT) == {"": "for all"}
    assert [draft.text for draft in again.drafts()] == ["secret and more", "for all"]
    again.drop(SLOT)
    again.release()
    assert again.parts(SLOT) == {"": "secret and more"}


def test_a_workshop_can_be_forgotten_with_what_waits(unsent, mode):
    unsent.take([Draft(*SLOT, "", "secret", private=True)])
    unsent.put(SLOT, {"": "known"})
    unsent.put(Slot("another", "page", "editor"), {"": "stays"})
    unsent.forget("w")
    assert [draft.text for draft in unsent.drafts()] == ["stays"]


def test_the_text_that_was_changed_last_is_the_last_also_after_a_restart(unsent, mode):
    slots = [SLOT._replace(record=record) for record in "abc"]
    for slot in slots:
        unsent.put(slot, {"": "half"})
    unsent.put(slots[0], {"": "half a sentence"})
    unsent.put(slots[1], {"": "half"})
    wanted = [slots[1], slots[2], slots[0]]
    assert list(unsent.begun()) == wanted
    assert list(after_a_restart(unsent, mode).begun()) == wanted


def test_nobody_is_asked_about_a_record_that_was_removed():
    workshop, removed, other = new_id(), new_id(), new_id()
    there = {workshop, other}
    unsent = Unsent(lambda: False, lambda ids: there & set(ids))
    slots = {record: Slot(workshop, "page", "editor", record) for record in (removed, other, "why")}
    for slot in slots.values():
        unsent.put(slot, {"": "half"})
    assert set(unsent.begun()) == {slots[other], slots["why"]}
    assert {draft.record for draft in unsent.drafts()} == set(slots)
    there.add(removed)
    assert set(unsent.begun()) == set(slots.values())
    there.clear()
    assert set(unsent.begun()) == set(slots.values())
