"""Each file that is written says what is true of its workshop, and all that its reader is due."""

import ast
from pathlib import Path

import pytest

from tests.truth import tables
from tests.truth.checks import check
from tests.truth.workshops import facts_of, random_workshop, sample, second_visit_state, written
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import LANGUAGES

FILES = (*tables.ALL, "workbook", "workbook_internal", "calendar", "mail")
RANDOM = 1000
"""Number of random workshops; a tenth of them is enough for a quick run."""
FORBIDDEN = ("workshop_app.domain", "exports")
CHECKER = ("checks", "entries", "facts", "masks", "messages", "plain", "tables", "verdicts")


def _faults(state: WorkshopState, language: str) -> list[str]:
    facts = facts_of(state)
    files = written(state, FILES, language)
    return [fault for file in files for fault in check(facts, language, file)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("visit", [sample, second_visit_state])
def test_the_files_of_the_sample_are_true(visit, language):
    assert _faults(visit(language), language) == []


@pytest.mark.parametrize(
    "tenth", [0, *(pytest.param(n, marks=pytest.mark.exhaustive) for n in range(1, 10))]
)
def test_the_files_of_random_workshops_are_true(tenth):
    found = {}
    for seed in range(tenth, RANDOM, 10):
        language = LANGUAGES[seed // 10 % len(LANGUAGES)]
        faults = _faults(random_workshop(seed), language)
        if faults:
            found[seed] = faults
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
