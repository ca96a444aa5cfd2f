"""The program's window: the presenter's window with settings, catalogue and sample."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from ui.actions.binding import bind, bind_each
from ui.actions.table import ACTIONS, key_of
from ui.components import places
from ui.components.file_drop import FileDrop
from ui.components.page import Page
from ui.theme.theme import theme
from ui.widgets.motion import shows_motion
from ui.window.banners import StandingOffer
from ui.window.clocks import TimerClock
from ui.window.presenter import PresenterWindow
from ui.window.return_links import Origin, ReturnLinks
from workshop_app import paths, settings
from workshop_app.domain.changes import Changes
from workshop_app.domain.errors import StoreError, UserError
from workshop_app.domain.sample import Sample
from workshop_app.domain.steps import Step, is_done, steps_of
from workshop_app.i18n import language, tr
from workshop_app.services import queries
from workshop_app.services.session import Session
from workshop_app.settings import TEXT_SIZES, Settings

if TYPE_CHECKING:
    from ui.auto_backup import AutoBackup
    from ui.window.awake import Awake
    from ui.window.sample_store import SampleStore
    from workshop_app.services.answers import Answers


_LED_TO_OTHERWISE = {"last_time"}
"""Places that are not always there."""


class MainWindow(PresenterWindow):
    """Opens workshops, creates new ones, and opens and leaves the sample."""

    def __init__(
        self, session: Session, settings: Settings, *, clock: TimerClock | None = None
    ) -> None:
        super().__init__(session, clock=clock)
        self.settings = settings
        self._follow_settings()
        self._own_session = session
        self.recovery_wanted = False
        self._recovery_offered = False
        self._sample: SampleStore | None = None
        self._return_links = ReturnLinks()
        self.awake: Awake | None = None
        self.audience.changed.connect(self._keep_awake)
        for definition in ACTIONS["everywhere"]:
            place = definition.name
            if place in places.PLACES and place not in _LED_TO_OTHERWISE:
                bind(self, definition.id, partial(self._show_place_of_key, place))
        bind(self, "everywhere.last_time", self._show_last_time)
        bind_each(self, "everywhere.text_size", lambda n: self.step_text_size(-1 if n else 1))
        bind(self, "everywhere.script", self._say_script)
        self.timer.ended.connect(self._signal_end)
        drop = FileDrop(self.page_stack)
        drop.dropped.connect(self.open_files)
        drop.entered.connect(self._say_where_read)

    def go(self, page_name: str) -> None:
        """Show another page; from a place outside the steps `go_back` returns."""
        focus = QApplication.focusWidget()
        if focus is not None and not self.page_stack.isAncestorOf(focus):
            focus = None
        workshop = self.session.workshop_id or ""
        origin = Origin(self.page_name, workshop, focus, asked=self.page_stack.asks)
        self._return_links.open(page_name, origin)
        super().go(page_name)
        self.private_banner.show_script(self.script() if self.private else "")
        self._keep_awake()

    @property
    def way_back(self) -> Sequence[str]:
        """The pages to which `go_back` leads, one after the other."""
        return list(self._return_links.way_back(self.page_name))[1:]

    def go_back(self) -> None:
        """Go back to where the current page was opened: workshop, page, question and keyboard."""
        origin = self._return_links.origin(self.page_name)
        self._reopen(origin.workshop)
        self.go(origin.page)
        if origin.asked:
            self.show_private_question()
        elif origin.focus is not None and isValid(origin.focus) and self.page_stack.page:
            self.page_stack.page.show_part(origin.focus)
            if origin.focus.isVisible():
                origin.focus.setFocus()

    def open_beside(self, workshop_id: str, place: str, there: str) -> None:
        """Open a workshop at a place outside the steps; `go_back` returns to this one."""
        if self.page_stack.page is not None:
            self.page_stack.page.commit_pending()
        here = self.page_name
        open_here = self.session.workshop_id
        try:
            if open_here != workshop_id:
                self.session.open(workshop_id)
        except UserError as error:
            self.refuse(error)
            return
        self.go_to(place, there)
        self._return_links.open(place, Origin(here, open_here or ""))

    def _reopen(self, workshop_id: str) -> None:
        """Reopen a workshop; does nothing if it was deleted or is in another store."""
        if workshop_id in ("", self.session.workshop_id):
            return
        if self.page_stack.page is not None:
            self.page_stack.page.commit_pending()
        with suppress(UserError):
            self.session.open(workshop_id)

    def _show_last_time(self) -> bool:
        """Go to the review of the previous visit; return False if there is none."""
        state = self.session.state
        if state is None or state.before is None:
            return False
        self.go("last_time")
        return True

    def open_files(self, paths: Sequence[Path]) -> None:
        """Pass dropped files to the current page, or to List if it does not handle them."""
        page = self.page_stack.page
        if page is None or self.lock.on or self.frozen or page.open_files(paths):
            return
        if self.session.state is not None:
            self.go(Step.LIST.value)
            page = self.page_stack.page
            if page is not None:
                page.open_files(paths)

    def _say_where_read(self) -> None:
        """Say that what is dragged over the page would be read in List, not here."""
        page = self.page_stack.page
        reads_itself = page is None or type(page).open_files is not Page.open_files
        if not (reads_itself or self.lock.on or self.frozen or self.session.state is None):
            self.toast(tr("frame.drop", place=tr(f"steps.name.{Step.LIST.value}")))

    def open_workshop_file(self, file: Path) -> None:
        """Import a workshop file with which the program was started, as on the start page.

        This needs private mode, since before the audience not even the file's name may appear.
        """
        if self.lock.on or self.frozen or self.in_sample:
            self.say_error(tr("start.take.not_now"))
        elif self.private:
            self._take_workshop_file(file)
        else:
            self.private_entry.request(partial(self._take_workshop_file, file))

    def _take_workshop_file(self, file: Path) -> None:
        self.go("start")
        self.open_files([file])

    def script(self) -> str:
        """Return what the facilitator may say; empty if switched off, or outside the steps."""
        step = places.find(self.page_name).step
        wanted = self.settings.script_lines == "on" and step is not None
        return tr(f"script.say.{self.page_name}") if wanted else ""

    def _say_script(self) -> None:
        """Show the introduction of the step with what may be said; without one only that."""
        from ui.components.step_intro import StepIntro

        page = self.page_stack.page
        intro = page.findChild(StepIntro) if page is not None else None
        if isinstance(intro, StepIntro) and intro.recall():
            return
        words = self.script()
        if words:
            self.toast(words)

    @cached_property
    def answers(self) -> Answers:
        """The catalogue's answers, read on first use to keep the start fast."""
        from workshop_app.services.answers import Answers
        from workshop_app.services.experience import Experience
        from workshop_app.services.own_catalogues import added_editions, catalogue_folders

        experience = Experience(lambda: self.session)
        return Answers(experience, lambda: catalogue_folders(self.settings), added_editions)

    @cached_property
    def backups(self) -> AutoBackup:
        """The automatic copies of the own records, started by the program's main window only."""
        from ui.auto_backup import AutoBackup

        return AutoBackup(self, self._own_session, self.second_folder)

    def offer_recovery(self, *, copied: bool) -> None:
        """Offer from now on to continue with a recovery, as nothing more is written.

        `copied` says whether there are copies or journals; else the readable rows are collected.
        """
        self._recovery_offered = True
        self.bar.saved.show_failed()
        sentence = partial(tr, "recovery.offer" if copied else "recovery.offer_rows")
        words = partial(tr, "recovery.begin")
        self.notice_banner.keep(StandingOffer(sentence, words, self.begin_recovery))

    def refuse(self, error: UserError) -> None:
        """Show in one sentence why something was refused."""
        super().refuse(error)
        if self._recovery_offered and isinstance(error, StoreError):
            self.notice_banner.say(tr("recovery.not_kept"))

    def begin_recovery(self) -> None:
        """Close the window, so that the program recovers the records and continues with them."""
        self.recovery_wanted = True
        self.end()

    def second_folder(self) -> Path | None:
        """The second folder for copies; None if there is none."""
        chosen = self.settings.copies_folder
        return Path(chosen) if chosen else None

    def save_setting(self, **changes: object) -> bool:
        """Change settings by name and save them; return whether that succeeded."""
        for name, value in changes.items():
            getattr(self.settings, name)  # a misspelt name must not create a new attribute
            setattr(self.settings, name, value)
        self._follow_settings()
        try:
            settings.save(self.settings, paths.settings_path())
        except OSError:
            self.say_error(tr("settings.not_kept"))
            return False
        return True

    def _follow_settings(self) -> None:
        self.key_caps.set_always(self.settings.show_keys == "on")
        theme().moving = self.settings.motion == "on" and shows_motion()

    def set_text_size(self, percent: int) -> None:
        """Show small texts at one of ``TEXT_SIZES`` in percent, without the audience's text."""
        if percent not in TEXT_SIZES:
            return
        self.save_setting(text_size=percent)
        self.theme.set_text_scale(percent / 100)
        self.rebuild()
        self.toast(tr("settings.text_size_now", percent=percent))

    def step_text_size(self, by: int) -> None:
        """Go to the next larger or smaller text size, if there is one."""
        step = TEXT_SIZES.index(self.settings.text_size) + by
        if 0 <= step < len(TEXT_SIZES):
            self.set_text_size(TEXT_SIZES[step])

    @property
    def in_sample(self) -> bool:
        """Whether the sample is open, in a separate store."""
        return self._sample is not None

    def open_workshop(self, workshop_id: str, *, unseen: bool = False) -> None:
        """Open a workshop at the step where it was worked on last.

        With ``unseen`` the window becomes black first. A display of its own becomes it anyway.
        """
        if unseen and not self.audience.live:
            self.menus.close()
            self.black_overlay.cover(tr("start.unseen"))
        try:
            if self.session.workshop_id != workshop_id:
                self.session.open(workshop_id)
        except UserError as error:
            self.say_error(tr(error.key, **error.values))
            return
        step = self._step_to_open()
        self.go("last_time" if self._begins_with_last_time(step) else step.value)
        self._show_restored(workshop_id, step)
        self._return_links.forget()

    def _show_restored(self, workshop_id: str, step: Step) -> None:
        """Show the text that was typed last in an earlier run of the program and is unsaved.

        Only that of `step`, where it was worked on last, or of a later one: the workshop has gone
        on since any other was typed, which the bar names. A message says what is back of a
        workshop that had begun, and that the timer is paused.
        """
        if not self.unsent.is_first_opening(workshop_id):
            return
        pages = {one: places.find(one.page).shown_step for one in self.page_stack.waiting}
        typed = [one for one, at in pages.items() if at is not None and at.number >= step.number]
        if typed:
            self.show_unsent(typed[-1])
        if (typed or any(self.timer.spent().values())) and not self.timer.running:
            self.toast(tr("start.resumed_typed" if typed else "start.resumed"), done=False)

    def new_workshop(self) -> None:
        """Go to the preparation of a new workshop of today among the own records.

        One into which nothing was entered is taken, else one is created. A message says that others
        of today are on the start page.
        """
        self.leave_sample()
        today = date.today().isoformat()
        empty = queries.untouched_workshop(
            self.session, today, language(), self.settings.facilitator
        )
        others = [each.workshop.id for each in queries.todays_workshops(self.session, today)]
        self.session.close()
        new_id = empty.id if empty is not None else self._create_workshop(today)
        if new_id:
            self.session.open(new_id)
            self.go(Step.PREPARE.value)
            if set(others) - {new_id}:
                self.toast(tr("start.new.others_stay"))

    def _create_workshop(self, today: str) -> str:
        """Create a workshop and return its id; empty if it was refused."""
        from workshop_app.services.commands.workshops import CreateWorkshop  # not on the start path

        done = self.execute(
            CreateWorkshop(
                title=tr("start.untitled"),
                created_at=datetime.now().isoformat(timespec="seconds"),
                language=language(),
                date=today,
                facilitator=self.settings.facilitator,
            )
        )
        return str(done.result) if done is not None else ""

    def open_sample(self, which: Sample = Sample.FIRST_VISIT) -> None:
        """Open a sample in a separate, temporary store; the open workshop is kept."""
        from ui.window.sample_store import SampleStore

        if self._sample is None:
            try:
                self._sample = SampleStore(language(), which)
            except UserError as error:
                self.say_error(tr("start.sample.failed", reason=error.values.get("reason", "")))
                return
            self.use_session(self._sample.session)
        last_time = self._begins_with_last_time(Step.PREPARE)
        self.go("last_time" if last_time else Step.PREPARE.value)

    def _show_place_of_key(self, name: str) -> None:
        """Go to a place, or to its other view; for one of private mode only, show a message."""
        page = self.page_stack.page
        if name == self.page_name and page is not None and page.switch():
            return
        if places.find(name).private_only and not self.private:
            self.toast(tr("frame.private.only", key=key_of("everywhere.private")), done=False)
        else:
            self.go(name)

    def rehearse(self) -> None:
        """Open the sample with short instructions for each step."""
        self.open_sample()
        if self.in_sample:
            self.coach.begin()

    def leave_sample(self) -> None:
        """Return to the own records; the sample and all changes to it are discarded."""
        if self._sample is not None:
            sample = self._sample
            self._sample = None
            self.coach.leave()
            self.use_session(self._own_session)
            sample.discard()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if event.isAccepted() and self._sample is not None:
            self._sample.discard()
            self._sample = None

    def _signal_end(self) -> None:
        """Beep and flash at the end of a step's time, if enabled in the settings."""
        if self.settings.timer_signal == "on":
            QApplication.beep()
            self.bar.timer.flash()

    def _changed(self, changes: Changes) -> None:
        super()._changed(changes)
        if Changes.OPENED in changes:
            self._keep_awake()

    def _keep_awake(self) -> None:
        """Keep the display on while the audience looks at it or at this window."""
        if self.awake is not None:
            here = self.session.state is not None and not self.private
            self.awake.set_on(self.audience.live or here, tr("audience.awake"))

    def _begins_with_last_time(self, step: Step) -> bool:
        """Return whether to open with the review of the previous visit: not started yet."""
        state = self.session.state
        if state is None or state.before is None or state.answers or state.listed:
            return False
        if not state.workshop.kind.is_talk:
            return False
        return step in (Step.PREPARE, Step.CONTEXT)

    def _step_to_open(self) -> Step:
        """Return the step it was worked on last; without one, the first incomplete step."""
        last = self.session.worked_at
        if last is not None:
            return last.step
        state = self.session.state
        if state is None:
            return Step.WRAP_UP
        steps = (step for step in steps_of(state.workshop.kind) if not is_done(state, step))
        return next(steps, Step.WRAP_UP)
