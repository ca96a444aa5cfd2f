"""By default one combination of language, size, mode and input is tested, others with a shift."""

from itertools import product

import pytest

from tests.helpers.rotation import each_value, one_of_each, rotated

SIZES = [(1366, 768), (1024, 700)]
CASES = [
    {"page": page, "words": words, "size": size, "private": private}
    for page, words, size, private in product(("list", "sort"), ("ja", "en"), SIZES, (False, True))
]


def kept(choose, shift=0, cases=CASES):
    return choose("tests/test_it.py::test_it", cases, lambda case: case, shift)


@pytest.mark.parametrize("shift", [0, 5, 2**40])
def test_each_claim_is_tested_once(shift):
    assert [case["page"] for case in kept(one_of_each, shift)] == ["list", "sort"]


def test_each_combination_comes_round():
    shown = [case for shift in range(8) for case in kept(one_of_each, shift)]
    assert all(case in shown for case in CASES)
    assert len(shown) == len(CASES)


def test_tests_differ_in_their_combinations():
    names = [f"tests/test_it.py::test_{number}" for number in range(40)]
    first = [one_of_each(name, CASES, dict)[0] for name in names]
    assert all(any(case == one for one in first) for case in CASES if case["page"] == "list")


@pytest.mark.parametrize("shift", range(8))
def test_each_language_size_and_mode_is_tested_where_a_test_asks_for_it(shift):
    for page in ("list", "sort"):
        cases = [case for case in kept(each_value, shift) if case["page"] == page]
        assert len(cases) == 2
        for name in ("words", "size", "private"):
            assert len({case[name] for case in cases}) == 2


def test_a_text_in_a_language_is_a_claim_of_its_own():
    cases = [{"words": "ja", "said": "監視"}, {"words": "en", "said": "Monitoring"}]
    assert kept(one_of_each, cases=cases) == cases


@pytest.mark.parametrize(
    ("name", "values", "is_rotated"),
    [
        ("words", ["ja", "en"], True),
        ("by", ["mouse", "keys"], True),
        ("by_mouse", [False, True], True),
        ("private", [False, True], True),
        ("size", SIZES, True),
        ("size", [40, 56], False),
        ("words", ["監視", "en"], False),
        ("words", [["監視"], ["グラフ"]], False),
        ("anonymous", [False, True], False),
        ("percent", [100, 200], False),
    ],
)
def test_only_language_size_mode_and_input_are_rotated(name, values, is_rotated):
    assert rotated(name, values) is is_rotated
