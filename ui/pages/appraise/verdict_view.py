"""The verdict on a problem, and the answers that it is based on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.actions.binding import bind
from ui.components.pieces import Piece, PieceView
from ui.pages.appraise.reasons_view import ReasonsView, VerdictReason
from ui.pages.appraise.verdicts import (
    appraisal_of,
    because,
    number_of,
    rule_words,
    verdict_word,
)
from ui.theme.icons import paint_icon
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.badge import Badge
from ui.widgets.discard import discard
from ui.widgets.icon_label import IconLabel
from ui.widgets.line import Line
from ui.widgets.painting import rounded
from ui.widgets.text import Text
from workshop_app.domain.appraisal import Appraisal, Verdict
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.verdict_rules import (
    OUTCOME_OF,
    RULES,
    Decision,
    deciding_criteria,
    prospects,
)
from workshop_app.i18n import tr

_RADIUS = 12
_BESIDE = ((0, 0), (1, 0), (2, 0), (3, 0), (4, 0))
_BELOW = ((0, 0), (0, 1), None, (0, 2, 2, 1), (1, 0, 1, 2))
"""Row, column and spans of icon, verdict, line, reasons and remarks in the grid."""
_REASON_LINES = 2
"""Minimum height of the reasons below the criteria; a key shows the others."""
_COUNTS = (
    ("answered", "circle-check", "accent"),
    ("unanswered", "circle-dashed", "ink2"),
    ("not_needed", "minus", "ink2"),
)
_RULES_SHARE = 9  # stretch of the column with all rules; that of the verdict is 5


class VerdictView(QWidget):
    """A frame in the colour of the outcome, dashed while answers are missing.

    A verdict that a person overruled is shown with that of the rules.

    Signals:
        content_changed: The content changed, and may need another height.
    """

    content_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind = OutcomeKind.OPEN
        self._undecided = True
        self._icon = _OutcomeIcon()
        self._verdict = Text("problem", "")
        self._rule = Text("body", "")
        self._ground = Text("meta", "")
        self._solved = _Line("circle-check", "solution", tr("appraise.verdict.solved"))
        self._counts = {name: _Line(icon, colour, "") for name, icon, colour in _COUNTS}
        self._own = Badge(OutcomeKind.OPEN)
        self._own_label = Text("meta", tr("appraise.verdict.by_rules"), wrap=False)
        self.reasons = ReasonsView(tr("appraise.verdict.reasons"))
        more = bind(self, "appraise.more", self.reasons.show_next_page, on_button=True)
        self.more = ActionButton(action=more, kind="note", size="small")
        self.reasons.page_changed.connect(self._show_more)
        self._rules: PieceView | None = None
        self._wide = False
        self._arrange()
        theme().changed.connect(self._restyle)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._restyle()

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        """Show the verdict on a problem."""
        appraisal = appraisal_of(state, problem)
        decision = state.decision_of(problem)
        verdict = state.verdict_of(problem)
        self._kind = OUTCOME_OF[verdict]
        self._undecided = verdict is Verdict.OPEN
        self._icon.set_kind(self._kind)
        to_go = len(state.open_criteria(problem))
        self._verdict.setText(
            tr("appraise.verdict.to_go", n=to_go) if self._undecided else verdict_word(verdict)
        )
        self.reasons.show_reasons(
            _outlook(state, problem, brief=theme().metrics.compact)
            if self._undecided
            else _reasons(appraisal, decision)
        )
        self._show_rule(appraisal, decision)
        self._show_counts(state, problem)
        solved = OutcomeKind.SOLUTION in state.outcomes_of(problem)
        said_by_rule = decision.rule.solved and appraisal.override is None
        self._solved.setVisible(solved and not said_by_rule)
        self.setAccessibleName(self._verdict.text())
        if self._rules is not None:
            overruled = appraisal.override is not None
            self._rules.show_pieces(*_rule_pieces(state, problem))
            self._rules.setVisible(not overruled)
            self._reasons_box.setVisible(overruled)
        self._share_columns()
        self._show_more()
        self.update()

    def set_wide(self, wide: bool) -> None:
        """Use a low and wide layout below the criteria, with all rules next to the verdict."""
        if wide == self._wide:
            return
        self._wide = wide
        if wide and self._rules is None:
            self._rules = PieceView(tr("appraise.rules.label"))
        if self._rules is not None and not wide:
            discard(self._rules)
            self._rules = None
        self._reasons_box.setVisible(not wide)
        self._restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        token = "edge" if self._undecided else OUTCOMES[self._kind].colour
        rounded(QPainter(self), box, _RADIUS, theme().colour("surface"),
                theme().colour(token), 2, dashed=self._undecided)  # fmt: skip

    def _show_rule(self, appraisal: Appraisal, decision: Decision) -> None:
        overruled = appraisal.override is not None
        self._own_row.setVisible(overruled)
        rule = rule_words(decision.rule)
        if overruled:
            who = appraisal.override_by
            key = "person" if who else "somebody"
            self._rule.setText(tr(f"appraise.verdict.{key}", who=who))
            self._own.set_outcome(OUTCOME_OF[decision.verdict], verdict_word(decision.verdict))
            self._ground.setText(rule)
        else:
            self._rule.setText(rule)
        self._rule.setVisible(not self._undecided)
        self._ground.setVisible(overruled and not self._undecided)

    def _show_counts(self, state: WorkshopState, problem: Problem) -> None:
        """Show the numbers of answered, unanswered and unneeded questions, next to their icons.

        In a narrow window the questions, which are above, need the space.
        """
        appraisal = appraisal_of(state, problem)
        unanswered = len(state.open_criteria(problem))
        answered = sum(bool(answer) for answer in appraisal.answers.values())
        rest = len(appraisal.answers) - answered - unanswered
        counts = {"answered": answered, "unanswered": unanswered, "not_needed": rest}
        for name, line in self._counts.items():
            line.set_words(tr(f"appraise.verdict.{name}", n=counts[name]))
            counted = self._undecided and not theme().metrics.compact
            line.setVisible(counted and (bool(counts[name]) or name != "not_needed"))

    def _show_more(self) -> None:
        brief = self._undecided and theme().metrics.compact  # all rules are one key away
        others = self.reasons.rows_before() + self.reasons.rows_after()
        self.more.setVisible(others > 0 and not brief)
        self.content_changed.emit()

    def _arrange(self) -> None:
        self._hairline = Line()
        reasons = QVBoxLayout()
        reasons.setSpacing(0)
        reasons.addWidget(self.reasons, 1)
        reasons.addWidget(self.more)
        own = QHBoxLayout()
        own.setSpacing(8)
        own.addWidget(self._own_label)
        own.addWidget(self._own)
        own.addStretch(1)
        self._own_row = QWidget()
        self._reasons_box = QWidget()
        self._remarks = QWidget()
        self._remark_lines = QVBoxLayout()
        self._remark_lines.setSpacing(4)
        for widget in (
            self._solved,
            self._rule,
            self._own_row,
            self._ground,
            *self._counts.values(),
        ):
            self._remark_lines.addWidget(widget)
        boxes = (
            (self._own_row, own),
            (self._reasons_box, reasons),
            (self._remarks, self._remark_lines),
        )
        for box, layout in boxes:
            layout.setContentsMargins(0, 0, 0, 0)
            box.setLayout(layout)
        self._grid = QGridLayout(self)
        self._parts = (self._icon, self._verdict, self._hairline, self._reasons_box, self._remarks)

    def _restyle(self) -> None:
        """Lay out in one column, or low and wide below the criteria."""
        metrics = theme().metrics
        below = metrics.compact or self._wide
        self._verdict.set_role("title" if metrics.private else "problem")
        for part in self._parts:
            self._grid.removeWidget(part)
        places = _BELOW if below else _BESIDE
        for part, place in zip(self._parts, places, strict=True):
            if place is not None:
                self._grid.addWidget(part, *place)
        if self._rules is not None:
            self._grid.addWidget(self._rules, 0, 2, 2, 1)
        self._hairline.setVisible(not below)
        self._icon.setVisible(below or not (metrics.private and metrics.tight))
        self._share_columns()
        self._grid.setRowStretch(0, 1 if below else 0)
        self._grid.setRowStretch(3, 0 if below else 1)
        pad = 16 if metrics.tight or self._wide else 28
        self._grid.setContentsMargins(pad, pad, pad, pad)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6 if metrics.tight else 10)
        self.updateGeometry()

    def _share_columns(self) -> None:
        """Give the preview of possible answers more width than a verdict that is still open."""
        below = theme().metrics.compact or self._wide
        shares = (0, 4, 5) if self._undecided else (0, 5, 4)
        if self._wide:
            shares = (0, 5, _RULES_SHARE)
        for column, stretch in enumerate(shares if below else (1, 0, 0)):
            self._grid.setColumnStretch(column, stretch)

    def height_for(self, width: int) -> int:
        """Return the height in px that is needed below the criteria."""
        self._remark_lines.activate()  # what was hidden or shown just now must count immediately
        self._grid.invalidate()
        lines = _REASON_LINES
        if self._undecided and theme().metrics.compact:
            lines = min(lines, max(1, len(self.reasons.rows)))
        reasons = 32 + lines * theme().line_height("room") + 6
        return max(reasons, self._grid.totalMinimumHeightForWidth(width))


class _OutcomeIcon(QWidget):
    """The icon of an outcome on its tint."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = OutcomeKind.OPEN
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_kind(self, kind: OutcomeKind) -> None:
        """Show another outcome."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        side = 44 if theme().metrics.tight else 80
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = OUTCOMES[self._kind]
        box = QRectF(self.rect())
        dashed = self._kind is OutcomeKind.OPEN
        border = theme().colour("edge") if dashed else None
        frame = box.adjusted(0.5, 0.5, -0.5, -0.5)
        rounded(painter, frame, 10, theme().colour(look.tint), border, dashed=dashed)
        inset = box.width() * 0.24
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, look.icon, look.colour, box.adjusted(inset, inset, -inset, -inset))


def _reasons(appraisal: Appraisal, decision: Decision) -> list[VerdictReason]:
    if appraisal.override is not None:
        return [VerdictReason("reason", appraisal.override_reason)]
    return [
        VerdictReason(criterion.value, because(criterion, appraisal.answer(criterion)),
               str(number_of(criterion)))
        for criterion in deciding_criteria(decision.rule, appraisal)
    ]  # fmt: skip


def _outlook(state: WorkshopState, problem: Problem, *, brief: bool) -> list[VerdictReason]:
    """Return the verdict to which each answer to the next deciding question would lead.

    ``brief`` omits the answers that lead to more questions.
    """
    still_open = state.open_criteria(problem)
    if not still_open:
        return []
    criterion = still_open[0]
    solved = OutcomeKind.SOLUTION in state.outcomes_of(problem)
    answers = appraisal_of(state, problem).answers
    reasons = []
    found = prospects(answers, criterion, solved=solved)
    for place, prospect in enumerate(found):
        said = tr("appraise.list").join(
            tr(f"appraisal.answer.{criterion.value}.{answer}") for answer in prospect.answers
        )
        if place and len(prospect.answers) > 1:
            said = tr("appraise.verdict.rest")
        result = verdict_word(prospect.verdict)
        if prospect.verdict is Verdict.OPEN:
            if brief:
                continue
            result = tr("appraise.verdict.open_result", n=prospect.to_go)
        key = "outlook" if brief else "outlook_lines"
        words = tr(f"appraise.verdict.{key}", answers=said, result=result)
        reasons.append(
            VerdictReason(f"{criterion.value} {place}", words, str(number_of(criterion)))
        )
    return reasons


def _rule_pieces(state: WorkshopState, problem: Problem) -> tuple[list[Piece], int]:
    """Return all rules, the deciding one bold with a tick, and the index of that one."""
    decides = state.decision_of(problem).rule
    pieces = []
    for number, rule in enumerate(RULES, 1):
        words = tr("appraise.details.rule", rule=tr(f"appraisal.rule.{rule.id}"),
                   verdict=verdict_word(rule.verdict))  # fmt: skip
        is_deciding = rule is decides
        pieces.append(
            Piece(words, "body-bold" if is_deciding else "body-quiet", str(number),
                  "check" if is_deciding else "minus", "accent" if is_deciding else "ink3")
        )  # fmt: skip
    return pieces, RULES.index(decides)


class _Line(QWidget):
    """An icon and a text."""

    def __init__(self, icon: str, colour: str, words: str) -> None:
        super().__init__()
        self._words = Text("body", words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, colour, 18))
        row.addWidget(self._words, 1)

    def set_words(self, words: str) -> None:
        """Show another text."""
        self._words.setText(words)
