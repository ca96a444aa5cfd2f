"""Fixtures of the tests of the store: a session whose store can be reopened."""

import pytest

from tests.helpers.sessions import open_session


@pytest.fixture
def session(tmp_path):
    return open_session(tmp_path / "workshops.db", lasting=True)
