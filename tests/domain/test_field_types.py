"""Each text field of a record declares its type and its privacy."""

from dataclasses import fields
from typing import get_args, get_type_hints

import pytest

from tests.helpers.builders import a_participant, a_problem
from workshop_app.domain.field_types import (
    FieldType,
    Privacy,
    TextKind,
    field_types,
    fields_with,
    without,
)
from workshop_app.domain.workshop import Participant, Workshop
from workshop_app.domain.workshop_fields import HEADS, LISTS, private_fields

RECORDS = [*HEADS.values(), *LISTS.values()]
TEXTS = (str, str | None, tuple[str, ...])


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_each_text_says_who_may_see_it(record):
    texts = [name for name, hint in get_type_hints(record).items() if hint in TEXTS]
    assert [name for name in texts if name not in field_types(record)] == [], (
        "give them a type of workshop_app.domain.field_types"
    )


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_type_fits_the_value_that_it_describes(record):
    hints = get_type_hints(record)
    for name, field_type in field_types(record).items():
        if field_type.kind is TextKind.LINES:
            assert hints[name] == tuple[str, ...]
        elif field_type.kind is not TextKind.OTHER:
            assert hints[name] in (str, str | None)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_the_action_log_can_forget_one_speaker_a_record(record):
    assert len(fields_with(record, Privacy.SPEAKER)) <= 1


def test_a_plain_field_has_no_type_of_its_own():
    assert "position" not in field_types(Participant)
    assert field_types(Workshop)["title"] == FieldType(Privacy.PUBLIC, TextKind.REQUIRED_LINE)


def test_what_is_private_is_in_no_plain_workshop_file():
    assert private_fields(Participant) == {
        "private_note", "ambassador", "email", "can_do_ids",
    }  # fmt: skip


def test_a_record_without_what_is_private_is_else_the_same():
    who = a_participant(1, "青木 健", private_note="秘密", ambassador=True, email="a@example.com")
    bare = without(who, Privacy.PRIVATE, Privacy.CONTACT)
    assert (bare.private_note, bare.ambassador, bare.email) == ("", False, "")
    changed = {
        each.name for each in fields(who) if getattr(who, each.name) != getattr(bare, each.name)
    }
    assert changed == {"private_note", "ambassador", "email"}
    assert without(who) is who


def test_a_record_without_speaker_has_none():
    assert without(a_problem(1, speaker_id="person-1"), Privacy.SPEAKER) == a_problem(1)


def test_no_record_has_types_of_which_nothing_is_known():
    known = {FieldType}
    for record in RECORDS:
        hints = get_type_hints(record, include_extras=True)
        for name in field_types(record):
            assert {type(each) for each in get_args(hints[name])[1:]} == known
