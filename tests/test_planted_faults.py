"""Faults are planted where their text is, and are told apart from those that are gone."""

from dataclasses import replace

import pytest

from tests.planted_faults.planted import Fault, read_faults, read_outcomes

SOURCE = """
LIMIT = 3


@cache
def first(given):
    return given < LIMIT


def second(given):
    def inner():
        return given > LIMIT

    return inner
"""
FLIPPED = Fault(1, "limits.py", "comparison flipped", "given > LIMIT", "given >= LIMIT")


def test_the_text_is_replaced():
    assert FLIPPED.planted(SOURCE) == SOURCE.replace("> LIMIT", ">= LIMIT")


@pytest.mark.parametrize("before", ["given == LIMIT", "LIMIT"])
def test_a_text_that_is_not_there_once_is_gone(before):
    assert replace(FLIPPED, before=before).planted(SOURCE) is None


@pytest.mark.parametrize(
    ("before", "line"), [("given > LIMIT", 11), ("given < LIMIT", 5), ("LIMIT = 3", 0)]
)
def test_the_innermost_function_is_named_by_its_first_line(before, line):
    assert replace(FLIPPED, before=before).function(SOURCE) == line


@pytest.mark.parametrize("fault", read_faults(), ids=lambda fault: f"{fault.number}-{fault.file}")
def test_every_fault_changes_what_the_program_does(fault):
    planted = fault.planted(fault.source)
    assert fault.before.strip() != fault.after.strip()
    if planted is not None:
        compile(planted, fault.file, "exec")


def test_every_fault_has_one_outcome_and_those_found_at_first_are_found_today():
    first, today = read_outcomes()
    numbers = sorted(fault.number for fault in read_faults())
    for each in (first, today):
        assert sorted([*each.found, *each.not_found, *each.unsettled]) == numbers, each.revision
    assert first.found <= today.found
