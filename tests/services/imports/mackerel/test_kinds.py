"""The table of the kinds of files has a complete row for each kind."""

import json
from dataclasses import is_dataclass

import pytest

from workshop_app.domain.setup import RECORDS, Fact
from workshop_app.domain.setup_part import SetupKind
from workshop_app.i18n import Texts
from workshop_app.services.imports.mackerel.kinds import KINDS
from workshop_app.services.imports.mackerel.reading import read_text


def test_each_kind_has_a_row_and_a_record():
    assert set(KINDS) == set(RECORDS) == set(SetupKind)
    assert all(is_dataclass(record) and issubclass(record, Fact) for record in RECORDS.values())


@pytest.mark.parametrize("kind", SetupKind)
def test_each_kind_has_a_name(kind, language):
    assert Texts(language)(f"imports.setup.kind.{kind.value}")


@pytest.mark.parametrize("kind", [kind for kind in SetupKind if KINDS[kind].list_key])
def test_an_empty_list_is_recognised_by_its_key(kind):
    text = json.dumps({KINDS[kind].list_key: []})
    preview = read_text(text, "from-the-customer", ".json")
    assert (preview.kind, preview.facts) == (kind, ())
    assert [note.key for note in preview.notes] == ["none"]


def test_only_the_settings_of_an_agent_are_no_json():
    assert [kind for kind in SetupKind if KINDS[kind].read is None] == [SetupKind.AGENT]
