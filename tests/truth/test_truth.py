"""Each file that is written says what is true of its workshop, and all that its reader is due."""

import ast
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.truth.checks import FILES, OF_TWO, PAPERS, check
from tests.truth.workshops import (
    facts_of,
    named_customer,
    one_speaker,
    random_visits,
    random_workshop,
    refused_requests,
    sample,
    second_visit_state,
    written,
)
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import LANGUAGES

QUICK_FILES = tuple(name for name in FILES if name != "workbook")
"""Its sheets are in the internal one, too."""
QUICK_PAPERS = tuple(name for name in PAPERS if name != "record")
"""The record takes as long as several other papers."""
RANDOM = 1000
"""Number of random workshops, of which a tenth is checked by default."""
VISITS_OF_SAMPLE = (sample, second_visit_state, one_speaker, refused_requests, named_customer)
VISITS = 200
"""Number of random pairs of visits, likewise."""
TENTHS = (0, *(pytest.param(n, marks=pytest.mark.exhaustive) for n in range(1, 10)))
FORBIDDEN = ("workshop_app.domain", "exports")
OWN = ("lies", "workshops")
"""Modules beside the checker: what is planted, and what is written by the program."""
CHECKER = sorted(
    file.stem
    for file in Path(__file__).parent.glob("*.py")
    if file.stem not in OWN and not file.stem.startswith("test_")
)


def _faults(state: WorkshopState, language: str, documents: Sequence[str]) -> list[str]:
    facts = facts_of(state, language)
    files = written(state, documents, language)
    return [fault for file in files for fault in check(facts, language, file)]


@pytest.mark.parametrize("visit", VISITS_OF_SAMPLE)
def test_the_files_of_the_sample_are_true(visit, language):
    assert _faults(visit(language), language, (*FILES, *PAPERS)) == []


def test_the_files_of_a_second_visit_are_true(language):
    """Open actions of the first one are in all of them."""
    state = second_visit_state(language)
    assert _faults(state, language, (OF_TWO, *QUICK_FILES, *QUICK_PAPERS)) == []


@pytest.mark.parametrize("tenth", TENTHS)
def test_what_is_said_of_random_visits_is_true(tenth):
    found = {}
    for number in range(tenth, VISITS, 10):
        state = random_visits(number)
        assert state.before is not None
        faults = _faults(
            state,
            LANGUAGES[number // 10 % len(LANGUAGES)],
            (OF_TWO, "became_of", "summary", "handout", "mail"),
        )
        if faults:
            found[number] = faults
    assert found == {}


@pytest.mark.parametrize("tenth", TENTHS)
def test_the_files_of_random_workshops_are_true(tenth):
    """Texts in tables and messages may be hostile; those of papers are such that all is printed."""
    found = {}
    for number in range(tenth, RANDOM, 10):
        language = LANGUAGES[number // 10 % len(LANGUAGES)]
        on_paper = number // 20 % 2 == 0
        state = random_workshop(number, hostile=not on_paper)
        documents = QUICK_PAPERS if on_paper else QUICK_FILES
        if tenth:
            documents = PAPERS if on_paper else FILES
        faults = _faults(state, language, documents)
        if faults:
            found[number] = faults
    assert found == {}


@pytest.mark.parametrize("module", CHECKER)
def test_the_checker_shares_no_counting_with_the_program(module):
    tree = ast.parse((Path(__file__).parent / f"{module}.py").read_text(encoding="utf-8"))
    imported = {
        name
        for node in ast.walk(tree)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else []
        )
    }
    assert [
        name for name in imported if f"{name}.".startswith(tuple(f"{f}." for f in FORBIDDEN))
    ] == []
