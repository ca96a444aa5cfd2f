"""The question for a password, shown when an encrypted file is written or read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.actions.table import key_of
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.edit_line import EditLine
from ui.widgets.flow import Flow
from ui.widgets.long_text import LongText
from ui.widgets.sheet import Sheet
from ui.widgets.text_layout import text_width
from workshop_app.domain.errors import InvalidInput
from workshop_app.encryption import MOST_BYTES, normalised_password
from workshop_app.i18n import tr


class PasswordQuestion(Sheet):
    """Asks for a password, which is confirmed with Enter and never stored.

    The owner hides it on Esc. ``asking_changed(shown)`` is emitted when it is shown, and when it is
    hidden with or without a password.
    """

    asking_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__(bar="accent", padding=12)
        self._then: Callable[[str], bool] | None = None
        self._words = LongText("body", most_lines=2)
        label = tr("password.label")
        self.field = EditLine(
            label,
            tr("password.hint"),
            limit=MOST_BYTES,
            private=True,
            label_width=text_width(label, theme().font("body")) + 44,
        )
        self._cancel = ActionButton(
            tr("password.cancel"), key=key_of("moving.escape"), size="small", keyless=True
        )
        self._confirm = ActionButton(
            "", key=key_of("moving.enter"), kind="primary", size="small", keyless=True
        )
        self._cancel.clicked.connect(self.leave)
        self._confirm.clicked.connect(self._give)
        self.field.field.returned.connect(self._give)
        buttons = Flow(12) if theme().stacked else QHBoxLayout()
        for button in (self._cancel, self._confirm):
            buttons.addWidget(button)
        if isinstance(buttons, QHBoxLayout):
            buttons.setSpacing(12)
            buttons.addStretch(1)
        self.content.addWidget(self._words)
        self.content.addWidget(self.field)
        self.content.addLayout(buttons)
        self.hide()

    @property
    def asking(self) -> bool:
        return not self.isHidden()

    def ask(self, words: str, confirm: str, then: Callable[[str], bool]) -> None:
        """Show this text; ``then`` receives the password and returns whether it is right."""
        self._then = then
        self._words.set_text(words)
        self._confirm.setText(confirm)
        self.field.set_text("")
        self.field.show_error("")
        self.show()
        self.asking_changed.emit(True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Hide it and clear the password."""
        if self.asking:
            self.hide()
            self._then = None
            self.field.field.set_text("")
            self.field.flush()
            self.asking_changed.emit(False)

    def _give(self) -> None:
        typed = self.field.text()
        then = self._then
        if then is None:
            return
        try:
            password = normalised_password(typed)
        except InvalidInput as error:
            self.field.show_error(tr(error.key, **error.values))
            return
        if then(password):
            self.leave()
        else:
            self.field.show_error(tr("password.wrong"))
