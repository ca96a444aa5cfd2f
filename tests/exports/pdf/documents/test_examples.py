"""The line to type of an answer is printed with its steps, as it is typed."""

import pytest

from tests.helpers.builders import (
    a_card,
    a_participant,
    a_problem,
    a_state,
    an_action,
)
from tests.helpers.papers import pages_of, pdf_of, solutions
from workshop_app.i18n import Texts

BATCH = "service-metric-missing-monitoring"
COMMAND = 'echo -e "job.ok\\t1\\t$(date +%s)" | mkr throw --service shop'


def state_with(*, action: bool):
    reader = a_participant(1, "青木 健")
    problem = a_problem(1, "夜の処理が動かない日がある", chosen=True, speaker_id=reader.id)
    actions = (an_action(1, "始める", problem_id=problem.id, owner_id=reader.id),)
    return a_state(
        participants=(reader,),
        problems=(problem,),
        cards=(a_card(problem, catalogue_id=BATCH),),
        actions=actions if action else (),
    )


def lines_of(pdf):
    return [line.strip() for page in pages_of(pdf) for line in page.splitlines()]


@pytest.mark.parametrize("action", [False, True], ids=["plain", "with an action"])
@pytest.mark.parametrize("name", ["summary", "handout"])
def test_it_stands_whole_and_named_below_the_last_step(name, action, language):
    lines = lines_of(pdf_of(state_with(action=action), name, language))
    (at,) = (number for number, line in enumerate(lines) if COMMAND in line)
    name, _, rest = lines[at].partition(" ")
    assert (name, rest.strip()) == (Texts(language)("papers.solution.example"), COMMAND)
    last = solutions()[BATCH].text(language).first_steps[-1]
    assert lines[at - 1].endswith(last)
    assert not any("job.ok" in each for each in solutions()[BATCH].text(language).limits)


def test_every_line_to_type_fits_a_line_of_a_paper_and_is_monospaced(language):
    from exports.pdf.fonts import is_monospaced
    from exports.pdf.page_size import page_size
    from exports.pdf.paper import Paper
    from exports.pdf.parts import command
    from exports.pdf.styles import GUTTER, SMALL

    found = [each.text(language).example for each in solutions().values()]
    found = [each for each in found if each]
    assert COMMAND in found
    for text in found:
        assert is_monospaced(text), text
        block = command(Paper(a_state(), {}, language), text)
        assert block.height(page_size().text_width - GUTTER - 58) == SMALL.leading, text
