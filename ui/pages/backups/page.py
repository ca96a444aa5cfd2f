"""Copies of the records: their contents, whether they are sound, and restoring a workshop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog

from ui.actions.binding import bind, bind_all
from ui.actions.offered import BACK, PRIMARY, Offers, back, left, primary
from ui.components.empty_state import EmptyState
from ui.components.page import Page
from ui.components.page_column import PageColumn
from ui.components.password_question import PasswordQuestion
from ui.components.side_layout import roomy
from ui.pages.backups.background import Background
from ui.pages.backups.copy_panel import CopyPanel
from ui.pages.backups.copy_row import copy_names, copy_row
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.style import paper_table
from ui.rows.view import RowNames, RowsView
from ui.theme.theme import theme
from ui.widgets.text import Text
from workshop_app.domain.changes import Changes
from workshop_app.domain.errors import StoreError, UserError
from workshop_app.encryption import ENDING, is_encrypted_file
from workshop_app.i18n import texts, tr
from workshop_app.services import copies, queries
from workshop_app.services.copies import COUNTED, ComparedWorkshop, Copy, Occasion, fault_of
from workshop_app.services.encrypted_copy import encrypt_copy, is_password_of, take_encrypted

_LOW = 170  # px; the panel below the list
_WIDEST = 16_777_215  # px; Qt's QWIDGETSIZE_MAX


class BackupsPage(Page):
    """In private mode only; Esc leads back.

    It shows the open workshop, or all workshops if none is open. Restoring adds one workshop to the
    existing ones, which do not change.
    """

    NAME = "backups"
    GOES_BACK = True

    def build(self) -> None:
        self._copies: dict[str, Copy] = {}
        self._compared: dict[tuple[object, ...], tuple[ComparedWorkshop, ...]] = {}
        self._view = RowsView("body", paper_table)
        self.list = PagedList(tr("backups.title"), role="body", view=self._view)
        self.list.row_actions = ("backups.pin",)
        self._heads = RowNames(self._view)
        self._counted: tuple[str, ...] = ()
        self._empty = EmptyState(tr("backups.none"), tr("backups.first"))
        self.panel = CopyPanel()
        self._faults: dict[object, str] = {}
        self._asked: set[object] = set()
        self._verifying = Background(self)
        self._encrypting = Background(self)
        self.question = PasswordQuestion()
        self._hint = Text("body-quiet")
        self._facts = Text("body")
        self._bind_actions()
        self._arrange()
        self._verifying.found.connect(self._verified)
        self._encrypting.found.connect(self._written)
        self.question.asking_changed.connect(self._make_room)
        self.list.current_changed.connect(lambda _row: self._show_current())
        self.panel.chosen.connect(self.api.update_foot)
        self.api.backups.changed.connect(self._again)
        theme().changed.connect(self._lay_out)

    def refresh(self) -> None:
        found = [] if self.api.in_sample else copies.copies_of(self.session)
        self._copies = {str(copy.path): copy for copy in found}
        one = "one" if self.session.state is not None else "all"
        self._hint.setText(tr("backups.sample" if self.api.in_sample else f"backups.hint.{one}"))
        kinds = COUNTED if one == "one" else ("workshops", "problems")
        self._counted = tuple(tr(f"backups.count.{kind}") for kind in kinds)
        self._view.names = copy_names(self._counted)
        self._facts.setText(self._fact_words(found))
        self._show_states()
        new = [copy for copy in found if _key(copy) not in self._asked]
        if new and self._verifying.start((_key(copy), fault_of(copy)) for copy in new):
            self._asked.update(map(_key, new))

    def offered(self) -> Offers:
        offers: Offers = {BACK: back()}
        copy = self._current()
        if copy is not None:
            pin = "loosen" if copy.about.pinned else "pin"
            offers["backups.encrypt"] = left()
            offers["backups.pin"] = left(tr(f"backups.{pin}"))
        if self._target():
            offers[PRIMARY] = primary(tr("backups.restore"))
        now = left() if self._target() else primary()
        return offers | {
            "backups.take": left(),
            "backups.folder": left(),
            "backups.copy": now,
        }

    def focus_start(self) -> None:
        if self.list.rows():
            self.list.setFocus()
        else:
            self._now.focus_button()

    def handle_escape(self) -> bool:
        if self.question.asking:
            self.question.leave()
            return True
        return super().handle_escape()

    def showEvent(self, event: QShowEvent) -> None:
        self.stale = Changes.ALL  # copies are made while it is hidden
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._compared.clear()

    @property
    def verifying(self) -> bool:
        """Whether copies are still being read."""
        return self._verifying.busy

    def _make_room(self, asking: bool) -> None:
        """Hide the panel while the question is shown, if there is not enough space for both."""
        self.panel.setVisible(self._current() is not None and not (asking and not roomy()))
        if not asking:
            self.focus_start()

    @property
    def encrypting(self) -> bool:
        """Whether a copy is still being encrypted or decrypted."""
        return self._encrypting.busy

    def _bind_actions(self) -> None:
        effects = {
            "backups.copy": self._copy,
            "backups.folder": self._choose_folder,
            "backups.pin": self._switch_pin,
            "backups.encrypt": self._choose_encrypted,
            "backups.take": self._choose_to_take,
        }
        self._now = bind_all(self, effects, buttons=True)["backups.copy"]
        bind(self, "backups.no_folder", self._give_up_folder)

    def _arrange(self) -> None:
        self._main = PageColumn(
            None,
            self._hint,
            self._facts,
            self.question,
            self._heads,
            (self.list, 3),
            (self._empty, 3),
            gap=8,
        )
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._sides.addLayout(self._main, 3)
        self._sides.addWidget(self.panel, 2)
        self._lay_out()

    def _lay_out(self) -> None:
        metrics = theme().metrics
        wide = roomy()
        top = metrics.top if wide else 8
        self._main.setContentsMargins(0, top, 0, 8 if wide else 0)
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._hint.setVisible(wide or not theme().stacked)
        self.panel.setMaximumHeight(_WIDEST if wide else _LOW)

    def _again(self) -> None:
        if self.isVisible():
            self._compared.clear()
            self.refresh()

    # -- content

    def _show_states(self) -> None:
        """Show the rows; called again when copies were read."""
        now = self._counts_now()
        rows = [self._row(path, copy, now) for path, copy in self._copies.items()]
        self.list.show_rows(rows)
        sound = sum(1 for copy in self._copies.values() if self._fault(copy) == "")
        self.list.set_caption(tr("backups.checked", n=sound))
        for part in (self._heads, self.list):
            part.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._show_current()

    def _verified(self, found: tuple[object, str]) -> None:
        key, fault = found
        self._faults[key] = fault
        self._show_states()

    def _fault(self, copy: Copy) -> str | None:
        """Return why a copy cannot be used; empty for a sound one, None if it was not read yet."""
        return self._faults.get(_key(copy))

    def _counts_now(self) -> tuple[int, ...]:
        try:
            found = queries.contents(self.session, self.session.workshop_id or "")
        except UserError:
            return ()
        if self.session.state is not None:
            each = found.get(self.session.workshop_id)
            return tuple(each.counts[kind] for kind in COUNTED) if each else ()
        return len(found), sum(each.counts["problems"] for each in found.values())

    def _row(self, path: str, copy: Copy, now: tuple[int, ...]) -> Row:
        fault = self._fault(copy)
        counts = self._counts_of(copy)
        return copy_row(path, copy, fault, self._counted, counts, now, date.today())

    def _counts_of(self, copy: Copy) -> tuple[int, ...]:
        """Return the counts of the open workshop in a copy, or of all workshops."""
        about = copy.about
        if self.session.state is not None:
            one = about.workshops.get(self.session.workshop_id)
            return tuple(one.counts[kind] for kind in COUNTED) if one else ()
        problems = sum(each.counts["problems"] for each in about.workshops.values())
        return (len(about.workshops), problems) if about.digest else ()

    def _fact_words(self, found: list[Copy]) -> str:
        """Return one line: the number of copies and of pinned ones, and the second folder."""
        if self.api.in_sample:
            return ""
        pinned = sum(1 for copy in found if copy.about.pinned)
        words = [tr("backups.many", n=len(found))]
        if pinned:
            words.append(tr("backups.pinned_many", n=pinned))
        folder = self.api.settings.copies_folder
        if not folder:
            words.append(tr("backups.second.none"))
        else:
            there = Path(folder).is_dir() and self.api.backups.second_there is not False
            words.append(
                tr("backups.second.there" if there else "backups.second.away", folder=folder)
            )
        if roomy():
            words.append(tr("backups.kept"))
        return "  ".join(words)

    def _show_current(self) -> None:
        copy = self._current()
        self.panel.setVisible(copy is not None)
        if copy is not None:
            at = texts().time(copy.about.at)
            fault = self._fault(copy)
            state = "reading" if fault is None else "unsound" if fault else "as_checked"
            occasion = tr(f"backups.occasion.{copy.about.occasion}")
            words = tr(f"backups.panel.{state}", occasion=occasion)
            sound = None if fault is None else not fault
            self.panel.show_copy(tr("backups.panel.title", time=at), words, sound=sound)
            self.panel.show_workshops(
                () if fault else self._differences(copy), one=self.session.state is not None
            )
        self.api.update_foot()

    def _differences(self, copy: Copy) -> tuple[ComparedWorkshop, ...]:
        writes = queries.number_of_writes(self.session)
        key = (copy.path, copy.about.digest, writes, self.session.workshop_id)
        if key not in self._compared:
            try:
                found = copies.compared(self.session, copy, self.session.workshop_id)
            except UserError:
                found = ()
            self._compared[key] = found
        return self._compared[key]

    def _current(self) -> Copy | None:
        return self._copies.get(self.list.current_id() or "")

    def _target(self) -> str:
        """Return the id of the workshop that would be restored; empty if none can be."""
        copy = self._current()
        if copy is None or self._fault(copy):
            return ""
        listed = [each.id for each in self._differences(copy)]
        wanted = self.session.workshop_id or self.panel.list.current_id() or ""
        return wanted if wanted in listed else ""

    # -- actions

    def _copy(self) -> bool:
        if self.api.in_sample:
            return False
        self.api.backups.begin(Occasion.HAND)
        self.api.toast(tr("backups.begun"))
        return True

    def _switch_pin(self) -> bool:
        copy = self._current()
        if copy is None:
            return False
        try:
            copies.set_pinned(copy, pinned=not copy.about.pinned)
        except UserError as error:
            self.api.refuse(error)
            return True
        self.api.toast(tr("backups.loosened" if copy.about.pinned else "backups.now_pinned"))
        self.refresh()
        return True

    def _choose_folder(self) -> None:
        before = self.api.settings.copies_folder
        found = QFileDialog.getExistingDirectory(self, tr("backups.second.choose"), before)
        if found:
            self.use_folder(Path(found))

    def use_folder(self, folder: Path) -> None:
        """Put each copy into this folder, too, the newest one immediately."""
        if folder.resolve() == copies.own_folder(self.session).resolve():
            self.api.say_error(tr("backups.second.same"))
            return
        self.api.save_setting(copies_folder=str(folder.absolute()))
        self.api.backups.copy_again()
        self.api.toast(tr("backups.second.chosen"))
        self.refresh()

    def _give_up_folder(self) -> bool:
        if not self.api.settings.copies_folder:
            return False
        self.api.save_setting(copies_folder="")
        self.api.toast(tr("backups.second.given_up"))
        self.refresh()
        return True

    def _choose_encrypted(self) -> bool:
        copy = self._current()
        if copy is None or self._fault(copy) or self._encrypting.busy:
            return False
        folder = Path(self.api.settings.copies_folder or Path.home())
        name, _ = QFileDialog.getSaveFileName(
            self, tr("backups.encrypt"), str(folder / f"{copy.path.name}{ENDING}")
        )
        if name:
            self.encrypt_to(Path(name))
        return True

    def encrypt_to(self, target: Path) -> None:
        """Ask for a password and write the current copy, encrypted with it, to a file."""
        copy = self._current()
        if copy is None:
            return
        target = target.with_name(target.name.removesuffix(ENDING) + ENDING)

        def write(password: str) -> bool:
            self._encrypting.start(_result(partial(encrypt_copy, copy.path, target, password)))
            return True

        self.question.ask(tr("password.to_write"), tr("password.write"), write)

    def _choose_to_take(self) -> bool:
        if self.api.in_sample or self._encrypting.busy:
            return False
        folder = self.api.settings.copies_folder
        name, _ = QFileDialog.getOpenFileName(
            self, tr("backups.take"), folder, f"{tr('backups.encrypted_files')} (*{ENDING})"
        )
        if name:
            self.take(Path(name))
        return True

    def take(self, file: Path) -> None:
        """Ask for the password of an encrypted copy, and add its content to the copies."""
        if not is_encrypted_file(file):
            self.api.say_error(tr("backups.not_encrypted", file=file.name))
            return
        store = queries.store_path(self.session)

        def take(password: str) -> bool:
            try:
                right = is_password_of(file, password)
            except (UserError, OSError) as error:
                self.api.refuse(_for_user(error))
                return True
            if right:
                self._encrypting.start(_result(partial(take_encrypted, file, store, password)))
            return right

        words = tr("password.to_read", file=file.name)
        self.question.ask(words, tr("password.read"), take)

    def _written(self, file: Path | UserError) -> None:
        if isinstance(file, UserError):
            self.api.refuse(file)
            return
        if is_encrypted_file(file):
            self.api.toast(tr("backups.encrypted", file=file.name))
            return
        self.api.toast(tr("backups.taken"))
        self.refresh()
        self.list.set_current(str(file))

    def do_primary(self) -> None:
        copy = self._current()
        target = self._target()
        if copy is None or not target:
            return
        name = partial(_restored_title, at=copy.about.at)
        try:
            copies.restore_beside(self.session, copy, target, name)
        except UserError as error:
            self.api.refuse(error)
            return
        self.api.toast(tr("backups.restored", time=texts().time(copy.about.at)))


def _restored_title(title: str, at: datetime) -> str:
    when = texts().time(at)
    if at.date() != date.today():
        when = f"{texts().date(at.date().isoformat(), year=False, short=True)} {when}"
    return tr("backups.restored_title", title=title, time=when)


def _key(copy: Copy) -> object:
    return copy.path, copy.about.digest


def _result(work: Callable[[], Path]) -> Iterator[Path | UserError]:
    """Yield the file that was written, or what the user is told."""
    try:
        yield work()
    except (UserError, OSError) as error:
        yield _for_user(error)


def _for_user(error: UserError | OSError) -> UserError:
    if isinstance(error, UserError):
        return error
    return StoreError("errors.copy_failed", reason=error.strerror or "")
