"""All information of the catalogue on one answer, with the address of its help page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from ui.actions.offered import BACK, PRIMARY, Offers, back, primary
from ui.components.paragraph_view import ParagraphView, paragraph
from ui.components.task_panel import TaskPanel
from ui.rows.row import Row
from ui.theme.theme import theme
from ui.widgets.badge import Badge
from ui.widgets.boxes import column, row
from ui.widgets.line import Line
from ui.widgets.qr_code import HelpCode
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.solution import Solution, SolutionText
from workshop_app.i18n import language, tr


class EntryDetailsPanel(TaskPanel):
    """The text of one answer, page by page (PgDn, PgUp), with address and QR code of its help page.

    ``finished``: the answer is to be chosen.
    """

    REOPENS = False

    def build(self) -> None:
        self._can_choose = False
        self.add_primary(tr("solve.details.choose"))
        self._name = Text("room-bold")
        self.view = ParagraphView()
        self.code = HelpCode(tr("solve.details.help"))
        self._address = Text("meta")
        self._arrange()

    def show_solution(
        self, solution: Solution, can_choose: bool, why: Sequence[tuple[str, str]] = ()
    ) -> None:
        """Show an answer; ``can_choose`` shows the button that chooses it.

        ``why`` are the reasons why it may fit, each with an icon, after what it can do; its limits
        have their own heading.
        """
        text = solution.text(language())
        self._can_choose = can_choose
        self._name.setText(text.name)
        self.setAccessibleName(text.name)
        self.code.set_address(text.help_url)
        self._address.setText(text.help_url)
        self._address.setVisible(bool(text.help_url))
        heading = tr("solve.details.why")
        reasons = [
            paragraph(words, heading, icon=icon) for words, icon in why if words not in text.limits
        ]
        self.view.show_paragraphs(entry_paragraphs(text, solution.catalogue, reasons), text.name)

    def do(self) -> None:
        self.finished.emit()

    def offered(self) -> Offers:
        on = {PRIMARY: primary(self.primary_words)} if self._can_choose else {}
        return {BACK: back(), **on}

    def focus_start(self) -> None:
        self.view.setFocus()

    def _arrange(self) -> None:
        badge = Badge(OutcomeKind.SOLUTION, tr("cards.kind.solution"))
        head = row(None, (badge, 0, Qt.AlignmentFlag.AlignVCenter), (self._name, 1), gap=16)
        body = row(None, (self.view, 1), self.code, gap=theme().metrics.side)
        parts = (head, (body, 1), Line(), self._address)
        column(self, Sheet(*parts, bar="solution", padding=theme().metrics.gap + 8, spacing=10))


def entry_paragraphs(text: SolutionText, catalogue: str, reasons: Sequence[Row] = ()) -> list[Row]:
    """Return what is known about an answer; ``catalogue`` is the name of one that was added.

    ``reasons`` why it may fit come after what it can do, which tells the room most.
    """

    def listed(name: str, parts: tuple[str, ...], icon: str = "") -> list[Row]:
        heading = tr(f"solve.details.{name}")
        return [
            paragraph(part, heading, number="" if icon else str(n), icon=icon)
            for n, part in enumerate(parts, 1)
        ]

    words = tr("solve.list.and").join(
        tr("solve.details.quoted", word=word) for word in text.search_words
    )
    heading = tr("solve.details.example")
    example = [paragraph(text.example, heading, typed=True)]
    source = [paragraph(catalogue, tr("solve.details.catalogue"))] if catalogue else []
    return [
        *source,
        paragraph(text.what, tr("solve.details.what")),
        *reasons,
        *listed("limits", text.limits, "circle-alert"),
        *listed("first_steps", text.first_steps),
        *(example if text.example else []),
        paragraph(words, tr("solve.details.search_words")),
        paragraph(text.help_path, tr("solve.details.help_path")),
    ]
