"""The combinations that are tested by default."""

from itertools import combinations, product

import pytest

from tests.helpers.pairwise import every_pair, every_value

CASES = list(product(("ja", "en"), (1024, 1280, 1366, 1920), (False, True)))


def met(cases, length):
    """The values that occur together in any case."""
    return {found for case in cases for found in combinations(enumerate(case), length)}


def test_each_pair_occurs_in_fewer_cases():
    chosen = every_pair(CASES)
    assert met(chosen, 2) == met(CASES, 2)
    assert len(chosen) < len(CASES)


@pytest.mark.parametrize("first", range(len(CASES)))
def test_each_value_occurs_in_as_few_cases_as_there_are_sizes(first):
    chosen = every_value(CASES, first=first)
    assert met(chosen, 1) == met(CASES, 1)
    assert len(chosen) == 4
    assert CASES[first] in chosen
    assert {(words, private) for words, _, private in chosen} == set(
        product(("ja", "en"), (False, True))
    )


def test_cases_without_values_are_all_kept():
    assert every_value([(), ()]) == every_pair([(), ()]) == [(), ()]
