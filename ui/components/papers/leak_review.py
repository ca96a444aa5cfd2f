"""Private mode: what must not leave and was found in the papers, one after the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from exports.leak_finding import Held
from ui.widgets.action_button import ActionButton
from ui.widgets.long_text import LongText
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.i18n import tr


class LeakReview(Sheet):
    """Alt+M masks the term in hand in the files, Alt+R lets it leave; then comes the next one.

    ``decided(text, what)`` with ``masked`` or ``released``; `left` are those still to decide.
    """

    decided = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self.left: tuple[Held, ...] = ()
        self._count = Text("body-quiet", "")
        self._term = LongText("title", most_lines=2)
        self._kind = Text("body", "")
        self._place = Text("body-quiet", "")
        self._words = LongText("body", most_lines=3)
        self._mask = ActionButton(tr("leaving.mask"), None, "Alt+M")
        self._release = ActionButton(tr("leaving.release"), None, "Alt+R")
        self._mask.clicked.connect(lambda: self._decide("masked"))
        self._release.clicked.connect(lambda: self._decide("released"))
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for button in (self._mask, self._release):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        for part in (self._count, self._term, self._kind, self._words, self._place, self._buttons):
            self.content.addWidget(part)

    def show_held(self, held: tuple[Held, ...], decided: frozenset[str]) -> None:
        """Show the first of `held` that nothing was decided about."""
        self.left = tuple(each for each in held if not each.weak and each.text not in decided)
        for part in (self._term, self._kind, self._words, self._place, self._buttons):
            part.setVisible(bool(self.left))
        if not self.left:
            self._count.setText(tr("leaving.all_decided"))
            return
        first = self.left[0]
        self._count.setText(tr("leaving.found", n=len(self.left)))
        self._term.set_text(first.text)
        self._kind.setText(tr(f"leaving.kind.{first.kind}"))
        place = first.places[0]
        self._words.set_text(f"… {place.before} 【{place.found}】 {place.after} …")
        where = tr(f"leaving.place.{place.place}", file=place.file, at=place.at)
        more = tr("leaving.more", n=first.count - 1) if first.count > 1 else ""
        self._place.setText("  ".join(part for part in (where, more) if part))

    def _decide(self, what: str) -> None:
        if self.left:
            self.decided.emit(self.left[0].text, what)
