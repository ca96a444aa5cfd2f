"""The form for news of a request: state, day, what may be told, the product team's comments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from PySide6.QtWidgets import QWidget

from ui.forms.form import FieldText, Form
from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH, column
from ui.widgets.check_group import CheckButtons, Option
from ui.widgets.date_field import DateField
from ui.widgets.error_line import ErrorLine
from ui.widgets.text import Text
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
    """Fields for one news record; nothing is saved until the page calls `news`."""

    def __init__(self) -> None:
        super().__init__()
        self.request_id = ""
        self.news_id = ""
        """The news that is put right; empty while a new piece is written."""
        self._catalogue_id = ""
        self.states = CheckButtons(
            tr("request_news.state_name"),
            [Option(state, tr(f"request_news.state.{state}")) for state in NEWS_STATES],
        )
        self._form = Form(RequestNews, _texts())
        self.fields = self._form.fields
        for field in self.fields.values():
            field.set_label_beside(_LABEL_LETTERS * theme().metrics.body)
        self._day = self.fields["date"]
        if isinstance(self._day, DateField):
            self._day.without_year = WithoutYear.PAST
        self._day.edited.connect(self._changed)
        self.error = ErrorLine()
        self._title = Text("title")
        self._wish = Text("body-quiet")
        first, *others = self.fields.values()
        column(
            self,
            *(self._title, self._wish, self.states, first, self.error, *others),
            STRETCH,
            gap=6 if theme().metrics.rather_low else 10,
        )
        self.states.chosen.connect(self._changed)

    def begin(self, each: BoardRequest, news: RequestNews | None) -> None:
        """Start a news record of a request, or edit ``news``."""
        self.request_id = each.request.id
        self.news_id = news.id if news is not None else ""
        self._catalogue_id = news.catalogue_id if news is not None else ""
        self._title.setText(tr("requests.form.change" if news else "requests.form.new"))
        self._wish.setText(f"{each.own_code}  {each.request.title}  {each.customer.name}")
        self.states.set_value(news.state if news is not None else None)
        values = {"date": date.today().isoformat()} if news is None else asdict(news)
        self._form.begin(values)
        self.error.show_sentence("")
        self._show_parts()

    def news(self) -> News | None:
        """Return the news record, or None and show what is missing."""
        if not self._form.commit():
            return None
        state = self.states.value()
        if not isinstance(state, RequestState):
            self.error.show_sentence(tr("errors.news_without_state"))
            self.states.setFocus()
            return None
        texts = self._form.typed()
        if not texts["date"]:
            self.error.show_sentence(tr("errors.news_without_day"))
            self._day.setFocus()
            return None
        if state is not RequestState.DUPLICATE:
            texts["same_as"] = ""
        return News(
            request_id=self.request_id,
            state=state,
            catalogue_id=self._catalogue_id,
            **texts,
        )

    def typed(self) -> dict[str, str]:
        """Return the unsaved input, for `restore`."""
        return self._form.typed() | {"state": str(self.states.value() or "")}

    def restore(self, typed: Mapping[str, str]) -> None:
        """Restore what `typed` returned; missing values are empty."""
        state = typed.get("state", "")
        self.states.set_value(RequestState(state) if state in NEWS_STATES else None)
        self._form.bring_back(typed)
        self._show_parts()

    def focus_start(self) -> None:
        self.states.setFocus()

    def _changed(self, *_: object) -> None:
        self.error.show_sentence("")
        self._show_parts()

    def _show_parts(self) -> None:
        self.fields["same_as"].setVisible(self.states.value() is RequestState.DUPLICATE)


def _texts() -> dict[str, FieldText]:
    """Return the fields in order."""
    lines = (1, 2 if theme().metrics.rather_low else 3)
    hints = {
        "date": FieldText(""),
        "may_be_told": FieldText("", tr("requests.form.told_hint"), lines=lines),
        "address": FieldText("", "https://"),
        "same_as": FieldText("", "R-3-f3c2a1"),
        **{name: FieldText("", lines=lines) for name in TEAM_TEXTS},
    }
    return {name: text._replace(label=tr(f"request_news.{name}")) for name, text in hints.items()}
