"""The question before private mode, where the audience may see the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.actions.binding import bind_button
from ui.actions.offered import BACK, Offers, left, primary
from ui.actions.table import find
from ui.components.page import Page
from ui.components.search_start import SearchStart
from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH, beside, column
from ui.widgets.check_button import SWITCH, CheckButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_hint import KeyHint
from ui.widgets.line import Line
from ui.widgets.long_text import LongText
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from ui.widgets.typing_guard import is_enter
from workshop_app.domain.audience_focus import AudienceFocus
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_KINDS = (("building", "names"), ("note", "notes"), ("folder", "files"))
_STAGES = ("black", "projector", "again")
_PICTURE = 44


class PrivateQuestion(Page):
    """Lists what would become visible and how to hide it from the audience; the default is to stay.

    It contains only kinds of data and is the same whatever is stored. The content that the audience
    reads on the current page stays above it. ``confirmed`` or ``cancelled``.
    """

    confirmed = Signal()
    cancelled = Signal()

    def build(self) -> None:
        self._focus: AudienceFocus | None = None
        self._head = LongText("problem", most_lines=2)
        self._alone = CheckButton(tr("private.alone"), SWITCH)
        self._alone.leaves_enter = True
        self._alone.toggled.connect(self.api.update_foot)
        self._confirm = bind_button(self, "moving.enter", self.confirmed.emit, listens=False)
        metrics = theme().metrics
        column(
            self,
            self._head,
            self._sheet(),
            STRETCH,
            gap=metrics.gap,
            around=(metrics.side, metrics.top, metrics.side, metrics.gap),
        )

    def ask(self, focus: AudienceFocus | None) -> None:
        """Ask; ``focus`` is what the current page showed the audience."""
        self._focus = focus
        self._alone.setChecked(False)
        self._show_head()

    @property
    def nothing_projected(self) -> bool:
        """Whether the user states that nothing is projected."""
        return self._alone.isChecked()

    def refresh(self, state: WorkshopState | None) -> None:
        self._show_head()

    def offered(self, state: WorkshopState | None) -> Offers:
        alone = self._alone.isChecked()
        words = tr("private.enter" if alone else "private.black")
        return {
            BACK: left(tr("private.stay")),
            "moving.enter": primary(words)._replace(icon="lock" if alone else "black"),
        }

    def focus_start(self) -> None:
        self._confirm.focus_button()

    def handle_escape(self) -> bool:
        self.cancelled.emit()
        return True

    def audience_focus(self) -> AudienceFocus | None:
        return self._focus

    def search_start(self) -> SearchStart | None:
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    def _show_head(self) -> None:
        words = ""
        if self._focus is not None:
            from workshop_app.domain.audience_view import Appraising, ShownQuestion, Solving
            from workshop_app.domain.audience_view_builder import build_audience_view

            picture = build_audience_view(self.session.state, self._focus).picture
            if isinstance(picture, (Solving, Appraising)):
                words = picture.problem.words
            elif isinstance(picture, ShownQuestion):
                words = picture.words or tr(f"questions.ask.{picture.question}")
        self._head.set_text(words)
        self._head.setVisible(bool(words))

    def _sheet(self) -> Sheet:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        _add_kinds(grid)
        _add_stages(grid)
        stacked = theme().stacked
        foot = beside(
            None,
            (self._alone, 0, Qt.AlignmentFlag.AlignLeft),
            None if stacked else STRETCH,
            Text("body-quiet", tr("private.timer"), wrap=stacked),
        )
        return Sheet(Text("section", tr("private.title")), grid, Line(), foot, spacing=10)


def _add_kinds(grid: QGridLayout) -> None:
    """Add the kinds of data that would become visible, in the first two columns."""
    grid.addWidget(IconLabel("eye"), 0, 0)
    grid.addWidget(Text("body-quiet", tr("private.seen")), 0, 1)
    grid.setColumnStretch(1, 2)
    for line, (icon, name) in enumerate(_KINDS, 1):
        _add_line(grid, line, 0, 2)
        grid.addWidget(IconLabel(icon, "ink", 20), 2 * line, 0)
        grid.addWidget(Text("body", tr(f"private.kind.{name}")), 2 * line, 1)


def _add_stages(grid: QGridLayout) -> None:
    """Add the three stages next to the kinds or, in large text, below them.

    Next to each, two pictures show this display and the audience's.
    """
    below = theme().stacked
    first, left = (2 * len(_KINDS) + 1, 0) if below else (0, 3)
    centre = Qt.AlignmentFlag.AlignCenter
    grid.addWidget(IconLabel("eye-off"), first, left, centre)
    grid.addWidget(Text("body-quiet", tr("private.unseen")), first, left + 1)
    grid.setColumnStretch(left + 1, 3)
    if not below:
        grid.setColumnMinimumWidth(2, 12 if theme().metrics.narrow else 44)
        for column, name in ((5, "here"), (6, "there")):
            words = Text("body-quiet", tr(f"private.{name}"), wrap=False)
            grid.addWidget(words, 0, column, centre)
    for number, name in enumerate(_STAGES, 1):
        row = first + 2 * number
        if not below:
            _add_line(grid, number, left, 4)
        role = "accent-bold" if number == 1 else "body-quiet"
        grid.addWidget(Text(role, str(number), wrap=False), row, left, centre)
        grid.addWidget(_stage_words(name), row, left + 1)
        grid.setRowMinimumHeight(row, 60 if theme().metrics.low else 80)
        if not below:
            here = "screen" if name == "again" else "black"
            there = "black" if name == "black" else "screen-off"
            grid.addWidget(IconLabel(here, "ink", _PICTURE), row, 5, centre)
            grid.addWidget(IconLabel(there, "ink", _PICTURE), row, 6, centre)


def _add_line(grid: QGridLayout, row: int, column: int, span: int) -> None:
    grid.addWidget(Line(), 2 * row - 1, column, 1, span)


def _stage_words(name: str) -> QWidget:
    words = QWidget()
    layout = column(
        words,
        STRETCH,
        Text("body", tr(f"private.stage.{name}")),
        Text("meta", tr("private.stage.how")) if name == "projector" else None,
        gap=0,
    )
    if name == "again":
        key = KeyHint(find("everywhere.private").keys[0])
        layout.addWidget(key, 0, Qt.AlignmentFlag.AlignLeft)
    layout.addStretch(1)
    return words
