"""Which documents are written, for which readers, in which language: kept for the next time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.components.page import WindowApi
from ui.components.papers.export_options import ExportOptions
from ui.components.papers.papers_picked import GROUP, READERS, PapersPicked, reader_of, title_of
from ui.theme.theme import theme
from ui.widgets.choice import Choice
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from ui.widgets.toggle import Toggle
from workshop_app import settings
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class PapersChoice(Sheet):
    """Two columns of documents by reader; ``changed`` when another choice was made.

    The files for other programs are one choice; what holds private notes is one of private mode.
    """

    changed = Signal()

    def __init__(self, api: WindowApi, private: bool) -> None:
        super().__init__(spacing=10, padding=14 if private else 20)
        self._api = api
        self._leaving = ExportOptions(api)
        self.readers = Choice(
            tr("wrap_up.papers.readers"),
            [(name, tr(f"wrap_up.papers.reader.{name}")) for name in settings.PAPERS_FOR],
            role="body",
        )
        languages = [("ja", "日本語"), ("en", "English")]
        self.language = Choice(tr("wrap_up.papers.language"), languages, role="body")
        self._picked = PapersPicked(api, private)
        self.papers = {
            name: Toggle(title_of(name), key=f"Alt+{number}")
            for number, name in enumerate(self._picked.choices, 1)
        }
        self.anonymous = Toggle(tr("leaving.anonymous"), key="Alt+N")
        self.names_customer = Toggle(tr("leaving.names_customer"), key="Alt+K") if private else None
        self._arrange()
        self.anonymous.toggled.connect(lambda on: self._choose("anonymous", on))
        if self.names_customer is not None:
            self.names_customer.toggled.connect(lambda on: self._choose("name_customer", on))
        for name, toggle in self.papers.items():
            toggle.toggled.connect(lambda on, name=name: self._pick(name, on))
        self.readers.chosen.connect(self._choose_readers)
        self.language.chosen.connect(lambda chosen: self._choose("language", chosen))

    def refresh(self, state: WorkshopState) -> None:
        """Show what is chosen, which may have been chosen elsewhere."""
        kept = self._api.settings
        self.language.set_value(self._leaving.language(state))
        self.readers.set_value(kept.papers_for)
        for name, toggle in self.papers.items():
            _turn(toggle, on=self._picked.is_picked(name))
            toggle.setEnabled(self._picked.is_for(name))
        _turn(self.anonymous, on=self._leaving.anonymous(state))
        if self.names_customer is not None:
            _turn(self.names_customer, on=self._leaving.names_customer)
            self.names_customer.setEnabled(kept.papers_for != "customer")

    @property
    def names(self) -> tuple[str, ...]:
        """The documents to be written, in order."""
        return self._picked.names

    def _pick(self, name: str, on: bool) -> None:
        self._picked.pick(name, on)
        self.changed.emit()

    def _choose_readers(self, chosen: object) -> None:
        self._api.save_setting(papers_for=str(chosen))
        self.changed.emit()

    def _choose(self, name: str, value: object) -> None:
        self._leaving.kept[name] = value
        self.changed.emit()

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.setHorizontalSpacing(24)
        for place, (name, choice) in enumerate(
            (("readers", self.readers), ("language", self.language))
        ):
            named = QVBoxLayout()
            named.setSpacing(2)
            named.addWidget(Text("body-quiet", tr(f"wrap_up.papers.{name}"), wrap=False))
            named.addWidget(choice)
            row, column = (2 * place, 0) if theme().stacked else (0, place)
            grid.addLayout(named, row, column)
            grid.addWidget(self._column(READERS[place]), row + 1, column)
            grid.setColumnStretch(column, 1)
        self.content.addLayout(grid)

    def _column(self, reader: str) -> QWidget:
        """The documents for a reader; below those of the house, what is for both."""
        column = QWidget()
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        left = Qt.AlignmentFlag.AlignLeft
        rows.addWidget(Text("body-quiet", tr(f"papers.mark.{reader}"), wrap=False), 0, left)
        for name, toggle in self.papers.items():
            if name != GROUP and reader_of(name) == reader:
                rows.addWidget(toggle, 0, left)
        if reader == READERS[-1]:
            rows.addSpacing(6)
            rows.addWidget(Text("body-quiet", tr("leaving.both"), wrap=False), 0, left)
            for toggle in (self.papers[GROUP], self.anonymous):
                rows.addWidget(toggle, 0, left)
        elif self.names_customer is not None:
            rows.addSpacing(6)
            rows.addWidget(self.names_customer, 0, left)
        rows.addStretch(1)
        return column


def _turn(toggle: Toggle, *, on: bool) -> None:
    """Show a switch on or off, without telling."""
    toggle.blockSignals(True)
    toggle.setChecked(on)
    toggle.blockSignals(False)
    toggle.update()
