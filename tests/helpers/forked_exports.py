"""Starts the processes that write papers quickly, by forking them from one that has loaded all."""

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def forked_exports() -> Iterator[None]:
    """Fork each process that the program would start anew; does nothing on Windows."""
    original = multiprocessing.get_context

    def context(method: str | None = None) -> object:
        if method != "spawn":
            return original(method)
        forking = original("forkserver")
        forking.set_forkserver_preload(["tests.helpers.loaded_exports", "pytest"])
        return forking

    with pytest.MonkeyPatch.context() as patch:
        if "forkserver" in multiprocessing.get_all_start_methods():
            patch.setattr(multiprocessing, "get_context", context)
        yield
