"""Changes who said the words that are edited in their row."""

from __future__ import annotations

from collections.abc import Callable

from ui.components.page import Page
from ui.components.people import hides_names, name_options
from ui.components.row_editor import RowEditor
from ui.widgets.check_line import CheckLine
from workshop_app.i18n import tr


class SaidBy:
    """The names under the words in ``editor``; none is marked if the room must not know it.

    ``chosen(participant_id)`` is called when one was chosen.
    """

    def __init__(
        self, page: Page, editor: RowEditor, chosen: Callable[[object | None], object]
    ) -> None:
        self._page = page
        self._editor = editor
        self._chosen = chosen
        self.line: CheckLine | None = None
        """The names, while they are shown."""
        editor.ended.connect(lambda: self._forget(self.line))

    def show(self, label: str, who: object | None) -> bool:
        """Show the names; ``who`` is the one so far. Returns False if they are shown already."""
        state = self._page.session.state
        if state is None or self.line is not None:
            return False
        names = CheckLine(label, nobody=tr("widgets.chips.nobody"))
        names.set_options(name_options(state), who)
        if hides_names(state, private=self._page.private):
            names.set_checked(())
        names.chosen.connect(self._chosen)
        names.destroyed.connect(lambda: self._forget(names))
        self.line = names
        self._editor.show_below(names)
        return True

    def _forget(self, names: CheckLine | None) -> None:
        if self.line is names:
            self.line = None
