"""A line of the preparation: its label in the margin, and its words, which are edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from ui.forms.form import Form
from ui.pages.prepare.words import LineWords
from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH, column, flow, row
from ui.widgets.editor_buttons import editor_buttons
from ui.widgets.flow import Flow
from ui.widgets.painted import Painted
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import fill, mark_bar, mark_current
from ui.widgets.text import Text
from ui.widgets.typing_guard import follow_focus

_BESIDE = 16  # px between the words and what is beside them
_LINK_END = 8  # px between the words of a link and its right end


class MarginLine(Painted):
    """Its content (``place``) begins at the text edge; the label ends before that.

    With large text the label is above the content; ``links`` means that links end it. While the
    keyboard is inside, the line is tinted like the current row of a list.
    """

    SPANS_PAGE: ClassVar[bool] = True

    def __init__(self, label: str, *, above: int = 6, links: bool = False) -> None:
        super().__init__()
        self._links = links
        self._above = above
        self._focused = False
        stacked = theme().stacked
        side = Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignRight
        self.label = Text("meta", label, align=side)
        beside = (self.label, 0, Qt.AlignmentFlag.AlignVCenter)
        self._box = column(self, self.label, gap=2) if stacked else row(self, beside)
        theme().follow(self._fit)
        follow_focus(self._follow_focus)

    def place(self, content: QWidget | QLayout) -> MarginLine:
        """Set what is in the line, and return it."""
        self._box.addLayout(column(None, content, gap=0), 1)
        return self

    def paint(self, painter: QPainter) -> None:
        metrics = theme().metrics
        whole = QRectF(self.rect())
        if self._focused:
            mark_current(painter, whole)
            mark_bar(painter, whole)
            return
        width = whole.width() - metrics.edge - metrics.margin
        rule = QRectF(metrics.edge, whole.height() - 1, width, 1)
        fill(painter, rule, "line")

    def follow_focus(self, now: QWidget | None) -> None:
        """Do what follows when the keyboard goes to ``now``."""

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not self.isVisible():
            return
        focused = now is not None and self.isAncestorOf(now)
        if focused != self._focused:
            self._focused = focused
            self.update()
        self.follow_focus(now)

    def _fit(self) -> None:
        metrics = theme().metrics
        above = self._above // 2 if metrics.low or metrics.desk else self._above
        left = metrics.edge if theme().stacked else 0
        right = metrics.margin - (_LINK_END if self._links else 0)
        self._box.setContentsMargins(left, above, right, above)
        if not theme().stacked:
            hang = metrics.hang // 2 if metrics.narrow else metrics.hang
            self._box.setSpacing(hang)
            self.label.setFixedWidth(metrics.edge - hang)


class EditedLine(MarginLine):
    """Words that fields replace where they stand, with what saves them and gives them up.

    A press on the words edits them. Enter saves, and so does a click elsewhere in ``within``;
    something invalid keeps the line open. Its buttons are beside the fields, and the line is always
    high enough for them; with large text, or if it ``grows``, they are below the fields. After
    editing it keeps its height until the page is left, so that nothing moves under the pointer.
    ``ways`` lead further from the line, ``beside`` is next to the buttons, ``also`` names what else
    of the record that changes, ``begins`` the field that has the keyboard first.

    Signals:
        toggled: Its fields are shown, or its words again.
        entered: It was saved by Enter or its button.
        left: It was changed and saved by a click elsewhere.
    """

    toggled = Signal()
    entered = Signal()
    left = Signal()

    def __init__(  # noqa: PLR0913 - independent parts
        self,
        label: str,
        empty: str,
        form: Form,
        within: QWidget,
        fields: QLayout,
        *,
        role: str,
        above: int = 6,
        ways: Sequence[QWidget] = (),
        beside: Sequence[QWidget] = (),
        also: Sequence[str] = (),
        grows: bool = False,
        begins: str = "",
    ) -> None:
        super().__init__(label, above=above, links=bool(ways))
        self._begins = begins
        self._grows = grows or theme().stacked
        self.words = Pressed(label, empty, role)
        self.words.clicked.connect(lambda _on: self.edit())
        self.form = form
        self._within = within
        self._also = also
        self._ways = ways
        self.save, self.cancel = editor_buttons()
        self.save.clicked.connect(self._enter)
        self.cancel.clicked.connect(self.give_up)
        for field in form.fields.values():
            field.field.pass_enter()
            field.field.returned.connect(self._enter)
        self._rest = QWidget()
        row(self._rest, (self.words, 1), *ways, gap=8)
        self._editor = QWidget()
        buttons = (self.save, self.cancel, *beside)
        if self._grows:
            column(self._editor, fields, flow(None, *buttons, gap=12), gap=4)
        else:
            at = Qt.AlignmentFlag.AlignVCenter
            row(self._editor, (fields, 1), *((one, 0, at) for one in buttons), gap=12)
        self._editor.setContentsMargins(0, 0, _LINK_END if ways else 0, 0)
        self._editor.hide()
        self.place(column(None, (self._rest, 1), (self._editor, 1), gap=0))
        theme().follow(self._keep_room)

    @property
    def editing(self) -> bool:
        """Whether the fields are shown."""
        return not self._editor.isHidden()

    @property
    def wrong(self) -> str:
        """The label of a field with something invalid; empty without one."""
        return self.form.wrong.label if self.form.wrong is not None else ""

    def edit(self, name: str = "") -> None:
        """Show the fields, and put the keyboard into the one of this name, or the first one."""
        if not self.editing:
            self.form.mark(*self._also)
            self._show(editing=True)
        fields = self.form.fields
        wanted = fields.get(name) or self.form.wrong or fields.get(self._begins)
        at = wanted or next(iter(fields.values()))
        at.setFocus()

    def close_editor(self) -> bool:
        """Save what is typed; return False if something is invalid, which then has the keyboard."""
        if self.editing and self.form.commit():
            self._show(editing=False)
        return not self.editing

    def end(self) -> None:
        """Show the words; what is typed stays in the fields."""
        self._show(editing=False)

    def give_up(self) -> None:
        """Restore what was there before."""
        self.end()
        self.form.take_back()
        self.words.setFocus()

    def follow_focus(self, now: QWidget | None) -> None:
        if not self.editing or now is None or self.isAncestorOf(now):
            return
        if self._within.isAncestorOf(now) and self.form.wrong is None:
            self._show(editing=False)
            if self.form.changed:
                self.left.emit()

    def _enter(self) -> None:
        if self.close_editor():
            self.entered.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.setMinimumHeight(0)

    def _keep_room(self) -> None:
        if not self._grows:
            self._rest.setMinimumHeight(self._editor.sizeHint().height())

    def _show(self, *, editing: bool) -> None:
        self.setMinimumHeight(self.height() if self.editing and not editing else 0)
        self._editor.setVisible(editing)
        self._rest.setVisible(not editing)
        self.toggled.emit()


class Pressed(PaintedButton):
    """Words that are pressed, with others beside or below them, and at the right end; they wrap.

    ``label`` says to screen readers what they are, ``empty`` is shown without words.
    """

    def __init__(self, label: str, empty: str, role: str) -> None:
        super().__init__()
        self._name = label
        self._empty = empty
        self._role = role
        self._words = Text(role)
        self._beside = Text("body-quiet")
        self._flow = Flow(_BESIDE, below=0)
        self._flow.addWidget(self._words)
        self._flow.addWidget(self._beside)
        column(self, STRETCH, self._flow, STRETCH, gap=0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_words(None)

    def show_words(self, words: LineWords | None) -> None:
        """Show other words, or that there are none."""
        shown = words or LineWords("")
        self.setText(shown.words or self._empty)
        self._words.setText(self.text())
        self._words.set_role(self._role, None if shown.words else "ink3")
        self._beside.setText(shown.beside or shown.aside)
        self._beside.setVisible(bool(self._beside.text()))
        self._flow.ends = bool(shown.aside)
        self.setAccessibleName(" ".join(filter(None, (self._name, self.text(), *shown[1:]))))
        self.setMinimumHeight(theme().metrics.target)

    def painted(self) -> tuple[str, str]:
        return self.text(), ""

    def sizeHint(self) -> QSize:
        return self._flow.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._flow.minimumSize()

    def paint(self, painter: QPainter) -> None:
        if self.is_hovered:
            fill(painter, QRectF(self.rect()), "hover")
