"""The documentation of entry files matches the schema."""

import re
from pathlib import Path

import pytest

from workshop_app.catalogue.about import KEYS, MORE_KEYS, NAME_LENGTH
from workshop_app.catalogue.gap_schema import (
    FALLS_SHORT,
    FALLS_SHORT_LIMITS,
    GAP_FIELDS,
    GAP_HEAD,
    GAP_MORE,
    MOST_NEAREST,
)
from workshop_app.catalogue.loader import load_other
from workshop_app.catalogue.schema import FIELDS, HEAD, KIND_LENGTH, SCHEMA
from workshop_app.catalogue.template import write_new
from workshop_app.i18n import LANGUAGES

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def page(language):
    return (DOCS / f"catalogue.{language}.md").read_text(encoding="utf-8")


def tables(page):
    """Each table as the cells of its rows below the head."""
    found = re.findall(r"(?m)^\|(?:.*\|\n)+", page)
    rows = [[line.strip("|\n ").split(" | ") for line in each.splitlines()[2:]] for each in found]
    return [each for each in rows if each[0][0].startswith("`")]


def keys(table):
    return [row[0].strip("`") for row in table]


def test_every_key_is_documented_and_no_other(page):
    about, head, fields, gap_head, gap_fields = tables(page)
    assert keys(about) == [*KEYS, *MORE_KEYS]
    assert keys(head) == list(HEAD)
    assert keys(fields) == list(FIELDS)
    assert keys(gap_head) == [*GAP_HEAD, *GAP_MORE]
    assert keys(gap_fields) == [*GAP_FIELDS, FALLS_SHORT]


def test_lengths_and_counts_are_those_of_the_program(page):
    about, head, fields, gap_head, gap_fields = tables(page)
    limits = [*FIELDS.values(), *GAP_FIELDS.values(), FALLS_SHORT_LIMITS]
    for (_, ja, en, count, words), field in zip((*fields, *gap_fields), limits, strict=True):
        assert (int(ja), int(en)) == (field.ja, field.en)
        numbers = [int(number) for number in re.findall(r"\d+", count)]
        assert numbers == [number for number in (field.least, field.most) if number]
        assert field.optional == ("省ける" in words or "may be left out" in words)
    assert str(NAME_LENGTH) in dict(about)["`name`"]
    assert str(KIND_LENGTH) in dict(head)["`kind`"]
    assert str(MOST_NEAREST) in dict(gap_head)["`nearest`"]
    assert str(SCHEMA) in dict(head)["`schema`"]
    assert str(SCHEMA) in dict(about)["`schema`"]


def test_the_examples_are_those_written_by_the_command(page, language, tmp_path):
    files = write_new(tmp_path / "new", language)
    blocks = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    assert blocks == [file.read_text(encoding="utf-8") for file in files]
    catalogue = load_other(tmp_path / "new")
    assert catalogue.faults == ()
    assert len(catalogue.solutions) == 1
    assert len(catalogue.gaps) == 1


def test_both_languages_of_the_page_say_where_to_put_it_and_how_to_check(page):
    assert "workshop-app catalogue check" in page
    assert "workshop-app/catalogues/" in page
