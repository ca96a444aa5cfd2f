"""The reader of dashboards: the types, sources and periods of their widgets."""

from workshop_app.domain.setup import Dashboard, Reason, Widget
from workshop_app.services.imports.mackerel.field_reader import FieldReader

_WIDGETS = ("graph", "value", "markdown", "alertStatus")
_SOURCES = ("host", "role", "service", "expression", "query", "unknown")


def dashboard(thing: FieldReader) -> Dashboard:
    """Return the dashboard; its widgets are None if the file does not contain them."""
    thing.private("memo", "urlPath")
    thing.unused("createdAt", "updatedAt")
    known = thing.is_list("widgets")
    widgets = [_widget(each) for each in thing.items("widgets")]
    return Dashboard(
        id=thing.id(),
        title=thing.text("title"),
        widgets=tuple(widget for widget in widgets if widget) if known else None,
    )


def _widget(thing: FieldReader) -> Widget | None:
    kind = thing.text("type")
    if kind not in _WIDGETS:
        thing.left_out.add(Reason.TYPE, kind or "?")
        return None
    thing.private("markdown")
    thing.unused("title", "layout", "referenceLines", "legendList", "valueRange", "fractionSize")
    thing.unused("suffix", "formatRules", "roleFullname")
    shown = thing.inside("metric")
    if not shown.names:
        shown = thing.inside("graph")
    thing.unused("graph")
    period = thing.inside("range")
    widget = Widget(
        type=kind,
        source=shown.word("type", _SOURCES),
        range=period.word("type", ("relative", "absolute")),
    )
    thing.done()
    return widget
