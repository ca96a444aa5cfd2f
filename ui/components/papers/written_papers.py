"""Projected mode, after an export: the customer's papers by reader, to be handed over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout

from exports.progress import ExportResult, WrittenPaper
from exports.registry import ALL_PAPERS, DOCUMENTS
from ui.actions.binding import button_for
from ui.actions.offered import Offered, Offers
from ui.components.papers.export_messages import progress_share, replaced_text
from ui.components.papers.exporter import Exporter
from ui.components.papers.jobs import CopyJob, show_folder
from ui.components.papers.paper_list import PaperList, in_line
from ui.components.papers.printing import PrintJob, printer_named, printer_names
from ui.components.papers.progress_bar import ProgressBar
from ui.components.papers.selection import FOR_THE_START, title_of
from ui.components.papers.volumes import free_space, removable_volumes
from ui.components.window_api import WindowApi
from ui.rows.cells import Link, Tick, Words
from ui.rows.row import Row
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.check_button import SWITCH, CheckButton
from ui.widgets.error_line import ErrorLine
from ui.widgets.menu import MenuEntry, MenuGroup, window_menu
from ui.widgets.spaced import spaced
from ui.widgets.text import Text
from ui.widgets.timers import call_every
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr

TO_TAKE_HOME = ("handout", "summary", "then_now", "became_of")
"""The papers that are listed first and ticked initially."""
_GAP = 12  # px
_LOOK_INTERVAL_MS = 3_000
"""Interval in ms for detecting a USB stick while it is shown."""


def customer_papers(result: ExportResult | None) -> list[WrittenPaper]:
    """Return the customer's papers of an export, those to take home first."""
    papers = result.papers if result is not None else ()
    found = [each for each in papers if DOCUMENTS[each.document].recipient == "customer"]
    return sorted(found, key=lambda each: _order(each.document))


def _order(name: str) -> tuple[bool, bool, int]:
    return name not in TO_TAKE_HOME, name in FOR_THE_START, ALL_PAPERS.index(name)


