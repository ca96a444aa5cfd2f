"""What every page is: one step or one place of the window, built when it is first shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.action_button import ActionButton
from workshop_app.domain.changes import Changes
from workshop_app.domain.state import WorkshopState
from workshop_app.services.command import Command
from workshop_app.services.session import Session


class Context(Protocol):
    """What a page may ask of the window around it."""

    session: Session
    theme: Theme
    messages: object

    def go(self, page_name: str) -> None:
        """Show another page by its registered name."""

    def execute(self, command: Command) -> bool:
        """Do a command; when it is refused, say why in one sentence and return False."""

    def toast(self, sentence: str, *, undo: bool = False) -> None:
        """Say in one sentence what was done; with ``undo`` it carries the undo key."""

    def set_private(self, private: bool) -> None:
        """Change between projected and private mode; pages are rebuilt."""

    def rebuild(self) -> None:
        """Build the page in front again, with what was typed kept."""

    def update_foot(self) -> None:
        """Ask the page in front for its foot bar again."""


@dataclass(frozen=True)
class FootContent:
    """What a page puts into the foot bar: ways out left, details right, one primary button."""

    left: list[QWidget] = field(default_factory=list)
    right: list[QWidget] = field(default_factory=list)
    primary: ActionButton | None = None


class Page(QWidget):
    """Base of all pages.

    Subclasses set the class attributes, create their widgets in ``build`` and show the
    workshop in ``refresh``. Private fields are created only when ``self.private`` is true:
    a change of mode throws the page away and builds another one.
    """

    NAME: ClassVar[str] = ""
    STEP: ClassVar[int | None] = None
    ICON: ClassVar[str] = "circle"

    def __init__(self, context: Context, private: bool = False) -> None:
        super().__init__()
        self.context = context
        self.private = private
        self.stale = Changes.ALL
        self.setProperty("role", "canvas")
        self.build()

    @property
    def session(self) -> Session:
        """The session of the open workshop."""
        return self.context.session

    def build(self) -> None:
        """Create the widgets, once."""

    def refresh(self, state: WorkshopState | None) -> None:
        """Show ``state``; called when the page comes to the front and after each change."""

    def retranslate(self) -> None:
        """Show the words of another language; by default the page is built again."""
        self.context.rebuild()

    def foot(self) -> FootContent:
        """The content of the foot bar; the same widgets may be returned every time."""
        return FootContent()

    def focus_start(self) -> None:
        """Put the cursor where work begins; by default on the first widget that takes it."""
        self.focusNextChild()

    def handle_escape(self) -> bool:
        """Leave an inner state such as an open detail; True when there was one."""
        return False

    def mark_stale(self, changes: Changes) -> None:
        """Remember that something changed while the page was hidden."""
        self.stale |= changes

    def settle(self) -> None:
        """Keep what is being typed: called before the page is left, hidden or rebuilt."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
