"""What differs between the records and a file: both versions side by side, field by field."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.rows.cells import Tick, Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Aside, Line, Row
from ui.rows.style import table
from ui.rows.view import RowNames, RowsView
from ui.widgets.boxes import column
from ui.widgets.text import Text
from workshop_app.i18n import tr
from workshop_app.services.differences import Difference, FieldDifference

_SHARE = 0.42
"""Share of the width for each version."""


def difference_rows(differences: Iterable[Difference], ticked: Collection[str]) -> list[Row]:
    """Return a heading for each difference, and each field in both versions below it.

    The heading has a box if the version of the file may be taken over.
    """
    rows: list[Row] = []
    for each in differences:
        tick = (Tick(each.id in ticked),) if each.takes else ()
        note = (Words(each.note),) if each.note else ()
        rows.append(Row(each.id, each.title, before=tick, after=note, bold=True))
        rows += [_field(each.id, one) for one in each.fields]
    return rows


def _field(key: str, one: FieldDifference) -> Row:
    none = tr("widgets.differences.none")
    ours, theirs = one.ours or none, one.theirs or none
    spoken = tr("widgets.differences.spoken", name=one.name, ours=ours, theirs=theirs)
    versions = Line(ours, role="body-quiet"), Line(theirs)
    return _columns(f"{key}\n{one.name}", one.name, *versions, spoken=spoken)


def _columns(row_id: str, name: str, *versions: Line, spoken: str = "") -> Row:
    asides = tuple(Aside(each, share=_SHARE) for each in versions)
    return Row(row_id, name, asides=asides, role="meta", spoken=spoken)


class Differences(QWidget):
    """Rows with a box for what a person may take over; nothing changes by itself.

    ``changed``: something was ticked or unticked.
    """

    changed = Signal()

    def __init__(self, title: str, lead: str) -> None:
        super().__init__()
        self._differences: Sequence[Difference] = ()
        self._ticked: set[str] = set()
        self._remarks = Text("body-quiet")
        view = RowsView("body", table)
        heads = (tr("widgets.differences.ours"), tr("widgets.differences.theirs"))
        view.names = _columns("", "", *(Line(each, role="meta-bold") for each in heads))
        self.rows = PagedList(title, view=view, role="body")
        column(
            self,
            Text("title", title),
            Text("body-quiet", lead),
            self._remarks,
            RowNames(view),
            (self.rows, 1),
            gap=8,
        )
        self.rows.ticked.connect(self._toggle)
        self.rows.activated.connect(self._toggle)

    def show_differences(
        self, found: Sequence[Difference], remarks: Sequence[str], ticked: Collection[str] = ()
    ) -> None:
        """Show what differs, with some ticked, below what is remarked about it."""
        self._differences = found
        self._ticked = {*ticked}
        self._remarks.setText("\n".join(remarks))
        self._remarks.setVisible(bool(remarks))
        first = next((each.id for each in found if each.takes), None)
        self.rows.set_rows(difference_rows(found, self._ticked), first)

    def ticked(self) -> tuple[str, ...]:
        """Return the ids of what is ticked."""
        return tuple(each.id for each in self._differences if each.id in self._ticked)

    def _toggle(self, row_id: str) -> None:
        key = row_id.partition("\n")[0]
        if any(each.takes for each in self._differences if each.id == key):
            self._ticked ^= {key}
            self.rows.set_rows(difference_rows(self._differences, self._ticked))
            self.changed.emit()
