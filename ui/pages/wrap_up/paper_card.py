"""A paper in the gallery: its first page, tick box, name, readers and status."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from exports.registry import DOCUMENTS
from ui.components.papers.selection import title_of
from ui.pages.wrap_up.first_pages import FirstPage
from ui.pages.wrap_up.page_picture import PagePicture
from ui.pages.wrap_up.paper_status import PaperState, PaperStatus
from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH, row
from ui.widgets.check_button import TICK_BOX, CheckButton
from ui.widgets.icon_button import IconButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.i18n import tr

_TOP = Qt.AlignmentFlag.AlignTop


class PaperCard:
    """A column of four rows in a grid shared by all papers, so that their rows align."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.picture = PagePicture(tr("wrap_up.gallery.look", paper=title_of(name)))
        self.tick = CheckButton(title_of(name), TICK_BOX)
        self.retry = IconButton("refresh", tr("wrap_up.gallery.retry", paper=title_of(name)),
                                target=26)  # fmt: skip
        self.retry.hide()
        role = "meta-bold" if theme().metrics.rather_low else "body-bold"
        self._name = Text(role, title_of(name))
        self._mark = Text("meta", mark_of(name))
        self._status = Text("meta", "")
        self._icon = IconLabel("clock", "ink2", 16)
        self._icon.hide()

    @property
    def status(self) -> str:
        """The text of the paper's status."""
        return self._status.text()

    def show_page(self, page: FirstPage | None, status: PaperStatus) -> None:
        """Show the page, if it is rendered, and the paper's status."""
        self.picture.show_image(page.image if page is not None else None)
        self.picture.set_busy(status.state is PaperState.MAKING)
        n = page.readers if page is not None else 0
        readers = tr("wrap_up.gallery.readers", n=n) if n > 1 else ""
        self._mark.setText("  ".join(part for part in (mark_of(self.name), readers) if part))
        icon, colour = status.state.value
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.set_icon(icon, colour)
        self._status.setText(status.text)
        self._status.set_role("meta", colour)
        self.retry.setVisible(status.state is PaperState.FAILED)
        spoken = (self._mark.text(), status.text)
        self.picture.setAccessibleDescription(" ".join(words for words in spoken if words))

    def add_to(self, grid: QGridLayout, column: int) -> None:
        """Add the widgets to a column of the grid."""
        sheet = row(
            None,
            (self.picture, 0, _TOP | Qt.AlignmentFlag.AlignLeft),
            (self.tick, 0, _TOP),
            STRETCH,
            gap=6,
        )
        status = row(
            None, (self._icon, 0, _TOP), (self._status, 1, _TOP), (self.retry, 0, _TOP), gap=6
        )
        grid.addLayout(sheet, 0, column)
        grid.addWidget(self._name, 1, column, _TOP)
        grid.addWidget(self._mark, 2, column, _TOP)
        grid.addLayout(status, 3, column)


def mark_of(name: str) -> str:
    """Return the short form of the notice who may see a paper."""
    return tr(f"wrap_up.gallery.mark.{DOCUMENTS[name].circle}")
