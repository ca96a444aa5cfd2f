"""A user at the keyboard who checks the window after each input."""

from collections.abc import Callable
from pathlib import Path

from tests.helpers.screen import PATIENCE, Operator, until
from tests.helpers.watched import Look, looks
from workshop_app.i18n import Texts


class Sighted:
    """Presses keys and waits for their effect.

    In each state that is waited for, the keyboard focus must be visible.
    """

    def __init__(self, operator: Operator, language: str, watched: Path) -> None:
        self.at = operator
        self.press = operator.press
        self.write = operator.write
        self.words = Texts(language)
        self._watched = watched

    def until(self, what: str, found: Callable[[Look], bool], patience: float = PATIENCE) -> Look:
        """Wait until a look at the window finds something."""

        def seen() -> Look | None:
            look = looks(self._watched)
            return look if found(look) and not look.lost else None

        try:
            return until(what, seen, patience)
        except AssertionError as error:
            look = looks(self._watched)
            told = f"{look.page}, keyboard at {look.focus!r} {look.lost}, {look.states}"
            raise AssertionError(f"{error}; last seen: {told}\n{look.seen}") from error

    def sees(self, words_of: str, focus: str = "", **values: object) -> None:
        """Wait until texts of the program are visible, with the focus in a field, if given."""
        words = self.words(words_of, **values)
        self.until(f"{words!r}", lambda look: look.sees(words) and focus in look.focus)

    def keyboard_in(self, key: str, **values: object) -> None:
        """Wait until a widget of this name has the focus."""
        name = self.words(key, **values)
        self.until(f"the keyboard in {name!r}", lambda look: look.focus.startswith(name))

    def state(self, *states: str) -> None:
        """Wait until the window is in exactly these states."""
        self.until(f"the window to be {states or 'as usual'}", lambda look: look.states == states)

    def tab_to(self, key: str, *, back: bool = False) -> None:
        """Press Tab until a field of this name has the focus, failing after a full cycle."""
        name = self.words(key)
        been = []
        while not (look := looks(self._watched)).focus.startswith(name):
            assert look.focus not in been, f"Tab goes round without {name}: {been}"
            been.append(look.focus)
            self.press("shift+Tab" if back else "Tab")
            self.until("another field", lambda look, last=been[-1]: look.focus != last)