class WrittenPapers(PaperList):
    """Prints the ticked papers, copies them to a stick or opens a folder, without showing paths.

    ``changed`` is emitted when work begins or ends.
    """

    changed = Signal()

    def __init__(self, api: WindowApi, exporter: Exporter) -> None:
        super().__init__(tr("given.title"))
        self._api = api
        self._exporter = exporter
        self._result: ExportResult | None = None
        self._papers: dict[str, WrittenPaper] = {}
        self._names: dict[str, str] = {}
        self._ticked: set[str] = set()
        self._written = ""
        """What was written, in words."""
        self.handed_over = False
        """Whether papers of this export were printed or copied."""
        self._outdated = ""
        """That the papers are out of date, in words; empty if they are not."""
        self._prepared: dict[tuple[str, ...], Path] = {}
        """The folders made for what was ticked; each holds those papers alone."""
        self._opening: tuple[str, ...] = ()
        """What was ticked for the folder that is being filled, to be opened then."""
        self._copy_job: CopyJob | None = None
        self._print_job: PrintJob | None = None
        self._queue: list[tuple[str, frozenset[str]]] = []
        self._printer = ""
        self._sticks: list[Path] = []
        self._all = ActionButton("", kind="quiet", size="small")
        self._message = Text("body-quiet")
        self._error = ErrorLine()
        self._bar = ProgressBar(tr("given.progress"))
        self._head = Text("body-quiet")
        self._black = CheckButton(tr("given.black_first"), SWITCH, on=True)
        self._buttons = [
            button_for(self, f"hand_outs.{name}", then)
            for name, then in (
                ("print", self.choose_printer),
                ("copy", self.choose_stick),
                ("open", self.open_folder),
            )
        ]
        self.descriptions = [Text("meta") for _ in self._buttons]
        """What each button does."""
        self._timer = call_every(self, _LOOK_INTERVAL_MS, self._look_for_sticks)
        self._arrange()
        self._connect()

    @property
    def running(self) -> bool:
        """Whether papers are being printed or copied."""
        return self._printing or (self._copy_job is not None and self._copy_job.running)

    @property
    def _printing(self) -> bool:
        return self._print_job is not None or bool(self._queue)

    def show_result(self, state: WorkshopState, result: ExportResult, written: str) -> None:
        """Show the papers of an export; ``written`` is the total number of files."""
        if result is not self._result:
            self._result = result
            papers = customer_papers(result)
            self._papers = {f"{each.document}-{each.reader}": each for each in papers}
            home = [name for name, each in self._papers.items() if each.document in TO_TAKE_HOME]
            self._ticked = set(home or self._papers)
            self._prepared = {}
            self.handed_over = False
            dossier = any(each.document == "dossier" for each in result.papers)
            others = tr("given.others") if dossier else ""
            said = (written, tr("export.read"), others, replaced_text(result))
            self._written = spaced(*said)
            self._outdated = ""
            self._say(self._written)
        self._names = {name: self._name_of(state, each) for name, each in self._papers.items()}
        self._watch(CopyJob.of(self._api))
        self._show()

    def show_outdated(self, sentence: str) -> None:
        """Say that the workshop was changed since the papers were written; empty if it was not."""
        if sentence != self._outdated:
            self._outdated = sentence
            self._say(sentence or self._written)
            self._show()

    def cancel(self) -> bool:
        """Stop running work; return False if there was none.

        Pages already sent to a printer are printed.
        """
        if self._copy_job is not None and self._copy_job.running:
            self._copy_job.cancel()
            return True
        if self._printing:
            self._queue = []
            if self._print_job is not None:
                self._print_job.cancel()
            return True
        return False

    def choose_printer(self) -> None:
        """Offer the system's printers by name."""
        names = printer_names()
        if not names:
            self._fail(tr("given.no_printer"))
            return
        self._choose("printer", {name: partial(self._print_on, name) for name in names})

    def choose_stick(self) -> None:
        """Copy to the stick, or offer several ones by number and free space."""
        self._look_for_sticks()
        if len(self._sticks) == 1:
            self._copy_to(self._sticks[0])
            return
        sticks = {
            tr("given.stick_n", n=n, free=free_space(stick)): partial(self._copy_to, stick)
            for n, stick in enumerate(self._sticks, 1)
        }
        self._choose("stick", sticks)

    def open_folder(self) -> None:
        """Open a folder with only the ticked papers, after making the window black if requested."""
        if self._black.isChecked():
            key = self._buttons[2].key or ""
            self._api.black_before(tr("given.leave"), key, self._open)
        else:
            self._open()

    # -- what is shown

    def _name_of(self, state: WorkshopState, paper: WrittenPaper) -> str:
        people = (each for each in state.participants if paper.reader and each.code == paper.reader)
        who = next(people, None)
        if who is None:
            return title_of(paper.document)
        if self._exporter.options.anonymous(state):
            return who.code
        return texts().addressed(who)

    def offered(self) -> Offers:
        """Return what can be done with the ticked papers."""
        idle = bool(self._in_order()) and not self.running
        sticks = idle and bool(self._sticks)
        return {
            "hand_outs.print": Offered(enabled=idle),
            "hand_outs.copy": Offered(enabled=sticks),
            "hand_outs.open": Offered(enabled=idle),
        }

    def _show(self) -> None:
        rows = [self._row(name) for name in self._papers]
        self.list.show_rows(rows)
        ticked = self._in_order()
        pages = sum(self._papers[name].pages for name in ticked)
        every = len(ticked) == len(self._papers)
        self._all.setText(tr("given.none" if every else "given.all"))
        self._head.setText(tr("given.ticked", n=len(ticked)))
        waits = not (self.handed_over or self._outdated)
        self._buttons[0].set_kind("primary" if waits else "secondary")
        what = (tr("given.print_what", n=pages), self._stick_words(), tr("given.open_what"))
        for description, sentence in zip(self.descriptions, what, strict=True):
            description.setText(sentence)
        job = self._copy_job
        copying = job is not None and job.running
        self._bar.setVisible(copying)
        if job is not None and copying and job.run is not None:
            self._bar.set_share(progress_share(job.run.progress))
        self.changed.emit()

    def _row(self, name: str) -> Row:
        """Return the row of a paper.

        It says which paper it is, unless its name does, or space is short and its reader has no
        other one.
        """
        paper = self._papers[name]
        which = title_of(paper.document)
        pages = Words(tr("given.pages", n=paper.pages))
        of_reader = [one for one in self._papers.values() if one.reader == paper.reader]
        named = self._names[name] == which or (theme().metrics.narrow and len(of_reader) == 1)
        return Row(
            name,
            self._names[name],
            before=(Tick(name in self._ticked),),
            after=(
                *((pages,) if named else (Words(which), pages)),
                Link(tr("given.look")),
            ),
        )

    def _stick_words(self) -> str:
        if not self._sticks:
            return tr("given.no_stick")
        if len(self._sticks) > 1:
            return tr("given.sticks", n=len(self._sticks))
        return tr("given.one_stick", free=free_space(self._sticks[0]))

    def _say(self, sentence: str) -> None:
        self._error.show_sentence("")
        self._message.setText(sentence)
        self._message.setVisible(bool(sentence))

    def _fail(self, sentence: str) -> None:
        self._message.hide()
        self._error.show_sentence(sentence)

    # -- ticks

    def ticked(self) -> list[tuple[str, str]]:
        """Return document and reader's code of each ticked paper, in order."""
        papers = [self._papers[name] for name in self._in_order()]
        return [(each.document, each.reader) for each in papers]

    def _in_order(self) -> tuple[str, ...]:
        return tuple(name for name in self._papers if name in self._ticked)

    def tick(self, name: str) -> None:
        self._ticked ^= {name}
        self._show()

    def _tick_all(self) -> None:
        every = len(self._ticked) == len(self._papers)
        self._ticked = set() if every else set(self._papers)
        self._show()

    def look(self, name: str) -> None:
        paper = self._papers[name]
        self._exporter.options.previewed = paper.document
        self._exporter.options.previewed_reader = paper.reader
        self._api.go("preview")

    # -- printers and sticks

    def _choose(self, kind: str, targets: Mapping[str, Callable[[], object]]) -> None:
        """Offer printers or sticks in a menu beside their button."""
        entries = tuple(MenuEntry(name, then) for name, then in targets.items())
        button = self._buttons[0 if kind == "printer" else 1]
        window_menu(self).open_beside([MenuGroup(entries, tr(f"given.which_{kind}"))], button)

    def _look_for_sticks(self) -> None:
        found = removable_volumes()
        if found != self._sticks:
            self._sticks = found
            self._show()

    # -- printing

    def _print_on(self, printer: str) -> None:
        """Print the ticked papers, one document after the other."""
        self._printer = printer
        documents = dict.fromkeys(self._papers[name].document for name in self._in_order())
        self._queue = [
            (
                document,
                frozenset(
                    self._papers[name].reader
                    for name in self._in_order()
                    if self._papers[name].document == document
                ),
            )
            for document in documents
        ]
        self._print_next()

    def _print_next(self) -> None:
        state = self._api.session.state
        if not self._queue or state is None:
            self._queue = []
            self._show()
            return
        document, readers = self._queue.pop(0)
        printer = printer_named(self._printer, title_of(document), self._api.settings.paper_size)
        order = self._exporter.preview_order(state, document)
        self._print_job = PrintJob(order, printer, self, readers)
        self._print_job.page_sent.connect(
            lambda page, pages: self._say(tr("preview.printing", page=page, pages=pages))
        )
        self._print_job.finished.connect(self._printed)
        self._show()

    def _printed(self, succeeded: bool) -> None:
        self._print_job = None
        if succeeded and self._queue:
            self._print_next()
            return
        self._queue = []
        if succeeded:
            self.handed_over = True
            self._say(tr("given.printed"))
        else:
            self._fail(tr("preview.not_printed"))
        self._show()

    # -- copying

    def _start_copy(self, names: tuple[str, ...], folder: Path) -> None:
        files = [self._papers[name].file for name in names]
        job = CopyJob.make(self._api, self.window())
        self._watch(job)
        job.start(files, folder)
        self.changed.emit()

    def _copy_to(self, stick: Path) -> None:
        """Copy the ticked papers to a stick."""
        self._opening = ()
        self._start_copy(self._in_order(), stick)

    def _open(self) -> None:
        """Fill a folder with the ticked papers and open it."""
        names = self._in_order()
        folder = self._prepared.get(names)
        if folder is not None:
            self._show_folder(folder)
            return
        job = self._exporter.job
        if job is None:
            return
        clock = datetime.now().strftime("%H%M%S")
        self._opening = names
        self._start_copy(names, job.folder / f"{tr('given.folder')}_{clock}")

    def _show_folder(self, folder: Path) -> None:
        if not show_folder(folder):
            self._prepared = {}  # otherwise it would not be created again after it was removed
            sentence = tr("given.not_opened", folder=folder.name)
            if not self._api.say_on_black(sentence):  # else the room would see it afterwards
                self._fail(sentence)

    def _watch(self, job: CopyJob | None) -> None:
        if job is not self._copy_job:
            self._copy_job = job
            if job is not None:
                job.changed.connect(self._show_copy)

    def _show_copy(self) -> None:
        job = self._copy_job
        run = job.run if job is not None else None
        if job is None or run is None:
            return
        if not run.finished:
            self._say(tr("export.copying"))
        elif run.error is not None:
            self._fail(tr(run.error.key, **run.error.values))
            self._api.say_on_black(tr("given.not_filled"))
        elif run.result is None:
            self._say(tr("export.copy_stopped"))
        else:
            self.handed_over = True
            self._say(tr("given.copied", n=len(run.result.files)))
            if self._opening:
                self._prepared[self._opening] = job.folder
                self._show_folder(job.folder)
        if run.finished:
            self._opening = ()
        self._show()

    # -- widgets

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_for_sticks()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        if self._print_job is not None:
            self.cancel()

    def _connect(self) -> None:
        self._all.clicked.connect(self._tick_all)

    def _arrange(self) -> None:
        self._in_line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._in_line.setSpacing(_GAP)
        for button, description in zip(self._buttons, self.descriptions, strict=True):
            self._in_line.addLayout(column(None, button, description, gap=2), 1)
        self._top = row(None, self._head, self._all, STRETCH, gap=_GAP)
        self._below = column(None, self._top, self._in_line, gap=_GAP)
        self.side.addLayout(self._below)
        self.side.addStretch(0)
        for part in (self._bar, self._message, self._error):
            self.column.place(part)
        self.column.keep_edge()
        theme().follow(self._place_actions)

    def _place_actions(self) -> None:
        """In one line below the list the switch stands above the actions, else below them."""
        directions = QBoxLayout.Direction
        self._in_line.setDirection(directions.LeftToRight if in_line() else directions.TopToBottom)
        into = self._top if in_line() else self._below
        into.addWidget(self._black, 0, Qt.AlignmentFlag.AlignLeft)
