"""The buttons at the foot keep their places while the questions are answered."""

import pytest

from tests.helpers.fitting import faults
from ui.actions.offered import PRIMARY
from ui.widgets.action_button import ActionButton
from workshop_app.domain.appraisal import Criterion
from workshop_app.i18n import tr
from workshop_app.services.commands.appraising import AnswerCriterion
from workshop_app.services.commands.choosing import Choose
from workshop_app.services.commands.problems import AddProblem

REQUEST = {"who": "known", "concrete": "yes", "ours": "yes", "now": "urgent",
           "alternative": "none", "general": "general"}  # fmt: skip
TO_OTHER_VERDICTS = [("ours", "no"), ("ours", "yes"), ("alternative", "enough"), ("concrete", "no")]


def button(one, action_id):
    """The button of an action in the foot bar, or None."""
    buttons = (each for each in one.page.foot().widgets() if isinstance(each, ActionButton))
    return next((each for each in buttons if each.action.definition.id == action_id), None)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("size", [(1024, 700), (1366, 768), (1920, 1080)])
def test_buttons_that_stay_never_move(desk, language, size, private, count):
    one = desk(language, page="list", size=size, private=private)
    ids = [one.do(AddProblem(f"監視が足りない {n}")) for n in range(count)]
    one.do(Choose(tuple(ids)))
    one.go("appraise")
    change, onward = (button(one, each) for each in ("appraise.overrule", PRIMARY))
    kept = [change, onward]
    one.do(AnswerCriterion(ids[0], Criterion.GENERAL, "general"))
    before = [(button.isVisible(), button.geometry()) for button in kept]
    assert onward.isVisible()
    words = set()
    for name, given in [*REQUEST.items(), *TO_OTHER_VERDICTS]:
        one.do(AnswerCriterion(ids[0], Criterion(name), given))
        one.page.criteria.select(Criterion(name))
        one.settle()
        words.add(onward.text())
        assert [(button.isVisible(), button.geometry()) for button in kept] == before, given
        request = button(one, "appraise.request") or button(one, "appraise.request_text")
        assert request.isVisible(), given
        assert faults(one.window) == []
    assert len(words) > 3
    step = tr("steps.name.solve")
    assert tr("appraise.foot.solution_solve", step=step) in words
