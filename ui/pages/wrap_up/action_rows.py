"""Actions as rows: what is done, by whom, and by when, in columns that the entry line shares."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from ui.components.owners import owner_name, owners
from ui.components.timestamps import day_of
from ui.rows.cells import Cell, Icon, Tick
from ui.rows.row import Aside, Line, Row
from ui.rows.style import Style, paper
from ui.theme.theme import theme
from ui.widgets.spaced import spaced
from ui.widgets.text_layout import draw_line, text_width
from workshop_app.domain.action import Action
from workshop_app.domain.facts.commitments import CommitmentKind, to_do
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.actions_to_do import all_actions, problem_words

BETWEEN = 24
"""Px between the columns."""
_MOST_OWNER = 0.28
"""The largest part of the width that the column of the owners may take."""
_WHOLE_OWNER = 0.14
"""The part that it takes for names on one line."""
_MONTHS = range(1, 13)
_CURSOR = 8  # px for the cursor of the entry, before its placeholder


def action_style(role: str, width: int) -> Style:
    """Return the measures of the rows: a little lower than others, so that more are in sight."""
    style = paper(role, width)
    return style._replace(
        pad=style.pad - 1, least=style.least - 2, between=BETWEEN, columns=True, letters=4
    )


def owner_share(state: WorkshopState) -> float:
    """Return the part of the width that is the column of the owners.

    A name stands on one line where that leaves most of the page to the actions; no word is broken.
    """
    names = {option.text for option in owners(state)}
    names |= {owner_name(state, action) for action in all_actions(state, texts())}
    page = theme().width - theme().metrics.rail
    usual = 0.155 if theme().metrics.narrow else 0.132
    most = _WHOLE_OWNER * page
    whole = {name for name in names if text_width(name, "room") < most}
    parts = whole.union(*(re.split(r"\s|(?<=・)", name) for name in names - whole))
    widest = max((text_width(part, "room") for part in parts), default=0)
    return max(usual, min(_MOST_OWNER, (widest + 1) / page))


def day_width() -> int:
    """Return the width in px of the column of the days."""
    return _day_width(theme().font("room"), texts().language, theme().metrics.narrow)


@lru_cache(maxsize=8)
def _day_width(font: QFont, _language: str, _narrow: bool) -> int:
    days = (day_forms(f"2028-{month:02}-{day}")[0] for month in _MONTHS for day in range(20, 27))
    words = (*days, tr("wrap_up.actions.undated"), tr("wrap_up.actions.when"))
    return max(text_width(each, font) for each in words) + _CURSOR


def day_forms(iso: str) -> tuple[str, ...]:
    """Return the words for a day: with its weekday where that leaves the action two lines."""
    short = theme().metrics.narrow or texts().language != "ja"
    return (texts().brief_date(iso, weekday=not short),)


def days_in_weeks(state: WorkshopState, *weeks: int) -> dict[str, date]:
    """Return the days so many weeks after the workshop, by their words."""
    today = day_of(state)
    return {tr("wrap_up.actions.in_weeks", n=n): today + timedelta(weeks=n) for n in weeks}


def near_days(state: WorkshopState) -> dict[str, date]:
    """Return the days that actions are often due by, by their words."""
    days = days_in_weeks(state, 1, 2)
    if state.workshop.next_date:
        days[tr("wrap_up.actions.next_time")] = date.fromisoformat(state.workshop.next_date)
    return days


@dataclass(frozen=True)
class Day(Cell):
    """A day at the right of its column, as large as the text."""

    text: str

    @property
    def words(self) -> str:
        return self.text

    def width(self, style: Style) -> int:
        return day_width()

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        font = style.role
        left = box.right() - text_width(self.text, font)
        draw_line(painter, self.text, font, "ink2", left, box.top(), box.height())


def action_rows(state: WorkshopState, *, private: bool) -> list[Row]:
    """Return what was promised by day; in private mode with the numbers of the problems."""
    share = owner_share(state)
    asked = {each.action.id for each in to_do(state) if each.kind is CommitmentKind.ASK_AGAIN}
    return [
        _row(state, each, share, private=private, ticked=each.id not in asked)
        for each in all_actions(state, texts())
    ]


def names_of_problems(state: WorkshopState, action: Action) -> str:
    """Return the numbers of the problems that an action is for, in words."""
    return tr("papers.head.separator").join(problem_words(state, texts(), action, brief=True))


def _row(state: WorkshopState, action: Action, share: float, *, private: bool, ticked: bool) -> Row:
    who = owner_name(state, action) or tr("wrap_up.actions.nobody")
    when = day_forms(action.due)[0] if action.due else tr("wrap_up.actions.undated")
    number = names_of_problems(state, action)
    text = action.text
    if private and number:
        text = tr("papers.actions.with_problem", text=text, problem=number)
    return Row(
        action.id,
        text,
        before=(Tick(action.done) if ticked else Icon("circle-dashed", "ink2"),),
        asides=(Aside(Line(who, colour="ink2"), share, opens=True),),
        after=(Day(when),),
        quiet=action.done,
        spoken=_spoken(action.text, number, who, action.due),
    )


def _spoken(text: str, number: str, who: str, due: str) -> str:
    when = texts().date(due, year=False) if due else tr("wrap_up.actions.undated")
    return spaced(text, number, who, when)
