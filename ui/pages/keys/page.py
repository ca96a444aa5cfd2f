"""The cheat sheet: the most important keys, and every declared action with its keys."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.actions.action_def import ActionDef
from ui.actions.binding import bind_button
from ui.actions.main import main_actions
from ui.actions.meanings import Meaning
from ui.actions.offered import BACK, Beside, FootArea, Offers, back, left
from ui.actions.table import ACTIONS
from ui.components.page import Page
from ui.components.places import PLACES
from ui.theme.qt_palette import show_through
from ui.theme.style_sheet import dress_bars
from ui.theme.theme import theme
from ui.widgets.boxes import column, row
from ui.widgets.deferred_layout import Refitted
from ui.widgets.discard import discard
from ui.widgets.flow import Flow
from ui.widgets.key_hint import KeyHint
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.i18n import tr

_NARROWEST = 350  # px width of a sheet, at 100 %
_KEYS_WIDTH = 138  # px width of the keys before the texts, at 100 %
_LISTED_WITH = {"catalogues": "settings"}
"""Pages whose keys are listed with those of another page."""
_GROUPS = {"everywhere", "moving", "row", "rest", "settings"}
"""Groups of actions that are not a place, or are listed with another one."""
_SEPARATORS = re.compile(r" ([/–]) ")
_TO_PRIVATE_PLACES = {
    "start.customer",
    *(f"everywhere.{each.name}" for each in PLACES.values() if each.private_only),
}
"""Actions that lead to places of private mode only."""


class KeysPage(Refitted, Page):
    """The most important keys of the previous page, or every key; Esc leads back to it.

    ``everywhere.keys`` toggles between both while the page is shown.
    """

    NAME = "keys"
    GOES_BACK = True

    def build(self) -> None:
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        dress_bars(self.area)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("keys.page"))
        self._all = False
        self._shown: tuple[int, int, str, bool] = (0, 0, "", False)
        column(self, self.area)
        bind_button(self, "everywhere.keys", self.switch, listens=False)
        to_manual = partial(self.api.go, "manual")
        bind_button(self, "everywhere.manual", to_manual, listens=False)
        self.fit_parts()

    def switch(self) -> bool:
        self._all = not self._all
        self.fit_parts()
        self.area.verticalScrollBar().setValue(0)
        self.api.update_foot()
        return True

    def offered(self) -> Offers:
        hint = {} if theme().stacked else {"hint": Beside(FootArea.RIGHT, tr("keys.hint"))}
        switch = left(tr("keys.fewer" if self._all else "keys.all"))
        return {BACK: back(), "everywhere.keys": switch, "everywhere.manual": left(), **hint}

    def focus_start(self) -> None:
        if self._all and self._shown[2] != self._place:
            self._all = False
            self.api.update_foot()
        self.fit_parts()
        bar = self.area.verticalScrollBar()
        bar.setValue(0)
        if bar.maximum():
            self.area.setFocus()
        else:
            self.back_action.focus_button()

    def handle_escape(self) -> bool:
        self._all = False
        return super().handle_escape()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.area.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends and not event.modifiers():
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @property
    def _place(self) -> str:
        """The part of the list for the previous page."""
        came_from = self.api.way_back[0]
        return _LISTED_WITH.get(came_from, came_from)

    def _parts(self) -> dict[str, tuple[ActionDef, ...]]:
        """The parts to show, by place, that of the previous page first."""
        here = self._place
        if not self._all:
            return main_actions(here)
        ordered = sorted(ACTIONS, key=lambda place: place != here)
        shown = {place: self._shown_of(place) for place in ordered}
        return {place: definitions for place, definitions in shown.items() if definitions}

    def _shown_of(self, place: str) -> tuple[ActionDef, ...]:
        """The visible actions of a place; projected mode does not name private places."""
        if self.private:
            return ACTIONS[place]
        if place in PLACES and PLACES[place].private_only:
            return ()
        return tuple(one for one in ACTIONS[place] if one.id not in _TO_PRIVATE_PLACES)

    def fit_parts(self) -> None:
        """Distribute the sheets to as many columns as fit, that of the previous page first."""
        if not self.api.way_back:
            return  # it was just left
        metrics = theme().metrics
        room = self.width() - metrics.edge - metrics.margin - 12
        narrowest = round(_NARROWEST * max(1.0, theme().text_scale))
        columns = max(1, min(3, (room + metrics.gap) // (narrowest + metrics.gap)))
        shown = columns, metrics.edge, self._place, self._all
        if shown == self._shown:
            return
        self._shown = shown
        body = QWidget()
        grid = QGridLayout(body)
        above, below = (4, 1) if metrics.low else (16, 18)
        grid.setContentsMargins(metrics.edge, above, metrics.margin, below)
        grid.setHorizontalSpacing(metrics.gap)
        grid.setVerticalSpacing(4 if metrics.low else 10)
        boxes = [QVBoxLayout() for _ in range(columns)]
        lengths = [0] * columns
        sheets = [
            (_sheet(_title(place), _rows(definitions)), len(definitions))
            for place, definitions in self._parts().items()
        ]
        if self._all:
            meanings = [(meaning.value, tr(meaning.words)) for meaning in Meaning]
            sheets.insert(1, (_sheet(tr("keys.meaning.title"), meanings), len(meanings)))
        for sheet, length in sheets:
            shortest = lengths.index(min(lengths))
            boxes[shortest].addWidget(sheet)
            lengths[shortest] += length + 2
        for number, box in enumerate(boxes):
            box.setSpacing(metrics.gap)
            box.addStretch(1)
            grid.addLayout(box, 1, number)
            grid.setColumnStretch(number, 1)
        if theme().stacked:  # it does not fit into the foot bar
            grid.addWidget(Text("body-quiet", tr("keys.hint")), 2, 0, 1, columns)
        # otherwise it would be deleted here, together with pending events
        before = self.area.takeWidget()
        if before is not None:
            discard(before)
        self.area.setWidget(body)
        show_through(self.area)


def _title(group: str) -> str:
    """Return the heading of a group of actions, usually that of a place."""
    return tr(f"keys.group.{group}" if group in _GROUPS else PLACES[group].title_key)


def _rows(definitions: Sequence[ActionDef]) -> list[tuple[str, str]]:
    """Return keys and texts of actions."""
    return [(definition.combination, tr(definition.words)) for definition in definitions]


def _sheet(title: str, rows: Sequence[tuple[str, str]]) -> Sheet:
    padding = 12 if theme().metrics.low else 18
    sheet = Sheet(Text("section", title), 4, padding=padding, spacing=7)
    for combination, words in rows:
        layout = row(
            None,
            (_hints(combination), 0, Qt.AlignmentFlag.AlignTop),
            (Text("body", words), 1, Qt.AlignmentFlag.AlignTop),
            gap=12,
        )
        sheet.add(layout)
    return sheet


def _hints(combination: str) -> QWidget:
    hints = QWidget()
    hints.setFixedWidth(round(_KEYS_WIDTH * max(1.0, theme().text_scale)))
    flow = Flow(gap=5, parent=hints)
    flow.setContentsMargins(0, 2, 0, 0)
    for number, part in enumerate(_SEPARATORS.split(combination)):
        between = number % 2 == 1
        flow.addWidget(Text("hint", part, wrap=False) if between else KeyHint(part))
    return hints
