"""The question for a password, shown when an encrypted file is written or read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal

from ui.actions.table import key_of
from ui.components.question import Question
from ui.components.window_api import WindowApi
from ui.widgets.action_button import ActionButton
from ui.widgets.labelled_field import LabelledField
from workshop_app.domain.errors import InvalidInput, UserError
from workshop_app.encryption import (
    MOST_BYTES,
    PasswordNeeded,
    WrongPassword,
    normalised_password,
    reading_with,
)
from workshop_app.i18n import tr


class PasswordQuestion(Question):
    """Asks for a password, which is confirmed with Enter and never stored.

    The owner hides it on Esc. ``asking_changed(shown)`` is emitted when it is shown, and when it is
    hidden with or without a password.
    """

    asking_changed = Signal(bool)

    def __init__(self) -> None:
        self._then: Callable[[str], bool] | None = None
        label, hint = tr("password.label"), tr("password.hint")
        self.field = LabelledField(label, hint, limit=MOST_BYTES, private=True)
        self.field.set_label_beside()
        self._confirm = ActionButton("", key=key_of("moving.enter"), kind="primary", size="small")
        super().__init__("accent", tr("password.cancel"), self.field)
        self.buttons.addWidget(self._confirm)
        self.leave_button.clicked.connect(self.leave)
        self._confirm.clicked.connect(self._give)
        self.field.field.returned.connect(self._give)

    def ask(self, words: str, confirm: str, then: Callable[[str], bool]) -> None:
        """Show this text; ``then`` receives the password and returns whether it is right."""
        self._then = then
        self._confirm.setText(confirm)
        self.field.set_text("")
        self.field.show_error("")
        self.show_words(words, self.field)
        self.asking_changed.emit(True)

    def read(self, api: WindowApi, file: Path, read: Callable[[], object]) -> None:
        """Read a file by ``read``, after asking for the password if it is encrypted."""

        def with_password(password: str) -> bool:
            try:
                with reading_with(password):
                    read()
            except WrongPassword:
                return False
            except UserError as error:
                api.refuse(error)
            return True

        try:
            read()
        except PasswordNeeded:
            words = tr("password.to_read", file=file.name)
            self.ask(words, tr("password.read"), with_password)
        except UserError as error:
            api.refuse(error)

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
