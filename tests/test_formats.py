"""docs/formats.md describes the workshop file as implemented."""

import gzip
import json
import re
from dataclasses import fields

import pytest

from exports.job import export
from exports.registry import DOCUMENTS
from tests.helpers.file_format import DOCUMENT, tables, written_notes, written_tables
from tests.helpers.papers import sample_state
from workshop_app.domain.setup import RECORDS
from workshop_app.domain.setup_part import SetupKind
from workshop_app.domain.workshop_fields import HEADS, LISTS, private_fields
from workshop_app.domain.workshop_json import SCHEMA, VERSION, to_json
from workshop_app.services.workshop_file import LARGEST

TEXT = DOCUMENT.read_text(encoding="utf-8")


def test_every_field_is_described_as_it_is_read():
    notes = written_notes(TEXT)
    assert written_tables(TEXT) == tables(notes), "run python -m tests.helpers.file_format"
    for (part, name), note in notes.items():
        if name in private_fields((HEADS | LISTS)[part]):
            assert "private" in note, name


def test_the_head_of_a_file_is_as_described():
    file = json.loads(to_json(sample_state("ja"), private=False))
    head = re.search(r"```json\n(.*?)```", TEXT, re.DOTALL)
    assert head
    described = json.loads(head[1])
    assert list(described) == list(file)
    assert (described["schema"], described["version"]) == (SCHEMA, VERSION)
    for part in described.keys() & (HEADS | LISTS).keys():
        assert type(described[part]) is type(file[part]), part


def test_every_document_is_named_with_its_ending_and_reader():
    for name, document in DOCUMENTS.items():
        row, *_ = re.findall(rf"^\| `{name}` \| (.*?) \| (.*?) \|", TEXT, re.MULTILINE)
        shown = {"md": "Markdown", "workshop": "JSON, gzip"}
        assert row[0] == shown.get(document.ending, document.ending.upper())
        assert ("house" in row[1]) is document.internal, name


@pytest.mark.parametrize("name", ["workshop", "workshop_full"])
def test_a_workshop_file_is_json_in_gzip_without_time_and_name(tmp_path, name):
    state = sample_state("ja")
    (file,) = export(state, {}, tmp_path, [name]).files
    data = file.read_bytes()
    assert data[:8] == b"\x1f\x8b\x08" + bytes(5)  # deflate, no flags, no time (RFC 1952)
    assert gzip.decompress(data).decode() == to_json(state, private=DOCUMENTS[name].private)


def test_the_limits_are_those_of_the_reader():
    assert f"{LARGEST // 1_000_000} MB" in TEXT


def test_every_kind_of_fact_is_described():
    found = dict(re.findall(r"^\| `(\w+)` \| ((?:`\w+`(?:, )?)+) \|$", TEXT, re.MULTILINE))
    for kind in SetupKind:
        names = [each.name for each in fields(RECORDS[kind])]
        assert re.findall(r"`(\w+)`", found[kind.value]) == names
