"""The panel for the concrete wording of a problem, with questions that help to find one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QVBoxLayout

from ui.actions.offered import PRIMARY, Offers, primary
from ui.components.field_panel import FieldPanel
from ui.components.window_api import WindowApi
from ui.components.wording_panel import wording_task
from ui.pages.sort.wording_helper import WordingHelper
from ui.widgets.boxes import STRETCH, row
from ui.widgets.editor_buttons import editor_buttons
from ui.widgets.more_button import MoreButton
from workshop_app.domain.concrete_wording import PARTS
from workshop_app.domain.problem import Problem
from workshop_app.i18n import tr


class RewordPanel(FieldPanel):
    """Enter saves; the primary button saves and continues with the next problem (``goes_on``)."""

    def __init__(self, api: WindowApi, back: str, following: Callable[[], Problem | None]) -> None:
        self.goes_on = False
        self._following = following
        task = wording_task(tr("sort.reword.placeholder"), tr("sort.reword.last"))
        super().__init__(api, task, back)

    def build(self) -> None:
        super().build()
        self.entries["wording"].field.set_lines(2)  # the buttons below keep their place
        self.helper = WordingHelper(self.wording)
        self.helper.composed.connect(self.entries["wording"].set_text)
        self.helper.left.connect(self.entries["wording"].setFocus)
        self.sheet.add(MoreButton(self.first))
        save, cancel = editor_buttons()
        save.clicked.connect(self.do)
        cancel.clicked.connect(self.cancelled)
        self.sheet.content.addLayout(row(None, save, cancel, STRETCH, gap=12))
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.setSpacing(12)
            column.insertWidget(1, self.helper)

    def offered(self) -> Offers:
        after = self._following()
        words = tr("sort.reword.do", number=after.number) if after else self.primary_words
        return super().offered() | {PRIMARY: primary(words, filled=False)}

    def wording(self) -> str:
        """Return the wording as currently typed."""
        return self.entered("wording")

    def restore(self, draft: Mapping[str, str]) -> None:
        super().restore(draft)
        answers = [draft.get(part, "") for part in PARTS]
        self.helper.begin(self.wording(), answers if any(answers) else [])

    def typed(self) -> dict[str, str]:
        answers = self.helper.answers()
        if not answers:
            return super().typed()
        return {"wording": self.wording(), **dict(zip(PARTS, answers, strict=True))}

    def do(self) -> None:
        self.helper.take()
        super().do()

    def focus_start(self) -> None:
        (self.helper.entry if self.helper.asking else self.entries["wording"]).setFocus()

    def leave(self) -> bool:
        """Close the open question; return False if there is none."""
        return self.helper.leave()

    def go_on(self) -> None:
        self.goes_on = True
        self.do()
        self.goes_on = False
