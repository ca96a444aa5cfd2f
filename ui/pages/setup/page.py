"""What is there: what the customer's Mackerel has, half has and never used, told by their files."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.components.empty_note import EmptyNote
from ui.components.entry_details import EntryDetailsPanel
from ui.components.page import FootContent, Page
from ui.components.page_memory import memory
from ui.components.setup_files.drop import FileDrop
from ui.components.setup_view import SetupView
from ui.pages.setup.alerts import AlertsPart
from ui.pages.setup.answers import AnswersPart
from ui.pages.setup.files_part import FilesPart
from ui.pages.setup.hosts import HostsPart
from ui.pages.setup.rules import RulesPart
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.shortcut import Shortcut
from workshop_app.domain.setup_view import setup_of
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_PARTS: tuple[type[SetupView], ...] = (AnswersPart, AlertsPart, RulesPart, HostsPart, FilesPart)
_NOTHING, _PARTS_LAYER, _DETAILS = range(3)


class SetupPage(Page):
    """One part at a time; PgUp and PgDn lead through all of them, Esc back to the step."""

    NAME: ClassVar[str] = "setup"

    def build(self) -> None:
        self.choice = Choice(
            tr("setup.sections"),
            [(part.NAME, tr(f"setup.section.{part.NAME}")) for part in _PARTS],
            role="body",
        )
        self.choice.set_value(_PARTS[0].NAME)
        self.choice.chosen.connect(lambda name: self.show_section(str(name)))
        self._stack = QStackedWidget()
        self.sections: dict[str, SetupView] = {}
        for kind in _PARTS:
            part = kind(self.api, self.private)
            part.foot_changed.connect(self.api.update_foot)
            self.sections[kind.NAME] = part
            self._stack.addWidget(part)
        self.details = EntryDetailsPanel(self.api)
        self.details.cancelled.connect(self.handle_escape)
        self._make_foot()
        self._arrange()
        self._connect()

    # -- showing

    def refresh(self, state: WorkshopState | None) -> None:
        if state is None:
            self._layers.setCurrentIndex(_NOTHING)
            return
        if self._layers.currentIndex() == _NOTHING:
            self._layers.setCurrentIndex(_PARTS_LAYER)
        setup = setup_of(state.setup)
        for part in self.sections.values():
            part.refresh(setup)
        first = "answers" if state.setup else "files"
        self._show(str(memory(self).get("section", first)))

    def show_section(self, name: str) -> None:
        """Bring a part to the front and put the keyboard into it."""
        memory(self)["section"] = name
        self._show(name)
        self.focus_start()

    def foot(self) -> FootContent:
        if self._in_details:
            return self.details.foot()
        if self._layers.currentIndex() == _NOTHING:
            return FootContent(left=[self._back])
        return FootContent(left=[self._back], right=self._paging, primary=self._part.primary())

    def focus_start(self) -> None:
        if self._in_details:
            self.details.focus_start()
        else:
            self._part.setFocus()

    def handle_escape(self) -> bool:
        if self._in_details:
            self._layers.setCurrentIndex(_PARTS_LAYER)
            self.api.update_foot()
            self.focus_start()
        elif not self._part.handle_escape():
            self.api.go_back()
        return True

    # -- parts

    @property
    def _in_details(self) -> bool:
        return self._layers.currentIndex() == _DETAILS

    @property
    def _part(self) -> SetupView:
        return self.sections[str(self.choice.value())]

    def _show(self, name: str) -> None:
        self.choice.set_value(name)
        self._stack.setCurrentWidget(self.sections[name])
        self.api.update_foot()

    def _turn(self, by: int) -> bool:
        """Turn a page of the part, or to another part; False at the end of all."""
        if self._in_details or self._part.turn(by):
            return True
        target = self._stack.currentIndex() + by
        if not 0 <= target < len(_PARTS):
            return False
        self.show_section(_PARTS[target].NAME)
        self._part.arrive(by)
        return True

    def _open(self, entry: str) -> None:
        solution = self.api.answers.solution(entry)
        if solution is not None:
            self._layers.setCurrentIndex(_DETAILS)
            self.details.show_solution(solution, can_choose=False)
            self.api.update_foot()
            self.focus_start()

    def _make_foot(self) -> None:
        self._back = ActionButton(tr("setup.back"), "arrow-left", "Esc", keyless=True)
        self._back.clicked.connect(self.handle_escape)
        before = ActionButton(tr("setup.before"), key="PgUp", kind="note", keyless=True)
        after = ActionButton(tr("setup.after"), key="PgDown", kind="note", keyless=True)
        before.clicked.connect(lambda: self._turn(-1))
        after.clicked.connect(lambda: self._turn(1))
        self._paging: list[QWidget] = [before, after]

    def _arrange(self) -> None:
        self._layers = QStackedLayout(self)
        nothing = EmptyNote(tr("setup.no_workshop"), tr("setup.no_workshop_hint"))
        self._parts_layer = _layer(self.choice, self._stack)
        for layer in (nothing, self._parts_layer, _layer(self.details)):
            self._layers.addWidget(layer)

    def _connect(self) -> None:
        answers, files = self.sections["answers"], self.sections["files"]
        if isinstance(answers, AnswersPart) and isinstance(files, FilesPart):
            answers.opened.connect(self._open)
            FileDrop(self).dropped.connect(lambda paths: self._take(files, paths))
            files.panel.added.connect(lambda: self.show_section("answers"))
            others = [part for part in self.sections.values() if part is not files]
            for part in others if self.private else ():
                Shortcut("Ctrl+Shift+O", part, lambda: self._choose(files))
        Shortcut("PgDown", self._parts_layer, lambda: self._turn(1))
        Shortcut("PgUp", self._parts_layer, lambda: self._turn(-1))
        Shortcut("Ctrl+Z", self, self.api.undo)

    def _choose(self, files: FilesPart) -> None:
        """Ask for files from another part, since they may be dropped on any, too."""
        self.show_section(files.NAME)
        files.panel.choose_files()

    def _take(self, files: FilesPart, paths: object) -> None:
        """Files were dropped somewhere on the page."""
        if self._layers.currentIndex() != _NOTHING:
            self._layers.setCurrentIndex(_PARTS_LAYER)
            self.show_section(files.NAME)
            files.panel.preview_files(paths)


def _layer(*widgets: QWidget) -> QWidget:
    layer = QWidget()
    column = QVBoxLayout(layer)
    metrics = theme().metrics
    column.setContentsMargins(metrics.side, metrics.top, metrics.side, metrics.top)
    column.setSpacing(metrics.gap)
    for widget in widgets:
        column.addWidget(widget, 1 if widget is widgets[-1] else 0)
    return layer
