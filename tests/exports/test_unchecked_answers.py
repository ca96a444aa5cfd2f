"""The processes that make papers search for what may answer undiscussed problems."""

import time

import pytest

from exports.branding import PLAIN
from exports.job import preview_files
from exports.preview import PreviewOrder
from exports.process import start_export
from exports.protected import Guard
from exports.unchecked_answers import searched
from tests.helpers.builders import a_problem, a_state
from tests.helpers.own_catalogue import own_catalogue
from tests.helpers.papers import solutions, squeezed, words_of
from workshop_app.i18n import Texts

BATCH = "夜間バッチが失敗しても、朝まで誰も気づかない"
IN_A_CLOSED_NETWORK = "工場の網から外へ出られず、エージェントを入れられない"
PATIENCE = 120


def named(name):
    return squeezed(Texts("ja")("promises.unchecked", name=name))


def test_an_export_names_the_answer(tmp_path):
    run = start_export(a_state(problems=(a_problem(1, BATCH),)), {}, tmp_path, ["summary"])
    end = time.monotonic() + PATIENCE
    while run.poll():
        assert time.monotonic() < end, "the export hangs"
        time.sleep(0.01)
    run.close()
    assert run.result is not None
    words = words_of(run.result.files[0].read_bytes())
    assert named(solutions()["mkr-wrap"].text("ja").name) in words


def test_a_preview_names_the_answer_of_an_own_catalogue(tmp_path):
    order = PreviewOrder(
        state=a_state(problems=(a_problem(1, IN_A_CLOSED_NETWORK),)),
        solutions={},
        name="summary",
        language="ja",
        name_customer=False,
        worksheets=0,
        guard=Guard(),
        branding=PLAIN,
        catalogue_folders=(own_catalogue(tmp_path / "inhouse"),),
    )
    (file,) = preview_files(order, lambda _: None)
    _, entries = searched(order.state, {}, order.catalogue_folders)
    assert named(entries["inhouse/vpn"].text("ja").name) in words_of(file.data)


def test_an_entry_as_it_was_chosen_is_kept(tmp_path):
    chosen = {"mkr-wrap": solutions()["check-tcp"]}
    state, entries = searched(a_state(problems=(a_problem(1, BATCH),)), chosen, ())
    assert [each.catalogue_id for each in state.unchecked] == ["mkr-wrap"]
    assert entries == chosen


def test_without_an_undiscussed_problem_no_catalogue_is_read(monkeypatch):
    monkeypatch.setattr("exports.unchecked_answers._answers", pytest.fail)
    state = a_state(problems=(a_problem(1, BATCH, chosen=True),))
    assert searched(state, {}, ()) == (state, {})
