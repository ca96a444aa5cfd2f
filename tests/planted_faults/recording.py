"""A plugin of pytest that records which tests enter a function in which a fault is planted.

It writes a file per process to the folder named by the environment variable `FOLDER`: a line of
JSON per test with its ``test`` (id), ``seconds``, number of ``functions`` of the product that it
enters, numbers of ``faults`` in them, and of those ``near``, elsewhere in the same files: what a
cached function returns reaches more tests than the first one, which enters it. A fault outside of
functions is in all of its file.
"""

import json
import os
import sys
import time
from pathlib import Path
from types import CodeType

import pytest

from tests.planted_faults.planted import ROOT, read_faults

FOLDER = "PLANTED_FAULTS_RECORD"
_PRODUCT = tuple(f"{ROOT / name}{os.sep}" for name in ("workshop_app", "ui", "exports"))
_TOOL = sys.monitoring.COVERAGE_ID
_entered: set[tuple[str, int]] = set()


def _note(code: CodeType, _offset: int) -> object:
    if code.co_filename.startswith(_PRODUCT):
        file = Path(code.co_filename).relative_to(ROOT).as_posix()
        _entered.add((file, code.co_firstlineno))
    return sys.monitoring.DISABLE  # once per function and test is enough


class _Recorder:
    def __init__(self) -> None:
        self._places: dict[tuple[str, int], list[int]] = {}
        self._files: dict[str, list[int]] = {}
        for fault in read_faults():
            if fault.planted(fault.source) is not None:
                place = fault.file, fault.function(fault.source)
                self._places.setdefault(place, []).append(fault.number)
                self._files.setdefault(fault.file, []).append(fault.number)
        self._file = (Path(os.environ[FOLDER]) / f"{os.getpid()}.json").open("a", encoding="utf-8")
        sys.monitoring.use_tool_id(_TOOL, __name__)
        sys.monitoring.register_callback(_TOOL, sys.monitoring.events.PY_START, _note)
        sys.monitoring.set_events(_TOOL, sys.monitoring.events.PY_START)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item):
        _entered.clear()
        sys.monitoring.restart_events()
        start = time.perf_counter()
        result = yield
        seconds = time.perf_counter() - start
        files = {file for file, _ in _entered}
        places = _entered | {(file, 0) for file in files}
        faults = {n for place in places for n in self._places.get(place, ())}
        near = {n for file in files for n in self._files.get(file, ())} - faults
        row = {"test": item.nodeid, "seconds": round(seconds, 3), "functions": len(_entered)}
        row |= {"faults": sorted(faults), "near": sorted(near)}
        self._file.write(json.dumps(row, ensure_ascii=False) + "\n")
        return result

    def pytest_unconfigure(self) -> None:
        sys.monitoring.set_events(_TOOL, sys.monitoring.events.NO_EVENTS)
        sys.monitoring.register_callback(_TOOL, sys.monitoring.events.PY_START, None)
        sys.monitoring.free_tool_id(_TOOL)
        self._file.close()


def pytest_sessionstart(session: pytest.Session) -> None:
    if not session.config.getoption("--collect-only"):
        session.config.pluginmanager.register(_Recorder())
