"""The message in the foot bar about what was just done, with a button that undoes it."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QEnterEvent, QHideEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.actions.table import key_of
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import row
from ui.widgets.icon_label import IconLabel
from ui.widgets.motion import Motion
from ui.widgets.text import Text
from ui.widgets.text_layout import in_role, text_width
from workshop_app.i18n import tr

SECONDS = 6
UNDO_SECONDS = 10
_EMPTY_MS = 600  # between the end of a message and that of its place
_GAP = 8
_ICON = 18
_LETTERS = 10
"""Of a line for which there is always room."""
_LEAST_LETTERS = 8
"""Of a line of several, so that no word is broken."""

_QUOTED = re.compile("(?<=[「“])[^「」“”]+(?=[」”])")
_LEAST_QUOTED = 4
"""The number of characters to which a quotation is shortened at most."""
_KEPT = 0.8  # of a quotation each time it is shortened
_KEPT_OF_END = 0.95


class Toast(QWidget):
    """One sentence about what was done, longer under the pointer or the focus; one at a time.

    It is on one line, or on two in small text, without its icon where these would be too short.
    Where the sentence is too long for its place, names in quotation marks are shortened, then the
    end. A click beside its button closes it. When it
    ends, its place stays empty for a moment: a click that comes too late for its button does
    nothing, instead of what stands there otherwise.
    """

    SPOKEN_ROLE = QAccessible.Role.AlertMessage

    changed = Signal()
    """It was shown, hidden, or its sentence changed: it needs another place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._then: Callable[[], object] | None = None
        self.sentence = ""
        """The sentence that is or was shown last."""
        self._icon = IconLabel("check", "solution", _ICON)
        self._text = Text("body", wrap=False)
        key = key_of("everywhere.undo")
        self._button = ActionButton("", key=key, kind="link", size="small")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click does not end typing
        self._button.clicked.connect(self._act)
        row(self, self._icon, (self._text, 1), self._button, gap=_GAP)
        self._fade = Motion(self, self._show_fade)
        self._fades_out = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._end)
        self.hide()

    def say(
        self,
        sentence: str,
        button: str = "",
        then: Callable[[], object] | None = None,
        *,
        done: bool = True,
    ) -> None:
        """Show a sentence, ticked if something was done; with ``then``, a button that calls it."""
        self._then = then
        self.sentence = sentence
        self._icon.set_icon(*(("check", "solution") if done else ("info", "ink2")))
        self._text.setText(sentence)
        self._button.setText(button)
        self._button.setVisible(then is not None)
        self.setAccessibleName(sentence)
        self.show()
        self._icon.show()
        self._text.show()
        self._timer.start((SECONDS if then is None else UNDO_SECONDS) * 1000)
        self._begin_fade(out=False)
        self.changed.emit()

    def withdraw_button(self) -> None:
        """Hide a message with a button, which does not apply any more."""
        if self._then is not None:
            self.hide()

    def forget(self) -> None:
        """Hide the message and clear its text, for privacy."""
        self.hide()
        self._then = None
        self.sentence = ""
        self._text.setText("")
        self.setAccessibleName("")
        self.setToolTip("")

    def least_width(self) -> int:
        """Return the width in px of a short sentence on two lines, with a button to undo."""
        undo = self._button.width_at(brief=False, text=tr("frame.undo.button"))
        return _ICON + undo + 2 * _GAP + _LETTERS * theme().metrics.body

    def show_within(self, place: QRect) -> None:
        """Take the right of a place, with as much of the sentence as fits."""
        shown = self.sentence
        self._icon.show()
        self._icon.setVisible(place.width() - self._taken() >= _least_line())
        while (width := self._width(shown, place.size())) is None:
            shorter = shortened(shown)
            if shorter is None:
                break
            shown = shorter
        taken = place.width() if width is None else width
        wraps = self._taken() + text_width(shown, "body") > taken
        self._text.setText(shown)
        self.setToolTip(self.sentence if shown != self.sentence else "")
        self._text.set_role("meta" if wraps else "body")
        self._text.set_wrap(wraps)
        self.setGeometry(place.adjusted(place.width() - taken, 0, 0, 0))

    def _width(self, sentence: str, place: QSize) -> int | None:
        """Return the width in px on one line, or on more in small text; None if it is too high."""
        taken = self._taken()
        natural = taken + text_width(sentence, "body")
        if natural <= place.width():
            return natural
        room = place.width() - taken
        if room < _least_line():
            return None
        text = in_role(sentence, "meta", room)
        return taken + text.width if text.height <= place.height() else None

    def _taken(self) -> int:
        """Return the width in px of everything except the sentence."""
        button = self._button.sizeHint().width() + _GAP if self._then is not None else 0
        return button + (0 if self._icon.isHidden() else _ICON + _GAP)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.changed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        if not self._text.isHidden():
            self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._text.isHidden():
            self.hide()
        event.accept()

    def _act(self) -> None:
        then = self._then
        self.hide()
        if then is not None:
            then()

    def _end(self) -> None:
        if self._text.isHidden():
            self.hide()
        elif self._button.hasFocus():
            self._timer.start()
        else:
            self._begin_fade(out=True)
            self._timer.start(_EMPTY_MS)

    def _begin_fade(self, *, out: bool) -> None:
        self._fades_out = out
        self._fade.begin()
        self._show_fade()

    def _show_fade(self) -> None:
        """Show the message fainter while it comes or goes; gone, it leaves its place empty."""
        left = self._fade.left
        if self._fades_out and not left:
            for part in (self._icon, self._text, self._button):
                part.hide()
        if not left:
            self.setGraphicsEffect(None)  # type: ignore[arg-type]
            return
        from PySide6.QtWidgets import QGraphicsOpacityEffect  # not on the start path

        effect = self.graphicsEffect()
        if not isinstance(effect, QGraphicsOpacityEffect):
            effect = QGraphicsOpacityEffect(self)
            self.setGraphicsEffect(effect)
        effect.setOpacity(left if self._fades_out else 1 - left)


def _least_line() -> float:
    """Return the least width in px of a line of several."""
    return _LEAST_LETTERS * theme().text_size("meta")


def shortened(sentence: str) -> str | None:
    """Return a sentence with its longest quotation shortened, else its end; None if it is short."""
    found = max(_QUOTED.finditer(sentence), key=lambda one: len(one[0]), default=None)
    if found is None or len(found[0]) <= _LEAST_QUOTED:
        kept = min(round(len(sentence) * _KEPT_OF_END) - 1, len(sentence) - 2)
        return f"{sentence[:kept].rstrip()}…" if kept > _LEAST_QUOTED else None
    kept = max(_LEAST_QUOTED - 1, round(len(found[0]) * _KEPT) - 1)
    return f"{sentence[: found.start()]}{found[0][:kept].rstrip()}…{sentence[found.end() :]}"
