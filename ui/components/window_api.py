"""The interface of the window for its pages, components and parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from ui.forms.unsent import Unsent
from workshop_app.domain.errors import UserError
from workshop_app.domain.sample import Sample
from workshop_app.domain.steps import Step
from workshop_app.services.command import Command
from workshop_app.services.session import Session
from workshop_app.settings import Settings

if TYPE_CHECKING:
    from workshop_app.services.answers import Answers
    from workshop_app.services.copies import Occasion

ADDED = "added"
"""Instead of the id of a record: the one that the command adds."""


class Done(NamedTuple):
    """A command was executed; ``result`` is what it returned, such as a new id."""

    result: object = None


class Backups(Protocol):
    """Interface of the automatic copies for pages."""

    changed: SignalInstance
    second_there: bool | None

    def begin(self, occasion: Occasion) -> None:
        """Start a copy."""

    def copy_again(self) -> None:
        """Look for the second folder immediately."""


class Beside(Protocol):
    """What the window knows of a page's side panel."""

    @property
    def has_room(self) -> bool:
        """Whether it shows the controls of the audience display."""
        ...

    @property
    def has_note(self) -> bool:
        """Whether there is something to note at present, in private mode."""
        ...

    @property
    def folded(self) -> bool:
        """Whether the note is on a sheet that has to be opened."""
        ...

    def open(self) -> bool:
        """Focus the note, in a narrow window by opening the sheet; if it is open, close it."""
        ...

    def close(self) -> bool:
        """Close the sheet; return False if it is not open."""
        ...


class WindowApi(Protocol):
    """Interface of the window for its pages, components and parts."""

    session: Session
    private: bool
    unsent: Unsent

    @property
    def page_name(self) -> str:
        """The registered name of the current page."""
        ...

    @property
    def has_audience_display(self) -> bool:
        """Whether the audience has a display of its own."""
        ...

    def room_console(self) -> QWidget | None:
        """Return new controls of the audience display for a page, or None if there is none."""
        ...

    def go(self, page_name: str) -> None:
        """Show another page by its registered name."""

    def go_to(self, page_name: str, location: str) -> None:
        """Show another page, and a location within it by name (``Page.show_location``)."""

    def open_files(self, paths: Sequence[Path]) -> None:
        """Pass files to the current page, as when they are dropped onto the window."""

    @property
    def time_runs(self) -> bool:
        """Whether the timer is running; pages are refreshed when it is started."""
        ...

    def run_timer(self, run: bool) -> None:
        """Start the timer of the current step, if it has one, or pause it."""

    def time_step(self, step: Step | None) -> None:
        """Measure and show the time of a step from now on; None for no time."""

    def execute(self, command: Command, *, select: str = "", done: str = "") -> Done | None:
        """Execute a command; if it is refused, show the reason and return None.

        ``select`` is what the page then selects: the id of a record, or ``ADDED``. Its refresh gets
        it (``Page.refresh_selecting``). ``done`` is said afterwards, with a button that undoes it.
        """

    def refuse(self, error: UserError) -> None:
        """Show in one sentence why something was refused."""

    def unentered(self) -> tuple[str, ...]:
        """Return the names of the pages and editors where typed text waits to be entered."""
        ...

    def go_to_unentered(self) -> bool:
        """Go to a field with typed text that waits, to each in turn; return False without any."""
        ...

    def toast(self, sentence: str, *, undo: bool = False, done: bool = True) -> None:
        """Show in one sentence what was ``done``, or else why nothing was, without a tick.

        ``undo`` adds a button that undoes it.

        Such a message disappears with the next step.
        """

    def say_error(self, sentence: str) -> None:
        """Show an error under the top bar until the next action succeeds."""

    def set_private(self, private: bool) -> None:
        """Switch between projected and private mode; pages are rebuilt."""

    def request_private(self, then: Callable[[], object] | None = None) -> None:
        """Enter private mode like a user, with a confirmation if the audience sees this window.

        ``then`` is called there, unless the user leaves the question.
        """

    def open_note(self) -> None:
        """Go to the private note of the page, else to those on people; enters private mode."""

    def black_before(self, words: str, key: str, do: Callable[[], object]) -> None:
        """Make the window black; ``do`` is called when ``key`` or the button ``words`` is pressed.

        If the audience has a separate display, ``do`` is called immediately. The window stays black
        until the user uncovers it.
        """

    def say_on_black(self, sentence: str) -> bool:
        """Show a message on the black window; return False if it is not black."""
        ...

    def set_text_size(self, percent: int) -> None:
        """Scale small texts, from 100 to 200 %, now and at the next start."""

    def save_setting(self, **changes: object) -> bool:
        """Change settings by name and save them; return whether that succeeded.

        If the file cannot be written, an error is shown, and the changes last until the program
        ends. Raises AttributeError for an unknown setting.
        """
        ...

    def rebuild(self) -> None:
        """Rebuild the pages, keeping unsaved text."""

    def update_foot(self) -> None:
        """Show what the current page offers now, in its actions and in the foot bar.

        It is shown once after each refresh of the page; calls during the refresh do nothing.
        """

    def undo(self) -> None:
        """Undo the last step, go to where it was, and show what it was."""

    @property
    def answers(self) -> Answers:
        """The catalogue's answers, read on first use."""
        ...

    @property
    def settings(self) -> Settings:
        """The facilitator's settings for all workshops."""
        ...

    @property
    def backups(self) -> Backups:
        """The automatic copies of the own records."""
        ...

    @property
    def in_sample(self) -> bool:
        """Whether the sample is open instead of the own records."""
        ...

    @property
    def way_back(self) -> Sequence[str]:
        """The pages to which ``go_back`` leads, one after the other."""
        ...

    def go_back(self) -> None:
        """Go back to the page from which the current one was opened."""

    def open_workshop(self, workshop_id: str, *, unseen: bool = False) -> None:
        """Open a workshop at the step where it was worked on last.

        With ``unseen`` what the room sees becomes black first, until somebody shows it.
        """

    def open_beside(self, workshop_id: str, place: str, there: str) -> None:
        """Open a workshop at a place outside the steps, and optionally an item in it by name.

        ``go_back`` returns to the current page and reopens the current workshop.
        """

    def new_workshop(self) -> None:
        """Create a workshop for today and go to its preparation."""

    def open_sample(self, which: Sample = Sample.FIRST_VISIT) -> None:
        """Open a sample, in a separate store."""

    def rehearse(self) -> None:
        """Open the sample with short instructions for each step."""

    def leave_sample(self) -> None:
        """Return to the own records; changes to the sample are discarded."""
