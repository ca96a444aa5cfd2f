"""Dashboards: which parts they have, of which source and period."""

from workshop_app.domain.setup import Dashboard, Reason, Widget
from workshop_app.services.imports.mackerel.item import Item

_WIDGETS = ("graph", "value", "markdown", "alertStatus")
_SOURCES = ("host", "role", "service", "expression", "query", "unknown")


def dashboard(item: Item) -> Dashboard:
    """Return the dashboard; its widgets are None where the file does not tell them."""
    item.private("memo", "urlPath")
    item.unused("createdAt", "updatedAt")
    told = item.is_list("widgets")
    widgets = [_widget(Item(each, item.tally)) for each in item.items("widgets")]
    return Dashboard(
        id=item.id(),
        title=item.text("title"),
        widgets=tuple(widget for widget in widgets if widget) if told else None,
    )


def _widget(item: Item) -> Widget | None:
    kind = item.text("type")
    if kind not in _WIDGETS:
        item.tally.add(Reason.TYPE, kind or "?")
        return None
    item.private("markdown")
    item.unused("title", "layout", "referenceLines", "legendList", "valueRange", "fractionSize")
    item.unused("suffix", "formatRules", "roleFullname")
    shown = Item(item.inner("metric") or item.inner("graph"), item.tally)
    item.unused("graph")
    period = Item(item.inner("range"), item.tally)
    widget = Widget(
        type=kind,
        source=shown.word("type", _SOURCES),
        range=period.word("type", ("relative", "absolute")),
    )
    item.done()
    return widget
