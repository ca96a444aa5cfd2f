"""Ids sort by time; short codes are readable."""

import uuid

from workshop_app.domain.ids import new_id, person_code, request_code


def test_ids_are_uuids_of_version_7_that_sort_by_time():
    ids = [new_id() for _ in range(1_000)]
    assert {uuid.UUID(made).version for made in ids} == {7}
    assert sorted(ids) == ids
    assert len(set(ids)) == len(ids)


def test_short_codes():
    assert (person_code(0), person_code(11)) == ("P-1", "P-12")
    assert request_code(3) == "R-3"
