"""The start page: today's workshop, a new one, the sample; in private mode also all records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout

from ui.actions.binding import bind_all, bind_button, bind_buttons
from ui.actions.offered import Beside, FootArea, Offered, Offers, left
from ui.actions.table import MOST_OTHERS
from ui.components.foot_buttons import Offering
from ui.components.news import news_version
from ui.components.page import Page
from ui.components.page_memory import memory, memory_of
from ui.components.places import CHECK
from ui.components.private_button import private_button
from ui.pages.start.first_view import FirstView
from ui.pages.start.projected_view import ProjectedView
from ui.pages.start.today import (
    TodayWords,
    nameless_words,
    words_for,
    words_without_workshop,
)
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.discard import discard
from ui.widgets.typing_guard import is_enter
from workshop_app.domain.audience_focus import AudienceFocus
from workshop_app.domain.sample import Sample
from workshop_app.domain.steps import Step, nearest_step
from workshop_app.i18n import tr
from workshop_app.services.queries import (
    has_workshops,
    is_new_store,
    is_untouched,
    todays_workshops,
)

if TYPE_CHECKING:
    from ui.pages.start.file_comparison import FileComparison
    from ui.pages.start.private_view import PrivateView
    from ui.pages.start.screen_check import ScreenCheck
    from workshop_app.domain.state import WorkshopState


class StartPage(Page):
    """The first page of the program, to which the house in the top bar leads."""

    NAME = "start"

    def build(self) -> None:
        self._workshop: WorkshopState | None = None
        """The one to go on with: the open workshop, or today's."""
        self._others: tuple[WorkshopState, ...] = ()
        """Further workshops of today, which projected mode offers without a name."""
        effects: dict[str, Callable[[], object]] = {
            "start.new": self.api.new_workshop,
            "start.sample": self._open_or_leave_sample,
            "start.second_visit": lambda: self.api.open_sample(Sample.SECOND_VISIT),
            "start.check": self._check_screen,
        }
        if self.private:
            effects["start.take"] = lambda: self._private_view().choose_file()
        self._bound = bind_all(self, effects, buttons=True)
        begin = bind_button(self, "start.begin", self._start, listens=False)
        self._bound["start.begin"] = begin
        self._bound_others = bind_buttons(self, "start.other", self._open_other)
        self._version = news_version()
        self._layers = QStackedLayout(self)
        self._build_view()
        self._checked_from = ""
        """The page to which the text sizes for the room lead back; empty for this one."""
        if not self.private and "checking" in memory(self):
            self._checked_from = str(memory(self).pop("checking"))
            self._layers.setCurrentWidget(self._check)
        self._make_foot()
        theme().changed.connect(self._follow_size)

    def refresh(self) -> None:
        today = date.today()
        self._find_workshops(self.session.state, today)
        if self._kind() != self._built_for:  # such as after the first workshop was made
            self._replace_view()
        self.view.refresh(self._words(today))
        words = "next_visit_private" if self._is_over else "others_private"
        self._to_private.setText(tr(f"start.{words}"))

    def _find_workshops(self, state: WorkshopState | None, today: date) -> None:
        """Find the workshop to go on with, and the others of today.

        It is the open one, unless nothing was entered into that and there is another one today.
        """
        todays = todays_workshops(self.session, today.isoformat())
        if state is not None and (not todays or not is_untouched(self.session, state.workshop.id)):
            rest = (each for each in todays if each.workshop.id != state.workshop.id)
            todays = (state, *rest)
        self._workshop = next(iter(todays), None)
        others = todays[1 : 1 + MOST_OTHERS] if not self.private else ()
        self._others = tuple(sorted(others, key=lambda each: each.workshop.start_time))

    def _words(self, today: date) -> TodayWords:
        """Return the texts for the workshop to go on with.

        Projected mode does not name it if today has workshops of several customers and none is
        open: the room may be that of another one. Such a workshop is opened behind black.
        """
        found = self._workshop
        if found is None:
            return words_without_workshop(today)
        worked = self.session.worked_at if self._is_open(found) else None
        step = worked.step if worked is not None else None
        return words_for(found, today, named=self._is_named(found), step=step)

    def _is_open(self, found: WorkshopState) -> bool:
        return self.session.workshop_id == found.workshop.id

    def _is_named(self, found: WorkshopState) -> bool:
        """Return whether the page shows whose a workshop is."""
        customers = {each.customer.id for each in (found, *self._others)}
        return self.private or self._is_open(found) or len(customers) == 1

    def offered(self) -> Offers:
        icon, words = self._note_words()
        in_sample = self.api.in_sample
        sample = Offered(tr("start.sample.leave" if in_sample else "start.sample.do"))
        offers: Offers = {"start.sample": sample}
        written = bool(self._written_words())
        if self.private:
            ways = () if in_sample else ("start.second_visit", "start.take")
            offers["start.sample"] = sample._replace(
                area=FootArea.LEFT, icon="arrow-left" if in_sample else "play"
            )
            offers |= {way: left() for way in (*ways, "start.check")}
            if icon == "folder" and not in_sample:  # what was written needs their place
                hidden = (*ways, "start.check") if written else ways
                offers |= {way: Offered() for way in hidden}
                offers |= {"start.sample": sample} if written else {}
        if written:
            offers["papers"] = Beside(FootArea.LEFT)
        elif isinstance(self.view, FirstView):
            offers |= {
                "start.second_visit": left(),
                "start.check": left(),
            }
        if not self.private or icon != "no-network":
            offers["note"] = Beside(FootArea.LEFT, words, icon=icon)
        beside = self._is_over or not written
        if beside and isinstance(self.view, ProjectedView) and not self.api.in_sample:
            offers["private"] = Beside(FootArea.RIGHT)
        return offers

    @property
    def _is_over(self) -> bool:
        """Whether the papers of the workshop to go on with were written: the next visit follows."""
        return self._workshop is not None and self._workshop.written

    def parts(self) -> Sequence[Offering]:
        if isinstance(self._over, Offering):
            return (self, self._over)
        return (self,) if isinstance(self.view, FirstView | ProjectedView) else (self, self.view)

    def focus_start(self) -> None:
        (self._over or self.view).focus_start()

    def audience_focus(self) -> AudienceFocus:
        return AudienceFocus()

    def handle_escape(self) -> bool:
        if self._over is None:
            return self.view.handle_escape()
        self._over.leave()
        return True

    def _end_check(self) -> None:
        self._show_view()
        if self._checked_from:
            self.api.go(self._checked_from)

    def _show_view(self) -> None:
        self._layers.setCurrentWidget(self.view)
        self.show_front()

    def open_files(self, paths: Sequence[Path]) -> bool:
        if not self.private or len(paths) != 1:
            return False
        return self._private_view().take(paths[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self._bound["start.begin"].trigger()  # no particular widget has the focus
        else:
            super().keyPressEvent(event)

    def _build_view(self) -> None:
        """Build the view for the mode and the size of the window."""
        self._built_for = self._kind()
        self.view: PrivateView | ProjectedView | FirstView = self._make_view()
        self._layers.insertWidget(0, self.view)

    def _make_view(self) -> PrivateView | ProjectedView | FirstView:
        if not self.private:
            if self._is_first():
                return FirstView(self._bound)
            others = list(zip(self._others, self._bound_others, strict=False))
            return ProjectedView(
                self._bound, others, in_sample=self.api.in_sample, has_news=self._has_news
            )
        from ui.pages.start.private_view import PrivateView  # not on the start path

        view = PrivateView(self.api, self._bound["start.new"])
        view.read.connect(self._compare)
        return view

    @property
    def _has_news(self) -> bool:
        """Whether the program was updated since the page was last shown."""
        return self.api.settings.seen_version not in ("", self._version)

    def commit_pending(self) -> None:
        super().commit_pending()
        seen = isinstance(self.view, ProjectedView) or not self._has_news
        if seen and self.isVisible() and self.api.settings.seen_version != self._version:
            self.api.save_setting(seen_version=self._version)

    def _is_first(self) -> bool:
        """Whether there is no workshop yet, so that the rehearsal is offered first."""
        return not self.api.in_sample and not has_workshops(self.session)

    def _kind(self) -> tuple[object, ...]:
        """The properties for which a view is built; it follows other theme changes itself."""
        metrics = theme().metrics
        first = not self.private and self._is_first()
        others = tuple(nameless_words(each) for each in self._others)
        sizes = metrics.narrow, metrics.low, metrics.rather_low
        return *sizes, first, others, self._has_news

    def _follow_size(self) -> None:
        """Rebuild the view when the window became narrow, low, or large again."""
        if self.isVisible() and self._kind() != self._built_for:
            self._replace_view()
            self.refresh()
            self.show_front()

    def _replace_view(self) -> None:
        old = self.view
        shown = self._layers.currentWidget()
        self._build_view()
        self.view.take_over(old)
        self._layers.removeWidget(old)
        discard(old)
        self._layers.setCurrentWidget(self.view if shown is old or shown is None else shown)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_size()

    def _make_foot(self) -> None:
        papers = ActionButton(tr("start.papers.show"), "document", parent=self)
        papers.clicked.connect(lambda: self.api.go_to("wrap_up", "papers"))
        self._to_private = private_button(self.api, tr("start.others_private"), parent=self)
        for name, button in (("papers", papers), ("private", self._to_private)):
            button.hide()
            self.foot_widgets[name] = button

    def _note_words(self) -> tuple[str, str]:
        """Return icon and text of the foot bar: papers, the sample, a new store, or no network."""
        if words := self._written_words():
            return "folder", words
        if self.api.in_sample:
            return "play", tr("start.sample.foot")
        if is_new_store(self.session):
            shown = "start.first_start_private" if self.private else "start.first_start"
            return "folder", tr(shown)
        return "no-network", tr("start.offline")

    def _written_words(self) -> str:
        """Return how many papers of the open workshop were written, and where; empty if none.

        In projected mode the name of a folder that somebody chose is not shown.
        """
        if self.session.state is None or not memory_of(self.api, "jobs"):
            return ""
        from ui.components.papers.jobs import ExportJob  # not on the start path

        job = ExportJob.of(self.api)
        result = job.run.result if job is not None and job.run is not None else None
        if job is None or result is None or not result.files:
            return ""
        count = len(result.files)
        if self.api.settings.export_folder and not self.private:
            return tr("start.papers.written", n=count)
        return tr("start.papers.where", n=count, folder=job.folder.parent.name)

    def _start(self) -> None:
        if self.private:
            self._private_view().go_on()
        elif isinstance(self.view, FirstView):
            self.api.rehearse()
        elif self._workshop is None:
            self.api.new_workshop()
        else:
            begins = self._words(date.today()).begins
            self._open(self._workshop)
            if begins and self._workshop.before is None:
                self.api.go(nearest_step(self._workshop.workshop.kind, Step.CONTEXT).value)

    def _open(self, found: WorkshopState) -> None:
        """Open a workshop; behind black if the room may not know whose it is."""
        self.api.open_workshop(found.workshop.id, unseen=not self._is_named(found))

    def _open_other(self, number: int) -> bool:
        if number > len(self._others):
            return False
        self.api.open_workshop(self._others[number - 1].workshop.id, unseen=True)
        return True

    def _private_view(self) -> PrivateView:
        from ui.pages.start.private_view import PrivateView

        if not isinstance(self.view, PrivateView):
            raise TypeError(self.view)
        return self.view

    def _open_or_leave_sample(self) -> None:
        (self.api.leave_sample if self.api.in_sample else self.api.open_sample)()

    def show_location(self, name: str) -> None:
        if name.startswith(CHECK):
            self._check_screen(name.removeprefix(CHECK))

    def _check_screen(self, back: str = "") -> None:
        """Show the text sizes for the room, which only projected mode has."""
        self._checked_from = back
        if self.private:
            memory(self)["checking"] = back
            self.api.set_private(False)
            return
        self._layers.setCurrentWidget(self._check)
        self._check.setFocus()

    @property
    def _over(self) -> ScreenCheck | FileComparison | None:
        """What is shown instead of the view."""
        over = self._layers.currentWidget()
        return None if over is self.view else cast("ScreenCheck | FileComparison | None", over)

    def _compare(self, file: WorkshopState) -> None:
        """Import a workshop file, or show first what a person has to decide."""
        self._layers.setCurrentWidget(self._comparison)
        self._comparison.offer(file)

    def _compared(self, workshop_id: str) -> None:
        self._show_view()
        if workshop_id:
            self._private_view().show_record(workshop_id)

    @cached_property
    def _check(self) -> ScreenCheck:
        """The view of the text sizes for the room."""
        from ui.pages.start.screen_check import ScreenCheck  # not on the start path

        check = ScreenCheck()
        check.closed.connect(self._end_check)
        self._layers.addWidget(check)
        return check

    @cached_property
    def _comparison(self) -> FileComparison:
        from ui.pages.start.file_comparison import FileComparison  # not on the start path

        comparison = FileComparison(self.api)
        comparison.closed.connect(self._compared)
        self._layers.addWidget(comparison)
        return comparison
