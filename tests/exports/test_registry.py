"""The registry of documents, and its use in settings and texts."""

from dataclasses import replace

import pytest

from exports.registry import (
    ALL_PAPERS,
    DOCUMENTS,
    FILES,
    NAMES,
    PRIVATE,
    PaperDocument,
)
from workshop_app.i18n import Texts
from workshop_app.settings import Settings


def test_every_document_is_a_paper_or_a_file():
    assert {*ALL_PAPERS, *FILES, *PRIVATE} == {*DOCUMENTS}
    assert {*NAMES} == {name for name, each in DOCUMENTS.items() if not each.on_request}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_has_its_texts(name, language):
    words = Texts(language)
    assert words(DOCUMENTS[name].title_key)
    assert words(DOCUMENTS[name].mark_key)
    assert name not in ALL_PAPERS or words(f"papers.about.{name}")


def test_private_documents_are_internal_and_written_only_on_request():
    for name in PRIVATE:
        assert DOCUMENTS[name].internal, name
        assert DOCUMENTS[name].on_request, name


def test_settings_leave_out_what_is_on_request():
    on_request = {name for name, each in DOCUMENTS.items() if each.on_request}
    assert {*Settings().papers_left_out} == on_request


def test_a_paper_is_made_by_the_module_of_its_name():
    known = next(each for each in DOCUMENTS.values() if isinstance(each, PaperDocument))
    with pytest.raises(ModuleNotFoundError):
        replace(known, name="unknown").build(None)
