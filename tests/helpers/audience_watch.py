"""Finds a page that changed what it has in front for the audience without saying so."""

from dataclasses import replace

from ui.window.audience_controller import AudienceController
from workshop_app.domain.audience_focus import AudienceFocus
from workshop_app.domain.audience_view import AudienceView
from workshop_app.domain.audience_view_builder import build_audience_view


def refresh_audience(controller: AudienceController) -> None:
    """Make a picture at once that would else be made a moment later."""
    if controller._refresh_timer.isActive():
        controller.refresh()


def stale_focus(controller: AudienceController) -> str:
    """What is in front and not shown to the audience, and nobody said so; empty if all is shown."""
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
    """The view of a focus at a point of time: the seconds of silent writing count by themselves."""
    if focus.writing is not None:
        focus = replace(focus, writing=replace(focus.writing, seconds_left=0))
    return build_audience_view(state, focus)
