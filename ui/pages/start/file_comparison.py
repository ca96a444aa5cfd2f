"""A workshop file beside the same workshop in the records, for a person to decide."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible

from ui.actions.binding import bind_button
from ui.actions.offered import BACK, PRIMARY, Offers, back, left, primary
from ui.components.differences import Differences
from ui.components.foot_buttons import Offering
from ui.components.page_column import PageColumn
from ui.components.window_api import WindowApi
from ui.theme.theme import theme
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.import_workshop import ImportWorkshop, beside
from workshop_app.services.commands.take_problems import TakeProblems
from workshop_app.services.workshop_comparison import compare, returning, workshop_here
from workshop_app.services.workshop_file import has_private


class FileComparison(Offering):
    """Shows how a file differs, or asks whether what was deleted may return from it.

    ``closed`` leads back to the records, to the workshop with this id if there is one.
    """

    HAS_FOOT = True
    SPOKEN_ROLE = QAccessible.Role.Pane

    closed = Signal(str)

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        self._here = ""
        self._return: Callable[[], object] | None = None
        """What is done once a person agrees that something deleted returns."""
        self._question = Text("section")
        self.differences = Differences(tr("compared.title"), tr("compared.lead"))
        self.differences.changed.connect(api.update_foot)
        top = theme().metrics.top
        PageColumn(self, self._question, (self.differences, 1), above=top, below=10).addStretch(0)
        bind_button(self, BACK, self.leave, listens=False)
        bind_button(self, "start.copy", self._copy)
        bind_button(self, PRIMARY, self._do)

    def offer(self, file: WorkshopState) -> None:
        """Import a workshop that is new; show how one that is here differs."""
        self._file = file
        self._here = workshop_here(self._api.session, file)
        self._ask(None)
        if self._here:
            found = compare(self._api.session.state_of(self._here), file, texts())
            private = "private" if has_private(file) else "no_private"
            self.differences.show_differences(found, (tr(f"compared.{private}"),))
        else:
            self._after_asking(partial(self._import, file))

    def offered(self) -> Offers:
        if self._return is not None:
            return {BACK: back(), PRIMARY: primary(tr("compared.return"))}
        n = len(self.differences.ticked())
        take = primary(tr("compared.take", n=n))._replace(enabled=bool(n))
        return {BACK: back(), "start.copy": left(), PRIMARY: take}

    def focus_start(self) -> None:
        """Give the keyboard focus to the rows, or to the question."""
        (self if self._return is not None else self.differences.rows).setFocus()

    def leave(self) -> None:
        """Leave the question, or the comparison; nothing was changed."""
        if self._return is not None and self._here:
            self._ask(None)
        else:
            self.closed.emit("")

    def _ask(self, then: Callable[[], object] | None, names: str = "") -> None:
        self._return = then
        self._question.setText(tr("compared.returning", names=names))
        self.setAccessibleName(self._question.text() if then else tr("compared.title"))
        self._question.setVisible(then is not None)
        self.differences.setVisible(then is None)
        self._api.update_foot()
        self.focus_start()

    def _after_asking(
        self, then: Callable[[], object], problem_ids: tuple[str, ...] | None = None
    ) -> None:
        """Do something, after a question if it would return what was deleted."""
        deleted = returning(self._api.session, self._file, self._here, texts(), problem_ids)
        if deleted:
            self._ask(then, deleted)
        else:
            then()

    def _do(self) -> None:
        if self._return is not None:
            self._return()
        else:
            ticked = self.differences.ticked()
            self._after_asking(partial(self._take, ticked), ticked)

    def _copy(self) -> None:
        title = tr("compared.copy_title", title=self._file.workshop.title)
        self._after_asking(partial(self._import, beside(self._file, title)))

    def _import(self, state: WorkshopState) -> None:
        done = self._api.execute(ImportWorkshop(state))
        self.closed.emit(str(done.result) if done is not None else "")
        if done is not None:
            said = "done_private" if has_private(state) else "done"
            self._api.toast(tr(f"start.take.{said}", title=state.workshop.title))

    def _take(self, ticked: tuple[str, ...]) -> None:
        if self._api.session.workshop_id != self._here:
            self._api.session.open(self._here)
        done = self._api.execute(TakeProblems(self._file, ticked))
        self.closed.emit(self._here)
        if done is not None:
            self._api.open_workshop(self._here)
            self._api.toast(tr("compared.taken", n=len(ticked)), undo=True)
