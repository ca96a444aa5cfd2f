"""The start page in projected mode: today's workshop, and other ways to start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from ui.actions.binding import BoundAction
from ui.components.margin_part import MarginPart
from ui.components.news import news
from ui.pages.start.today import TodaySheet, TodayWords, nameless_parts
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import Part, beside, column
from ui.widgets.deferred_layout import Refitted
from ui.widgets.flow import Flow
from ui.widgets.text import Text
from workshop_app.i18n import tr

if TYPE_CHECKING:
    from workshop_app.domain.state import WorkshopState


class ProjectedView(Refitted, QWidget):
    """Shows no other record than today's; ``others`` of them only with times and head count."""

    def __init__(
        self,
        actions: Mapping[str, BoundAction],
        others: Sequence[tuple[WorkshopState, BoundAction]],
        *,
        in_sample: bool,
        has_news: bool,
    ) -> None:
        super().__init__()
        self.today = TodaySheet(actions["start.begin"], in_sample=in_sample)
        running = tr("start.margin.today")
        self._column = column(self, MarginPart(running, self.today, first=True), gap=0)
        if others:
            self._add("others", _others(others))
        readable = Text("room", tr("start.readable"))
        self._add("check", _line((readable, 1), _quiet(actions["start.check"])))
        self._add("begin", _ways(actions, in_sample=in_sample))
        self.news: MarginPart | None = None
        if has_news:
            title, *told = news()
            lines = [Text("body-quiet", line) for line in told]
            content = column(None, Text("body-bold", title), *lines, gap=4)
            self.news = self._add("news", content)
        self._column.addStretch(1)

    def _add(self, name: str, content: QLayout) -> MarginPart:
        part = MarginPart(tr(f"start.margin.{name}"), content)
        self._column.addWidget(part)
        return part

    def refresh(self, words: TodayWords) -> None:
        """Show the workshop to go on with."""
        self.today.show_words(words)
        self.fit_parts()

    def fit_parts(self) -> None:
        """Show two lines of a long title if the window is high enough, else one at a time.

        What is new goes first; the menu has it, too.
        """
        self.today.set_title_lines(2)
        if self.news is not None:
            self.news.show()
            self.news.setVisible(self._fits())
        if not self._fits():
            self.today.set_title_lines(1)

    def _fits(self) -> bool:
        self._column.invalidate()
        return self._column.totalHeightForWidth(self.width()) <= self.height()

    def take_over(self, old: QWidget) -> None:
        """Do nothing, since there is no typed text or selection."""

    def focus_start(self) -> None:
        self.today.start_button.setFocus()

    def handle_escape(self) -> bool:
        """Return False, since there is no inner state to leave."""
        return False


def _others(others: Sequence[tuple[WorkshopState, BoundAction]]) -> QLayout:
    """Return times, kind, heads and stage of each further workshop of today, with a link to it."""
    lines = QGridLayout()
    lines.setHorizontalSpacing(24)
    for number, (other, action) in enumerate(others):
        time, what, stage = nameless_parts(other)
        link = _quiet(action, tr("start.open"))
        link.setAccessibleName(f"{tr('start.open')}  {time}  {what}")
        parts = (Text("list", time, wrap=False), Text("list", what, wrap=False),
                 Text("body-quiet", stage), link)  # fmt: skip
        for index, part in enumerate(parts):
            stacked = theme().stacked
            lines.addWidget(
                part, 4 * number + index if stacked else number, 0 if stacked else index
            )
    lines.setColumnStretch(0 if theme().stacked else 2, 1)
    return column(None, lines, Text("hint", tr("start.nameless")), gap=4)


def _ways(actions: Mapping[str, BoundAction], *, in_sample: bool) -> QLayout:
    """Return the links to a new workshop and to the samples."""
    ways = Flow(20, before=8)
    ways.addWidget(_quiet(actions["start.new"], tr("start.new.title"), "plus"))
    which = "open_" if in_sample else ""
    title, what = tr(f"start.sample.{which}title"), tr(f"start.sample.{which}what")
    sample = ("", "arrow-left") if in_sample else (title, "play")
    ways.addWidget(_quiet(actions["start.sample"], *sample))
    if not in_sample:
        ways.addWidget(_quiet(actions["start.second_visit"]))
    words = f"{title}  {what}" if in_sample else what
    return column(None, ways, Text("meta", words), gap=4)


def _quiet(action: BoundAction, words: str = "", icon: str | None = None) -> ActionButton:
    return ActionButton(words, icon, action=action, kind="quiet", size="small")


def _line(*parts: Part) -> QLayout:
    return beside(None, *parts, gap=16)
