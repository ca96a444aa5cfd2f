"""The verdict on a problem, and the answers that it is based on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.actions.binding import bind
from ui.components.pieces import Piece, PieceView
from ui.pages.appraise.reasons_view import ReasonsView, VerdictReason
from ui.pages.appraise.verdicts import (
    appraisal_of,
    because,
    criterion_word,
    number_of,
    verdict_word,
)
from ui.theme.icons import paint_icon
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.badge import Badge
from ui.widgets.boxes import NO_MARGINS, column, row
from ui.widgets.discard import discard
from ui.widgets.flow import Flow
from ui.widgets.icon_label import IconLabel
from ui.widgets.line import Line
from ui.widgets.painting import rounded
from ui.widgets.text import Text
from ui.widgets.text_layout import lettered
from workshop_app.domain.appraisal import Appraisal, Criterion, Verdict
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.verdict_rules import (
    OUTCOME_OF,
    RULES,
    Decision,
    Prospect,
    deciding_criteria,
    prospects,
    rule_texts,
)
from workshop_app.i18n import texts, tr
from workshop_app.services.promise_words import rule_words

_RADIUS = 12
_BRIEF_PAD = 8
_BESIDE = ((0, 0), (1, 0), (2, 0), (4, 0), (5, 0), (3, 0))
_BELOW = ((0, 0), (0, 1), None, (0, 2, 2, 1), (1, 0, 1, 2), None)
"""Row, column and spans of icon, verdict, line, reasons, remarks and sentence in the grid."""
_BRIEF = ((0, 0, 2, 1), (0, 1), None, None, None, (1, 1))
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

    In private mode it is shown where the answers lead, and with a verdict that a person overruled,
    that of the rules. In projected mode nobody's wish is weighed in public: while answers are
    missing, it is shown what they are for.

    In a narrow window it is brief, unless it was overruled: the verdict, and below it one sentence,
    with room reserved for any verdict, so that the criteria above never move while one answers.

    Signals:
        content_changed: The content changed, and may need another height.
    """

    content_changed = Signal()

    def __init__(self, private: bool) -> None:
        super().__init__()
        self._private = private
        self._kind = OutcomeKind.OPEN
        self._undecided = True
        self._icon = _OutcomeIcon()
        self._verdict = Text("problem", "")
        self._rule = Text("body", "")
        self._overruled_rule = Text("meta", "")
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
        self._overruled = False
        self._rule_words = ""
        self._has_solution = False
        self._sentence = Text("body", "")
        self._arrange()
        theme().changed.connect(self._restyle)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._restyle()

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        """Show the verdict on a problem."""
        appraisal = appraisal_of(state, problem)
        decision = state.decision_of(problem)
        verdict = state.verdict_of(problem)
        self._overruled = appraisal.override is not None
        self._kind = OUTCOME_OF[verdict]
        self._undecided = verdict is Verdict.OPEN
        self._icon.set_kind(self._kind)
        to_go = len(state.open_criteria(problem))
        self._verdict.setText(
            tr("appraise.verdict.to_go", n=to_go) if self._undecided else verdict_word(verdict)
        )
        self.reasons.show_reasons([] if self._undecided else _reasons(appraisal, decision))
        self._rule_words = rule_words(texts(), state, problem)
        self._show_rule(appraisal, decision)
        self._show_counts(state, problem)
        self._has_solution = OutcomeKind.SOLUTION in state.outcomes_of(problem)
        solved = self._has_solution and (self._overruled or not decision.rule.solved)
        self._solved.setVisible(solved)
        said = self._rule_words
        if self._undecided:
            lead = tr("appraise.verdict.lead")
            said = _outlook_sentence(state, problem) if self._private else lead
        if solved:
            said = f"{said}\n{tr('appraise.verdict.solved')}".strip()
        self._sentence.setText(said)
        self.setAccessibleName(self._verdict.text())
        if self._rules is not None:
            self._rules.show_pieces(*_rule_pieces(state, problem))
            self._rules.setVisible(not self._overruled)
            self._reasons_box.setVisible(self._overruled)
        self._restyle()
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

    @property
    def _is_brief(self) -> bool:
        return theme().metrics.narrow and not self._wide and not self._overruled

    def _show_rule(self, appraisal: Appraisal, decision: Decision) -> None:
        self._own_row.setVisible(self._overruled and self._private)
        rule = self._rule_words
        if self._overruled:
            who = appraisal.override_by
            key = "person" if who else "somebody"
            self._rule.setText(tr(f"appraise.verdict.{key}", who=who))
            self._own.set_outcome(OUTCOME_OF[decision.verdict], verdict_word(decision.verdict))
            self._overruled_rule.setText(rule)
        else:
            self._rule.setText(rule)
        self._rule.setVisible(not self._undecided)
        self._overruled_rule.setVisible(self._overruled and self._private and not self._undecided)

    def _show_counts(self, state: WorkshopState, problem: Problem) -> None:
        """Show the numbers of answered, unanswered and unneeded questions, next to their icons."""
        appraisal = appraisal_of(state, problem)
        unanswered = len(state.open_criteria(problem))
        answered = sum(bool(answer) for answer in appraisal.answers.values())
        rest = len(appraisal.answers) - answered - unanswered
        counts = {"answered": answered, "unanswered": unanswered, "not_needed": rest}
        for name, line in self._counts.items():
            line.set_words(tr(f"appraise.verdict.{name}", n=counts[name]))
            needed = bool(counts[name]) or name != "not_needed"
            line.setVisible(self._private and self._undecided and needed)

    def _show_more(self) -> None:
        others = self.reasons.rows_before() + self.reasons.rows_after()
        self.more.setVisible(others > 0 and not self._is_brief)  # all rules are one key away
        self.content_changed.emit()

    def _arrange(self) -> None:
        self._hairline = Line()
        reasons = column(None, (self.reasons, 1), self.more, gap=0)
        own = Flow()
        own.addWidget(self._own_label)
        own.addWidget(self._own)
        self._own_row = QWidget()
        self._reasons_box = QWidget()
        self._remarks = QWidget()
        self._remark_lines = column(
            None,
            *(
                self._solved,
                self._rule,
                self._own_row,
                self._overruled_rule,
                *self._counts.values(),
            ),
            gap=4,
        )
        boxes = (
            (self._own_row, own),
            (self._reasons_box, reasons),
            (self._remarks, self._remark_lines),
        )
        for box, layout in boxes:
            layout.setContentsMargins(0, 0, 0, 0)
            box.setLayout(layout)
        self._grid = QGridLayout(self)
        self._parts = (
            self._icon,
            self._verdict,
            self._hairline,
            self._reasons_box,
            self._remarks,
            self._sentence,
        )

    def _restyle(self) -> None:
        """Lay out in one column, or low and wide below the criteria."""
        metrics = theme().metrics
        below = metrics.narrow or self._wide
        self._verdict.set_role("title" if metrics.private else "problem")
        for part in self._parts:
            self._grid.removeWidget(part)
        brief = self._is_brief
        places = _BRIEF if brief else _BELOW if below else _BESIDE
        for part, place in zip(self._parts, places, strict=True):
            if place is not None:
                self._grid.addWidget(part, *place)
        if self._rules is not None:
            self._grid.addWidget(self._rules, 0, 2, 2, 1)
        asks = self._undecided and not self._wide
        self._sentence.setVisible(brief or asks)
        self._remarks.setVisible(not brief)
        if self._rules is None:
            self._reasons_box.setVisible(not brief and not asks)
        self._hairline.setVisible(not below)
        self._icon.setVisible(below or not (metrics.private and metrics.rather_low))
        self._share_columns()
        self._grid.setRowStretch(0, 1 if below else 0)
        self._grid.setRowStretch(4, 0 if below else 1)
        pad = _BRIEF_PAD if brief else 16 if metrics.rather_low or self._wide else 28
        self._grid.setContentsMargins(pad, pad, pad, pad)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2 if brief else 6 if metrics.rather_low else 10)
        self.updateGeometry()

    def _share_columns(self) -> None:
        """Share the width below the criteria between the verdict and its reasons or all rules."""
        below = theme().metrics.narrow or self._wide
        shares = (0, 1, 0) if self._is_brief else (0, 5, _RULES_SHARE if self._wide else 4)
        for number, stretch in enumerate(shares if below else (1, 0, 0)):
            self._grid.setColumnStretch(number, stretch)

    def height_for(self, width: int) -> int:
        """Return the height in px that is needed below the criteria."""
        self._remark_lines.activate()  # what was hidden or shown just now must count immediately
        self._grid.invalidate()
        needed = self._grid.totalMinimumHeightForWidth(width)
        if self._is_brief:
            return max(needed, self._brief_height(width))
        return max(needed, 32 + _REASON_LINES * theme().line_height("room") + 6)

    def _brief_height(self, width: int) -> int:
        """Return the height in px of the tallest verdict of the rules with the longest rule."""
        icon = self._icon.sizeHint().width() if self._icon.isVisibleTo(self) else 0
        room = max(1, width - 2 * _BRIEF_PAD - icon - self._grid.horizontalSpacing())
        verdicts = (verdict_word(verdict) for verdict in Verdict)
        tallest = _most_lines(verdicts, self._verdict.role, room)
        said = (tr(f"appraisal.{key}") for key in rule_texts())
        sentences = _most_lines(said, self._sentence.role, room)
        if self._has_solution:
            sentences += theme().line_height(self._sentence.role)
        return 2 * _BRIEF_PAD + tallest + self._grid.verticalSpacing() + sentences


