"""The panel in which the request text is written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget

from ui.actions.binding import bind_button, bind_buttons
from ui.actions.offered import PRIMARY, Offers, left, primary
from ui.actions.table import find
from ui.components.hand_over import request_state
from ui.components.task_panel import TaskPanel
from ui.pages.appraise.nearest_search import NearestSearch
from ui.pages.appraise.request_fields import FIELDS, filled, first_empty
from ui.theme.theme import theme
from ui.widgets.badge import Badge
from ui.widgets.boxes import STRETCH, column, flow, row
from ui.widgets.key_action import key_action
from ui.widgets.labelled_field import LabelledField
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.domain.ids import request_code
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.request import ESSENTIAL_FIELDS, Request
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.appraising import EditRequest

_ESSENTIAL = len(ESSENTIAL_FIELDS)
_LAST = (_ESSENTIAL - 1, len(FIELDS) - 1)


class RequestPanel(TaskPanel):
    """One field at a time, turned by PgDn and PgUp; text is saved automatically.

    It is finished after the essential fields; a button continues with the others.
    """

    KEEPS_DRAFT = False  # its draft is the visible field, for a rebuilt page

    def build(self) -> None:
        self._index = 0
        self._request: Request | None = None
        self._badge = Badge(OutcomeKind.REQUEST, "")
        self._state = Text("body-quiet", wrap=False)
        self._count = Text("body-quiet", wrap=False)
        self._heading = Text("room-bold")
        self._hint = Text("body-quiet")
        self.area = LabelledField("", role="room", lines=(3, 5), name="request")
        self.nearest = NearestSearch(self.api.answers)
        bind_button(self, "appraise.take_back", lambda: self._edit("nearest_id", ""))
        bind_buttons(self, "moving.pages", self._step, listens=False)
        for key, step in zip(find("moving.pages").keys, (-1, 1), strict=True):
            key_action(key, self, partial(self._step, step))
        self.add_primary(tr("appraise.request.next"))
        self._arrange()
        self.area.edited.connect(lambda text: self._edit(FIELDS[self._index].name, text))
        self.nearest.picked.connect(lambda picked: self._edit("nearest_id", picked))

    def open(self, state: WorkshopState, problem: Problem, draft: Mapping[str, str]) -> None:
        request = state.request_of(problem.id)
        names = [field.name for field in FIELDS]
        field = draft.get("field", "")
        self._request = None
        if request is not None:
            self._index = names.index(field) if field in names else first_empty(request)
        super().open(state, problem, draft)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        self._request = state.request_of(problem.id)
        if self._request is None:
            self.cancelled.emit()  # the request was undone, or its card was removed
            return
        self._show_field()

    def show_field(self, name: str) -> None:
        """Show the field with this name, if there is one."""
        self.area.flush()
        names = [field.name for field in FIELDS]
        self._index = names.index(name) if name in names else self._index
        self._show_field()
        self.focus_start()

    def typed(self) -> dict[str, str]:
        return {"field": FIELDS[self._index].name}

    def offered(self) -> Offers:
        before = left(tr("appraise.request.before"))
        offers: Offers = {("moving.pages", -1): before._replace(enabled=self._index > 0)}
        if self._index == _ESSENTIAL - 1:
            more = tr("appraise.request.more", n=len(FIELDS) - _ESSENTIAL)
            offers["moving.pages", 1] = left(more)
        if FIELDS[self._index].is_search and self._request and self._request.nearest_id:
            offers["appraise.take_back"] = left(tr("appraise.request.clear"))
        words = tr(f"appraise.request.{'finish' if self._index in _LAST else 'next'}")
        return super().offered() | offers | {PRIMARY: primary(words)}

    def focus_start(self) -> None:
        (self.nearest if FIELDS[self._index].is_search else self.area).setFocus()

    def _show_field(self) -> None:
        request = self._request
        field = FIELDS[self._index]
        if request is None:
            return
        code = request_code(request.number)
        self._badge.set_outcome(OutcomeKind.REQUEST, tr("appraise.request.badge", code=code))
        self._state.setText(request_state(self.state, request))
        self._count.setText(tr("appraise.request.count", filled=filled(request), total=_ESSENTIAL))
        label = tr(f"appraise.request.{field.name}")
        place = tr("appraise.request.place", place=self._index + 1, total=len(FIELDS))
        self._heading.setText(label)
        self._hint.setText(tr(f"appraise.request.{field.name}_hint"))
        self._stack.setCurrentIndex(1 if field.is_search else 0)
        if field.is_search:
            self.nearest.show_picked(self.problem.title, request.nearest_id)
            self.foot_changed.emit()
        else:
            self.area.set_label(place)
            self.area.field.setAccessibleName(label)
            text = str(getattr(request, field.name))
            self.area.set_text(text, f"{request.id} {field.name}")

    def _edit(self, field: str, value: str) -> None:
        if self._request is not None:
            self.api.execute(EditRequest(self._request.id, field, value))

    def _step(self, by: int) -> bool:
        target = self._index + by
        if not 0 <= target < len(FIELDS):
            return False
        self.show_field(FIELDS[target].name)
        self.foot_changed.emit()
        return True

    def do(self) -> None:
        """Move to the next field; close the panel after the last essential one, or the last."""
        self.area.flush()
        if self.area.error:
            self.area.setFocus()
        elif self._index in _LAST:
            self.finished.emit()
        else:
            self._step(1)

    def _arrange(self) -> None:
        known = (self._badge, self._state)
        if theme().stacked:
            head: QLayout = flow(None, *known, self._count, gap=12)
        else:
            head = row(None, *known, STRETCH, self._count, gap=12)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        first = QWidget()
        column(first, self.area, STRETCH)
        self._stack.addWidget(first)
        self._stack.addWidget(self.nearest)
        parts = (head, self._heading, self._hint, (holder, 1))
        column(self, (Sheet(*parts, bar="request", spacing=6), 1))
