"""Who said the words that are edited in their row, and who says the next ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind, bind_each
from ui.components.page import Page
from ui.components.people import hides_names, name_options
from ui.components.row_editor import RowEditor
from ui.widgets.action_button import ActionButton
from ui.widgets.check_line import CheckLine
from workshop_app.i18n import tr


class SaidBy:
    """Binds ``said_by``, ``speaker`` and ``nobody`` of a page, the keys of names, to ``on``.

    The keys choose in ``following``, the names for the next words, unless those of the words in the
    editor are shown. ``start`` edits the current row, ``said(record)`` returns the label of its
    names and who said it, and ``chosen(participant_id)`` is called when one of them was chosen.
    """

    def __init__(
        self,
        page: Page,
        on: QWidget,
        following: CheckLine,
        *,
        start: Callable[[], object],
        said: Callable[[str], tuple[str, object | None] | None],
        chosen: Callable[[object | None], object],
    ) -> None:
        self._page = page
        self._following = following
        self._start = start
        self._said = said
        self._chosen = chosen
        self._editor: RowEditor | None = None
        self._line: CheckLine | None = None
        """The names under the words that are edited, while they are shown."""
        self._change = bind(on, f"{page.NAME}.said_by", self.show)

        def choose(number: int) -> bool:
            return self._names.choose_number(number)

        def choose_nobody() -> None:
            self._names.choose_nobody()

        numbers = bind_each(on, f"{page.NAME}.speaker", choose)
        nobody = bind(on, f"{page.NAME}.nobody", choose_nobody)
        following.set_keys([one.key for one in numbers], nobody.key)

    def attach(self, editor: RowEditor) -> None:
        """Show the names in this editor, which has the widgets of ``beside``."""
        self._editor = editor
        editor.ended.connect(lambda: self._forget(self._line))

    def beside(self, _record: str) -> Sequence[QWidget]:
        """Return the button that shows the names."""
        state = self._page.session.state
        if state is None or state.workshop.anonymous:
            return ()
        return (ActionButton(kind="note", size="small", action=self._change),)

    def show(self) -> bool:
        """Show the names; none is marked if the room must not know it.

        Returns False if they cannot be shown, or are already.
        """
        state, editor = self._page.session.state, self._editor
        if state is None or editor is None or state.workshop.anonymous or self._line is not None:
            return False
        if not editor.record and not self._start():
            return False
        said = self._said(editor.record)
        if said is None:
            return False
        names = CheckLine(said[0], nobody=tr("widgets.chips.nobody"))
        names.set_options(name_options(state), said[1])
        if hides_names(state, private=self._page.private):
            names.set_checked(())
        names.chosen.connect(self._chosen)
        names.destroyed.connect(lambda: self._forget(names))
        self._line = names
        editor.show_below(names)
        return True

    @property
    def _names(self) -> CheckLine:
        return self._line or self._following

    def _forget(self, names: CheckLine | None) -> None:
        if self._line is names:
            self._line = None
