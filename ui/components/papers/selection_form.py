"""The form of an export: which documents, for whom, and in which language."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from exports.registry import DOCUMENTS, RECIPIENTS, PaperDocument
from ui.actions.binding import bind_each
from ui.components.action_switch import action_switch
from ui.components.page import WindowApi
from ui.components.papers.export_options import ExportOptions
from ui.components.papers.selection import FILES_CHOICE, PaperSelection, title_of
from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH, row
from ui.widgets.check_button import SWITCH, CheckButton
from ui.widgets.check_group import Option
from ui.widgets.segments import Segments
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app import settings
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_RING_ROOM = 8
"""Px above and below the segments, so that their focus ring does not overlap texts."""


class SelectionForm(Sheet):
    """Two columns of documents, by recipient; ``changed`` is emitted when the selection changed."""

    changed = Signal()

    def __init__(self, api: WindowApi, private: bool, selection: PaperSelection) -> None:
        is_rather_low = theme().metrics.rather_low and private
        super().__init__(spacing=4 if is_rather_low else 10, padding=14 if private else 20)
        self._api = api
        self._options = ExportOptions(api)
        self.readers = Segments(
            tr("wrap_up.papers.readers"),
            [Option(name, _reader_words(name, private=private)) for name in settings.PAPERS_FOR],
            role="body",
        )
        languages = [Option("ja", "日本語"), Option("en", "English")]
        self.language = Segments(tr("wrap_up.papers.language"), languages, role="body")
        self._selection = selection
        self.papers = self._paper_toggles()
        self.details = {name: Text("meta", "", wrap=False) for name in self.papers}
        """Label beside a document's name: what it is, and for how many people."""
        self.anonymous = action_switch("hand_outs.codes")
        self.names_customer = action_switch("hand_outs.name_customer") if private else None
        self._arrange()
        self.anonymous.toggled.connect(self._set_anonymous)
        if self.names_customer is not None:
            self.names_customer.toggled.connect(self._set_names_customer)
        for name, toggle in self.papers.items():
            toggle.toggled.connect(lambda on, name=name: self._select(name, on))
        self.readers.chosen.connect(self._set_recipients)
        self.language.chosen.connect(self._set_language)

    def refresh(self, state: WorkshopState) -> None:
        """Show the selection, which may have been changed on another page."""
        recipients = self._selection.recipients
        self.language.set_value(self._options.language(state))
        self.readers.set_value(recipients)
        for name, toggle in self.papers.items():
            toggle.show_on(self._selection.is_selected(name))
            toggle.setEnabled(self._selection.is_available(name))
            offered = self._selection.is_offered(name)
            toggle.setVisible(offered)
            self.details[name].setText(detail_of(state, name))
            self.details[name].setVisible(offered and not theme().stacked)
        self.anonymous.show_on(self._options.anonymous(state))
        if self.names_customer is not None:
            self.names_customer.show_on(self._options.names_customer)
            self.names_customer.setEnabled(recipients != "customer")

    def _select(self, name: str, on: bool) -> None:
        self._selection.select(name, on)
        self.changed.emit()

    def _set_recipients(self, recipients: object) -> None:
        self._selection.set_recipients(str(recipients))
        self.changed.emit()

    def _set_language(self, language: object) -> None:
        self._options.set_language(str(language))
        self.changed.emit()

    def _set_anonymous(self, on: bool) -> None:
        self._options.set_anonymous(on)
        self.changed.emit()

    def _set_names_customer(self, on: bool) -> None:
        self._options.names_customer = on
        self.changed.emit()

    def _paper_toggles(self) -> dict[str, CheckButton]:
        """Return a switch for each choice; the first ones have keys."""
        names = self._selection.choices
        numbers = bind_each(self, "hand_outs.paper", self._press_paper, last=len(names))
        keys = [each.key for each in numbers]
        return {
            name: CheckButton(title_of(name), SWITCH, key) for name, key in zip_longest(names, keys)
        }

    def _press_paper(self, number: int) -> bool:
        toggle = list(self.papers.values())[number - 1]
        toggle.click()
        return toggle.isEnabled()

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(_RING_ROOM if theme().metrics.rather_low else 12)
        grid.setHorizontalSpacing(24)
        for number, (name, choice) in enumerate(
            (("readers", self.readers), ("language", self.language))
        ):
            named = QVBoxLayout()
            named.setSpacing(_RING_ROOM)
            named.addWidget(Text("body-quiet", tr(f"wrap_up.papers.{name}"), wrap=False))
            named.addWidget(choice)
            row = 2 * number if theme().stacked else 0
            column = 0 if theme().stacked else number
            grid.addLayout(named, row, column)
            grid.addWidget(self._column(RECIPIENTS[number]), row + 1, column)
            grid.setColumnStretch(column, 1)
        self.content.addLayout(grid)

    def _column(self, recipient: str) -> QWidget:
        """Return the documents for a recipient; the last column ends with those for everybody."""
        column = QWidget()
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0 if theme().metrics.rather_low else 2)
        left = Qt.AlignmentFlag.AlignLeft
        heading = _reader_words(recipient, private=theme().metrics.private)
        rows.addWidget(Text("body-quiet", heading, wrap=False), 0, left)
        for name, toggle in self.papers.items():
            if name != FILES_CHOICE and DOCUMENTS[name].recipient == recipient:
                rows.addLayout(self._line(name, toggle))
        if recipient == RECIPIENTS[-1]:
            rows.addSpacing(6)
            rows.addWidget(Text("body-quiet", tr("export.both"), wrap=False), 0, left)
            rows.addLayout(self._line(FILES_CHOICE, self.papers[FILES_CHOICE]))
            rows.addWidget(self.anonymous, 0, left)
        elif self.names_customer is not None:
            rows.addSpacing(6)
            rows.addWidget(self.names_customer, 0, left)
        rows.addStretch(1)
        return column

    def _line(self, name: str, toggle: CheckButton) -> QHBoxLayout:
        return row(None, toggle, self.details[name], STRETCH, gap=12)


def detail_of(state: WorkshopState, name: str) -> str:
    """Return a short description of a document, with the number of readers if it is per reader.

    Empty if the name is sufficient.
    """
    document = DOCUMENTS.get(name)
    readers = document.readers(state) if isinstance(document, PaperDocument) else ()
    several = sum(reader is not None for reader in readers)
    if several:
        return tr("wrap_up.papers.for_each", n=several)
    if name == "dossier":
        in_it = len(state.in_dossier)
        key = "requests" if in_it or not state.requests else "none_sent"
        return tr(f"wrap_up.papers.{key}", n=in_it)
    return "" if name == "workshop_full" else tr(f"papers.about.{name}")


def _reader_words(reader: str, *, private: bool) -> str:
    """Return whom papers are for; what the room sees of the internal ones is the dossier."""
    team = reader == "internal" and not private
    return tr("wrap_up.papers.reader.team" if team else f"wrap_up.papers.reader.{reader}")
