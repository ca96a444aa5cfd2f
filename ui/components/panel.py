"""Base of what opens in place of the search: a card, an answer, a reason, a wording, details."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.components.page import FootContent, WindowApi
from ui.widgets.action_button import ActionButton
from ui.widgets.badge import Badge
from ui.widgets.entry_line import EntryLine
from ui.widgets.error_line import ErrorLine
from ui.widgets.icon_label import IconLabel
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class Panel(QWidget):
    """One task about one problem. ``finished`` when it was done, ``left`` when it was not.

    What was typed and not yet used is handed out by ``typed`` and taken back by ``restore``.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Pane
    FOCUS_AREA: ClassVar[str] = "around"
    NAME: ClassVar[str] = ""
    HIDES_WORDS: ClassVar[bool] = False
    """Whether the problem's large words make room for it."""

    finished = Signal()
    left = Signal()

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self.api = api
        self.problem: Problem | None = None
        self.entries: dict[str, EntryLine] = {}
        self.error = ErrorLine()
        self.back = ActionButton(tr("solve.foot.back"), "arrow-left", "Esc", keyless=True)
        self.back.clicked.connect(self.left)
        self.primary = self.make_primary()
        self.primary.clicked.connect(self.do)
        self.build()
        for widget in (self.back, self.primary):
            widget.setParent(self)
            widget.hide()

    def build(self) -> None:
        """Create the fields, once."""

    def make_primary(self) -> ActionButton:
        """The filled button in the foot bar."""
        return ActionButton(tr(f"solve.{self.NAME}.do"), key="Ctrl+Enter", kind="primary")

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        """Begin with a problem, or show it after a change."""
        self.problem = problem

    def do(self) -> None:
        """Do what the panel is for."""

    def foot(self) -> FootContent:
        """What stands in the foot bar while the panel is open."""
        return FootContent(left=[self.back], primary=self.primary)

    def focus_start(self) -> None:
        """Put the cursor into the first field."""
        if self.entries:
            next(iter(self.entries.values())).setFocus()

    def typed(self) -> dict[str, str]:
        """What was typed and not yet used, by field."""
        return {name: entry.text() for name, entry in self.entries.items() if entry.text()}

    def restore(self, typed: dict[str, str]) -> None:
        """Fill the fields with what was typed before, or empty them."""
        self.error.show_sentence("")
        for name, entry in self.entries.items():
            entry.set_text(typed.get(name, ""))

    def said(self, name: str) -> str:
        """The trimmed text of a field, text still in conversion included."""
        entry = self.entries[name]
        entry.field.settle()
        return entry.text().strip()

    def add_entry(self, name: str, role: str = "room", *, breaks: bool = False) -> EntryLine:
        """A field whose words are ``solve.<panel>.<name>``."""
        words = tr(f"solve.{self.NAME}.{name}")
        limit = 20_000 if breaks else 2_000
        entry = EntryLine(words, words, role=role, line_breaks=breaks, limit=limit)
        entry.changed.connect(lambda _text: self.error.show_sentence(""))
        self.entries[name] = entry
        return entry

    def make_sheet(self, bar: str, heading: QWidget) -> Sheet:
        """A sheet with ``heading`` on top, filling the panel from above."""
        sheet = Sheet(bar=bar, spacing=12)
        sheet.content.addWidget(heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        column.addStretch(1)
        return sheet


def badge_heading(kind: OutcomeKind, words: str) -> QWidget:
    """The heading of a panel that gives a problem an outcome."""
    return Badge(kind, words)


def icon_heading(icon: str, words: str) -> QWidget:
    """A heading of an icon and calm words."""
    heading = QWidget()
    row = QHBoxLayout(heading)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconLabel(icon, "accent", 20))
    row.addWidget(Text("body-quiet", words), 1)
    return heading
