"""A preview returns the result of the latest request, whatever arrives meanwhile."""

import time
from hashlib import sha256

import pytest

from exports.options import USUAL
from exports.preview import PageRequest, PreviewOrder
from exports.preview_process import PreviewRun
from exports.progress import WrittenPaper
from tests.helpers.papers import pages_of, pdf_of, sample_state, solutions

_PATIENCE = 120
"""Seconds: a new process loads the PDF library, beside other tests."""


def an_order(language="ja", **changes):
    """Return a request for the summary of the sample, with changes."""
    state = sample_state(language)
    usual = {
        "state": state,
        "solutions": solutions(),
        "name": "summary",
        "language": language,
        "options": USUAL,
    }
    return PreviewOrder(**{**usual, **changes})


@pytest.fixture
def run():
    one = PreviewRun()
    yield one
    one.close()


def wait_until(run, reached):
    end = time.monotonic() + _PATIENCE
    while not reached() and time.monotonic() < end:
        run.poll()
        time.sleep(0.01)
    assert reached(), run.error


def test_a_document_is_made_and_its_pages_drawn(run):
    run.request_document(an_order())
    wait_until(run, lambda: run.ready)
    assert len(run.ready.pages) > 2
    run.request_page(PageRequest(1, 300))
    wait_until(run, lambda: run.image)
    assert (run.image.number, run.image.width) == (1, 300)


def test_a_written_paper_is_shown_from_its_file_unless_that_was_changed(run, tmp_path):
    data = pdf_of(sample_state("ja"), "agenda")
    file = tmp_path / "agenda.pdf"
    file.write_bytes(data)
    paper = WrittenPaper(file, "summary", "", 1, sha256(data).hexdigest())
    order = an_order(written=(paper,))
    run.request_document(order)
    wait_until(run, lambda: run.ready)
    assert len(run.ready.pages) == len(pages_of(data)) == 1
    assert run.progress is None
    file.write_bytes(data + b"\n")
    run.request_document(order)
    wait_until(run, lambda: run.ready)
    assert len(run.ready.pages) > 1
    file.unlink()
    run.request_document(order)
    wait_until(run, lambda: run.ready)
    assert len(run.ready.pages) > 1


def test_pages_of_the_document_before_do_not_stop_the_one_being_made(run):
    run.request_document(an_order())
    wait_until(run, lambda: run.ready)
    before = run.ready
    run.request_document(an_order())
    for number in range(3):
        run.request_page(PageRequest(number, 300))
    wait_until(run, lambda: run.ready)
    assert run.ready.serial > before.serial


def test_only_the_last_of_several_orders_is_executed_and_other_results_are_dropped(run):
    for name in ("handout", "dossier", "summary", "handout"):
        run.request_document(an_order(name=name))
        run.request_page(PageRequest(0, 300))
    wait_until(run, lambda: run.ready)
    assert all(page.reader for page in run.ready.pages)
    run.request_document(an_order())
    assert run.ready is None
    wait_until(run, lambda: run.ready)
    assert not any(page.reader for page in run.ready.pages)


def test_a_process_that_has_died_is_reported_as_an_error(run):
    wait_until(run, lambda: run._started or run.poll())
    run._process.kill()
    wait_until(run, lambda: run.error)
    assert run.error.key == "errors.preview_failed"