def _most_lines(texts: Iterable[str], role: str, width: int) -> int:
    """Return the height in px of the text that needs the most lines in ``width`` px."""
    font, line = theme().font(role), theme().line_height(role)
    return max(len(lettered(words, font, line, width).lines) for words in texts) * line


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
        side = 44 if theme().metrics.rather_low else 80
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        style = OUTCOMES[self._kind]
        box = QRectF(self.rect())
        dashed = self._kind is OutcomeKind.OPEN
        border = theme().colour("edge") if dashed else None
        frame = box.adjusted(0.5, 0.5, -0.5, -0.5)
        rounded(painter, frame, 10, theme().colour(style.tint), border, dashed=dashed)
        inset = box.width() * 0.24
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, style.icon, style.colour, box.adjusted(inset, inset, -inset, -inset))


def _reasons(appraisal: Appraisal, decision: Decision) -> list[VerdictReason]:
    if appraisal.override is not None:
        return [VerdictReason("reason", appraisal.override_reason)]
    return [
        VerdictReason(criterion.value, because(criterion, appraisal.answer(criterion)),
               str(number_of(criterion)))
        for criterion in deciding_criteria(decision.rule, appraisal)
    ]  # fmt: skip


def _outlook_sentence(state: WorkshopState, problem: Problem) -> str:
    """Return in one sentence which answers to the next deciding question lead to which verdict.

    Answers that lead to more questions are omitted. Empty if no answer would decide.
    """
    found = [each for each in _prospects(state, problem) if each[1].verdict is not Verdict.OPEN]
    if not found:
        return ""
    parts = [
        tr("appraise.verdict.leads", answers=_answers_said(criterion, prospect),
           result=verdict_word(prospect.verdict))
        for criterion, prospect in found
    ]  # fmt: skip
    question = criterion_word(found[0][0])
    return tr(
        "appraise.verdict.outlook", question=question, leads=tr("appraise.verdict.and").join(parts)
    )


def _prospects(state: WorkshopState, problem: Problem) -> list[tuple[Criterion, Prospect]]:
    """Return the effects of the answers to the next question that can change the verdict."""
    still_open = state.open_criteria(problem)
    if not still_open:
        return []
    solved = OutcomeKind.SOLUTION in state.outcomes_of(problem)
    answers = appraisal_of(state, problem).answers
    return [(still_open[0], each) for each in prospects(answers, still_open[0], solved=solved)]


def _answers_said(criterion: Criterion, prospect: Prospect) -> str:
    """Return the answers of a prospect, quoted and joined."""
    return tr("appraise.verdict.or").join(
        tr("appraise.verdict.said", answer=tr(f"appraisal.answer.{criterion.value}.{answer}"))
        for answer in prospect.answers
    )


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
        row(self, IconLabel(icon, colour, 18), (self._words, 1), gap=8, around=NO_MARGINS)

    def set_words(self, words: str) -> None:
        """Show another text."""
        self._words.setText(words)
