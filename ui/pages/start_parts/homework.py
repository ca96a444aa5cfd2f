"""Open actions of all workshops, the nearest due date first; private mode only."""

from __future__ import annotations

from ui.pages.base import Context
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.i18n import texts, tr
from workshop_app.services import queries

_MOST = 5


class Homework(Sheet):
    """What was promised last time and is not done yet."""

    def __init__(self, context: Context) -> None:
        super().__init__(padding=18, spacing=10)
        self._context = context
        self.content.addWidget(Text("section", tr("start.records.homework")))
        self._lines = [(Text("body"), Text("meta")) for _ in range(_MOST)]
        for line in self._lines:
            for words in line:
                self.content.addWidget(words)
        self._none = Text("body-quiet", tr("start.records.homework_none"))
        self.content.addWidget(self._none)

    def refresh(self) -> None:
        """Read the open actions anew."""
        found = queries.open_actions(self._context.session.store)[:_MOST]
        self._none.setVisible(not found)
        for number, (what, who) in enumerate(self._lines):
            shown = number < len(found)
            what.setVisible(shown)
            who.setVisible(shown)
            if shown:
                task = found[number]
                what.setText(task.text)
                parts = (task.customer, task.owner, texts().date(task.due))
                who.setText("  ".join(part for part in parts if part))
