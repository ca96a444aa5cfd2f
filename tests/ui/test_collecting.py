"""Garbage is collected after Qt's calls, and not forgotten."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication

from ui.app import application
from ui.collecting import Collector, collect_due, exclude_existing


class Circle:
    def __init__(self):
        self.itself = self


@pytest.fixture
def collector(qapp):
    before = gc.isenabled()
    gc.enable()
    one = Collector(qapp)
    yield one
    one.setParent(None)
    if before:
        gc.enable()


def test_python_no_longer_collects_by_itself(collector):
    assert not gc.isenabled()


def test_the_program_has_a_collector(qapp):
    assert application().findChildren(Collector)
    assert len(application().findChildren(Collector)) == 1


def test_a_reference_cycle_is_collected_at_the_next_interval(collector):
    gc.collect()
    gone = weakref.ref(Circle())
    collect_due()
    assert gone() is not None, "a single one is not worth the time"
    crowd = [Circle() for _ in range(gc.get_threshold()[0] + 1)]
    collect_due()
    assert gone() is None
    del crowd


def test_collection_is_driven_by_a_timer_of_the_window(collector, qtbot):
    gc.collect()
    gone = weakref.ref(Circle())
    crowd = [Circle() for _ in range(gc.get_threshold()[0] + 1)]
    QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: gone() is None)
    del crowd


def test_frozen_objects_are_skipped_and_later_ones_collected(collector):
    kept = Circle()
    exclude_existing()
    try:
        assert all(each is not kept for each in gc.get_objects())
        later = weakref.ref(Circle())
        gc.collect()
        assert later() is None
    finally:
        gc.unfreeze()
