"""A field for a number of things or people."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui.widgets.icon_button import IconButton
from ui.widgets.labelled_field import LabelledField
from ui.widgets.plain_field import PlainField
from workshop_app.i18n import tr


class CountField(LabelledField):
    """An integer from 0 to ``most``, also in full-width digits; empty means none.

    ``value_changed`` carries the number or None. Up, Down and two ``buttons`` change it by
    ``step``. Invalid text stays in the field and is explained.
    """

    value_changed = Signal(object)

    def __init__(
        self,
        label: str,
        most: int = 999,
        *,
        role: str = "body",
        step: int = 1,
        name: str = "",
        buttons: bool = True,
    ) -> None:
        field = PlainField(role, most_lines=1)
        super().__init__(label, field=field, limit=40, name=name)
        self.most = most
        self._step = step
        self._entered = False
        self.row_actions: Sequence[str] = ()
        """Ids of the declared actions that its menu lists."""
        self.field.focus_entered.connect(self._select)
        self.field.installEventFilter(self)
        self.field.viewport().installEventFilter(self)
        changes = (("minus", "less", -step), ("plus", "more", step))
        for icon, words, change in changes if buttons else ():
            button = IconButton(icon, tr(f"widgets.count.{words}", label=label), size=16)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, change=change: self.change_by(change))
            self.box.add_trailing(button)

    def value(self) -> int | None:
        """The number in the field, or None if it is empty or invalid."""
        number = parse_count(self.text())
        return number if number is not None and number <= self.most else None

    def set_value(self, value: int | None) -> None:
        """Show a number; None empties the field."""
        self.set_text("" if value is None else str(value))

    def change_by(self, amount: int) -> None:
        """Change the number, within the limits."""
        new = max(0, min(self.most, (self.value() or 0) + amount))
        self.field.set_text(str(new))
        self.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Select the number on the click that focuses the field, so that typing replaces it."""
        if isinstance(event, QFocusEvent) and watched is self.field:
            self._entered = event.gotFocus() and event.reason() == Qt.FocusReason.MouseFocusReason
        elif watched is self.field.viewport() and event.type() == QEvent.Type.MouseButtonRelease:
            if self._entered and not self.field.textCursor().hasSelection():
                QTimer.singleShot(0, self.field, self.field.selectAll)
            self._entered = False
        return super().eventFilter(watched, event)

    def _select(self) -> None:
        """Select the number, unless a click comes first, which would take the selection away."""
        if not self._entered:
            self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: self._step, Qt.Key.Key_Down: -self._step}
        if event.key() in steps and not event.modifiers():
            self.change_by(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _take_text(self, text: str) -> None:
        if not text.strip():
            self.value_changed.emit(None)
            return
        if self.value() is None:
            self.show_error(tr("widgets.count.wrong", most=self.most))
            return
        self.value_changed.emit(self.value())


def parse_count(text: str) -> int | None:
    """Return the number in a text, in half- or full-width digits; None if it is invalid."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return int(plain) if plain.isascii() and plain.isdigit() else None
