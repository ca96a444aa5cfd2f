"""The fuzzer detects every kind of misbehaviour of a parser."""

import os
import sys

import pytest

from tests.faults import fuzzed
from tests.faults.fuzzed import Parser, changed
from workshop_app.domain.errors import InvalidInput

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="processes are forked"),
]


def refuse(_path):
    raise InvalidInput("imports.no_list", file="list.pdf")


def fail(_path):
    raise KeyError("id")


def be_slow(_path):
    while True:
        pass


def end(_path):
    os._exit(1)


def grow(_path):
    bytearray(fuzzed.MEGABYTES << 21)


@pytest.mark.parametrize(
    ("read", "found"),
    [
        (refuse, ""),
        (fail, "KeyError"),
        (be_slow, "slow"),
        (end, "crash"),
        (grow, "MemoryError"),
    ],
)
def test_misbehaviour_of_a_parser_is_detected(monkeypatch, read, found):
    monkeypatch.setattr(fuzzed, "SECONDS", 0.2)
    monkeypatch.setitem(fuzzed.PARSERS, "one", Parser(read, lambda: {"a.json": b'{"a": [1]}'}))
    counts = fuzzed._fuzzed("one", 2)
    assert counts.pop("points") == 2
    assert [*counts] == ([f"{found} (number {number})" for number in range(2)] if found else [])


def test_a_seed_gives_the_same_file_again():
    for name, parser in fuzzed.PARSERS.items():
        seeds = parser.seeds()
        made = [changed(seeds, number) for number in range(40)]
        assert [changed(seeds, number) for number in range(40)] == made, name
        assert len({data for _, data in made}) > 20, name
