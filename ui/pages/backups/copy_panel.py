"""The panel next to the list: how the selected copy differs, and what restoring does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.components.side_layout import paint_panel_background, roomy
from ui.rows.paged_list import PagedList
from ui.rows.row import Row, detail
from ui.theme.theme import theme
from ui.widgets.boxes import column, row
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.i18n import tr
from workshop_app.services.copies import ComparedWorkshop, CountDifference

_PAD = 20
_WIDEST = 16_777_215  # px; Qt's QWIDGETSIZE_MAX


class CopyPanel(QWidget):
    """At the right edge or, in a narrow window, below the list with the differences only.

    ``chosen``: another workshop of the copy was selected.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading = Text("section")
        self._icon = IconLabel("check", "solution")
        self._state = Text("body-quiet")
        self._differences = Text("meta-bold")
        self.list = PagedList("", role="body", paging_keys=False)
        self._what = Text("body-quiet", tr("backups.panel.what"))
        self._whole = Text("hint", tr("backups.panel.whole"))
        self._column = column(
            self,
            self._heading,
            row(None, self._icon, (self._state, 1), gap=8),
            self._differences,
            (self.list, 1),
            self._what,
            self._whole,
            gap=8,
        )
        self.list.current_changed.connect(lambda _row: self.chosen.emit())
        theme().follow(self._fit)

    def show_copy(self, heading: str, state: str, *, sound: bool | None) -> None:
        """Name the copy, and show whether it is sound; None while that is unknown."""
        self._heading.setText(heading)
        self._state.setText(state)
        icon, colour = ("check", "solution") if sound else ("circle-alert", "danger")
        self._icon.set_icon(icon, colour)
        self._icon.setVisible(sound is not None)
        self._what.setVisible(sound is not False and roomy())

    def show_workshops(self, found: Sequence[ComparedWorkshop], *, one: bool) -> None:
        """Show the differences: the counts of ``one`` workshop, or all workshops."""
        words = "backups.panel.differences" if one else "backups.panel.workshops"
        self._differences.setText(tr(words))
        self.list.set_label(tr(words))
        rows = difference_rows(found[0]) if one and found else compared_rows(found)
        self.list.show_rows(rows)

    def _fit(self) -> None:
        metrics = theme().metrics
        wide = roomy()
        self.setMinimumWidth(metrics.panel if wide else 0)
        self.setMaximumWidth(metrics.panel if wide else _WIDEST)
        pad = _PAD if wide else metrics.edge
        top = metrics.top if wide else 0
        self._column.setContentsMargins(pad, top, pad, metrics.gap if wide else 0)
        for part in (self._heading, self._differences, self._what, self._whole):
            part.setVisible(wide)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_panel_background(self)


def difference_rows(found: ComparedWorkshop) -> list[Row]:
    """Return a row for each count that differs, and one for the rest."""
    rows = [Row(each.kind, _change(each)) for each in found.differences]
    if found.gone:
        return [Row("gone", tr("backups.panel.gone")), *rows]
    if found.same:
        return [Row("same", tr("backups.panel.same"), quiet=True)]
    if not rows:
        key = "words_differ" if found.same is False else "counts_same"
        return [Row("same", tr(f"backups.panel.{key}"), quiet=True)]
    return [*rows, Row("same", tr("backups.panel.rest_same"), quiet=True)]


def compared_rows(found: Iterable[ComparedWorkshop]) -> list[Row]:
    """Return a row for each of several workshops."""
    return [_row(each) for each in found]


def _row(found: ComparedWorkshop) -> Row:
    if found.gone:
        words = tr("backups.panel.gone")
    elif not found.differences:
        words = tr("backups.panel.counts_same")
    else:
        words = tr("backups.and").join(_change(each) for each in found.differences)
    return Row(found.id, found.title, opened=detail(words))


def _change(found: CountDifference) -> str:
    kind = tr(f"backups.count.{found.kind}")
    return tr("backups.panel.change", what=kind, then=found.then, now=found.now)
