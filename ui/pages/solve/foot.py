"""The foot bar while the room searches: ways out, paging, details, and going on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.components.page import FootContent
from ui.widgets.action_button import ActionButton
from ui.widgets.paging_buttons import PagingButtons
from ui.widgets.text import Text
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr


class SolveFoot(QObject):
    """Makes the buttons once.

    ``pressed(name)`` tells which one was pressed, ``turned(by)`` that a page is to be turned.
    """

    pressed = Signal(str)
    turned = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lead = Text("body-quiet", tr("solve.foot.nothing_fits"), wrap=False)
        self._ways = [
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
        """All of it; always the same widgets."""
        return FootContent(
            left=[self._lead, *self._ways],
            right=[self._paging],
            primary=self._primary,
        )

    def show_paging(self, before: int, after: int) -> None:
        """Say how many answers stand on other pages."""
        self._paging.show_counts(before, after)

    def show_details(self, possible: bool) -> None:
        """Offer details while a catalogue answer is open."""
        self._details.setVisible(possible)

    def show_notes(self, kept: bool) -> None:
        """Say whether there are notes."""
        self._ways[-1].setText(tr("solve.foot.notes_kept" if kept else "solve.foot.notes"))

    def show_next(self, decided: bool, another: bool) -> None:
        """Say what the primary button does: to another problem, or to the next step."""
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
