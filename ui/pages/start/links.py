"""What else can be begun from the start page: a row each, with its button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.i18n import tr

_SIDE = 24


def check_button() -> ActionButton:
    """The button that shows the three sizes of text."""
    return ActionButton(tr("start.check_screen"), icon="screen", key="Ctrl+T", size="small")


def sample_button(in_sample: bool) -> ActionButton:
    """The button that opens the sample, or leads back to the own records."""
    words = tr("start.sample.leave" if in_sample else "start.sample.do")
    icon = "arrow-left" if in_sample else None
    return ActionButton(words, icon=icon, key="Ctrl+O", size="small")


def sample_words(in_sample: bool) -> tuple[str, str]:
    """Heading and sentence about the sample."""
    if in_sample:
        return tr("start.sample.open_title"), tr("start.sample.open_what")
    return tr("start.sample.title"), tr("start.sample.what")


class WaysSheet(Sheet):
    """The sentence for the last row of the room, a new workshop, and the sample."""

    check_asked = Signal()
    new_asked = Signal()
    sample_asked = Signal()

    def __init__(self, *, in_sample: bool) -> None:
        super().__init__(padding=0, spacing=0)
        self._gap = 9 if theme().metrics.low else 14
        check = check_button()
        check.clicked.connect(self.check_asked)
        self._add(Text("room", tr("start.readable")), check)
        self.add_line()
        new = ActionButton(tr("start.new.do"), key="Ctrl+N", size="small")
        new.clicked.connect(self.new_asked)
        self._add(_way("plus", tr("start.new.title"), tr("start.new.what")), new)
        self.add_line()
        sample = sample_button(in_sample)
        sample.clicked.connect(self.sample_asked)
        self._add(_way("play", *sample_words(in_sample)), sample)

    def _add(self, words: QWidget, button: ActionButton) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(_SIDE, self._gap, _SIDE, self._gap)
        row.setSpacing(16)
        row.addWidget(words, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.content.addLayout(row)


def _way(icon: str, title: str, what: str) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(16)
    layout.addWidget(IconLabel(icon, "accent", 20))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text("body-bold", title))
    words.addWidget(Text("meta", what))
    layout.addLayout(words, 1)
    return row
