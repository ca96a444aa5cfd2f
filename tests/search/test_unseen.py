"""The later sets of the benchmarks: conditions that make them worth measuring."""

from collections import Counter

import pytest

from benchmarks.requests import sets
from workshop_app.services.answers import Answers


@pytest.fixture(scope="module")
def unseen():
    return sets()["unseen"]


def test_both_languages_have_enough_requests_with_and_without_an_answer(unseen):
    kinds = Counter((request.language, bool(request.answers)) for request in unseen)
    assert len(unseen) >= 200
    assert min(kinds["ja", True], kinds["en", True]) >= 65
    assert min(kinds["ja", False], kinds["en", False]) >= 35


def test_no_request_is_repeated_also_not_in_the_other_sets(unseen):
    others = [request for name in ("tuning", "held out", "talk") for request in sets()[name]]
    texts = [request.text for request in others + unseen]
    ids = [request.id for request in others + unseen]
    assert len(set(texts)) == len(texts)
    assert len(set(ids)) == len(ids)


def test_every_answer_is_in_the_catalogue(unseen):
    known = Answers().catalogue.solutions.keys()
    every = [*unseen, *sets()["talk"]]
    unknown = {request.id: request.answers - known for request in every}
    assert not any(unknown.values()), unknown


def test_every_gap_is_in_the_catalogue_and_labels_a_request_without_an_answer():
    known = Answers().gaps.keys()
    rows = [request for each in sets().values() for request in each if request.gaps]
    assert len(rows) >= 200
    assert [request.id for request in rows if request.gaps - known or request.answers] == []
