"""What solutions leave open: from the gap that was stated, and from limits of the answers."""

from tests.helpers.builders import a_card, a_problem, a_state
from workshop_app.domain.facts.caveats import with_caveats
from workshop_app.i18n import Texts
from workshop_app.services.promise_words import caveat_words, part_words

GAP = "alert-assignee"


def said(answers, language, *entries, gap=GAP, limit=0):
    problem = a_problem(1, gap_id=gap)
    cards = (a_card(problem, id=f"card-{one}", catalogue_id=one, limit_number=limit)
             for one in entries)  # fmt: skip
    state = a_state(problems=(problem,), cards=tuple(cards))
    state = with_caveats(state, answers.gaps, answers.chosen)
    words = Texts(language)
    return tuple(line for card in state.cards for line in caveat_words(words, state, card))


def test_the_chosen_answer_names_why_it_is_not_enough_for_the_gap(answers, language):
    gap = answers.gaps[GAP]
    place = gap.nearest.index("apm-issues")
    (line,) = said(answers, language, "apm-issues")
    assert line.endswith(gap.text(language).falls_short[place])


def test_another_answer_has_what_the_gap_says(answers, language):
    (line,) = said(answers, language, "monitor-memo")
    assert line.endswith(answers.gaps[GAP].text(language).says)


def test_a_limit_about_the_problem_is_a_caveat_of_its_own(answers, language):
    limit = answers.entries["monitor-memo"].text(language).limits[1]
    lines = said(answers, language, "monitor-memo", limit=2)
    assert len(lines) == 2
    assert lines[1].endswith(limit)
    (line,) = said(answers, language, "monitor-memo", gap="", limit=2)
    assert line == lines[1]


def test_of_a_gap_that_is_gone_it_is_only_said_that_something_is_left_open(answers, language):
    unknown = Texts(language)("promises.caveat.unknown")
    assert said(answers, language, "monitor-memo", gap="gone") == (unknown,)
    first, _limit = said(answers, language, "monitor-memo", gap="gone", limit=1)
    assert first == unknown


def test_of_several_answers_each_has_only_what_it_leaves_open_itself(answers, language):
    problem = a_problem(1)
    first = a_card(problem, id="first", catalogue_id="check-ping")
    second = a_card(problem, id="second", catalogue_id="monitor-memo", limit_number=2)
    state = a_state(problems=(problem,), cards=(first, second))
    state = with_caveats(state, answers.gaps, answers.chosen)
    words = Texts(language)
    limit = answers.entries["monitor-memo"].text(language).limits[1]
    assert caveat_words(words, state, first) == ()
    assert caveat_words(words, state, second) == (words("promises.caveat.limit", text=limit),)


def test_a_limit_that_is_gone_has_no_line(answers):
    assert said(answers, "ja", "monitor-memo", gap="", limit=99) == ()


def test_a_whole_solution_has_none(answers):
    assert said(answers, "ja", "monitor-memo", gap="") == ()


def test_the_count_says_how_many_are_in_part(language):
    words = Texts(language)
    for brief in (False, True):
        assert part_words(words, 3, 0, brief=brief) == ""
        assert "2" in part_words(words, 3, 2, brief=brief)
        assert not set("0123456789") & set(part_words(words, 1, 1, brief=brief))
