"""A paper in the gallery: its first page, tick and name, readers, and how it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from exports.registry import DOCUMENTS
from ui.components.papers.papers_picked import title_of
from ui.pages.wrap_up.first_pages import FirstPage
from ui.pages.wrap_up.page_picture import PagePicture
from ui.pages.wrap_up.paper_status import PaperStatus, Stand
from ui.theme.theme import theme
from ui.widgets.icon_button import IconButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox
from workshop_app.i18n import tr

_TOP = Qt.AlignmentFlag.AlignTop


class PaperCard:
    """Four rows of one column in a grid that all papers share, so that their lines agree."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.picture = PagePicture(tr("wrap_up.gallery.look", paper=title_of(name)))
        self.tick = TickBox(title_of(name))
        self.retry = IconButton("refresh", tr("wrap_up.gallery.retry", paper=title_of(name)),
                                target=26)  # fmt: skip
        self.retry.hide()
        role = "meta-bold" if theme().metrics.tight else "body-bold"
        self._name = Text(role, title_of(name))
        self._mark = Text("meta", mark_of(name))
        self._words = Text("meta", "")
        self._icon = IconLabel("clock", "ink2", 16)
        self._icon.hide()

    @property
    def said(self) -> str:
        """How it stands, in words."""
        return self._words.text()

    def show_page(self, page: FirstPage | None, state: PaperStatus) -> None:
        """Show the page, if it is drawn, and how the paper stands."""
        self.picture.show_image(page.image if page is not None else None)
        self.picture.set_busy(state.stand is Stand.MAKING)
        n = page.readers if page is not None else 0
        readers = tr("wrap_up.gallery.readers", n=n) if n > 1 else ""
        self._mark.setText("  ".join(part for part in (mark_of(self.name), readers) if part))
        icon, colour = state.stand.value
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.set_icon(icon, colour)
        self._words.setText(state.words)
        self._words.set_role("meta", colour)
        self.retry.setVisible(state.stand is Stand.FAILED)
        spoken = (self._mark.text(), state.words)
        self.picture.setAccessibleDescription(" ".join(words for words in spoken if words))

    def put_into(self, grid: QGridLayout, column: int) -> None:
        """Take place in a column of the grid."""
        sheet = QHBoxLayout()
        sheet.setSpacing(6)
        sheet.addWidget(self.picture, 0, _TOP | Qt.AlignmentFlag.AlignLeft)
        sheet.addWidget(self.tick, 0, _TOP)
        sheet.addStretch(1)
        standing = QHBoxLayout()
        standing.setSpacing(6)
        standing.addWidget(self._icon, 0, _TOP)
        standing.addWidget(self._words, 1, _TOP)
        standing.addWidget(self.retry, 0, _TOP)
        grid.addLayout(sheet, 0, column)
        grid.addWidget(self._name, 1, column, _TOP)
        grid.addWidget(self._mark, 2, column, _TOP)
        grid.addLayout(standing, 3, column)


def mark_of(name: str) -> str:
    """Whose eyes a paper is for, in few words."""
    return tr(f"wrap_up.gallery.mark.{DOCUMENTS[name].circle}")
