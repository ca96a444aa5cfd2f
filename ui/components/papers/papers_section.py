"""The section in which documents are selected, exported, checked and copied."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from exports.progress import ExportResult
from ui.actions.binding import bind_all, bind_button, button_for
from ui.actions.offered import BACK, PRIMARY, Offers, left, primary
from ui.actions.table import key_of
from ui.components.hand_over import hand_over
from ui.components.page_column import PageColumn
from ui.components.papers.export_messages import (
    dossier_gaps_text,
    no_reply_day_text,
    outdated_message_text,
    readiness_text,
    replaced_text,
    result_rows,
    unentered_text,
)
from ui.components.papers.exporter import Exporter
from ui.components.papers.jobs import ExportJob
from ui.components.papers.progress_bar import ProgressBar
from ui.components.papers.selection import viewable_papers
from ui.components.papers.selection_form import SelectionForm
from ui.components.papers.written_papers import TO_TAKE_HOME, WrittenPapers, customer_papers
from ui.components.places import FACILITATOR
from ui.components.private_button import private_button
from ui.components.section import Section, turn_list
from ui.components.step_intro import MissingLine
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, flow, row
from ui.widgets.error_line import ErrorLine
from ui.widgets.sheet import Sheet
from ui.widgets.spaced import spaced
from ui.widgets.text import Text
from workshop_app.domain.facts.asked import asked_of_customer
from workshop_app.domain.facts.dossier_gaps import APPRAISAL, dossier_gaps
from workshop_app.domain.facts.requests import telling_is_open, to_hand_over
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Missing, Step, missing_before
from workshop_app.i18n import tr
from workshop_app.paths import export_folder

_LINKS_IN_LITTLE_SPACE = 2
"""Number of missing items that are links where space is short; the others are named."""


class PapersSection(Section):
    """Alt and a digit select documents; Ctrl+Enter writes them, in the background.

    Wrap up and the page Hand-outs and files show the same section.
    """

    NAME = "papers"
    ASKS: ClassVar[bool] = False
    """Whether a single document may be requested."""

    def build(self) -> None:
        self._job: ExportJob | None = None
        self._exporter = Exporter(self.api, self.private, asks=self.ASKS)
        self.form = SelectionForm(self.api, self.private, self._exporter.selection)
        self._lacks = MissingLine(self.api)
        self._missing = Text("meta" if _has_little_space() else "body-quiet", "")
        self._gaps = Text("body-quiet")
        lacks_name = tr("wrap_up.papers.no_facilitator")
        self._name_line = self._line_of(lacks_name, "hand_outs.facilitator", self._name_facilitator)
        lacks_contact = tr("wrap_up.papers.no_contact")
        self._contact_line = self._line_of(lacks_contact, "hand_outs.contact", self._enter_contact)
        self._unentered = Text("body-bold")
        self._unentered_line = self._line_with_unentered()
        self._text = Text("room")
        self._bar = ProgressBar(tr("wrap_up.papers.progress"))
        self._time_left = Text("body-quiet")
        self._replaced = Text("body-quiet")
        self._error = ErrorLine()
        handlers = {
            PRIMARY: self._go_on,
            "hand_outs.again": self._start_export,
            "hand_outs.choose": self._forget,
            "hand_outs.fill": self._fill_dossier,
            "hand_outs.handed_over": self._hand_over,
            "hand_outs.forget": self._forget_decisions,
            "hand_outs.preview": self._show_preview,
        }
        if self.private:
            handlers["hand_outs.copy"] = self._start_copy
            handlers["hand_outs.open"] = self._open_folder
        self._bound = bind_all(self, handlers, buttons=True)
        bind_button(self, BACK, self._stop, listens=False)
        self._given: WrittenPapers | None = None
        if not self.private:
            self._given = WrittenPapers(self.api, self._exporter)
            self._given.changed.connect(self.foot_changed)
            self._given.hide()
        words = tr("export.look_private")
        self._to_private = private_button(self.api, words, kind="quiet", parent=self)
        self._arrange()
        self.form.changed.connect(self._selection_changed)
        self.setAccessibleName(tr("wrap_up.section.papers"))

    def refresh(self, state: WorkshopState) -> None:
        job = self._exporter.job
        if job is not self._job:
            self._job = job
            if job is not None:
                job.changed.connect(self._show_job)
        self.form.refresh(state)
        if self.private:
            self._copy_status.refresh()
        self._gaps.setText(dossier_gaps_text(state))
        self._show_missing()
        if not self.private:
            lock = tr("export.locked") if self._exporter.options.password else ""
            self.form.where.setText(f"{self._where_written()} {lock}".strip())
        self._show_job()

    def _where_written(self) -> str:
        """Return the export folder in words; a chosen one is not named, as it may be private."""
        if self.api.settings.export_folder:
            return tr("wrap_up.papers.in_chosen_folder")
        return tr("wrap_up.papers.in_folder", folder=export_folder().name)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.api.session.state is not None:
            self._show_missing()
            self._show_job()

    def focus_start(self) -> bool:
        if self._given is not None and not self._given.isHidden():
            self._given.focus_start()
            return True
        if not self.form.isHidden():
            self.form.focus_start()
        elif not (self.private and self._leaks.focus_start()):
            (self if self._to_private.isHidden() else self._to_private).setFocus()
        return True

    def focus_shape(self) -> tuple[QRectF, float]:
        """Return the sheet with the progress."""
        return QRectF(self._progress.geometry()), 8

    def ask_for(self, name: str) -> None:
        """Select a single document, ready to be written; the previous result is hidden."""
        if name not in self._exporter.selection.choices:
            return
        self._exporter.selection.ask_for(name)
        self._forget()
        self._selection_changed()

    def forget_asked(self) -> None:
        """Select the documents of the settings again."""
        self._exporter.selection.forget_asked()

    def show_record(self, record_id: str) -> bool:
        return record_id == self.NAME

    def handle_escape(self) -> bool:
        if self._given is not None and self._given.isVisible() and self._given.cancel():
            return True
        if not self.running:
            return False
        self._stop()
        return True

    @property
    def running(self) -> bool:
        """Whether papers are being written or copied."""
        given = self._given is not None and self._given.running
        return given or self._copying or (self._job is not None and self._job.running)

    @property
    def _copying(self) -> bool:
        return self.private and self._copy_status.running

    def turn(self, by: int) -> bool:
        """Turn a page of the papers to hand over; return False if there is none."""
        shown = self.form if self._given is None or self._given.isHidden() else self._given
        return turn_list(shown.list, by)

    def offered(self) -> Offers:
        always = (self._given.offered() if self._given is not None else {}) | self._offered_on()
        if self.running:
            return always | {BACK: left(tr("wrap_up.papers.cancel"))._replace(icon="close")}
        if self._has_run:
            ids = ["hand_outs.preview", "hand_outs.choose"]
            if self.private and self._written:
                ids.append("hand_outs.copy")
            if self._dossier_to_hand_over:
                ids.append("hand_outs.handed_over")
            if self.written and not self._outdated:
                ids.append("hand_outs.again")
            elif self.private and self._written:
                ids.append("hand_outs.open")
        else:
            ids = ["hand_outs.preview"]
            if self._shown_gaps:
                ids.append("hand_outs.fill")
            if self._exporter.options.decisions:
                ids.append("hand_outs.forget")
        return always | {each: left() for each in ids}

    def _offered_on(self) -> Offers:
        """Return the primary button of the section, if it has one."""
        start = primary(tr("wrap_up.papers.start"))
        if not self._has_run or (self._result is None and not self.running):
            return {PRIMARY: start}  # also again, after it was stopped
        if self._outdated:
            return {PRIMARY: primary(tr("wrap_up.papers.anew"))}
        if self._stopped:
            return {PRIMARY: start} if self.private and not self._leaks.undecided else {}
        if not (self.private and self.written):
            return {}
        return {PRIMARY: primary(tr("wrap_up.papers.open"))._replace(icon="folder")}

    def _go_on(self) -> None:
        if self.private and self._written and not self._outdated:
            self._open_folder()
        else:
            self._start_export()

    @property
    def written(self) -> bool:
        """Whether documents were written and no export is running."""
        return bool(self._written) and not self.running

    @property
    def handed_over(self) -> bool:
        """Whether written papers were printed or copied; in private mode nothing is asked first."""
        return self._given is None or self._given.handed_over

    @property
    def to_take_home(self) -> tuple[str, ...]:
        """The names of the written papers that participants take home."""
        written = [each.document for each in customer_papers(self._result)]
        return tuple(dict.fromkeys(name for name in written if name in TO_TAKE_HOME))

    @property
    def _has_run(self) -> bool:
        """Whether an export is running or finished; otherwise the form is shown."""
        return self._job is not None and self._job.run is not None

    @property
    def _result(self) -> ExportResult | None:
        run = self._job.run if self._job is not None else None
        return run.result if run is not None else None

    @property
    def _written(self) -> tuple[Path, ...]:
        """The files of a finished export."""
        return self._result.files if self._result is not None else ()

    @property
    def _outdated(self) -> bool:
        """Whether the workshop was changed since the papers were written."""
        return self.written and self._job is not None and self._job.is_outdated(self.state)

    @property
    def _dossier_to_hand_over(self) -> bool:
        """Whether the dossier was written and contains requests not recorded as handed over."""
        papers = self._result.papers if self._result is not None and self._written else ()
        written = any(paper.document == "dossier" for paper in papers)
        return written and bool(to_hand_over(self.state))

    @property
    def _stopped(self) -> bool:
        """Whether nothing was written because of protected terms that were found."""
        return self._result is not None and self._result.stopped

    def _selection_changed(self) -> None:
        self._error.show_sentence("")
        self.form.refresh(self.state)
        self._show_missing()
        self._show_job()

    def _start_export(self) -> None:
        if self.private:
            self._destination.password.flush()
            self._copy_status.forget()
        error = self._exporter.validation_error()
        if error:
            self._error.show_sentence(error)
            return
        job = self._exporter.make_job(self.window())
        self.refresh(self.state)
        job.start(self._exporter.request(self.state))
        self.setFocus()

    def _show_preview(self) -> None:
        """Show the pages of the paper previewed last if it is ticked, else of the first ticked one.

        The summary comes first. Papers that this mode does not show are skipped.
        """
        given = self._given if self._given is not None and not self._given.isHidden() else None
        ticked = (
            given.ticked()
            if given is not None
            else [(name, "") for name in self._exporter.selection.names]
        )
        viewable = viewable_papers(self.state, private=self.private)
        shown = [each for each in ticked if each[0] in viewable]
        if shown:
            last = (each for each in shown if each[0] == self._exporter.options.previewed)
            document, reader = next(last, shown[0])
            self._exporter.options.previewed = document
            self._exporter.options.previewed_reader = reader if len(shown) == 1 else ""
        self.api.go("preview")

    def _decide(self, text: str, decision: str) -> None:
        self._exporter.options.decisions[text] = decision
        self._show_job()
        self.focus_start()

    def _forget_decisions(self) -> None:
        self._exporter.options.decisions.clear()
        self._forget()

    def _stop(self) -> None:
        if self._given is not None and self._given.running:
            self._given.cancel()
        elif self._copying:
            self._copy_status.cancel()
        elif self._job is not None:
            self._job.cancel()

    def _start_copy(self) -> None:
        if self._job is not None:
            self._copy_status.ask_and_copy(self._written, self._job.folder)

    @property
    def _shown_gaps(self) -> bool:
        """Whether the dossier is selected and has empty fields."""
        return "dossier" in self._exporter.selection.names and bool(self._gaps.text())

    @property
    def _nameless(self) -> bool:
        """Whether neither the workshop nor the settings name the facilitator."""
        return not (self.state.workshop.facilitator or self.api.settings.facilitator)

    @property
    def _unreachable(self) -> bool:
        """Whether papers name the facilitator, but no contact."""
        return not (self._nameless or self.api.settings.papers_contact)

    def _name_facilitator(self) -> None:
        self.api.go_to(Step.PREPARE.value, FACILITATOR)

    def _enter_contact(self) -> None:
        self.api.go("paper_look")

    def _fill_dossier(self) -> bool:
        """Go to the first request with an empty field."""
        gaps = dossier_gaps(self.state)
        if not gaps:
            return False
        request = gaps[0].request
        unwritten = gaps[0].fields != (APPRAISAL,)
        self.api.go_to("appraise", request.id if unwritten else request.problem_id)
        return True

    def _hand_over(self) -> bool:
        beside = self._bound["hand_outs.handed_over"].place(self)
        return hand_over(self.api, to_hand_over(self.state), beside)

    def _forget(self) -> None:
        if self.private:
            self._copy_status.forget()
        if self._job is not None:
            self._job.forget()
        self.focus_start()

    def _open_folder(self) -> None:
        job = self._job
        if job is not None and not job.open_folder():
            self.api.say_error(tr("export.not_opened", folder=job.folder))

    def _show_job(self) -> None:
        run = self._job.run if self._job is not None else None
        choosing = run is None
        running = run is not None and not run.finished
        failed = run is not None and run.error is not None
        given = self._given is not None and bool(customer_papers(self._result))
        self.form.setVisible(choosing)
        self._missing.setVisible(choosing)
        self._name_line.setVisible(choosing and self._nameless)
        self._contact_line.setVisible(choosing and self._unreachable)
        self._gaps.setVisible(choosing and self._shown_gaps)
        self._progress.setVisible(not choosing and not given)
        policies = Qt.FocusPolicy
        self.setFocusPolicy(policies.NoFocus if choosing or given else policies.TabFocus)
        self._bar.setVisible(running)
        self._time_left.setVisible(running)
        text = self._job.text if self._job is not None else ""
        self._error.show_sentence(text if failed else "")
        self._text.setVisible(not failed)
        if self._job is not None and run is not None:
            outdated = tr("wrap_up.papers.outdated") if self._outdated else ""
            waits = self._stopped and not self.private
            self._text.setText(tr("export.waits") if waits else spaced(text, outdated))
            self._bar.set_share(self._job.share)
            self._time_left.setText(self._job.time_left)
            self._replaced.setText("" if running else replaced_text(run.result))
        if self._given is not None:
            self._show_given(self._given, shown=given)
        self._to_private.setVisible(self._stopped and not self.private)
        if self.hasFocus():
            self.focus_start()
        if self.private:
            findings = self._result.findings if self._result is not None else ()
            self._leaks.show_findings(findings)
            if self._stopped and not self._leaks.undecided:
                self._text.setText(tr("export.all_decided"))
            self._destination.setVisible(not self._stopped)
            job = self._job if self._written else None
            folder = job.folder if job is not None else self._exporter.folder
            files = result_rows(self._result)
            self._destination.show_folder(folder, files)
            self._column.set_stretch(self._destination, 100 if files else 0)
        self.foot_changed.emit()

    def _show_given(self, papers: WrittenPapers, *, shown: bool) -> None:
        """Show the papers to hand over; the focus moves from the progress to them, and back."""
        appears = shown and papers.isHidden()
        loses_focus = not shown and papers.isAncestorOf(self.window().focusWidget() or self)
        if shown and self._result is not None:
            text = self._job.text if self._job is not None else ""
            papers.show_result(self.state, self._result, text)
            papers.show_outdated(tr("wrap_up.papers.outdated") if self._outdated else "")
        papers.setVisible(shown)
        if appears and self.hasFocus():
            papers.focus_start()
        if loses_focus:
            self.focus_start()

    def _line_of(self, words: str, action: str, then: Callable[[], None]) -> QWidget:
        """Create a hidden line on what papers lack, with the way to the field for it."""
        way = button_for(self, action, then, size="small")
        return _line_with_way(Text("body-quiet", words), way)

    def _line_with_unentered(self) -> QWidget:
        """Create the line that names text in no record, with the way to it."""
        key = key_of("everywhere.unentered")
        way = ActionButton(tr("wrap_up.papers.to_unentered"), "pen", key, size="small")
        way.clicked.connect(self.api.go_to_unentered)
        return _line_with_way(self._unentered, way)

    def _show_missing(self) -> None:
        """Name typed text that is in no record, and what is missing."""
        lacks = tuple(
            each for each in missing_before(self.state, Step.WRAP_UP) if each[1].key != "unsorted"
        )  # no paper lacks a theme
        if asked_of_customer(self.state).meeting:
            lacks += ((Step.WRAP_UP, Missing("next_date")),)
        telling = telling_is_open(self.state)
        unseen = self.private or self.api.has_audience_display  # else the room reads it, too
        if telling and unseen:
            lacks += ((Step.WRAP_UP, Missing("telling")),)
        linked = _LINKS_IN_LITTLE_SPACE if _has_little_space() else len(lacks)
        self._lacks.show_missing("", lacks[:linked])
        unentered = self.api.unentered()
        self._unentered.setText(unentered_text(unentered))
        self._unentered_line.setVisible(bool(unentered))
        found = len(self._exporter.options.found_answers(self.state))
        unfit = (
            outdated_message_text(self.state),
            no_reply_day_text(self.state, self.api.settings.reply_slack),
        )
        lacking = self._nameless or self._unreachable or self._shown_gaps or telling or any(unfit)
        said = (
            readiness_text(lacks, linked, complete=not (unentered or lacking)),
            *(unfit if unseen else ()),
            tr("export.unchecked.below", n=found) if found and not _has_little_space() else "",
        )
        self._missing.setText("\n".join(filter(None, said)))

    def _arrange(self) -> None:
        to_private = row(None, self._to_private, STRETCH)
        shown = (self._text, self._bar, self._time_left, to_private, self._replaced)
        self._progress = Sheet(*shown, spacing=12)
        own = self._private_parts() if self.private else ()
        self._column = PageColumn(
            self,
            (self.form, 100),  # before the space below what else is shown
            self._progress,
            (self._given, 1) if self._given is not None else None,
            self._error,
            *own,
            self._unentered_line,
            self._lacks,
            self._missing,
            self._name_line,
            self._contact_line,
            self._gaps,
            STRETCH if self._given is None else None,
            gap=6 if _has_little_space() else theme().metrics.gap,
        )

    def _private_parts(self) -> tuple[QWidget, ...]:
        from ui.components.papers.copy_status import CopyStatus
        from ui.components.papers.destination import ExportDestination
        from ui.components.papers.leak_review import LeakReview

        self._leaks = LeakReview()
        self._leaks.decided.connect(self._decide)
        self._destination = ExportDestination(self.api)
        self._destination.folder_changed.connect(self._show_job)
        self._copy_status = CopyStatus(self.api)
        self._copy_status.changed.connect(self.foot_changed)
        return self._leaks, self._destination, self._copy_status


def _line_with_way(words: Text, way: ActionButton) -> QWidget:
    """Return a hidden line that says what is missing, and leads there."""
    line = QWidget()
    flow(line, words, way, gap=10)
    line.hide()
    return line


def _has_little_space() -> bool:
    metrics = theme().metrics
    return metrics.narrow and metrics.rather_low
