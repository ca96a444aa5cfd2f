"""The head of a page about one problem: what can be done with it, tabs of all, and its wording."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import WAY_PADDING, ActionButton
from ui.widgets.boxes import column, row
from ui.widgets.check_button import TAB
from ui.widgets.check_group import Option
from ui.widgets.check_line import CheckLine
from ui.widgets.deferred_layout import Refitted
from ui.widgets.digits import digits_width, draw_digits
from ui.widgets.flow import Flow
from ui.widgets.key_action import KeyAction
from ui.widgets.long_text import LongText
from ui.widgets.more_button import MoreButton
from ui.widgets.painted import Painted
from ui.widgets.text import Text
from ui.widgets.text_layout import TextLayout, in_role
from workshop_app.i18n import tr

_LINE = 40  # px: height of the line with ways and tabs


class ProblemHead(Refitted, QWidget):
    """The problem in large text with its number in the margin, below a line with ways and tabs.

    ``ways`` are the actions offered there in words, of which the first one rewords the problem;
    ``switch`` is the one that lists all problems. A very long problem is read page by page
    (Alt+PgDn).

    Signals:
        problem_requested: Another problem was chosen in the tabs; carries its id.
    """

    problem_requested = Signal(str)

    def __init__(
        self,
        label: str,
        ways: Sequence[KeyAction],
        switch: KeyAction | None = None,
        *,
        role: str = "problem",
    ) -> None:
        super().__init__()
        self._ways = [ActionButton(action=way, kind="way") for way in ways]
        self._tabs = CheckLine(label, shape=TAB, at_end=True)
        self._keys = ("", "")
        self._switch = None
        if switch is not None:
            self._switch = ActionButton(action=switch, kind="link", size="small")
            self._switch.hide()
        self._number = _Number(role)
        self._facts = Text("body-quiet", wrap=False, parent=self)
        self._facts.setVisible(theme().stacked)  # the margin is too narrow for large text
        self.problem = LongText(role)
        self._more = MoreButton(self.problem)
        self._fitted: tuple[object, ...] = ()
        self._arrange()
        self._tabs.chosen.connect(lambda chosen: self.problem_requested.emit(str(chosen)))
        self.problem.pages_changed.connect(self.refit.invalidate)
        theme().follow(self._restyle)

    def show_problem(self, number: int, facts: str, words: str) -> None:
        """Show a problem: ``facts`` are below its number, such as its votes, one a line."""
        self._number.show_number(str(number), "" if theme().stacked else facts)
        self._facts.setText(facts.replace("\n", "  "))
        self.problem.set_text(words)
        self.refit.invalidate()

    def set_tabs(
        self,
        label: str,
        items: Sequence[Option],
        current: str | None,
        *,
        with_switch: bool = False,
    ) -> None:
        """Show one tab per problem, and the button of ``switch`` if there are other problems."""
        self._tabs.set_label(label)
        self._tabs.set_options(items, current)
        here = [item.value for item in items].index(current) if current is not None else 0
        keys = dict(zip((here - 1, here + 1), self._keys, strict=True))
        self._tabs.set_keys([keys.get(number, "") for number in range(len(items))])
        if self._switch is not None:
            self._switch.setVisible(with_switch)
        self.refit.invalidate()

    def show_way(self, action: KeyAction, *, shown: bool) -> None:
        """Show one of the ways, or hide it while it leads nowhere."""
        next(way for way in self._ways if way.action is action).setVisible(shown)
        self.refit.invalidate()

    def set_keys(self, before: str, after: str) -> None:
        """Tell the keys of the previous and next problem, which call ``step``."""
        self._keys = (before, after)

    def step(self, by: int) -> bool:
        """Move by ``by`` problems in the tabs; return False if there is none."""
        return self._tabs.choose_beside(by)

    def show_words(self, shown: bool) -> None:
        """Show the large text, or hide it while it is being reworded."""
        self.problem.setVisible(shown)
        self._number.setVisible(shown)
        self._ways[0].setVisible(shown)
        self._more.show_pages()
        self.refit.invalidate()

    def _restyle(self) -> None:
        metrics = theme().metrics
        right = metrics.margin - (WAY_PADDING if self._switch is not None else 0)
        self._top.setContentsMargins(metrics.edge - WAY_PADDING, 0, right, 0)
        self._title.setContentsMargins(0, 0, metrics.margin, 5)
        self.refit.invalidate()

    def fit_parts(self) -> None:
        """Drop the icons of the ways if the line is too narrow for them."""
        layout = self.layout()
        if layout is None or theme().stacked:
            return
        shown = tuple(one.text() for one in (*self._ways, self._more) if not one.isHidden())
        fitted = (self.width(), self._tabs.minimumSizeHint().width(), *shown)
        if fitted == self._fitted:
            return  # trying a layout triggers another layout request
        self._fitted = fitted
        for icons in (True, False):
            for way in self._ways:
                way.set_icon(way.action.icon_name if icons and way.action is not None else None)
            for each in (self._line, self._top, layout):
                each.invalidate()  # Qt tells them later that a button has another width
            if layout.minimumSize().width() <= self.width():
                return

    def _arrange(self) -> None:
        self._line = Flow(8) if theme().stacked else QHBoxLayout()
        self._line.setSpacing(10)
        for widget in (*self._ways, self._more):
            self._line.addWidget(widget)
        if isinstance(self._line, QHBoxLayout):
            self._line.addStretch(0)
            self._line.addStrut(_LINE)
            self._line.addWidget(self._tabs, 1)
        else:
            self._line.addWidget(self._facts)
        if self._switch is not None:
            self._line.addWidget(self._switch)
        self._top = column(None, self._line, gap=2)
        if theme().stacked:
            self._top.addWidget(self._tabs)
        self._title = row(None, self._number, (self.problem, 1), gap=0)
        column(self, self._top, self._title, gap=0)


class _Number(Painted):
    """A number as large as the problem, with what is known about it below, in the margin."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role
        self._number = ""
        self._facts = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.MinimumExpanding)

    def show_number(self, number: str, facts: str) -> None:
        self._number, self._facts = number, facts
        self.setAccessibleName("  ".join((tr("list.panel", number=number), *facts.splitlines())))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        facts = self._laid_out().height if self._facts else 0
        return QSize(theme().metrics.edge, theme().line_height(self._role) + facts)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        right, line = self.width() - theme().metrics.hang, theme().line_height(self._role)
        ink = theme().colour("accent")
        font = theme().font(self._role)
        if digits_width(self._number, font) > right:  # two digits in a narrow margin
            font = theme().font("problem")
        draw_digits(painter, self._number, font, ink, right, 0, line)
        facts, ink = self._laid_out(), theme().colour("ink2")
        for number, fact in enumerate(facts.lines):
            y = line + number * facts.line_height
            facts.draw(painter, right - fact.width, y, ink, number, number + 1)

    def _laid_out(self) -> TextLayout:
        """Wrap the facts in the margin."""
        metrics = theme().metrics
        return in_role(self._facts, "meta", metrics.edge - metrics.hang)
