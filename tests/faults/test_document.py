"""The table of faults names existing tests and scenes, and is complete."""

import re
from pathlib import Path

import pytest

from tests.faults import table
from tests.faults.fuzzed import PARSERS
from tests.faults.scenes import SCENES

TESTS = Path(__file__).resolve().parent.parent
TEXT = (TESTS.parent / "docs" / "faults.md").read_text(encoding="utf-8")
TEST = re.compile(r"`([\w/]+\.py): (test_\w+)`")
ROW = re.compile(r"`([a-z ]+): ([A-Za-z0-9, ]+)`")
SCENES_OF = {
    **{key: {scene.name for scene in SCENES} for key in ("killed", "killed twice", "failing")},
    "damaged": {*table._SPOILS},
    "journals": {"with copies", "alone"},
    "alone": {"damaged copies", "nothing"},
    "log": {"letters"},
    "fuzzed": {*PARSERS},
    "without power": {"first start", "actions"},
}


def test_each_test_exists():
    named = TEST.findall(TEXT)
    assert len(named) > 90
    missing = [
        (file, name)
        for file, name in named
        if f"def {name}(" not in (TESTS / file).read_text(encoding="utf-8")
    ]
    assert missing == []


def test_each_row_and_scene_exists():
    named = ROW.findall(TEXT)
    assert len(named) > 25
    assert [(row, scene) for row, scene in named if scene not in SCENES_OF[row]] == []
    assert set(SCENES_OF) < set(table.ROWS)


@pytest.mark.parametrize("parser", PARSERS)
def test_each_parser_is_listed(parser):
    assert f"`fuzzed: {parser}`" in TEXT


def test_every_fault_is_listed():
    numbers = re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)
    assert sorted(map(int, numbers)) == [*range(1, 77)]
