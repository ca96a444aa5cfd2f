"""The alerts: counts for each of the last thirty days, and the rules that fire most."""

from __future__ import annotations

from ui.components.empty_state import EmptyState
from ui.components.page_column import PageColumn
from ui.components.section import Section
from ui.components.setup_words import day, rule_type
from ui.pages.setup.bar_row import bar_row
from ui.pages.setup.day_bars import DayBars
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.style import bars
from ui.widgets.text import Text
from workshop_app.domain.alert_log import DAYS, AlertLog, RuleAlertCount, alert_log
from workshop_app.domain.setup_view import setup_of
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_MOST = 8
"""Number of rules that are shown."""


class AlertsSection(Section):
    """A summary line, a small bar for each day, and a bar for each of the noisiest rules."""

    NAME = "alerts"

    def build(self) -> None:
        bold = f"{self.role}-bold"
        self._sum = Text(bold, "")
        self.days = DayBars(self.role)
        self.rows = PagedList(
            tr("setup.alerts.noise"), role=self.role, style=bars, paging_keys=False
        )
        self._empty = EmptyState(tr("setup.alerts.empty"), tr("setup.alerts.empty_hint"))
        layout = PageColumn(self, self._sum, self.days, (self.rows, 1), (self._empty, 1), gap=6)
        layout.addStretch(0)
        self.setFocusProxy(self.rows)

    def refresh(self, state: WorkshopState) -> None:
        log = alert_log(setup_of(state.setup))
        self._empty.setVisible(log is None)
        self._sum.setVisible(log is not None)
        shown = log is not None and log.recent > 0
        for widget in (self.days, self.rows):
            widget.setVisible(shown)
        self._sum.setText(_sum(log) if log is not None else "")
        self._show_days(log)
        rows = _rule_rows(log)
        self.rows.show_rows(rows)

    def _show_days(self, log: AlertLog | None) -> None:
        if log is None:
            self.days.show_days((), "", "", "")
            return
        dates = log.dates
        parts = [
            tr("setup.day", day=day(date), n=count)
            for date, count in zip(dates, log.days, strict=True)
            if count
        ]
        ends = {"from": day(dates[0]), "to": day(dates[-1])}
        spoken = tr("setup.days", parts=tr("setup.answers.and").join(parts), **ends)
        self.days.show_days(log.days, ends["from"], ends["to"], spoken)


def _sum(log: AlertLog) -> str:
    if log.open_only:
        return tr("setup.alerts.open_only", n=len(log.still_open))
    if not log.recent:
        return tr("setup.alerts.none", n=DAYS)
    values = {"n": log.recent, "open": len(log.still_open)}
    if log.since is not None:
        return tr("setup.alerts.since", day=day(log.since), **values)
    return tr("setup.alerts.recent", **values)


def _rule_rows(log: AlertLog | None) -> list[Row]:
    """Return rows for the rules that fire most."""
    if log is None or not log.rule_counts:
        return []
    most = log.rule_counts[0].count
    return [_row(each, most) for each in log.rule_counts[:_MOST]]


def _row(rule: RuleAlertCount, most: int) -> Row:
    name = rule.name or tr("setup.rule_type.unnamed", kind=rule_type(rule.type))
    row_id = f"{rule.rule_id}/{rule.type}"
    return bar_row(row_id, name, rule.count, most, tr("setup.alerts.noise"))
