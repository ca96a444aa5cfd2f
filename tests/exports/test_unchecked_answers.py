"""The process that makes papers gets the entries of the answers that nobody has checked."""

import time

from exports.process import start_export
from tests.helpers.builders import a_problem, a_state
from tests.helpers.papers import solutions, squeezed, words_of
from workshop_app.domain.unchecked_answer import UncheckedAnswer
from workshop_app.i18n import Texts

PATIENCE = 120


def test_an_export_names_the_answer(tmp_path):
    problem = a_problem(1)
    unchecked = (UncheckedAnswer(problem_id=problem.id, catalogue_id="mkr-wrap"),)
    state = a_state(problems=(problem,), unchecked=unchecked)
    run = start_export(state, solutions(), tmp_path, ["summary"])
    end = time.monotonic() + PATIENCE
    while run.poll():
        assert time.monotonic() < end, "the export hangs"
        time.sleep(0.01)
    run.close()
    assert run.result is not None
    name = solutions()["mkr-wrap"].text("ja").name
    said = squeezed(Texts("ja")("promises.unchecked", name=name))
    assert said in words_of(run.result.files[0].read_bytes())
