"""The changes proposed by a file of answers: the record and the file side by side, per field."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.rows.cells import Tick
from ui.rows.paged_list import PagedList
from ui.rows.row import Aside, Line, Row
from ui.rows.style import table
from ui.rows.view import RowNames, RowsView
from ui.widgets.boxes import NO_MARGINS, column
from ui.widgets.text import Text
from workshop_app.i18n import tr
from workshop_app.services.commands.request_news import NewsOf
from workshop_app.services.request_answers import FieldDifference, Proposal, Proposals

_SHARE = 0.42
"""Share of the width for each version."""


def difference_rows(proposals: Iterable[Proposal], left_out: Collection[str]) -> list[Row]:
    """Return a heading with a box for each answer, and each field in both versions below it."""
    rows: list[Row] = []
    for each in proposals:
        title = f"{each.code}  {each.found.request.title}  {each.found.customer.name}"
        tick = Tick(each.code not in left_out)
        rows.append(Row(each.code, title, before=(tick,), bold=True))
        rows += [_difference(each.code, one) for one in each.differences]
    return rows


def _difference(code: str, one: FieldDifference) -> Row:
    name = tr(f"request_news.{one.name}")
    return _columns(
        f"{code}\n{one.name}",
        name,
        Line(one.ours or tr("requests.answers.empty"), role="body-quiet"),
        Line(one.theirs),
        spoken=tr("requests.answers.spoken", name=name, ours=one.ours, theirs=one.theirs),
    )


def _columns(row_id: str, name: str, ours: Line, theirs: Line, spoken: str = "") -> Row:
    asides = (Aside(ours, share=_SHARE), Aside(theirs, share=_SHARE))
    return Row(row_id, name, asides=asides, role="meta", spoken=spoken)


class Differences(QWidget):
    """The answers of a file; nothing is recorded until the page uses what is ticked.

    ``changed``: an answer was ticked or unticked.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._proposals: dict[str, Proposal] = {}
        self._left_out: set[str] = set()
        self._remarks = Text("body-quiet", "")
        view = RowsView("body", table)
        view.names = _columns(
            "",
            "",
            Line(tr("requests.answers.ours"), role="meta-bold"),
            Line(tr("requests.answers.theirs"), role="meta-bold"),
        )
        self.rows = PagedList(tr("requests.answers.title"), view=view, role="body")
        column(
            self,
            Text("title", tr("requests.answers.title")),
            Text("body-quiet", tr("requests.answers.lead")),
            self._remarks,
            RowNames(view),
            (self.rows, 1),
            gap=8,
            around=NO_MARGINS,
        )
        self.rows.ticked.connect(self._toggle)
        self.rows.activated.connect(self._toggle)

    def show_proposals(self, found: Proposals) -> None:
        """Show what a file proposes; every answer is ticked initially."""
        self._proposals = {each.code: each for each in found.proposals}
        self._left_out = set()
        self._remarks.setText("\n".join(found.remarks))
        self._remarks.setVisible(bool(found.remarks))
        self.rows.set_rows(self._rows(), next(iter(self._proposals), None))

    def agreed(self) -> tuple[NewsOf, ...]:
        """Return what is ticked."""
        return tuple(
            each.change for code, each in self._proposals.items() if code not in self._left_out
        )

    def _rows(self) -> list[Row]:
        return difference_rows(self._proposals.values(), self._left_out)

    def _toggle(self, row_id: str) -> None:
        code = row_id.partition("\n")[0]
        self._left_out ^= {code}
        self.rows.set_rows(self._rows())
        self.changed.emit()
