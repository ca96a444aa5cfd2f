"""The board of the requests of all workshops; in private mode only."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QStackedLayout,
    QWidget,
)

from ui.actions.binding import bind, bind_button, bind_each
from ui.actions.offered import BACK, PRIMARY, Offers, back, left, primary
from ui.components.empty_state import EmptyState
from ui.components.page import Page
from ui.components.page_column import PageColumn, layer
from ui.components.page_memory import memory
from ui.components.papers.export_options import by_decision
from ui.components.paragraph_view import ParagraphView
from ui.components.password_question import PasswordQuestion
from ui.components.side_layout import roomy
from ui.components.timestamps import day_of
from ui.components.window_api import Done
from ui.components.year_strip import StripHead
from ui.forms.unsent import Slot
from ui.pages.requests.request_details import request_details
from ui.pages.requests.request_row import request_row, state_word
from ui.rows.paged_list import PagedList
from ui.rows.style import paper_table
from ui.rows.view import RowsView
from ui.theme.qt_palette import set_background
from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH, Part, column
from ui.widgets.check_button import TAB
from ui.widgets.check_group import CheckButtons, Option
from ui.widgets.plain_field import field_with
from ui.widgets.text import Text
from workshop_app import paths
from workshop_app.domain.errors import UserError
from workshop_app.domain.facts.told_requests import readers_of_news
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.solution import Solution
from workshop_app.domain.year_strip import year_of
from workshop_app.i18n import language, texts, tr
from workshop_app.services.command import Command
from workshop_app.services.commands.request_news import (
    AddRequestNews,
    ChangeRequestNews,
    News,
    RemoveRequestNews,
    TakeAnswers,
    TellRequestNews,
)
from workshop_app.services.later_answers import answered_by
from workshop_app.services.request_board import BoardRequest, board, by_state

if TYPE_CHECKING:
    from exports.leak_finding import LeakFinding
    from exports.request_board import BoardExport
    from ui.components.differences import Differences
    from ui.components.papers.leak_review import LeakReview
    from ui.pages.requests.news_form import NewsForm
    from workshop_app.services.imports.answers import AnswersRead
    from workshop_app.services.request_answers import Proposal

_ALL = "all"
_BOARD, _FORM, _DIFFERENCES, _LEAKS = "", "form", "differences", "leaks"
"""The layers of the page."""
_WAYS = ("news", "mail", "told", "file", "accept", "names", "export", "encrypted")
"""The actions with buttons above the list."""
_ANY_WIDTH = 16_777_215  # px: no limit
_ROW_ACTIONS = (
    "requests.news",
    "requests.change",
    "requests.remove",
    "requests.mail",
    "requests.told",
    "requests.open",
)


class RequestsPage(Page):
    """A list by state with details of one request next to it, or a form instead."""

    NAME = "requests"
    GOES_BACK = True

    def build(self) -> None:
        self._found: dict[str, BoardRequest] = {}
        self._papers: dict[str, int] = {}
        """How many papers tell what became of the requests of a workshop, by its id."""
        self._year = year_of((), date.today())
        self._answer: Solution | None = None
        self._begun: dict[str, str] = {}
        """The content of the form when it was opened."""
        self.api.unsent.attach(self)
        self._proposals: Sequence[Proposal] = ()
        self._findings: tuple[LeakFinding, ...] = ()
        self._again: Callable[[], object] = self._export
        """Repeats the export that was stopped."""
        self._bind_actions()
        self._board_view = RowsView("body", paper_table)
        self.rows = PagedList(tr("requests.title"), view=self._board_view, role="body")
        self.rows.row_actions = _ROW_ACTIONS
        self.filter = CheckButtons(tr("requests.filter"), self._filters({}), shape=TAB)
        self.filter.set_value(memory(self).get("filter", _ALL))
        bind_each(self, "requests.show", self.filter.choose_number)
        self.details = ParagraphView("body", tr("requests.details"))
        self.question = PasswordQuestion()
        self.question.asking_changed.connect(self._make_room)
        self._leaks_lead = Text("body")
        self._nothing = EmptyState()
        self._lead = Text("meta")
        self._layers = QStackedLayout(self)
        self._layer = _BOARD
        self._built = {_BOARD: self._board_layer()}
        self._layers.addWidget(self._built[_BOARD])
        self.filter.chosen.connect(lambda _: self._filter_changed())
        self.rows.current_changed.connect(lambda _: self._show_current())
        self.rows.activated.connect(lambda _: self.details.setFocus())

    def refresh(self) -> None:
        found = board(self.session)
        self._found = {each.request.id: each for each in found}
        self._papers.clear()
        self.filter.set_options(self._filters(by_state(found)), self.filter.value())
        self._lead.setText(tr("requests.lead", n=len(found)))
        self._year = year_of((day for each in found for day in each.dates.days), date.today())
        self._strip_head.show_year(self._year, [each.dates for each in found])
        self._fill()

    def offered(self) -> Offers:
        offers: Offers = {BACK: back()}
        each = self._current
        if self._layer == _FORM:
            offers[PRIMARY] = primary(tr("requests.form.save"))
        elif self._layer == _DIFFERENCES:
            count = len(self.differences.ticked())
            agree = primary(tr("requests.answers.do", n=count))
            offers[PRIMARY] = agree._replace(enabled=bool(count))
        elif self._layer == _LEAKS:
            if not self.leaks.undecided:
                offers[PRIMARY] = primary(tr("requests.export.do"))
        else:
            names = "hide" if self._named else "show"
            if each is not None and self._answer is not None:
                offers["requests.accept"] = left()
            if each is not None and each.untold:
                offers |= {
                    "requests.mail": left(), "requests.told": left(), "requests.news": left()
                }  # fmt: skip
            offers |= {
                "requests.file": left(),
                "requests.names": left(tr(f"requests.names.{names}")),
                "requests.export": left(),
                "requests.encrypted": left(),
            }
            if each is not None and each.untold:
                tell = primary(tr("requests.tell", n=self._papers_of(each)))
                offers[PRIMARY] = tell._replace(icon="document")
            elif each is not None:
                offers["requests.news"] = primary()
        return offers

    def focus_start(self) -> None:
        if self._layer == _FORM:
            self.form.focus_start()
        elif self._layer == _DIFFERENCES:
            self.differences.rows.setFocus()
        elif self._layer == _LEAKS:
            self.leaks.focus_start()
        elif self.rows.rows():
            self.rows.setFocus()
        else:
            self.filter.setFocus()

    def show_record(self, record_id: str) -> None:
        if record_id in self._found:
            self.filter.set_value(_ALL)
            self._fill(record_id)

    def show_location(self, name: str) -> None:
        """Select the request with an id; with ``news:`` before it, begin to write its news."""
        request_id = name.removeprefix("news:")
        self.show_record(request_id)
        if request_id != name:
            self._begin(None)

    def show_unsent(self, slot: Slot) -> None:
        super().show_unsent(slot)
        self._begin(slot.name or None)

    def field_of(self, slot: Slot) -> QWidget | None:
        if self._layer != _FORM or slot != self._form_slot:
            return None
        return field_with(self.form, self.api.unsent.parts(slot).values()) or self.form

    def handle_escape(self) -> bool:
        if self.question.asking:
            self.question.leave()
            return True
        if self._layer == _FORM:
            self._say_kept()
        if self._layer == _BOARD:
            return super().handle_escape()
        self._show_layer(_BOARD)
        return True

    def open_files(self, paths: Sequence[Path]) -> bool:
        if len(paths) != 1:
            self.api.say_error(tr("requests.answers.one"))
        else:
            self.offer(paths[0])
        return True

    def commit_pending(self) -> None:
        super().commit_pending()
        kept = memory(self)
        kept["current"] = self.rows.current_id()
        kept["filter"] = self.filter.value()
        writing = self._layer == _FORM
        kept["writing"] = (self.form.request_id, self.form.news_id) if writing else None

    # -- content

    def _show_layer(self, name: str) -> None:
        self._layer = name
        self._layers.setCurrentWidget(self._built[name])
        self.show_front()

    @property
    def _current(self) -> BoardRequest | None:
        return self._found.get(self.rows.current_id() or "")

    def _filters(self, counts: Mapping[RequestState, int]) -> list[Option]:
        states = [(_ALL, tr("requests.all")), *((each, state_word(each)) for each in RequestState)]
        numbers = {_ALL: len(self._found), **counts}
        return [
            Option(value, tr("requests.filter_count", name=name, n=numbers.get(value, 0)))  # type: ignore[call-overload]
            for value, name in states
        ]

    def _filter_changed(self) -> None:
        self._fill()
        self.rows.setFocus()

    def _fill(self, wanted: str | None = None) -> None:
        """Show the requests of the chosen state, keeping the current one."""
        state = self.filter.value()
        shown = [each for each in self._found.values() if state in (_ALL, each.state)]
        ids = [each.request.id for each in shown]
        before = wanted or self.rows.current_id() or memory(self).get("current")
        current = before if before in ids else next(iter(ids), None)
        rows = [request_row(each, self._year, named=self._named) for each in shown]
        self.rows.set_rows(rows, str(current) if current else None)
        for part in (self.rows, self._strip_head):
            part.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self._nothing.show_words(tr("requests.none_so" if self._found else "requests.none"), "")
        self._show_current()
        self._bring_back_writing()

    def _show_current(self) -> None:
        each = self._current
        self._answer = None
        pieces = []
        if each is not None:
            said = (voice.words for voice in each.said.voices)
            self._answer = answered_by(
                self.api.answers, each.request, each.workshop, each.state, said
            )
            entry_of = self.api.answers.solution
            pieces = request_details(each, self._answer, entry_of, named=self._named)
        self.details.show_paragraphs(pieces)
        self.api.update_foot()

    def _papers_of(self, each: BoardRequest) -> int:
        """Return how many papers `_tell_them` offers: only those of the request's own workshop."""
        key = each.workshop.id
        if key not in self._papers:
            self._papers[key] = len(readers_of_news(self.session.state_of(key)))
        return self._papers[key]

    @property
    def _named(self) -> bool:
        """Whether customers are shown by name, on the board and in exports."""
        return bool(memory(self).get("named", False))

    # -- actions

    def _switch_names(self) -> None:
        memory(self)["named"] = not self._named
        self._fill()
        self.api.toast(tr(f"requests.names.{'named' if self._named else 'coded'}"))

    def _make_room(self, asking: bool) -> None:
        """Hide the details while the question is shown, if there is not enough space for both."""
        self._panel.setVisible(not (asking and not roomy()))
        if not asking:
            self.focus_start()

    def _ask_and_export(self) -> bool:
        """Ask for a password, then write the listed requests encrypted."""
        if not self.rows.rows():
            return self._export()
        words = tr("password.to_write")
        self.question.ask(words, tr("password.write"), self._export)
        return True

    def _export(self, password: str = "") -> bool:
        """Write the requests that the board lists, all of a state or of all states."""
        from exports.request_board import board_of, write_board  # not needed to show the board
        from ui.components.papers.exporter import folder_of

        ids = [row.id for row in self.rows.rows()]
        shown = [self._found[each] for each in ids]
        if not shown:
            self.api.say_error(tr("requests.export.none"))
            return False
        folder = folder_of(self.api)

        def write() -> BoardExport:
            made = board_of(
                self.session,
                shown,
                language(),
                date.today().isoformat(),
                named=self._named,
                **by_decision(self._decisions),
            )
            return write_board(made, folder, password)

        def again() -> None:
            self._show_layer(_BOARD)  # the password is asked for again, since it is not stored
            self._ask_and_export()

        written = self._written(write, again if password else self._export)
        if written is not None:
            files = tr("requests.strip.and").join(path.name for path in written.files)
            self.api.toast(tr("requests.export.done", files=files, folder=str(folder)))
        return True

    def _mail(self) -> bool:
        """Write a mail draft to each person who said the current request, at any customer."""
        from exports.branding import branding_of  # not needed to show the board
        from exports.news_mail import write_news_mail
        from ui.components.papers.exporter import folder_of

        each = self._current
        if each is None or not each.untold or each.last is None:
            return False
        folder = folder_of(self.api)
        entry = self.api.answers.solution(each.last.catalogue_id)
        look = branding_of(self.api.settings, paths.logo_path())

        def write() -> BoardExport:
            return write_news_mail(
                self.session, each, entry, folder, look, **by_decision(self._decisions)
            )

        written = self._written(write, self._mail)
        if written is not None and written.files:
            self.api.toast(tr("requests.mail.done", n=len(written.files), folder=str(folder)))
        elif written is not None:
            self.api.toast(tr("requests.mail.none"))
        return True

    def _written(
        self, write: Callable[[], BoardExport], again: Callable[[], object]
    ) -> BoardExport | None:
        """Write files and return them; None if an error, or what they must not have, is shown.

        After decisions about that, ``again`` is called.
        """
        try:
            written = write()
        except UserError as error:
            self.api.refuse(error)
            return None
        if written.stopped:
            self._findings = written.findings
            self._again = again
            self._show_findings()
            return None
        self._show_layer(_BOARD)
        return written

    @property
    def _decisions(self) -> dict[str, str]:
        """What was decided about each protected term that was found: `MASKED` or `RELEASED`."""
        return cast("dict[str, str]", memory(self).setdefault("decisions", {}))

    def _decide(self, text: str, decision: str) -> None:
        self._decisions[text] = decision
        self._show_findings()

    def _show_findings(self) -> None:
        self.leaks.show_findings(self._findings)
        stopped = tr("export.stopped", n=len(self._findings))
        self._leaks_lead.setText(stopped if self.leaks.undecided else tr("export.all_decided"))
        self._show_layer(_LEAKS)

    def _write(self) -> bool:
        return self._begin(None)

    def _change(self) -> bool:
        each = self._current
        return each is not None and each.last is not None and self._begin(each.last.id)

    def _begin(self, news_id: str | None) -> bool:
        each = self._current
        if each is None:
            return False
        news = next((one for one in each.news if one.id == news_id), None)
        self.form.begin(each, news)
        self._begun = self.form.typed()
        if unsaved := self.api.unsent.parts(self._form_slot):
            self.form.restore(unsaved)
        self._show_layer(_FORM)
        return True

    @property
    def _form_slot(self) -> Slot:
        """The slot of the form's content: a news record to be corrected, or a new one."""
        owner = self._found[self.form.request_id].workshop.id
        return Slot(owner, self.NAME, self.form.news_id, self.form.request_id)

    def keep(self) -> None:
        """Keep what is unsaved in the form."""
        if self._layer == _FORM and self.form.request_id in self._found:
            typed = self.form.typed()
            self.api.unsent.put(self._form_slot, typed if typed != self._begun else {})

    def _say_kept(self) -> None:
        """Say that the form keeps its content until it is opened again."""
        self.keep()
        if self.form.typed() != self._begun:
            self.api.toast(tr("requests.form.kept"))

    def _bring_back_writing(self) -> None:
        """Continue what was being written when the page was left."""
        writing = memory(self).pop("writing", None)
        if isinstance(writing, tuple) and writing[0] in self._found:
            request_id, news_id = writing
            self.rows.set_current(request_id)
            self._begin(news_id)

    def _save_news(self) -> None:
        news = self.form.news()
        if news is None:
            return
        changed = self.form.news_id
        command = ChangeRequestNews(changed, news) if changed else AddRequestNews((news,))
        slot = self._form_slot
        done = tr("requests.form.saved", state=state_word(news.state))
        if self._execute(command, done):
            self.api.unsent.drop(slot)
            self._show_layer(_BOARD)

    def _execute(self, command: Command, done: str) -> Done | None:
        """Execute a command, which needs an open workshop for undo: if none is, the request's."""
        each = self._current or next(iter(self._found.values()), None)
        if self.session.state is None and each is not None:
            self.session.open(each.workshop.id)
        return self.api.execute(command, done=done)

    def _remove(self) -> bool:
        each = self._current
        if each is None or each.last is None:
            return False
        self._execute(RemoveRequestNews(each.last.id), tr("requests.remove.done"))
        return True

    def _mark_told(self) -> bool:
        each = self._current
        if each is None or each.last is None or not each.untold:
            return False
        command = TellRequestNews((each.last.id,), day_of(self.session.state).isoformat())
        self._execute(command, tr("requests.told.done"))
        return True

    def _tell_them(self) -> None:
        """Open the papers of the workshop in which it was said."""
        each = self._current
        if each is None:
            return
        self.api.open_beside(each.workshop.id, "hand_outs", "became_of")

    def _open(self) -> bool:
        """Open the workshop of the request at its text."""
        each = self._current
        if each is None:
            return False
        if self.session.workshop_id != each.workshop.id:
            self.api.open_workshop(each.workshop.id)
        self.api.go_to("appraise", each.request.id)
        return True

    def _choose_file(self) -> None:
        from ui.components.papers.exporter import first_folder  # on use

        name, _ = QFileDialog.getOpenFileName(
            self, tr("requests.answers.open"), first_folder(self.api), tr("requests.answers.files")
        )
        if name:
            self.offer(Path(name))

    def offer(self, path: Path) -> None:
        """Show how the answers in a file differ from the records; nothing changes yet."""
        from workshop_app.services.imports.answers import read_answers

        self.question.read(self.api, path, lambda: self._offer_read(read_answers(path)))

    def _offer_read(self, read: AnswersRead) -> None:
        from workshop_app.services.request_answers import propose

        found = propose(read, board(self.session), texts(), date.today().isoformat())
        if not found.proposals:
            self.api.say_error(" ".join(found.remarks))
            return
        self._proposals = found.proposals
        ticked = [each.id for each in found.proposals]
        self.differences.show_differences(found.proposals, found.remarks, ticked)
        self._show_layer(_DIFFERENCES)

    def _take_answers(self) -> None:
        ticked = self.differences.ticked()
        agreed = tuple(each.change for each in self._proposals if each.id in ticked)
        done = tr("requests.answers.done", n=len(agreed))
        if agreed and self._execute(TakeAnswers(agreed), done):
            self._show_layer(_BOARD)

    def _accept(self) -> bool:
        """Record that an entry of the catalogue answers the request."""
        each = self._current
        entry = self._answer
        if each is None or entry is None:
            return False
        news = News(
            request_id=each.request.id,
            state=RequestState.RELEASED,
            date=date.today().isoformat(),
            catalogue_id=entry.id,
            address=entry.text(each.workshop.language).help_url,
        )
        name = entry.text(language()).name
        self._execute(AddRequestNews((news,)), tr("requests.answered.done", name=name))
        return True

    def do_primary(self) -> None:
        """Do what the primary button of the layer says."""
        done = {
            _BOARD: self._tell_them,
            _FORM: self._save_news,
            _DIFFERENCES: self._take_answers,
            _LEAKS: self._again,
        }
        done[self._layer]()

    # -- components

    def _bind_actions(self) -> None:
        handlers = {
            "news": self._write,
            "change": self._change,
            "remove": self._remove,
            "mail": self._mail,
            "told": self._mark_told,
            "open": self._open,
            "file": self._choose_file,
            "export": self._export,
            "encrypted": self._ask_and_export,
            "names": self._switch_names,
            "accept": self._accept,
        }
        for name, then in handlers.items():
            (bind_button if name in _WAYS else bind)(self, f"requests.{name}", then)
        bind(self, "everywhere.undo", self.api.undo)  # the rail has no button for such a page

    def _board_layer(self) -> QWidget:
        layer = QWidget()
        self._sides = sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, layer)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        metrics = theme().metrics
        self._strip_head = StripHead(self._board_view.extent_under)
        parts = (self.question, self._lead, self.filter, self._nothing, self._strip_head)
        work = PageColumn(None, *parts, (self.rows, 1), above=metrics.top, below=metrics.top)
        sides.addLayout(work, 3)
        self._panel = panel = QWidget()
        set_background(panel, "surface")
        self._inner = column(panel, self.details)
        sides.addWidget(panel, 2)
        theme().follow(self._fit)
        return layer

    @cached_property
    def form(self) -> NewsForm:
        from ui.pages.requests.news_form import NewsForm  # each layer is imported on use

        form = NewsForm()
        self._add_layer(_FORM, form)
        return form

    @cached_property
    def differences(self) -> Differences:
        """How a file of answers differs from the records."""
        from ui.components.differences import Differences

        differences = Differences(tr("requests.answers.title"), tr("requests.answers.lead"))
        differences.changed.connect(self.api.update_foot)
        self._add_layer(_DIFFERENCES, differences)
        return differences

    @cached_property
    def leaks(self) -> LeakReview:
        """The protected terms that stopped an export."""
        from ui.components.papers.leak_review import LeakReview

        leaks = LeakReview()
        leaks.decided.connect(self._decide)
        self._add_layer(_LEAKS, self._leaks_lead, leaks, STRETCH)
        return leaks

    def _add_layer(self, name: str, *parts: Part) -> None:
        top = theme().metrics.top
        made = self._built[name] = layer(*parts, above=top, below=top)
        self._layers.addWidget(made)
        self.part_built.emit(made)

    def _fit(self) -> None:
        """Put the details next to the list if both fit, else below it."""
        direction = QBoxLayout.Direction
        metrics = theme().metrics
        left, right = (20, 14) if roomy() else (metrics.edge, metrics.margin)
        self._inner.setContentsMargins(left, 16, right, 12)
        self._sides.setDirection(direction.LeftToRight if roomy() else direction.TopToBottom)
        self._lead.setVisible(roomy())  # one more visible request is more useful
        self._panel.setMinimumWidth(theme().metrics.panel if roomy() else 0)
        self._panel.setMaximumWidth(theme().metrics.panel if roomy() else _ANY_WIDTH)
