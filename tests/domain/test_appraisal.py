"""Appraisals: six answers, six grounds, and what is still unanswered."""

from tests.helpers.builders import a_problem, an_appraisal
from workshop_app.domain.appraisal import ANSWERS, Criterion


def test_every_criterion_has_three_answers_of_its_own():
    assert list(ANSWERS) == list(Criterion)
    assert all(len(set(answers)) == 3 and "" not in answers for answers in ANSWERS.values())


def test_an_appraisal_gives_answer_and_ground_by_criterion():
    appraisal = an_appraisal(a_problem(), {Criterion.NOW: "urgent"}, now_ground="来月から冬の商戦")
    assert appraisal.answer(Criterion.NOW) == "urgent"
    assert appraisal.ground(Criterion.NOW) == "来月から冬の商戦"
    assert appraisal.answer(Criterion.WHO) == ""
    assert appraisal.answers[Criterion.NOW] == "urgent"
