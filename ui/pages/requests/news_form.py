"""The form for news of a request: state, day, what may be told, the product team's comments."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.choice import Choice
from ui.widgets.date_field import DateField
from ui.widgets.edit_area import EditArea
from ui.widgets.edit_line import EditLine
from ui.widgets.error_line import ErrorLine
from ui.widgets.labelled_field import LabelledField
from ui.widgets.text import Text
from workshop_app.domain.ids import request_code
from workshop_app.domain.request_news import (
    NEWS_STATES,
    TEAM_TEXTS,
    RequestNews,
    RequestState,
)
from workshop_app.i18n import tr
from workshop_app.services.commands.request_news import News
from workshop_app.services.request_board import BoardRequest
from workshop_app.typed_day import WithoutYear

_LABEL_LETTERS = 11


class NewsForm(QWidget):
    """Fields for one news record; nothing is saved until the page calls `news`.

    ``edited``: something was typed or chosen.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.request_id = ""
        self.news_id = ""
        """The news that is put right; empty while a new piece is written."""
        self._catalogue_id = ""
        self.states = Choice(
            tr("request_news.state_name"),
            [(state, tr(f"request_news.state.{state}")) for state in NEWS_STATES],
            role="body",
        )
        width = _LABEL_LETTERS * theme().metrics.body
        self.day = DateField(tr("request_news.date"), label_width=width)
        self.day.without_year = WithoutYear.PAST
        self.fields: dict[str, LabelledField] = {
            "may_be_told": self._area("may_be_told", tr("requests.form.told_hint"), width),
            "address": EditLine(tr("request_news.address"), "https://", label_width=width),
            "same_as": EditLine(tr("request_news.same_as"), "R-3-f3c2a1", label_width=width),
            **{name: self._area(name, "", width, private=True) for name in TEAM_TEXTS},
        }
        self.error = ErrorLine()
        self._title = Text("title", "")
        self._wish = Text("body-quiet", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6 if theme().metrics.tight else 10)
        for part in (self._title, self._wish, self.states, self.day):
            column.addWidget(part)
        column.addWidget(self.error)
        for field in self.fields.values():
            column.addWidget(field)
        column.addStretch(1)
        self.states.chosen.connect(self._changed)
        self.day.date_changed.connect(self._changed)

    def begin(self, each: BoardRequest, news: RequestNews | None) -> None:
        """Start a news record of a request, or edit ``news``."""
        self.request_id = each.request.id
        self.news_id = news.id if news is not None else ""
        self._catalogue_id = news.catalogue_id if news is not None else ""
        self._title.setText(tr("requests.form.change" if news else "requests.form.new"))
        code = request_code(each.request.number)
        self._wish.setText(f"{code}  {each.request.title}  {each.customer.name}")
        self.states.set_value(news.state if news is not None else None)
        self.day.set_iso(news.date if news is not None else date.today().isoformat())
        for name, field in self.fields.items():
            field.set_text(str(getattr(news, name)) if news is not None else "", self._key())
        self.error.show_sentence("")
        self._show_parts()

    def news(self) -> News | None:
        """Return the news record, or None and show what is missing."""
        for field in self.fields.values():
            field.flush()
        self.day.flush()
        state = self.states.value()
        wrong = [field for field in (self.day, *self.fields.values()) if field.error]
        if wrong:
            wrong[0].setFocus()
            return None
        if not isinstance(state, RequestState):
            self.error.show_sentence(tr("errors.news_without_state"))
            self.states.setFocus()
            return None
        if not self.day.iso():
            self.error.show_sentence(tr("errors.news_without_day"))
            self.day.setFocus()
            return None
        texts = {name: field.text() for name, field in self.fields.items()}
        if state is not RequestState.DUPLICATE:
            texts["same_as"] = ""
        return News(
            request_id=self.request_id,
            state=state,
            date=self.day.iso(),
            catalogue_id=self._catalogue_id,
            **texts,
        )

    def typed(self) -> dict[str, str]:
        """Return the unsaved input, for `restore`."""
        state = self.states.value()
        texts = {name: field.text() for name, field in self.fields.items()}
        return texts | {"state": str(state or ""), "date": self.day.typed()}

    def restore(self, typed: Mapping[str, str]) -> None:
        """Restore what `typed` returned; missing values are empty."""
        state = typed.get("state", "")
        self.states.set_value(RequestState(state) if state in NEWS_STATES else None)
        self.day.show_typed(typed.get("date", ""))
        for name, field in self.fields.items():
            field.set_text(typed.get(name, ""), self._key())
        self._show_parts()

    def focus_start(self) -> None:
        """Focus the states."""
        self.states.setFocus()

    def _area(self, name: str, hint: str, width: int, *, private: bool = False) -> EditArea:
        return EditArea(
            tr(f"request_news.{name}"),
            hint,
            lines=1,
            most_lines=2 if theme().metrics.tight else 3,
            private=private,
            label_width=width,
        )

    def _key(self) -> str:
        """Return a key for the record being edited, so that fields accept other texts at once."""
        return f"{self.request_id}:{self.news_id}"

    def _changed(self, *_: object) -> None:
        self.error.show_sentence("")
        self._show_parts()
        self.edited.emit()

    def _show_parts(self) -> None:
        self.fields["same_as"].setVisible(self.states.value() is RequestState.DUPLICATE)
