"""Instructions to get the files: the commands to run at the customer's site, and their purpose."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.components.empty_state import EmptyState
from ui.theme.theme import theme
from ui.widgets.boxes import NO_MARGINS, column
from ui.widgets.text import Text
from workshop_app.i18n import tr

_FILES = ("monitors", "alerts", "hosts", "channels", "agent")


class HowTo(QWidget):
    """The commands of mkr and the agent's settings, each with its purpose."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        listed = (f"{tr(f'setup.how.{n}')} {tr(f'setup.how.{n}_for')}" for n in _FILES)
        self.setAccessibleName("\n".join((tr("setup.empty"), *listed)))
        nothing = EmptyState(tr("setup.empty"), tr("setup.empty_hint"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().metrics.gap + 20)
        grid.setVerticalSpacing(2)
        for row, name in enumerate(_FILES):
            grid.addWidget(Text(f"{role}-bold", tr(f"setup.how.{name}"), wrap=False), row, 0)
            grid.addWidget(Text(role, tr(f"setup.how.{name}_for")), row, 1)
        grid.setColumnStretch(1, 1)
        nothing.sheet.content.addLayout(grid)
        column(self, (nothing, 1), around=NO_MARGINS)
