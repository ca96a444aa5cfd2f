"""Private mode: the user decides on each protected term found in the papers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from exports.leak_finding import LeakFinding
from ui.actions.binding import button_for
from ui.components.papers.export_options import MASKED, RELEASED
from ui.widgets.boxes import STRETCH, row
from ui.widgets.long_text import LongText
from ui.widgets.sheet import Sheet
from ui.widgets.spaced import spaced
from ui.widgets.text import Text
from workshop_app.i18n import tr


class LeakReview(Sheet):
    """Masks the shown term in all files, or releases it; then the next one is shown.

    ``decided(text, decision)`` has `MASKED` or `RELEASED`; `undecided` are the remaining findings.
    """

    decided = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self.undecided: tuple[LeakFinding, ...] = ()
        self._findings: tuple[LeakFinding, ...] = ()
        self._decided: set[str] = set()
        self._remaining = Text("body-quiet")
        self._term = LongText("title", most_lines=2)
        self._kind = Text("body")
        self._where = Text("body-quiet")
        self._words = LongText("body", most_lines=3)
        self._mask = button_for(self, "hand_outs.mask", lambda: self._decide(MASKED))
        self._release = button_for(self, "hand_outs.release", lambda: self._decide(RELEASED))
        buttons = row(
            None,
            *((button, 0, Qt.AlignmentFlag.AlignLeft) for button in (self._mask, self._release)),
            STRETCH,
            gap=12,
        )
        self.add(self._remaining, self._term, self._kind, self._words, self._where, buttons)

    def show_findings(self, findings: tuple[LeakFinding, ...]) -> None:
        """Show the first finding that is not decided; weak ones need no decision.

        What is found again was decided in vain, as words masked in vain stand in two fields.
        """
        if findings is not self._findings:
            self._findings, self._decided = findings, set()
        self.undecided = tuple(
            each for each in findings if not each.weak and each.text not in self._decided
        )
        self.setVisible(bool(self.undecided))
        if not self.undecided:
            return
        first = self.undecided[0]
        self._remaining.setText(tr("export.found", n=len(self.undecided)))
        self._term.set_text(first.text)
        self._kind.setText(tr(f"export.kind.{first.kind}"))
        leak = first.places[0]
        self._words.set_text(f"… {leak.before} 【{leak.found}】 {leak.after} …")
        where = tr(f"export.place.{leak.place}", file=leak.file, at=leak.at)
        more = tr("export.more", n=first.count - 1) if first.count > 1 else ""
        self._where.setText(spaced(where, more))

    def focus_start(self) -> bool:
        """Focus the first open decision; return False if there is none."""
        if self.undecided:
            self._mask.setFocus()
        return bool(self.undecided)

    def _decide(self, decision: str) -> None:
        if self.undecided:
            text = self.undecided[0].text
            self._decided.add(text)
            self.decided.emit(text, decision)
