"""The line being typed, which is the next row of the list, and who says it."""

from __future__ import annotations

from ui.components.next_entry import NextEntry
from ui.theme.theme import theme
from ui.widgets.ruled_line import RuledLine
from ui.widgets.text import Text
from workshop_app.i18n import tr


class NextProblem(NextEntry):
    """The field with the next number, and beside the names how many problems there are."""

    def __init__(self, *, role: str) -> None:
        self._count = Text("room-quiet", "", wrap=False)
        self._worksheet = Text("meta-bold", "", wrap=False)
        entry = RuledLine(
            tr("list.entry"), tr("list.placeholder"), role=role, button=tr("list.add"),
            name="problem",
        )  # fmt: skip
        super().__init__(entry, tr("list.speaker"), (self._worksheet, self._count))

    def show_numbers(self, number: int, count: int, worksheet: int) -> None:
        """Show the number of the next problem, how many are listed, and the worksheet typed in."""
        self.entry.set_lead(str(number))
        self._count.setText(tr("list.count", n=count))
        self._worksheet.setText(tr("list.worksheet", number=worksheet))
        self._worksheet.setVisible(worksheet > 0)
        self.fit_parts()

    def fit_parts(self) -> None:
        """Leave out the count before a name, and with large text, which makes names wide."""
        super().fit_parts()
        room = self.room - self._count.natural_width() - theme().metrics.hang
        least = min(self.speakers.brief_width, self.width() // 2)
        self._count.setVisible(room >= least and not theme().stacked)
