from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from ui.widgets.wheel import WheelNotches


def turn(by: int, phase: Qt.ScrollPhase = Qt.ScrollPhase.NoScrollPhase) -> QWheelEvent:
    return QWheelEvent(
        QPointF(),
        QPointF(),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        phase,
        False,
    )


def test_a_notch_of_a_mouse_is_one_step_in_its_direction():
    wheel = WheelNotches()
    assert [wheel.of(turn(by)) for by in (120, -120, 240, -1000)] == [-1, 1, -1, 1]


def test_small_turns_of_a_touch_pad_add_up():
    wheel = WheelNotches()
    assert [wheel.of(turn(-40)) for _ in range(7)] == [0, 0, 1, 0, 0, 1, 0]


def test_turning_the_other_way_starts_again():
    wheel = WheelNotches()
    assert [wheel.of(turn(by)) for by in (-100, 100, 20, -100, -20)] == [0, 0, -1, 0, 1]


def test_momentum_and_sideways_turns_count_for_nothing():
    wheel = WheelNotches()
    assert wheel.of(turn(-120, Qt.ScrollPhase.ScrollMomentum)) == 0
    assert wheel.of(turn(0)) == 0
