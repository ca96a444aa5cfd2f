"""The cheat sheet: every declared action and its keys, by place."""

from __future__ import annotations

import re
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.actions.action_def import ActionDef
from ui.actions.table import ACTIONS
from ui.components.page import FootContent, Page
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.flow import Flow
from ui.widgets.key_hint import KeyHint
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

_NARROWEST = 370  # px of a sheet
_KEYS_WIDTH = 138  # px of the keys before the words
_LISTED_WITH = {"catalogues": "settings"}
"""Pages whose keys are listed with those of another page."""
_SEPARATORS = re.compile(r" ([/–]) ")


class KeysPage(Page):
    """Every key of the program, those of the page one came from first; Esc leads back there."""

    NAME: ClassVar[str] = "keys"

    def build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("keys.title"))
        self._shown: tuple[int, str] = (0, "")
        self._sheets = {place: _sheet(place, definitions) for place, definitions in ACTIONS.items()}
        outer.addWidget(self.area)
        self._columns_layout = DeferredLayout(self, self._lay_out)
        self._back = ActionButton(tr("keys.back"), icon="arrow-left", key="Esc", keyless=True)
        self._back.clicked.connect(self.api.go_back)
        self._hint = Text("body-quiet", tr("keys.hint"), wrap=False)
        self._lay_out()

    def foot(self) -> FootContent:
        return FootContent(left=[self._back], right=[self._hint])

    def focus_start(self) -> None:
        self._lay_out()
        self.area.verticalScrollBar().setValue(0)
        self.area.setFocus()

    def handle_escape(self) -> bool:
        self.api.go_back()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._columns_layout.invalidate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.area.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends and not event.modifiers():
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        """Distribute the sheets to as many columns as fit, that of the page one came from first."""
        metrics = theme().metrics
        room = self.width() - 2 * metrics.side - 12
        columns = max(1, min(3, (room + metrics.gap) // (_NARROWEST + metrics.gap)))
        came_from = self.api.came_from
        here = _LISTED_WITH.get(came_from, came_from)
        if (columns, here) == self._shown:
            return
        self._shown = columns, here
        body = QWidget()
        body.setProperty("role", "clear")
        grid = QGridLayout(body)
        grid.setContentsMargins(metrics.side, 18, metrics.side, 18)
        grid.setHorizontalSpacing(metrics.gap)
        boxes = [QVBoxLayout() for _ in range(columns)]
        lengths = [0] * columns
        for place in sorted(ACTIONS, key=lambda place: place != here):
            shortest = lengths.index(min(lengths))
            boxes[shortest].addWidget(self._sheets[place])
            lengths[shortest] += len(ACTIONS[place]) + 2
        for number, box in enumerate(boxes):
            box.setSpacing(metrics.gap)
            box.addStretch(1)
            grid.addLayout(box, 0, number)
            grid.setColumnStretch(number, 1)
        self.area.setWidget(body)


def _sheet(place: str, definitions: tuple[ActionDef, ...]) -> Sheet:
    sheet = Sheet(padding=18, spacing=7)
    area = "keys.place" if place not in set(Step) else "steps.name"
    sheet.content.addWidget(Text("section", tr(f"{area}.{place}")))
    sheet.content.addSpacing(4)
    for definition in definitions:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(_hints(definition.combination), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text("body", tr(definition.words)), 1, Qt.AlignmentFlag.AlignTop)
        sheet.content.addLayout(row)
    return sheet


def _hints(combination: str) -> QWidget:
    hints = QWidget()
    hints.setFixedWidth(_KEYS_WIDTH)
    flow = Flow(gap=5, parent=hints)
    flow.setContentsMargins(0, 2, 0, 0)
    for number, part in enumerate(_SEPARATORS.split(combination)):
        between = number % 2 == 1
        flow.addWidget(Text("hint", part, wrap=False) if between else KeyHint(part))
    return hints
