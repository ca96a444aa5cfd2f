"""The page of step 5, Choose: the room chooses what to work on, in rounds by hands or dots."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence

from ui.actions.binding import bind, bind_all, bind_button
from ui.actions.offered import PRIMARY, Beside, FootArea, Offers, left, primary
from ui.actions.table import key_of
from ui.components.empty_state import StartButton
from ui.components.foot_buttons import Offering
from ui.components.method_heard import correct_method
from ui.components.page import Page
from ui.components.page_memory import memory
from ui.components.side_panel import lay_out, problem_note, side_panel
from ui.components.step_intro import StepIntro
from ui.pages.choose.closed_round import ClosedRound, uncounted_words
from ui.pages.choose.dot_ballots import DotBallots
from ui.pages.choose.hand_count import HandCount
from ui.pages.choose.part import ChoosePart
from ui.theme.theme import theme
from ui.widgets.boxes import column
from workshop_app.domain.audience_focus import AudienceFocus
from workshop_app.domain.facts.ranking import suggested_count
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.choosing import (
    EditVote,
    StartRound,
)

_FEWEST_DOTS = 3


class ChoosePage(Page):
    """While a round is open only the problems are shown; after closing, ranking and choice."""

    NAME = Step.CHOOSE.value

    def build(self) -> None:
        self.hand_count = HandCount(self.api)
        self.dot_ballots = DotBallots(self.api)
        self.closed_round = ClosedRound(self.api)
        self._parts = (self.hand_count, self.dot_ballots, self.closed_round)
        self.intro = StepIntro(self.api, Step.CHOOSE)
        self._bind_actions()
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        state = self.state
        listed = bool(state.listed)
        if (
            not state.workshop.vote_closed
            and not self.closed_round.isHidden()
            and state.votes.uncounted
        ):
            self._memory["current"] = ""  # reopened: what is not counted comes first
        for part in self._parts:
            part.setVisible(listed and part is self._shown)
        begun = bool(state.tallies or state.dots or state.chosen)
        to_list = StartButton(
            tr("guide.to_list"), self._go_to_list, key=key_of("everywhere.primary")
        )
        due = not (begun or (listed and state.workshop.dots))  # ballots have an example
        self.intro.show_state(state, due=due, begin=None if listed else to_list, brief=listed)
        if listed:
            self._shown.show_round()
            self._memory["current"] = self._shown.current_id()
        self._show_side(state)
        self._show_foot()

    def show_record(self, record_id: str) -> None:
        if record_id in (problem.id for problem in self.state.listed):
            self._shown.go_to(record_id)

    def offered(self) -> Offers:
        state = self.state
        if not state.listed:
            return {}
        if not state.workshop.vote_closed:
            return _in_open_round(state)
        row = self.closed_round.view.current_row
        words = (tr("choose.rank.mark"), tr("choose.rank.unmark"))
        chosen = row is not None and bool(row.checked)
        return {
            "choose.mark": left(words[chosen])._replace(
                icon="close" if chosen else "", alternatives=words
            ),
            "choose.find": left(),
            "choose.reopen": left(),  # where no way of the open round is
            "choose.again": left(),  # these begin another vote, and come last
            **({"choose.tied": left()} if self.closed_round.tied_ids() else {}),
            PRIMARY: primary(
                tr("choose.rank.go_on"),
                filled=bool(state.chosen) and not self.closed_round.open_tie,
            ),
        }

    def parts(self) -> Sequence[Offering]:
        return (self, self._shown) if self.state.listed else (self,)

    def focus_start(self) -> None:
        (self._shown if self.state.listed else self.intro).focus_start()

    def audience_focus(self) -> AudienceFocus:
        return AudienceFocus(step=Step.CHOOSE, record_id=self.closed_round.current)

    def reveal(self) -> bool:
        if super().reveal():
            return True
        if not self.state.listed or self.state.workshop.vote_closed:
            return False
        self._set_closed(closed=True)
        return True

    def commit_pending(self) -> None:
        for part in self._parts:
            if part.isVisible():
                part.leave()
        super().commit_pending()

    # -- building

    def _bind_actions(self) -> None:
        handlers = {
            "choose.close": self._close_round,
            "choose.way": self._switch_method,
            "choose.reopen": self._reopen_round,
            "choose.again": self._start_round,
            "choose.tied": self._start_tied_round,
            "choose.find": self._let_them_find,
        }
        bind_all(self, handlers, buttons=True)
        mark = bind_button(self, "choose.mark", self._toggle_current)
        mark.setShortcut(QKeySequence(mark.keys[-1]))  # the list handles Space

    def _arrange(self) -> None:
        sides = (theme().metrics.edge, 0, theme().metrics.margin, 0)
        intro = column(None, self.intro, around=sides)
        parts = [(each, 1) for each in self._parts]
        work = column(None, *parts, intro, gap=0)
        work.addStretch(0)
        self.side = side_panel(self, note=problem_note)
        lay_out(self, work, self.side)

    def _connect(self) -> None:
        bind(self, "choose.heard", self._correct_method)
        for part in self._parts:
            part.changed.connect(self._show_again)
        self.closed_round.view.current_changed.connect(self._follow)
        self.closed_round.view.page_changed.connect(self._show_foot)
        self.closed_round.top.value_changed.connect(self._show_foot)
        self.closed_round.view.take_paging_keys()

    def _correct_method(self) -> bool:
        problem = self.state.problem(self.closed_round.current)
        return correct_method(self.api, self, (problem,) if problem is not None else ())

    def do_primary(self) -> None:
        self.api.go(Step.SOLVE.value)

    def _let_them_find(self) -> None:
        self.api.go_to(Step.SOLVE.value, "find")

    def _go_to_list(self) -> None:
        self.api.go(Step.LIST.value)

    # -- content

    def _show_side(self, state: WorkshopState) -> None:
        if self.side is None:
            return
        problem = state.problem(self.closed_round.current)
        self.side.set_subject(problem is not None)
        if problem is not None and self.private:
            from ui.components.problem_notes import speaker_pieces
            from ui.pages.choose.round_details import round_details

            heading = tr("choose.details.round", n=state.workshop.round)
            pieces = [*round_details(state), *speaker_pieces(state, problem)]
            self.side.show_details(heading, pieces)
            self.side.show_note(problem)

    def _show_foot(self) -> None:
        self.api.update_foot()

    # -- actions

    def _show_again(self) -> None:
        self.refresh()
        self.audience_focus_changed.emit()

    def _follow(self, problem_id: str) -> None:
        """Show what depends on the current row of the ranking, which itself does not."""
        self._memory["current"] = problem_id
        self._show_side(self.state)
        self._show_foot()
        self.audience_focus_changed.emit()

    @property
    def _memory(self) -> dict[str, object]:
        """Current problem, current ballot and number of dots, for the open workshop."""
        return memory(self)

    @property
    def _shown(self) -> ChoosePart:
        """The part for the state of the round."""
        workshop = self.state.workshop
        if workshop.vote_closed:
            return self.closed_round
        return self.dot_ballots if workshop.dots else self.hand_count

    def _switch_method(self) -> None:
        """Switch the way of counting; the previous counts return after another switch."""
        self._shown.leave()
        state = self.state
        if state.workshop.dots:
            self._memory["dots"] = state.workshop.dots
            dots = 0
        else:
            given = map(state.votes.given_by, state.votes.voters)
            kept = self._memory.get("dots", 0)
            dots = max(
                [
                    kept
                    if isinstance(kept, int) and kept
                    else max(_FEWEST_DOTS, suggested_count(state)),
                    *given,
                ]
            )
        if self.api.execute(EditVote(state.workshop.id, "dots", dots)) is not None:
            self.focus_start()

    def _start_tied_round(self) -> None:
        """Start a round about the tie only."""
        self._start_round(self.closed_round.tied_ids())

    def _start_round(self, problem_ids: tuple[str, ...] = ()) -> None:
        """Start a round about these problems, or about all of them if empty."""
        before = dict(self._memory)
        self._memory.update(current="", voter=1)
        if self.api.execute(StartRound(problem_ids)) is None:
            self._memory.update(before)
            return
        self.focus_start()
        self.api.toast(tr("choose.done.round", n=self.state.workshop.round), undo=True)

    def _close_round(self) -> None:
        self._set_closed(closed=True)

    def _reopen_round(self) -> None:
        self._set_closed(closed=False)

    def _set_closed(self, *, closed: bool) -> None:
        if closed and not self._shown.commit():
            return
        before = self._memory.get("current", "")
        if closed:
            self._memory["current"] = ""
        if self.api.execute(EditVote(self.state.workshop.id, "vote_closed", closed)) is None:
            self._memory["current"] = before
            return
        self.focus_start()
        words = self._words_of_closing() if closed else tr("choose.done.reopened")
        self.api.toast(words, undo=True)

    def _words_of_closing(self) -> str:
        """Return that the round is closed, and what was not counted."""
        missing = uncounted_words(self.state)
        closed_early = tr("choose.done.closed_early", missing=missing)
        return closed_early if missing else tr("choose.done.closed")

    def _toggle_current(self) -> None:
        self.closed_round.toggle(self.closed_round.current)


def _in_open_round(state: WorkshopState) -> Offers:
    """Say on the primary button what is not counted yet; it is filled once everything is."""
    dots = state.workshop.dots > 0
    missing = state.votes.uncounted
    early = "choose.dots.close_early" if dots else "choose.count.close_early"
    words = tr(early, n=missing) if missing else tr("choose.count.close")
    return {
        **({} if dots else {"choose.hand": left()._replace(icon="check")}),
        "choose.way": left(tr("choose.dots.to_hands" if dots else "choose.dots.to_dots")),
        "hidden": Beside(FootArea.LEFT, tr("choose.count.hidden")),
        "choose.close": primary(words, filled=not missing),
    }
