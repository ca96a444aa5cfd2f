"""The base class of all pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QContextMenuEvent, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.actions.binding import bind_button
from ui.actions.offered import BACK, PRIMARY, Offered
from ui.components.foot_buttons import FootButtons, FootContent, Offering
from ui.components.search_start import SearchStart, keep_search_start
from ui.components.window_api import Beside, WindowApi
from ui.forms.unsent import Slot
from ui.rows.scroll_bar import span_words
from ui.rows.view import RowsView
from ui.theme.qt_palette import set_background
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.labelled_field import LabelledField
from ui.widgets.plain_field import PlainField
from ui.widgets.text import Text
from workshop_app.domain.audience_focus import AudienceFocus
from workshop_app.domain.changes import Changes
from workshop_app.domain.ids import record_id_in
from workshop_app.domain.steps import Step
from workshop_app.services.session import Session


def show_problems(api: WindowApi, *, later: bool) -> bool:
    """Show the audience the problems, or with ``later`` only their number.

    Returns False if nothing changed.
    """
    state = api.session.state
    if state is None or state.workshop.shown_later == later:
        return False
    from workshop_app.services.commands.workshops import SwitchList  # not on the start path

    if api.execute(SwitchList(state.workshop.id, "shown_later", later)) is not None:
        api.rebuild()
    return True


class Page(Offering):
    """Base class of all pages: one step, or one place outside the steps.

    Subclasses set the class attributes, create their widgets in ``build`` and show the workshop in
    ``refresh``. Private fields are created only if ``self.private`` is true: a change of mode or of
    language discards the page and builds another one.
    """

    audience_focus_changed = Signal()
    """Emitted when ``audience_focus`` changes, other than by a command or by showing the page."""

    row_menu_requested = Signal(QWidget, QPoint)
    """A row was clicked with the right button: its list, and the global position."""

    part_built = Signal(QWidget)
    """A part was built after the page was first shown; text that was typed in it belongs there."""

    SPOKEN_ROLE = QAccessible.Role.Pane
    FOCUS_AREA: ClassVar[str] = "inside"

    NAME: ClassVar[str] = ""

    ONE_PROBLEM: ClassVar[bool] = False
    """Whether a single problem fills the page; messages about it disappear with it."""

    GOES_BACK: ClassVar[bool] = False
    """Whether Esc leads back to where it was opened, as on a page outside the steps."""

    beside: Beside | None = None
    """The side panel, where it has one."""

    def __init__(self, api: WindowApi, private: bool = False) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.api = api
        self.private = private
        self.stale = Changes.ALL
        self._foot_buttons = FootButtons(self)
        self.back_action = bind_button(self, BACK, self.leave, listens=False)
        self.primary_action = bind_button(self, PRIMARY, self.do_primary)
        self.focused_by_mouse = False
        """Whether it has the keyboard because somebody clicked beside all controls."""
        self._range = Text("hint", wrap=False, parent=self)
        self._range.hide()
        self._range_layout = DeferredLayout(self, self._show_range)
        self._lists: list[RowsView] = []
        set_background(self, "surface")
        self.build()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.focused_by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.focused_by_mouse = True  # also if it has the keyboard already
        super().mousePressEvent(event)

    @property
    def step(self) -> Step | None:
        """The step that the page belongs to; None outside the steps."""
        return Step(self.NAME) if self.NAME in set(Step) else None

    @property
    def session(self) -> Session:
        """The session of the open workshop."""
        return self.api.session

    def build_rest(self) -> None:
        """Build all parts that have not been built yet."""

    def build(self) -> None:
        """Create the widgets, once."""

    def refresh(self) -> None:
        """Show what is recorded; called when it comes to the front and after each change."""

    def refresh_selecting(self, select: str) -> None:
        """Refresh after a command of the page, which ``select``s a record or ``ADDED``.

        By default nothing else is selected than after any other change.
        """
        self.refresh()

    def show_record(self, record_id: str) -> None:
        """Select a record, such as the one that undo changed; may do nothing."""

    def go_to_record(self, record_id: str) -> None:
        """Select a record that was searched for, with the keyboard where it has one."""
        self.show_record(record_id)

    def show_location(self, name: str) -> None:
        """Show a named location of the page, such as a section; may do nothing."""

    def switch(self) -> bool:
        """Show the page's other view; return False if it has none.

        The action that leads to the page does this while the page is shown.
        """
        return False

    def show_unsent(self, slot: Slot) -> None:
        """Select the record of unsaved content, and open its editor if that can be closed."""
        if slot.record:
            self.show_record(record_id_in(slot.record))
        self.show_location(slot.name)

    def parts(self) -> Sequence[Offering]:
        """Return the parts that offer actions at present: the page, a section, an open panel.

        If what they offer changes other than by a command or by showing the page, the page calls
        ``WindowApi.update_foot``.
        """
        return (self,)

    def foot(self) -> FootContent:
        """Show what the parts offer in their actions, and return the content of the foot bar."""
        content = self._foot_buttons.content([(one, one.offered()) for one in self.parts()])
        words = self.range_words()
        self._range.setText(words)
        return content._replace(right=(*content.right, self._range)) if words else content

    def range_words(self) -> str:
        """Return which rows of its largest list are visible, such as "1–6 / 9"; empty if all."""
        self._lists = [one for one in self._lists if isValid(one)]
        seen = (one for one in self._lists if one.isVisible())
        view = max(seen, key=lambda one: one.width() * one.height(), default=None)
        if view is None or not view.rows_before() + view.rows_after():
            return ""
        return span_words(*view.span())

    def show_range(self, view: RowsView) -> None:
        """Show the range again; called whenever a list shows other rows."""
        if view not in self._lists:
            self._lists.append(view)
        self._range_layout.invalidate()

    def _show_range(self) -> None:
        if not self.isVisible():
            return
        words = self.range_words()
        if bool(words) != bool(self._range.text()):
            self.api.update_foot()
        self._range.setText(words)

    def _update_foot(self) -> None:
        """Show what is offered now, if the page is visible."""
        if self.isVisible():
            self.api.update_foot()

    def focus_start(self) -> None:
        """Set the initial focus; by default to the first focusable widget."""
        self.focusNextChild()

    def show_front(self) -> None:
        """Show what is offered now, and set the focus: something else of the page is in front."""
        self.api.update_foot()
        self.focus_start()

    def audience_focus(self) -> AudienceFocus | None:
        """Return what the audience display is to show.

        None means the start of the step or, outside the steps, no change. If the result changes
        without a command, the page emits ``audience_focus_changed``.
        """
        return None

    def reveal(self) -> bool:
        """Show the audience what is hidden from it; return False if there is nothing to show."""
        return self.step is not None and show_problems(self.api, later=False)

    def search_start(self) -> SearchStart | None:
        """Return the initial words of a search in the catalogue; None keeps the previous ones."""
        front = self.audience_focus()
        return SearchStart(front.record_id) if front is not None else None

    def actions_for_row(self, source: QWidget) -> Sequence[str]:
        """Return the ids of the bound actions for the current row of ``source``, in order.

        They are the context menu of a row: the ``row_actions`` of the list, unless what is offered
        says otherwise. The method is called with each widget under the pointer, or with the focus
        widget, from the innermost outwards, until it returns actions. Of a numbered action, those
        with a text are listed. Rows that are widgets select themselves in ``contextMenuEvent`` and
        ignore the event, as ``RowsView`` does.
        """
        named = getattr(source, "row_actions", ())
        if not named:
            return ()
        offered = [item for one in self.parts() for item in one.offered().items()]

        def is_of_row(action_id: str) -> bool:
            of_it = [one for key, one in offered if action_id in (key, key[0])]
            return not of_it or any(isinstance(one, Offered) and one.row for one in of_it)

        return tuple(filter(is_of_row, named))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()  # the menu key is a declared action, see PresenterWindow
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            source = self.row_source(self.childAt(self.mapFromGlobal(event.globalPos())))
            if source is not None:
                self.row_menu_requested.emit(source, event.globalPos())

    def row_source(self, inner: QWidget | None) -> QWidget | None:
        """Return the list with row actions that contains a widget, or None."""
        while inner is not None and inner is not self:
            if self.actions_for_row(inner):
                return inner
            inner = inner.parentWidget()
        return None

    def handle_escape(self) -> bool:
        """Leave an inner state such as an open detail, or go back; return False for neither."""
        if self.GOES_BACK:
            self.api.go_back()
        return self.GOES_BACK

    def leave(self) -> None:
        """Do what the button at the left of the foot bar says; by default the same as Esc."""
        self.handle_escape()

    def do_primary(self) -> None:
        """Do what the primary button says."""

    def show_part(self, widget: QWidget) -> None:
        """Show the part with a widget, to which the keyboard returns."""

    def mark_stale(self, changes: Changes) -> None:
        """Mark the page as outdated, since something changed while it was hidden."""
        self.stale |= changes

    def open_files(self, paths: Sequence[Path]) -> bool:
        """Handle files that were dropped onto the page.

        If it returns False, List imports them as a list of problems.
        """
        return False

    def name_lines(self) -> None:
        """Set the object names of entry lines that differ by the open workshop."""

    def commit_pending(self) -> None:
        """Commit text that is being typed; called before the page is left, hidden or rebuilt."""
        for typed in self.findChildren(PlainField):
            typed.commit_composed()
        for record in self.findChildren(LabelledField):
            record.flush()
        keep_search_start(self.api, self.search_start() if self.isVisible() else None)
