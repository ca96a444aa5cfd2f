"""Every stored text is in the files that should contain it, and in no others."""

from dataclasses import replace

import pytest

from exports.job import export
from exports.registry import DOCUMENTS
from tests.helpers import setups
from tests.helpers.builders import news_of
from tests.helpers.carried import (
    canaries_in,
    everything_in,
    with_canaries,
    worded_fields,
)
from tests.helpers.carried_table import CARRIED, IN_ENGLISH
from tests.helpers.papers import is_file_of, sample_state, solutions
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.setup import Host
from workshop_app.domain.workshop_fields import HEADS, LISTS, private_fields
from workshop_app.i18n import LANGUAGES

HOST = "zq-host-71.example"


@pytest.fixture(scope="module", params=LANGUAGES)
def held(request, tmp_path_factory):
    """The workshop with a canary in each field, and the content of each document."""
    language = request.param
    state = sample_state(language)
    news = news_of(state.requests[0], RequestState.RELEASED, workshop_id=state.workshop.id)
    state = with_canaries(replace(state, news=(news,)))
    hosts = setups.hosts(Host(id="h1", name=HOST))
    state = replace(state, setup=(*state.setup, hosts))
    done = tuple(replace(each, done=True) for each in state.actions)  # none is carried over
    state = replace(state, before=replace(state, actions=done))
    folder = tmp_path_factory.mktemp(language)
    result = export(state, solutions(), folder, tuple(DOCUMENTS), language)
    found = dict.fromkeys(DOCUMENTS, "")
    longest_first = sorted(DOCUMENTS, key=len, reverse=True)
    papers = {paper.file: paper.document for paper in result.papers}
    for file in result.files:
        name = papers.get(file) or next(
            each for each in longest_first if is_file_of(each, file.name)
        )
        found[name] += everything_in(file.name, file.read_bytes())
    assert all(found.values())
    return state, found


def test_each_field_that_may_hold_words_has_a_line():
    assert sorted(CARRIED) == sorted(worded_fields())
    told = {name.rstrip("~") for line in CARRIED.values() for name in line.split()}
    assert told == {*DOCUMENTS}


@pytest.mark.parametrize("field", CARRIED)
def test_words_are_in_the_listed_documents_and_in_no_others(held, field):
    state, found = held
    english = IN_ENGLISH if state.workshop.language == "en" else {}
    words = canaries_in(state, field)
    assert words, "the sample uses this field nowhere"
    carried = set()
    for name, text in found.items():
        count = sum(word in text for word in words)
        if count:
            carried.add(name if count == len(words) else f"{name}~")
    listed = english.get(field, CARRIED[field]).split()
    assert carried == {*listed}, "not as in tests/helpers/carried_table.py"
    assert len(listed) == len({*listed})


@pytest.mark.parametrize("field", CARRIED)
def test_private_words_are_only_in_private_documents(field):
    part, name = field.split(".")
    if name in private_fields((HEADS | LISTS)[part]):
        named = {name.rstrip("~") for name in CARRIED[field].split()}
        own_draft = {"mail"} if field == "participants.email" else set()
        assert named - own_draft <= {name for name, each in DOCUMENTS.items() if each.private}


def test_a_host_of_the_customer_is_only_in_the_workshop_file(held):
    _, found = held
    assert {name for name, text in found.items() if HOST in text} == {"workshop", "workshop_full"}


def test_canaries_are_found_inside_compressed_files(held):
    state, found = held
    (title,) = canaries_in(state, "workshop.title")
    assert title in found["mail"]
    assert "beginbfchar" in found["summary"] or "beginbfrange" in found["summary"]
    assert "Workshop App" in found["summary"]
