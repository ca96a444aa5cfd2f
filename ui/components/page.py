"""The base of all pages, and the window as pages see it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAccessible, QContextMenuEvent, QFocusEvent
from PySide6.QtWidgets import QWidget

from ui.components.search_start import SearchStart, keep_search_start
from ui.theme.qt_palette import set_ground
from ui.theme.theme import UiTheme
from ui.widgets.action_button import ActionButton
from ui.widgets.labelled_field import LabelledField
from ui.widgets.plain_field import PlainField
from workshop_app.domain.audience_view_builder import AudienceFocus
from workshop_app.domain.changes import Changes
from workshop_app.domain.errors import UserError
from workshop_app.domain.sample import Sample
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.services.command import Command
from workshop_app.services.commands.workshops import SwitchList
from workshop_app.services.copies import Occasion
from workshop_app.services.session import Session
from workshop_app.settings import Settings

if TYPE_CHECKING:
    from workshop_app.services.answers import Answers


@dataclass(frozen=True)
class Done:
    """A command was done; ``result`` is what it returned, such as a new id."""

    result: object = None


class Backups(Protocol):
    """What makes copies of the records, as pages may use it."""

    changed: SignalInstance
    second_there: bool | None

    @property
    def busy(self) -> bool:
        """Whether a copy is being made."""
        ...

    def begin(self, occasion: Occasion) -> None:
        """Begin with a copy."""

    def carry_again(self) -> None:
        """Look for the second folder at once."""


class WindowApi(Protocol):
    """The window as its pages, components and parts may use it."""

    session: Session
    theme: UiTheme
    messages: object
    private: bool

    @property
    def page_name(self) -> str:
        """The registered name of the page in front."""
        ...

    def go(self, page_name: str) -> None:
        """Show another page by its registered name."""

    def go_to(self, page_name: str, place: str) -> None:
        """Show another page, and a place in it by name (``Page.show_place``)."""

    def open_files(self, paths: object) -> None:
        """Give files to the page in front, as when they are dropped onto the window."""

    def start_time(self) -> None:
        """Start to measure the time of the step in front, if it has one."""

    def execute(self, command: Command) -> Done | None:
        """Do a command; when it is refused, say why in one sentence and return None."""

    def refuse(self, error: UserError) -> None:
        """Say in one sentence why something was refused."""

    def toast(self, sentence: str, *, undo: bool = False) -> None:
        """Say in one sentence what was done; with ``undo`` it carries the undo key."""

    def say_error(self, sentence: str) -> None:
        """Say under the top bar what went wrong, until the next action succeeds."""

    def set_private(self, private: bool) -> None:
        """Change between projected and private mode; pages are rebuilt."""

    def request_private(self) -> None:
        """Enter private mode as a user does: where the audience sees this window, ask first."""

    def black_before(self, words: str, key: str, do: Callable[[], object]) -> None:
        """Make the window black; ``do`` follows when ``key`` or ``words`` at its foot are pressed.

        Where the audience has a display of its own, it follows at once. The window stays black
        until the user uncovers it.
        """

    def say_on_black(self, sentence: str) -> None:
        """Say on the black window why nothing followed; does nothing where it is not black."""

    def set_text_size(self, percent: int) -> None:
        """Show small texts larger, from 100 to 200 %, now and at the next start."""

    def save_setting(self, **changes: object) -> bool:
        """Change settings by name and write them to their file; return whether that was done.

        When the file cannot be written, an error says so, and the changes last until the
        program ends. Raises AttributeError for a name that is no setting.
        """
        ...

    def rebuild(self) -> None:
        """Build the pages again, with what was typed kept."""

    def update_foot(self) -> None:
        """Ask the page in front for its foot bar again."""

    def undo(self) -> None:
        """Take the last step back, go to where it was, and say what it was."""

    @property
    def answers(self) -> Answers:
        """The catalogue's answers, read when first asked for."""
        ...

    @property
    def settings(self) -> Settings:
        """What the facilitator has set for all workshops."""
        ...

    @property
    def backups(self) -> Backups:
        """What makes copies of the own records."""
        ...

    @property
    def in_sample(self) -> bool:
        """Whether the sample is open instead of the own records."""
        ...

    @property
    def came_from(self) -> str:
        """The page to which ``go_back`` leads."""
        ...

    def go_back(self) -> None:
        """Go back to where the place in front was opened."""

    def open_workshop(self, workshop_id: str) -> None:
        """Open a workshop at the first step that still lacks something."""

    def open_beside(self, workshop_id: str, place: str, there: str) -> None:
        """Open a workshop at a place beside the steps, and something in it by name.

        ``go_back`` leads back to the page in front, with the workshop open that is open there.
        """

    def new_workshop(self) -> None:
        """Make a workshop for today and go to its preparation."""

    def open_sample(self, which: Sample = Sample.FIRST_VISIT) -> None:
        """Open a sample, apart from the own records."""

    def rehearse(self) -> None:
        """Open the sample with short hints at what to do in each step."""

    def leave_sample(self) -> None:
        """Go back to the own records; what was tried in the sample is thrown away."""


