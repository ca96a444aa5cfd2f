"""The foot bar of Solve while no panel is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.components.page import FootContent
from ui.widgets.action_button import ActionButton
from ui.widgets.paging_buttons import PagingButtons
from ui.widgets.text import Text
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr


class SolveFoot(QObject):
    """Outcomes and other panels at the left, paging and details at the right, and going on.

    Signals:
        pressed: A button was pressed; carries its name.
        turned: A page was turned; carries 1 or -1.
    """

    pressed = Signal(str)
    turned = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lead = Text("body-quiet", tr("solve.foot.nothing_fits"), wrap=False)
        self._buttons = [
            self._button("card", "card", "Alt+C", "card"),
            self._button("request", "plane", "Alt+Q", "request"),
            self._button("answer", "pen", "Alt+A", "secondary"),
            self._button("not_ours", "circle-slash", "Alt+N", "secondary"),
            self._button("trail", "route", "Alt+R", "secondary"),
            self._button("notes", "note", "Alt+T", "secondary"),
        ]
        self._details = self._button("details", None, "Alt+D", "quiet")
        self._paging = PagingButtons()
        self._paging.add(self._details)
        self._paging.turned.connect(self.turned)
        self._primary = self._button("decide_problem", None, "Ctrl+Enter", "primary", "go_on")

    def content(self) -> FootContent:
        """Return the content, always of the same widgets."""
        return FootContent(
            left=[self._lead, *self._buttons],
            right=[self._paging],
            primary=self._primary,
        )

    def show_paging(self, before: int, after: int) -> None:
        """Show how many answers are on the pages before and after."""
        self._paging.show_counts(before, after)

    def show_details(self, possible: bool) -> None:
        """Show or hide the button for details of an answer."""
        self._details.setVisible(possible)

    def show_notes(self, exist: bool) -> None:
        """Show whether there are notes of the discussion."""
        self._buttons[-1].setText(tr("solve.foot.notes_kept" if exist else "solve.foot.notes"))

    def show_next(self, decided: bool, another: bool) -> None:
        """Show where the primary button leads: to ``another`` problem, or to the next step."""
        which = "decide" if decided else "open"
        if another:
            words = tr(f"solve.foot.{which}_problem")
        else:
            step = tr(f"steps.name.{Step.APPRAISE}")
            words = tr(f"solve.foot.{which}_step", step=step)
        self._primary.setText(words)

    def _button(
        self, words: str, icon: str | None, key: str, kind: str, name: str = ""
    ) -> ActionButton:
        text = tr(f"solve.foot.{words}")
        button = ActionButton(text, icon, key, kind)
        button.clicked.connect(lambda: self.pressed.emit(name or words))
        return button
