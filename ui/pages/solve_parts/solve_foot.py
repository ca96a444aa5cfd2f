"""The foot bar while the room searches: ways out, paging, details, and going on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.pages.base import FootContent
from ui.widgets.action_button import ActionButton
from ui.widgets.text import Text
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr


class SolveFoot(QObject):
    """Makes the buttons once; ``pressed(name)`` tells which one was pressed."""

    pressed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lead = Text("body-quiet", tr("solve.foot.nothing_fits"), wrap=False)
        self._ways = [
            self._button("card", "card", "Alt+C", "card"),
            self._button("request", "plane", "Alt+Q", "request"),
            self._button("answer", "pen", "Alt+A", "secondary"),
            self._button("not_ours", "circle-slash", "Alt+N", "secondary"),
            self._button("notes", "note", "Alt+T", "secondary"),
        ]
        self._before = self._button("before", None, "PgUp", "quiet")
        self._more = self._button("more", None, "PgDown", "quiet")
        self._details = self._button("details", None, "Alt+D", "quiet")
        self._right = QWidget()  # the bar shows what it is given; in here buttons may be hidden
        row = QHBoxLayout(self._right)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for button in (self._before, self._more, self._details):
            row.addWidget(button)
        self._primary = self._button("decide_problem", None, "Ctrl+Enter", "primary", "go_on")

    def content(self) -> FootContent:
        """All of it; always the same widgets."""
        return FootContent(
            left=[self._lead, *self._ways],
            right=[self._right],
            primary=self._primary,
        )

    def show_paging(self, before: int, after: int) -> None:
        """Say how many answers stand on other pages."""
        self._before.setVisible(before > 0)
        self._before.setText(tr("solve.foot.before", n=before))
        self._more.setVisible(after > 0)
        self._more.setText(tr("solve.foot.more", n=after))

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
        text = tr(f"solve.foot.{words}", n=0)
        button = ActionButton(text, icon, key, kind)
        button.clicked.connect(lambda: self.pressed.emit(name or words))
        return button
