"""The icons on papers are drawn within their grid, from the same files as on the screen."""

import math

import pytest

from exports.pdf.documents.became_of import STATE_ICONS
from exports.pdf.parts import ICONS
from exports.pdf.svg import outlines
from workshop_app.domain.outcome import OutcomeKind

ON_PAPER = ("speech", "pen", "lock", "check", *ICONS.values(), *STATE_ICONS.values())


@pytest.mark.parametrize("name", ON_PAPER)
def test_an_icon_stays_on_its_grid(name):
    strokes = outlines(name)
    assert strokes
    for stroke in strokes:
        assert stroke.segments[0][0] == "M"
        for _, points in stroke.segments:
            assert all(-1 <= value <= 25 for value in points)


def test_a_circle_is_round():
    (circle, *_) = outlines("circle-check")
    ends = [points[-2:] for name, points in circle.segments if name == "C"]
    assert len(ends) == 4
    assert all(math.hypot(x - 12, y - 12) == pytest.approx(8.4) for x, y in ends)


def test_the_shapes_of_the_outcomes_differ():
    assert len({outlines(name) for name in ICONS.values()}) == len(OutcomeKind)
    assert outlines("circle-dashed")[0].dashes
