"""The question before private mode, where the audience may see the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.actions.binding import bind_button
from ui.actions.offered import BACK, Offers, left, primary
from ui.actions.table import find
from ui.components.page import Page
from ui.components.page_column import PageColumn
from ui.components.paragraph_view import ParagraphView
from ui.components.search_start import SearchStart
from ui.rows.cells import Icon, Number, Words
from ui.rows.row import Line, Row
from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH
from ui.widgets.check_button import SWITCH, CheckButton
from ui.widgets.deferred_layout import Refitted
from ui.widgets.long_text import LongText
from ui.widgets.text import Text
from ui.widgets.typing_guard import is_enter
from workshop_app.domain.audience_focus import AudienceFocus
from workshop_app.i18n import tr

_KINDS = {"names": "building", "notes": "note", "files": "folder"}
_STAGES = {
    "black": ("black", "black"),
    "projector": ("black", "screen-off"),
    "again": ("screen", "screen-off"),
}
"""The pictures of this display and of the audience's after each stage."""


class PrivateQuestion(Refitted, Page):
    """Lists what would become visible and how to hide it from the audience; the default is to stay.

    It contains only kinds of data and is the same whatever is stored. The content that the audience
    reads on the current page stays above it. ``confirmed`` or ``cancelled``.
    """

    confirmed = Signal()
    cancelled = Signal()

    def build(self) -> None:
        self._focus: AudienceFocus | None = None
        self._head = LongText("problem", most_lines=2)
        self._alone = CheckButton(tr("private.alone"), SWITCH)
        self._alone.leaves_enter = True
        self._alone.toggled.connect(self.api.update_foot)
        self._confirm = bind_button(self, "moving.enter", self.confirmed.emit, listens=False)
        self._said = ParagraphView("body", tr("private.title"))
        self._said.show_paragraphs(_rows())
        metrics = theme().metrics
        parts = (
            self._head,
            Text("section", tr("private.title")),
            self._said,
            (self._alone, 0, Qt.AlignmentFlag.AlignLeft),
            Text("body-quiet", tr("private.timer")),
            STRETCH,
        )
        PageColumn(self, *parts, gap=metrics.gap, above=metrics.top, below=metrics.gap)

    def ask(self, focus: AudienceFocus | None) -> None:
        """Ask; ``focus`` is what the current page showed the audience."""
        self._focus = focus
        self._alone.setChecked(False)
        self._show_head()

    @property
    def nothing_projected(self) -> bool:
        """Whether the user states that nothing is projected."""
        return self._alone.isChecked()

    def refresh(self) -> None:
        self._show_head()

    def offered(self) -> Offers:
        alone = self._alone.isChecked()
        words = tr("private.enter" if alone else "private.black")
        return {
            BACK: left(tr("private.stay")),
            "moving.enter": primary(words)._replace(icon="lock" if alone else "black"),
        }

    def focus_start(self) -> None:
        self._confirm.focus_button()

    def handle_escape(self) -> bool:
        self.cancelled.emit()
        return True

    def audience_focus(self) -> AudienceFocus | None:
        return self._focus

    def search_start(self) -> SearchStart | None:
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    def _show_head(self) -> None:
        words = ""
        if self._focus is not None:
            from workshop_app.domain.audience_view import Appraising, ShownQuestion, Solving
            from workshop_app.domain.audience_view_builder import build_audience_view

            picture = build_audience_view(self.session.state, self._focus).picture
            if isinstance(picture, (Solving, Appraising)):
                words = picture.problem.words
            elif isinstance(picture, ShownQuestion):
                words = picture.words or tr(f"questions.ask.{picture.question}")
        self._head.set_text(words)
        self._head.setVisible(bool(words))

    def fit_parts(self) -> None:
        """End the text where its rows end."""
        self._said.setFixedHeight(self._said.needed_height())


def _rows() -> list[Row]:
    """Return the kinds of data that would become visible, then the stages of hiding them.

    A stage ends with what this display and the audience's show then.
    """
    seen, unseen = (
        Row("", tr(f"private.{name}"), (Icon(icon),), role="body-quiet")
        for name, icon in (("seen", "eye"), ("unseen", "eye-off"))
    )
    kinds = [
        Row("", tr(f"private.kind.{name}"), (Icon(icon, "ink"),)) for name, icon in _KINDS.items()
    ]
    said = {"projector": tr("private.stage.how"), "again": find("everywhere.private").keys[0]}
    stages = [
        Row(
            "",
            tr(f"private.stage.{name}"),
            (Number(str(number)),),
            (Line(said.get(name, ""), "meta"),),
            after=(Words(tr("private.here"), here), Words(tr("private.there"), there)),
            ruled=True,
        )
        for number, (name, (here, there)) in enumerate(_STAGES.items(), 1)
    ]
    return [seen, *kinds, unseen._replace(ruled=True), *stages]
