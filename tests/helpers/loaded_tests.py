"""Loads what all tests use, in the process from which the suite forks its runs."""

import contextlib
import gc
import importlib
import io
import pkgutil
import tempfile
from pathlib import Path

import pytest

import ui
import workshop_app
from tests.helpers.played import played_session
from workshop_app.i18n import LANGUAGES
from workshop_app.services.answers import Answers

importlib.import_module("tests.helpers.loaded_exports")
for package in (workshop_app, ui):
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
Answers().find("監視", "ja")
with tempfile.TemporaryDirectory() as folder:
    for words in LANGUAGES:
        played_session(Path(folder) / f"{words}.db", words).store.close()
with contextlib.redirect_stdout(io.StringIO()):
    pytest.main(["--collect-only", "-p", "no:cacheprovider", "tests/test_pairwise.py"])
gc.collect()
gc.freeze()
