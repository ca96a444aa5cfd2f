"""The column at the right of a page: the room's display, details, and in private mode a note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from ui.components.page import Page
from ui.components.paragraph_view import ParagraphView
from ui.components.private_button import private_button
from ui.forms.form import Executor, FieldText, Form, Save, by_command
from ui.rows.row import Row
from ui.theme.qt_palette import set_background
from ui.theme.theme import theme
from ui.widgets.boxes import column, row
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.labelled_field import LabelledField
from ui.widgets.line import Line
from ui.widgets.text import Text
from workshop_app.domain.problem import Problem
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import EditProblem

_PAD = 20
_WIDEST = 16_777_215  # px; Qt's QWIDGETSIZE_MAX
_CONSOLE = 374  # px, the least width with the controls of the audience display
_CONSOLE_SHARE = 374 / 1366  # of the window's width
_NOTE = "private_note"

NoteForm = Callable[[Executor], Form]


class _Place(Enum):
    """Where the panel is, relative to the work."""

    BESIDE = auto()
    OVER = auto()
    BELOW = auto()


class SidePanel(QWidget):
    """A heading with ``details``, and at the bottom the private ``note`` and ``below``.

    If the audience has a display of its own, the window's controls of it are at the top
    (`WindowApi.room_console`), also in projected mode, which has no note. In a narrow window the
    panel is a sheet over the work, opened by an action; the top bar has the controls then. With
    large text it is below the work, without details.
    """

    def __init__(
        self,
        page: Page,
        heading: str,
        *,
        note: Form | None,
        below: QWidget | None = None,
    ) -> None:
        super().__init__()
        set_background(self, "canvas")
        self._page = page
        page.beside = self
        self._form = note
        self._layout: QBoxLayout | None = None
        self._has_subject = True
        self._is_open = False
        self._console = page.api.room_console()
        self._line = Line()
        self._heading = Text("section", heading)
        self.details = ParagraphView("body", heading)
        self._where = Text("hint", tr("widgets.problem_side.where"))
        foot: list[QWidget] = []
        if note is not None:
            foot = [note.fields[_NOTE], self._where]
        elif not page.private:
            foot = [private_button(page.api, tr("widgets.problem_side.private"), kind="way")]
        foot += [] if below is None else [below]
        self._foot = foot
        parts = (self._console, self._line, self._heading, (self.details, 1), *foot)
        self._column = column(self, *parts, gap=8)
        self._size_layout = DeferredLayout(self, self._fit_size, last=True)  # after the window
        page.installEventFilter(self)
        theme().changed.connect(self._fit)

    @property
    def note(self) -> LabelledField:
        """The field of the note; raises LookupError in projected mode."""
        if self._form is None:
            raise LookupError(_NOTE)
        return self._form.fields[_NOTE]

    @property
    def has_note(self) -> bool:
        """Whether there is something to note at present, in private mode."""
        return self._form is not None and self._has_subject

    @property
    def folded(self) -> bool:
        """Whether the note is on a sheet that has to be opened."""
        return self.has_note and self._place is _Place.OVER

    @property
    def has_room(self) -> bool:
        """Whether it shows the controls of the audience display."""
        return self._console is not None and self._place is _Place.BESIDE

    def lay_out(self, work: QWidget | QLayout) -> None:
        """Lay out the page: the work, and the panel."""
        self._layout = row(self._page, (work, 1), gap=0)
        self._fit()

    def show_details(self, heading: str, texts: Sequence[Row] = ()) -> None:
        """Show a heading, which is also the accessible name of the details, and these."""
        self._heading.setText(heading)
        self.details.setAccessibleName(heading)
        self.details.show_paragraphs(texts)

    def show_note(self, record: Any, record_id: str | None = None) -> None:  # noqa: ANN401 - as in Form
        """Show the note of a record; what was typed about another one is saved first."""
        if self._form is not None:
            self._form.show_record(record, record_id)
            self.note.setEnabled(record is not None)

    def set_subject(self, shown: bool) -> None:
        """Show details and note, or leave them out while there is nothing that they are about."""
        if shown != self._has_subject:
            self._has_subject = shown
            self._fit()

    def open(self) -> bool:
        """Focus the note, in a narrow window by opening the sheet; if it is open, close it."""
        if not self.has_note:
            return False
        if not self.close():
            self._is_open = self._place is _Place.OVER
            self._fit()
            self.note.setFocus()
        return True

    def close(self) -> bool:
        """Close the sheet; return False if it is not open."""
        if not self._is_open:
            return False
        self._is_open = False
        self._page.focus_start()
        self._fit()
        return True

    @property
    def _place(self) -> _Place:
        if theme().stacked:
            return _Place.BELOW
        return _Place.OVER if theme().metrics.narrow else _Place.BESIDE

    def _fit(self) -> None:
        if self._layout is None:
            return
        metrics = theme().metrics
        place, subject = self._place, self._has_subject
        self._is_open = self._is_open and place is _Place.OVER
        beside, below = place is _Place.BESIDE, place is _Place.BELOW
        if self._console is not None:
            self._console.setVisible(beside)
        self._line.setVisible(subject and self.has_room)
        self._heading.setVisible(subject and not below and bool(self._heading.text()))
        self.details.setVisible(subject and not below)
        brief = metrics.low or self._console is not None
        for part in self._foot:  # once each: Qt lays out the page whenever one is shown or hidden
            part.setVisible(subject and not (brief and part is self._where))
        side = _PAD if not below else metrics.edge
        self._column.setContentsMargins(side, metrics.gap, metrics.margin, metrics.gap)
        self.details.setMinimumHeight(theme().line_height("body"))  # it gives way first
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        if place is _Place.OVER:
            self._layout.removeWidget(self)
            self.setParent(self._page)
            self.raise_()
        elif self._layout.indexOf(self) < 0:
            self._layout.addWidget(self)
        self._fit_size()
        shown = {
            _Place.BESIDE: subject or self._console is not None,
            _Place.OVER: self._is_open and subject,
            _Place.BELOW: subject and self._form is not None,
        }
        self.setVisible(shown[place])
        self.update()

    def _fit_size(self) -> None:
        """Take the width from the window's size; the sheet is as high as the page."""
        place, width = self._place, theme().metrics.panel
        if self.has_room:
            least = _CONSOLE * max(1.0, theme().text_scale)
            width = round(max(least, theme().width * _CONSOLE_SHARE))
        beside = place is _Place.BESIDE
        self.setMinimumWidth(width if beside else 0)
        self.setMaximumWidth(width if beside else _WIDEST)
        if place is _Place.OVER:
            self.setGeometry(QRect(self._page.width() - width, 0, width, self._page.height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._size_layout.invalidate()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._place is not _Place.BELOW:
            QPainter(self).fillRect(0, 0, 1, self.height(), theme().colour("line"))


def side_panel(
    page: Page,
    heading: str = "",
    note: NoteForm | None = None,
    *,
    below: QWidget | None = None,
) -> SidePanel | None:
    """Return a panel for a page; None where the room sees the page.

    ``note`` makes the form with the private note, in private mode only.
    """
    if not page.private and not page.api.has_audience_display:
        return None
    form = note(page.api) if note is not None and page.private else None
    return SidePanel(page, heading, note=form, below=below)


def lay_out(page: Page, work: QWidget | QLayout, side: SidePanel | None) -> None:
    """Lay out a page: its work, and its side panel if it has one."""
    if side is None:
        row(page, (work, 1), gap=0)
    else:
        side.lay_out(work)


def problem_note(api: Executor) -> Form:
    """Return the form with the private note on a problem."""
    return note_form(Problem, by_command(api, EditProblem))


def note_form(record: type[Any], save: Save) -> Form:
    """Return the form with the private note of a record."""
    text = FieldText(tr("widgets.problem_side.note"), lines=(2, 14))
    return Form(record, {_NOTE: text}, save)