def show_problems(api: WindowApi, *, later: bool) -> bool:
    """Show the audience the problems, or until ``later`` only how many there are.

    Returns False when it was so before.
    """
    state = api.session.state
    if state is None or state.workshop.shown_later == later:
        return False
    if api.execute(SwitchList(state.workshop.id, "shown_later", later)) is not None:
        api.rebuild()
    return True


@dataclass(frozen=True)
class FootContent:
    """What a page puts into the foot bar: ways out left, details right, one primary button."""

    left: Sequence[QWidget] = ()
    right: Sequence[QWidget] = ()
    primary: ActionButton | None = None

    def widgets(self) -> tuple[QWidget, ...]:
        """All of it, from left to right."""
        primary = () if self.primary is None else (self.primary,)
        return (*self.left, *self.right, *primary)


class Page(QWidget):
    """Base of all pages: one step, or one place beside the steps.

    Subclasses set the class attributes, create their widgets in ``build`` and show the
    workshop in ``refresh``. Private fields are created only when ``self.private`` is true:
    a change of mode or of language discards the page and builds another one.
    """

    audience_focus_changed = Signal()
    """What ``audience_focus`` returns changed, other than by a command or by showing the page."""

    row_menu_requested = Signal(QWidget, QPoint)
    """A row was clicked with the right button: its list, and the point on the screen."""

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Pane
    FOCUS_AREA: ClassVar[str] = "inside"

    NAME: ClassVar[str] = ""

    ONE_PROBLEM: ClassVar[bool] = False
    """Whether a single problem fills the page: messages about it go with it."""

    def __init__(self, api: WindowApi, private: bool = False) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.api = api
        self.private = private
        self.stale = Changes.ALL
        self.focused_by_mouse = False
        """Whether it has the keyboard because somebody clicked on an empty place."""
        set_ground(self, "canvas")
        self.build()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.focused_by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    @property
    def step(self) -> Step | None:
        """The step that the page belongs to; None beside the steps."""
        return Step(self.NAME) if self.NAME in set(Step) else None

    @property
    def session(self) -> Session:
        """The session of the open workshop."""
        return self.api.session

    def build(self) -> None:
        """Create the widgets, once."""

    def refresh(self, state: WorkshopState | None) -> None:
        """Show ``state``; called when the page comes to the front and after each change."""

    def show_record(self, record_id: str) -> None:
        """Select a record, such as the one that undo changed; may do nothing."""

    def show_place(self, name: str) -> None:
        """Show a place inside the page, such as a section; may do nothing."""

    def foot(self) -> FootContent:
        """The content of the foot bar; the same widgets may be returned every time."""
        return FootContent()

    def focus_start(self) -> None:
        """Put the cursor where work begins; by default on the first widget that takes it."""
        self.focusNextChild()

    def audience_focus(self) -> AudienceFocus | None:
        """What the audience's display is to show.

        None: the step as it begins, or beside the steps no change. Whenever the result changes
        without a command, the page emits ``audience_focus_changed``.
        """
        return None

    def reveal(self) -> bool:
        """Show the audience what is held back from it; False when there is nothing to show."""
        return self.step is not None and show_problems(self.api, later=False)

    def search_start(self) -> SearchStart | None:
        """What a search in the catalogue begins with; None keeps the previous one."""
        front = self.audience_focus()
        return SearchStart(front.record_id) if front is not None else None

    def actions_for_row(self, source: QWidget) -> Sequence[str]:
        """Return the ids of the bound actions for the current row of ``source``, in order.

        The menu of a row is made of them: they are asked for with each widget under the pointer, or
        with the keyboard, from the innermost on, until there are some. By default they are the
        ``row_actions`` of the list. Of an action with numbers those are listed that have a text.
        Rows that are widgets make themselves current in ``contextMenuEvent`` and ignore the event,
        as ``PagedView`` does.
        """
        return getattr(source, "row_actions", ())

    def reason_against(self, action_id: str) -> str:
        """Return why an action cannot be done now, as menus say it; empty if that is not known."""
        return ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()  # the menu key is a declared action, see PresenterWindow
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            source = self.row_source(self.childAt(self.mapFromGlobal(event.globalPos())))
            if source is not None:
                self.row_menu_requested.emit(source, event.globalPos())

    def row_source(self, inner: QWidget | None) -> QWidget | None:
        """Return the list with actions for its rows that a widget belongs to, or None."""
        while inner is not None and inner is not self:
            if self.actions_for_row(inner):
                return inner
            inner = inner.parentWidget()
        return None

    def handle_escape(self) -> bool:
        """Leave an inner state such as an open detail; True when there was one."""
        return False

    def mark_stale(self, changes: Changes) -> None:
        """Remember that something changed while the page was hidden."""
        self.stale |= changes

    def open_files(self, paths: object) -> bool:
        """Take a list of paths that was dropped onto the page.

        False leaves them to List, which reads a list of problems.
        """
        return False

    def commit_pending(self) -> None:
        """Commit what is being typed: called before the page is left, hidden or rebuilt."""
        for typed in self.findChildren(PlainField):
            typed.settle()
        for record in self.findChildren(LabelledField):
            record.flush()
        keep_search_start(self.api, self.search_start() if self.isVisible() else None)
