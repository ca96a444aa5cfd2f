"""Settings: language, colours, the facilitator's name; in private mode where the records are."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind_button, button_for
from ui.actions.offered import BACK, Beside, FootArea, Offers, back, left
from ui.actions.table import key_of
from ui.components.page import Page
from ui.components.page_column import PageColumn
from ui.forms.form import FieldText
from ui.pages.settings.rows import add, choice, labelled, settings_form, spacer
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import row
from ui.widgets.check_button import SWITCH, CheckButton
from ui.widgets.long_text import LongText
from ui.widgets.sheet import Sheet
from ui.widgets.spaced import spaced
from ui.widgets.text import Text
from workshop_app import settings
from workshop_app.catalogue.packed import SUFFIX
from workshop_app.i18n import language, set_language, tr
from workshop_app.services.queries import store_path

_WIDEST = 64
"""Width of the sheet in letters."""
_NAME_LIMIT = 200


class SettingsPage(Page):
    """Each setting takes effect immediately and is saved; Esc leads back."""

    NAME = "settings"
    GOES_BACK = True

    def build(self) -> None:
        column = PageColumn(self, gap=4, above=4, below=2)
        column.addItem(spacer(10))
        column.place(self._sheet())
        column.addStretch(1)
        column.place(Text("hint", _about()))
        column.addItem(spacer(10))
        column.keep_edge()
        bind_button(self, "settings.paper_look", lambda: self.api.go("paper_look"))

    def offered(self) -> Offers:
        return {
            BACK: back(),
            "settings.paper_look": left(),
            "saved": Beside(FootArea.RIGHT, tr("settings.kept")),
        }

    def focus_start(self) -> None:
        self.languages.setFocus()

    def open_files(self, paths: Sequence[Path]) -> bool:
        """Open a dropped catalogue on the page for editions; in private mode only."""
        if len(paths) != 1 or paths[0].suffix.casefold() != SUFFIX:
            return False
        if self.private:
            self.api.go_to("catalogues", str(paths[0]))
        else:
            self.api.say_error(tr("catalogues.edition.private"))
        return True

    def _sheet(self) -> Sheet:
        chosen = self.api.settings
        self.languages = choice(
            tr("settings.language"),
            {"ja": "日本語", "en": "English"},
            language(),
            self._set_language,
        )
        themes = {name: tr(f"settings.theme.{name}") for name in settings.THEMES}
        self.themes = choice(tr("settings.theme_label"), themes, chosen.theme, self._set_theme)
        sizes = {
            str(size): tr("settings.text_size_one", percent=size) for size in settings.TEXT_SIZES
        }
        self.sizes = choice(
            tr("settings.text_size"),
            sizes,
            str(chosen.text_size),
            lambda size: self.api.set_text_size(int(size)),
        )
        self.suggestions = self._switch("list_suggestions", tr("settings.list_suggestions"))
        self.script = self._switch("script_lines", tr("script.setting"))
        self.show_keys = self._switch("show_keys", tr("settings.show_keys"))
        self.motion = self._switch("motion", tr("settings.motion"))
        self.signals = self._switch("timer_signal", tr("time.signal.label"))
        name = FieldText(
            tr("settings.facilitator"), tr("settings.facilitator_hint"), limit=_NAME_LIMIT
        )
        self._form = settings_form(self.api, {"facilitator": name})
        self.facilitator = self._form.fields["facilitator"]
        sheet = Sheet(padding=0, spacing=0)
        sheet.setMaximumWidth(round(_WIDEST * theme().metrics.body))
        add(sheet, self.languages, self.script)
        add(sheet, self.themes)
        add(sheet, self.sizes)
        add(sheet, self.facilitator, self.show_keys)
        add(sheet, self.suggestions, self.signals)
        add(sheet, self.motion)
        add(sheet, labelled(tr("settings.catalogues"), self._catalogues()))
        if self.private:
            add(sheet, labelled(tr("settings.records"), self._records()))
        return sheet

    def _records(self) -> QWidget:
        """Create the row with the path of the records, with a button to their copies."""
        path = LongText("body", most_lines=3)
        path.set_text(str(store_path(self.session)))
        to_backups = ActionButton(
            tr("settings.to_backups"),
            "archive",
            key_of("everywhere.backups"),
            size="small",
        )
        to_backups.clicked.connect(lambda: self.api.go("backups"))
        line = QWidget()
        row(line, (path, 1), to_backups)
        return line

    def _catalogues(self) -> QWidget:
        """Create the row with the number of answers and faults; in private mode with a button."""
        answers = self.api.answers
        words = [tr("settings.answers", n=answers.count)]
        if others := len(answers.others):
            words.append(tr("settings.own_catalogues", n=others))
        if wrong := len(answers.faults):
            shown = "catalogue_faults" if self.private else "catalogue_faults_elsewhere"
            words.append(tr(f"settings.{shown}", n=wrong))
        button = None
        if self.private:
            button = button_for(
                self, "settings.catalogues", lambda: self.api.go("catalogues"), size="small"
            )
        line = QWidget()
        row(line, (Text("body", tr("settings.and").join(words)), 1), button)
        return line

    def _switch(self, setting: str, label: str) -> CheckButton:
        """Create the switch for the setting with this name."""
        switch = CheckButton("", SWITCH, on=getattr(self.api.settings, setting) == "on")
        switch.setAccessibleName(label)
        switch.toggled.connect(lambda on: self.api.save_setting(**{setting: "on" if on else "off"}))
        return switch

    def _set_language(self, chosen: str) -> None:
        self.api.save_setting(language=chosen)
        set_language(chosen)

    def _set_theme(self, chosen: str) -> None:
        self.api.save_setting(theme=chosen)
        theme().set_name(chosen)


def _about() -> str:
    """Return the program's version, if known, and the licences of its parts."""
    try:
        version = tr("settings.version", version=metadata.version("workshop-app"))
    except metadata.PackageNotFoundError:
        version = ""
    return spaced(version, tr("settings.licences"))
