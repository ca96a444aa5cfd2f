"""The size that a painted widget needs for its content, to find content that is cut."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.badge import Badge
from ui.widgets.check_button import CheckButton
from ui.widgets.field_box import FieldBox
from ui.widgets.key_hint import KeyHint
from ui.widgets.long_text import LongText
from ui.widgets.text import Text
from ui.widgets.text_layout import text_width
from ui.widgets.timer_display import TimerDisplay
from ui.window.audience_preview import StatusChip
from ui.window.overlays import _DimButton
from ui.window.rail_item import _CIRCLE, RailItem
from ui.window.schedule_indicator import ScheduleIndicator

_TARGET = 24
"""Smallest height of what is clicked, in px."""
_AT_SIZE_HINT = (
    Badge, KeyHint, ScheduleIndicator, StatusChip, TimerDisplay, _DimButton,
)  # fmt: skip
"""Widgets that paint everything within their size hint."""


def needed_size(widget: QWidget) -> QSize | None:
    """Return the size for the content at the current width; None if nothing is known of it."""
    for kind, size in _SIZES.items():
        if isinstance(widget, kind):
            return size(widget)
    if isinstance(widget, _AT_SIZE_HINT):
        return widget.sizeHint()
    if isinstance(widget, QLabel | QAbstractButton) and widget.text():
        return widget.minimumSizeHint()
    return None


def _at_width(widget: QWidget) -> QSize:
    return QSize(widget.minimumSizeHint().width(), widget.heightForWidth(widget.width()))


def _of_text(text: Text) -> QSize:
    text_layout = text._text_layout(text.width() if text.wordWrap() else None)
    return QSize(text_layout.width, text_layout.height)


def _of_check_button(button: CheckButton) -> QSize:
    words = button.shape.letters(button, button.width()).height
    return QSize(button.minimumSizeHint().width(), max(_TARGET, words))


def _of_action_button(button: ActionButton) -> QSize:
    width = button._measure_content(button.painted()[0], button._font(), button._brief)
    return QSize(width + min(8, button._padding()), theme().text_size("key") + 8)


def _of_rail_item(item: RailItem) -> QSize:
    if not item.painted()[0]:
        return QSize(_CIRCLE, _CIRCLE)
    width = text_width(item.text(), item._name_font())
    return QSize(width, 2 * item._name_size())


_SIZES: dict[type[QWidget], Callable[..., QSize]] = {
    ActionButton: _of_action_button,
    CheckButton: _of_check_button,
    FieldBox: lambda box: QSize(0, box.minimumHeight()),
    LongText: lambda t: QSize(t._text_layout(t.width()).width, t.heightForWidth(t.width())),
    RailItem: _of_rail_item,
    Text: _of_text,
}
"""Widgets whose size hint includes more than they need, or not their height at this width."""
