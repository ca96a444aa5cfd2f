"""What a solution leaves open is printed with its problem, and counted."""

import csv
import io
import re
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from exports.job import export
from tests.helpers.builders import a_card, a_participant, a_problem, a_state
from tests.helpers.papers import pdf_of, solutions, squeezed, words_of
from workshop_app.domain.facts.caveats import with_caveats
from workshop_app.i18n import Texts

GAP = "alert-assignee"


def state_with(answers, *, chosen: bool):
    """A workshop with two solved problems, of which the first one has a known gap."""
    reader = a_participant(1, "青木 健")
    problems = (
        a_problem(1, "だれの番か分からない", chosen=chosen, speaker_id=reader.id, gap_id=GAP),
        a_problem(2, "機器が落ちる", speaker_id=reader.id, chosen=chosen),
    )
    entries = ("alert-list", "check-ping")
    cards = tuple(a_card(p, catalogue_id=e) for p, e in zip(problems, entries, strict=True))
    state = a_state(participants=(reader,), problems=problems, cards=cards)
    return with_caveats(state, answers.gaps, answers.chosen)


@pytest.mark.parametrize("name", ["summary", "handout", "record"])
@pytest.mark.parametrize("chosen", [True, False])
def test_a_paper_says_what_the_answer_lacks_and_counts_it_as_one_in_part(
    answers, name, chosen, language
):
    words = Texts(language)
    text = words_of(pdf_of(state_with(answers, chosen=chosen), name, language))
    lacks = answers.gaps[GAP].text(language).falls_short[0]
    assert squeezed(words("promises.caveat.gap", text=lacks)) in text
    assert squeezed(words("promises.in_part.brief", n=1)) in text


def test_the_table_of_outcomes_has_the_caveat_as_the_reason(answers, language):
    with tempfile.TemporaryDirectory() as folder:
        state = state_with(answers, chosen=True)
        (file,) = export(state, solutions(), Path(folder), ["outcomes"], language).files
        rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    lacks = answers.gaps[GAP].text(language).falls_short[0]
    first, second = rows[1:]
    words = Texts(language)
    assert words("promises.customer.solved_in_part") in first
    assert words("promises.caveat.gap", text=lacks) in "\n".join(first)
    assert words("promises.customer.solved") in second


def test_a_limit_is_said_below_its_own_answer(answers, language):
    reader = a_participant(1, "青木 健")
    problem = a_problem(1, "夜の集計が動かない", chosen=True, speaker_id=reader.id)
    first = a_card(problem, id="first", catalogue_id="service-metric-missing-monitoring")
    second = a_card(problem, id="second", catalogue_id="mkr-wrap", limit_number=1)
    state = a_state(participants=(reader,), problems=(problem,), cards=(first, second))
    state = with_caveats(state, answers.gaps, answers.chosen)
    limit = Texts(language)(
        "promises.caveat.limit", text=answers.entries["mkr-wrap"].text(language).limits[0]
    )
    with tempfile.TemporaryDirectory() as folder:
        (file,) = export(state, solutions(), Path(folder), ["outcomes"], language).files
        rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert [any(limit in cell for cell in row) for row in rows[1:]] == [False, True]
    for name in ("summary", "handout", "record"):
        # the blank for a day stands beside the answer
        text = re.sub("by_+", "", words_of(pdf_of(state, name, language)))
        assert text.count(squeezed(limit)) == 1
        answer = answers.entries["mkr-wrap"].text(language)
        said = answer.name if name == "record" else answer.answer_line
        assert squeezed(said) in text[: text.index(squeezed(limit))]


@pytest.mark.parametrize("name", ["summary", "handout"])
def test_a_limit_about_the_problem_is_printed_once_with_it_and_not_counted(answers, name, language):
    state = state_with(answers, chosen=True)
    problems = tuple(replace(each, gap_id="") for each in state.problems)
    cards = (replace(state.cards[0], limit_number=1), state.cards[1])
    state = replace(state, problems=problems, cards=cards)
    state = with_caveats(state, answers.gaps, answers.chosen)
    words = Texts(language)
    text = words_of(pdf_of(state, name, language))
    limit = answers.entries["alert-list"].text(language).limits[0]
    assert squeezed(words("promises.caveat.limit", text=limit)) in text
    assert text.count(squeezed(limit)) == 1
    assert squeezed(words("promises.in_part.brief", n=1)) not in text
