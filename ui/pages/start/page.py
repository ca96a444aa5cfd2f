"""The start page: today's workshop, a new one, the sample; in private mode all records too."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from ui.components.page import FootContent, Page
from ui.components.page_memory import memory
from ui.pages.start.projected_layout import PlainDesk
from ui.pages.start.screen_check import ScreenCheck
from ui.pages.start.unfinished import none_waiting, waiting
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.discard import discard
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.domain.audience_view_builder import Front
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.queries import todays_workshop

if TYPE_CHECKING:
    from ui.pages.start.private_layout import PrivateDesk


class StartPage(Page):
    """Where the program opens, and where the house in the bar leads."""

    NAME: ClassVar[str] = "start"

    def build(self) -> None:
        self._waiting: WorkshopState | None = None
        self._check = ScreenCheck()
        self._check.closed.connect(self.handle_escape)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._check)
        self._lay_desk()
        checking = not self.private and memory(self).pop("checking", False)
        self._layers.setCurrentWidget(self._check if checking else self.desk)
        self._make_foot()
        theme().changed.connect(self._follow_size)

    def refresh(self, state: WorkshopState | None) -> None:
        today = date.today()
        self._waiting = state or todays_workshop(self.session.store, today.isoformat())
        words = waiting(self._waiting, today) if self._waiting else none_waiting(today)
        self.desk.today.show_waiting(words)
        self.desk.refresh()

    def foot(self) -> FootContent:
        icon, words = self._calm_words()
        self._calm_icon.set_icon(icon)
        self._calm_text.setText(words)
        if not isinstance(self.desk, PlainDesk):
            return FootContent([self._calm], self.desk.foot_buttons())
        if self.api.in_sample:
            return FootContent([self._calm])
        return FootContent(left=[self._calm], right=[self._others])

    def focus_start(self) -> None:
        if self._layers.currentWidget() is self._check:
            self._check.setFocus()
        else:
            self.desk.focus_start()

    def front(self) -> Front:
        return Front()

    def handle_escape(self) -> bool:
        if self._layers.currentWidget() is not self._check:
            return self.desk.handle_escape()
        self._layers.setCurrentWidget(self.desk)
        self.focus_start()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.desk.today.start_button.click()  # nothing in particular has the keyboard
        else:
            super().keyPressEvent(event)

    def _lay_desk(self) -> None:
        """Build what stands on the page for the size that the window has."""
        self._built_for = _size_class()
        self.desk: PrivateDesk | PlainDesk = self._make_desk()
        self.desk.today.started.connect(self._start)
        self.desk.check_asked.connect(self._check_screen)
        self.desk.sample_asked.connect(self._try_or_leave_sample)
        self._layers.insertWidget(0, self.desk)

    def _make_desk(self) -> PrivateDesk | PlainDesk:
        if not self.private:
            return PlainDesk(self.api)
        from ui.pages.start.private_layout import PrivateDesk  # not on the start path

        return PrivateDesk(self.api)

    def _follow_size(self) -> None:
        """Lay the page out anew for a window that became narrow, low, or large again."""
        if not self.isVisible() or _size_class() == self._built_for:
            return
        old, checking = self.desk, self._layers.currentWidget() is self._check
        self._lay_desk()
        self.desk.take_over(old)
        self._layers.removeWidget(old)
        discard(old)
        self.refresh(self.session.state)
        self._layers.setCurrentWidget(self._check if checking else self.desk)
        self.api.update_foot()
        self.focus_start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_size()

    def _make_foot(self) -> None:
        self._calm, self._calm_icon = QWidget(self), IconLabel("no-network")
        self._calm_text = Text("body-quiet", "", wrap=False)
        row = QHBoxLayout(self._calm)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._calm_icon)
        row.addWidget(self._calm_text)
        self._others = ActionButton(
            tr("start.others_private"), "lock", "Ctrl+Shift+P", "note", parent=self, keyless=True
        )
        self._others.clicked.connect(lambda: self.api.set_private(True))
        for part in (self._calm, self._others):
            part.hide()

    def _calm_words(self) -> tuple[str, str]:
        """What the foot says: about the sample, a new store, or that nothing leaves."""
        if self.api.in_sample:
            return "play", tr("start.sample.foot")
        if self.session.store.created and self.session.saved_at is None:
            shown = "start.first_start_private" if self.private else "start.first_start"
            return "folder", tr(shown)
        return "no-network", tr("start.offline")

    def _start(self) -> None:
        if self._waiting is None:
            self.api.new_workshop()
        else:
            self.api.open_workshop(self._waiting.workshop.id)

    def _try_or_leave_sample(self) -> None:
        if self.api.in_sample:
            self.api.leave_sample()
        else:
            self.api.open_sample()

    def _check_screen(self) -> None:
        """Show the room its sizes, which only projected mode has."""
        if self.private:
            memory(self)["checking"] = True
            self.api.set_private(False)
            return
        self._layers.setCurrentWidget(self._check)
        self._check.setFocus()


def _size_class() -> tuple[bool, bool, bool]:
    """What the layout of the page depends on; all else follows the theme by itself."""
    metrics = theme().metrics
    return metrics.compact, metrics.low, metrics.tight
