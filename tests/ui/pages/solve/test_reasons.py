"""The lines of reasons under a candidate, one by one."""

from dataclasses import replace
from datetime import date

import pytest

from ui.pages.solve.rows import reasons
from workshop_app.i18n import set_language
from workshop_app.services.answers import EarlierChoices


def lines(answers, words, **changed):
    hit = answers.search("夜間バッチの失敗", "ja")[0]
    set_language(words)
    try:
        return [line.text for line in reasons(replace(hit, **changed))]
    finally:
        set_language("ja")


@pytest.mark.parametrize(
    ("words", "chosen", "remark"),
    [
        ("ja", EarlierChoices(3, f"{date.today().year}-05-14"), "過去に 3 回選択、最後は5月"),
        ("en", EarlierChoices(3, f"{date.today().year}-05-14"), "Chosen 3 times, last in May"),
        ("ja", EarlierChoices(2, "2019-12-01"), "過去に 2 回選択、最後は2019年12月"),
        ("en", EarlierChoices(2, "2019-12-01"), "Chosen 2 times, last in December 2019"),
        ("en", EarlierChoices(1, "2019-12-01"), "Chosen once, in December 2019"),
    ],
)
def test_earlier_choices_are_shown_with_the_month(answers, words, chosen, remark):
    assert remark in lines(answers, words, chosen=chosen)
    assert len(lines(answers, words)) == len(lines(answers, words, chosen=chosen)) - 1


def test_without_words_or_a_close_problem_their_lines_are_absent(answers):
    whole = lines(answers, "ja", limit="")
    assert lines(answers, "ja", limit="", near="") == [whole[0], *whole[2:]]
    assert lines(answers, "ja", limit="", matched=()) == whole[1:]


def test_a_limit_about_the_problem_comes_first_and_no_other_one(answers):
    hit = answers.search("夜間バッチの失敗", "ja")[0]
    first, second, *_ = hit.solution.text("ja").limits
    assert lines(answers, "ja", limit="")[-1] == first
    shown = lines(answers, "ja", limit=second)
    assert shown[0] == second
    assert first not in shown
