"""The rail at the left: the steps of the contact, or the places outside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.actions.binding import BoundAction
from ui.actions.table import key_of
from ui.components.places import Place
from ui.theme.qt_palette import set_background
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import FULL_WIDTH
from ui.widgets.discard import discard
from ui.widgets.painting import fill
from ui.widgets.text_layout import text_width
from ui.window.rail_item import RailItem, RailState
from workshop_app.domain.facts.outcomes import with_outcome
from workshop_app.domain.steps import Step, is_begun, is_left_out, missing
from workshop_app.i18n import tr

if TYPE_CHECKING:
    from workshop_app.domain.state import WorkshopState

_KEYS = 26  # px, height of the way to the keys
_BESIDE_KEYS = 2


class Rail(QWidget):
    """Links to pages, and at its foot the papers, undo and the menu of all actions."""

    page_requested = Signal(str)
    """Carries the registered name of the page."""

    def __init__(self, *, undo: BoundAction, papers: BoundAction, menu: BoundAction) -> None:
        super().__init__()
        self._foot_actions = {"papers": papers, "undo": undo, "menu": menu}
        set_background(self, "rail")
        self.items: dict[str, RailItem] = {}
        """The visible items by the name of their page."""
        self._shown: tuple[tuple[str, ...], str, int] | None = None
        self._facts: dict[str, object] = {}
        """What each item shows, by the name of its page."""
        self._column = QVBoxLayout(self)
        self._steps = False
        theme().follow(self._restyle)

    def show_entries(self, entries: Sequence[Place], language: str) -> None:
        """Show these pages; does nothing if they are shown already."""
        key = (tuple([entry.name for entry in entries]), language, theme().metrics.rail)
        if key == self._shown:
            return
        self._shown = key
        self._steps = bool(entries) and entries[0].step is not None
        self._clear()
        for number, entry in enumerate(entries, 1):
            item = _item(entry, number)
            item.clicked.connect(lambda _=False, name=entry.name: self.page_requested.emit(name))
            self.items[entry.name] = item
            self._column.addWidget(item)
        self._column.addStretch(1)
        self._add_foot()

    def show_state(self, state: WorkshopState | None, current: str) -> None:
        """Mark the current page and what each step lacks."""
        for name, item in self.items.items():
            here = name == current
            if state is not None and name in set(Step):
                self._show_step(item, Step(name), state, here)
            else:
                self._facts.pop(name, None)
                item.show_state(RailState(current=here), _spoken(item.text(), current=here))

    def _show_step(self, item: RailItem, step: Step, state: WorkshopState, current: bool) -> None:
        minutes = next((each.minutes for each in state.agenda if each.step == step), 0)
        gaps = missing(state, step)
        skipped = is_left_out(state, step)
        holds = 0 if gaps or skipped else _COUNTS[step](state)
        waits = not gaps and not is_begun(state, step)
        silent = state.workshop.silent
        facts = (current, gaps, skipped, waits, silent, holds, minutes)
        if facts == self._facts.get(step):
            return
        self._facts[step] = facts
        number = list(self.items).index(step.value) + 1
        name = _spoken(tr("frame.rail.item", number=number, name=item.text()), current=current)
        lacks = [tr(f"steps.missing.{gap.key}", n=gap.n) for gap in gaps]
        waiting = tr("contacts.silent" if silent else f"steps.not_begun.{step}") if waits else ""
        if lacks or waits:
            spoken = tr(
                "frame.rail.missing", item=name, what=tr("widgets.strip.and").join(lacks) or waiting
            )
        else:
            spoken = tr("frame.rail.left_out" if skipped else "frame.rail.done", item=name)
        remark = tr("steps.state.left_out") if skipped else ""
        if not lacks and not skipped:
            remark = tr(f"steps.holds.{step}", n=holds) if holds else tr("steps.state.done")
        remark = waiting or remark
        item.show_state(
            RailState(
                current=current,
                done=not (lacks or skipped or waits),
                missing=lacks[0] if lacks else "",
                left_out=skipped,
                minutes=tr("time.minutes", n=minutes) if minutes else "",
                remark=remark,
            ),
            spoken,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = QRectF(self.width() - 1, 0, 1, self.height())
        fill(QPainter(self), line, "line")

    def _clear(self) -> None:
        self.items = {}
        self._facts = {}
        while (old := self._column.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                discard(widget)

    def _add_foot(self) -> None:
        """Add the buttons at the foot, outside the steps the menu alone, and a way to the keys."""
        names = {name: tr(f"frame.rail.{name}") for name in self._foot_actions}
        for name, action in self._foot_actions.items():
            if self._steps or name == "menu":
                item = RailItem(names[name], action=action, together=tuple(names.values()))
                self._column.addWidget(item)
        key = key_of("everywhere.keys")
        words = tr("frame.rail.keys", key=key)
        keys = _Keys(words, key=key, kind="status", size="small", listens=False)
        keys.setFixedHeight(_KEYS)
        keys.setSizePolicy(*FULL_WIDTH)
        keys.setToolTip(tr("menu.keys"))
        keys.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keys.clicked.connect(lambda: self.page_requested.emit("keys"))
        self._column.addWidget(keys)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedWidth(theme().metrics.rail)
        low = theme().metrics.low and not theme().metrics.narrow
        self._column.setSpacing(1 if low else 6)
        self._column.setContentsMargins(0, 6 if low else 10, 0, 6 if low else 12)
        for keys in self.findChildren(_Keys):
            words = text_width(keys.text(), "meta") + 2 * _BESIDE_KEYS
            keys.setVisible(words <= theme().metrics.rail and not theme().stacked)


class _Keys(ActionButton):
    """The way to the list of keys, which fits in a narrow rail."""

    def _padding(self) -> int:
        return _BESIDE_KEYS


_COUNTS: dict[Step, Callable[[WorkshopState], int]] = {
    Step.PREPARE: lambda state: len(state.participants),
    Step.CONTEXT: lambda state: len(state.answers),
    Step.LIST: lambda state: len(state.listed),
    Step.SORT: lambda state: len(state.themes),
    Step.CHOOSE: lambda state: len(state.chosen),
    Step.SOLVE: with_outcome,
    Step.APPRAISE: lambda state: len(state.appraisals),
    Step.WRAP_UP: lambda state: len(state.actions),
}
"""The number shown in the remark of a complete step."""


def _spoken(name: str, *, current: bool) -> str:
    """Return the name of an item as it is read out, which says whether it is the current one."""
    return tr("frame.rail.current", item=name) if current else name


def _item(entry: Place, number: int) -> RailItem:
    words = tr(entry.title_key)
    return RailItem(words, number=number) if entry.step else RailItem(words, icon=entry.icon)
