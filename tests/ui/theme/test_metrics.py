"""Sizes follow the window: text for the room is never below its share of the height."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.theme.metrics import PROBLEM_SHARE, ROOM_SHARE, Metrics

widths = st.integers(800, 4000)
heights = st.integers(600, 2400)


@pytest.mark.parametrize(
    ("size", "room", "problem"),
    [((1366, 768), 35, 40), ((1920, 1080), 48, 56), ((1024, 768), 35, 40)],
)
def test_the_pages_have_the_designed_sizes(size, room, problem):
    metrics = Metrics.of(*size)
    assert (metrics.room, metrics.problem) == (room, problem)


@pytest.mark.parametrize(
    ("size", "rail", "bar", "foot"),
    [((1920, 1080), 104, 72, 76), ((1366, 768), 88, 56, 60), ((1024, 768), 64, 56, 60)],
)
def test_the_frame_has_the_designed_sizes(size, rail, bar, foot):
    metrics = Metrics.of(*size)
    assert (metrics.rail, metrics.bar, metrics.foot) == (rail, bar, foot)


@given(widths, heights)
def test_room_text_has_its_share_in_every_window(width, height):
    metrics = Metrics.of(width, height)
    assert metrics.room >= height * ROOM_SHARE
    assert metrics.problem >= height * PROBLEM_SHARE - 0.5
    assert metrics.timer >= metrics.room
    assert metrics.bar >= metrics.timer * 1.3


@given(widths, heights, st.booleans(), st.floats(0.5, 2))
def test_no_text_is_under_the_floor_and_no_target_too_small(width, height, private, scale):
    metrics = Metrics.of(width, height, private, scale)
    assert min(metrics.body, metrics.meta, metrics.section) >= 14
    assert metrics.target >= 36
    assert metrics.room_target >= 44
    assert metrics.row >= 48


def test_larger_text_enlarges_the_small_sizes_only():
    normal = Metrics.of(1366, 768)
    large = Metrics.of(1366, 768, text_scale=1.5)
    assert large.body > normal.body
    assert large.room == normal.room


def test_private_mode_reads_from_near():
    projected = Metrics.of(1920, 1080)
    private = Metrics.of(1920, 1080, desk=True)
    assert private.room < projected.room
    assert private.rail == 252
    assert private.banner == 44
    assert projected.banner == 0
