"""How many questions are in sight at once."""

import pytest

from ui.pages.appraise.criteria_sheet import CriteriaSheet
from workshop_app.services.commands.problems import AddProblem

TWO_LINES = {
    "ja": "本番にサーバーを追加したときに監視を入れ忘れてしまい、しばらく気づかない",
    "en": "When we add a server to the fleet we forget to add monitoring for it",
}


@pytest.mark.parametrize("words", TWO_LINES)
def test_a_problem_of_two_lines_leaves_room_for_all_questions(desk, words):
    one = desk(words, page="list", size=(1366, 768))
    one.do(AddProblem(TWO_LINES[words]))
    one.go("appraise")
    (sheet,) = one.page.findChildren(CriteriaSheet)
    assert sum(row.isVisible() for row in sheet._rows) == 6
    assert all(row.choice.isVisible() for row in sheet._rows)
