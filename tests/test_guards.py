"""The checks of conftest.py detect violations."""

import os
import socket

import platformdirs
import pytest


def test_no_test_reaches_the_network():
    with pytest.raises(AssertionError, match="network"), socket.socket() as plug:
        plug.connect(("192.0.2.1", 80))
    with pytest.raises(AssertionError, match="host"):
        socket.create_connection(("example.com", 80))


def test_no_test_sees_the_data_of_the_person_who_runs_it(tmp_path_factory):
    folder = platformdirs.user_data_dir("workshop-app", appauthor=False)
    assert folder.startswith(str(tmp_path_factory.getbasetemp()))
    assert "WORKSHOP_APP_STORE" not in os.environ
