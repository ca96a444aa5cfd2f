"""The built-in entries: complete, in both languages, and worded individually."""

from collections import Counter

import pytest

from workshop_app.catalogue.loader import load
from workshop_app.domain.text import match_key

MUST_HAVES = ("non-http-monitoring", "network-device-monitoring", "dashboard-graph-period")


@pytest.fixture(scope="module")
def catalogue():
    return load()


def test_every_entry_is_without_fault(catalogue):
    assert catalogue.faults == ()
    assert len(catalogue.solutions) >= 138
    assert catalogue.name == "Mackerel"


def test_important_entries_exist(catalogue):
    assert all(catalogue.get(solution_id) for solution_id in MUST_HAVES)


def test_the_edition_is_as_new_as_its_newest_entry(catalogue):
    assert catalogue.version >= max(s.checked for s in catalogue.solutions.values())


def test_no_problem_sentence_is_in_two_entries(catalogue, language):
    sentences = Counter(
        match_key(sentence)
        for solution in catalogue.solutions.values()
        for sentence in solution.text(language).problems
    )
    assert [sentence for sentence, times in sentences.items() if times > 1] == []


def test_entries_have_distinguishable_names(catalogue, language):
    names = Counter(s.text(language).name for s in catalogue.solutions.values())
    assert [name for name, times in names.items() if times > 1] == []
