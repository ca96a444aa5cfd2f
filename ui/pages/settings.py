"""Settings: language, colours, the facilitator's name; in private mode where the records are."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from ui.pages.base import Page
from ui.pages.registry import page
from ui.theme.theme import theme
from ui.widgets.choice import Choice
from ui.widgets.edit_line import EditLine
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app import paths, settings
from workshop_app.i18n import language, set_language, tr

_WIDEST = 900


@page
class SettingsPage(Page):
    """Each setting takes effect at once and is kept for the next start."""

    NAME: ClassVar[str] = "settings"
    ICON: ClassVar[str] = "sliders"

    def build(self) -> None:
        side = theme().metrics.side + 12
        column = QVBoxLayout(self)
        column.setContentsMargins(side, 24, side, 20)
        column.setSpacing(18)
        column.addWidget(Text("title", tr("settings.title")))
        for section in (self._language(), self._colours(), self._facilitator()):
            section.setMaximumWidth(_WIDEST)
            column.addWidget(section)
        if self.private:
            column.addWidget(Text("meta", self._records_path()))
        column.addStretch(1)
        column.addWidget(Text("hint", tr("settings.licences")))

    def focus_start(self) -> None:
        self._languages.setFocus(Qt.FocusReason.OtherFocusReason)

    def _language(self) -> Sheet:
        self._languages = Choice(
            tr("settings.language"), [("ja", "日本語"), ("en", "English")], role="body"
        )
        self._languages.set_value(language())
        self._languages.chosen.connect(self._set_language)
        return _section(tr("settings.language"), self._languages)

    def _colours(self) -> Sheet:
        options = [(name, tr(f"settings.theme.{name}")) for name in settings.THEMES]
        self._themes = Choice(tr("settings.theme_label"), options, role="body")
        self._themes.set_value(self.context.settings.theme)
        self._themes.chosen.connect(self._set_theme)
        return _section(tr("settings.theme_label"), self._themes)

    def _facilitator(self) -> Sheet:
        self._name = EditLine(tr("settings.facilitator"), tr("settings.facilitator_hint"))
        self._name.set_text(self.context.settings.facilitator)
        self._name.edited.connect(self._set_facilitator)
        sheet = Sheet(padding=16)
        sheet.content.addWidget(self._name)
        return sheet

    def _records_path(self) -> str:
        return tr("settings.records", path=str(self.session.store.path))

    def _set_language(self, chosen: object) -> None:
        self.context.settings.language = str(chosen)
        self._keep()
        set_language(str(chosen))

    def _set_theme(self, chosen: object) -> None:
        self.context.settings.theme = str(chosen)
        self._keep()
        theme().set_name(str(chosen))

    def _set_facilitator(self, name: str) -> None:
        self.context.settings.facilitator = name.strip()
        self._keep()

    def _keep(self) -> None:
        try:
            settings.save(self.context.settings, paths.settings_path())
        except OSError:
            self.context.say_error(tr("settings.not_kept"))


def _section(label: str, choice: Choice) -> Sheet:
    sheet = Sheet(padding=16)
    sheet.content.addWidget(Text("meta", label))
    sheet.content.addWidget(choice)
    return sheet
