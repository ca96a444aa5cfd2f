"""Finds pages that change their focus for the audience without emitting the signal."""

from dataclasses import replace

from ui.window.audience_controller import AudienceController
from workshop_app.domain.audience_focus import AudienceFocus
from workshop_app.domain.audience_view import AudienceView
from workshop_app.domain.audience_view_builder import build_audience_view


def refresh_audience(controller: AudienceController) -> None:
    """Update the view immediately instead of after its delay."""
    if controller._refresh_timer.isActive():
        controller.refresh()


def stale_focus(controller: AudienceController) -> str:
    """Return a focus that was not shown to the audience, without a pending request; else empty."""
    if controller._refresh_timer.isActive() or "frozen" in controller.overrides:
        return ""
    if not controller.live or controller._shown is None:
        return ""
    shown, state, until = controller._shown
    focus = controller._page_focus() or controller._focus
    now = controller._api.session.state
    same = _view(shown, state) == _view(focus, now) and shown.record_id == focus.record_id
    return "" if same and until == controller._break.until else f"{focus}, not {shown}"


def _view(focus: AudienceFocus, state) -> AudienceView:
    """Return the view of a focus at a point of time, since silent writing counts seconds itself."""
    if focus.writing is not None:
        focus = replace(focus, writing=replace(focus.writing, seconds_left=0))
    return build_audience_view(state, focus)
