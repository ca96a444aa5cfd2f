"""The rehearsal's coach: one sentence per step, and an outline around the control it is about."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions.binding import BoundAction
from ui.components import places
from ui.widgets.action_button import ActionButton
from ui.widgets.entry_line import EntryLine
from ui.widgets.field_box import FieldBox
from ui.widgets.focus_ring import FocusRing
from ui.widgets.icon_button import IconButton
from ui.widgets.labelled_field import LabelledField
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import inset, rounded
from ui.window.banners import Banner, BannerButton, BannerStyle
from ui.window.frame_api import FrameApi
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

_STYLE = BannerStyle("route", "accent", "body-bold", edge="accent", margins=(20, 5, 12, 6))
_WHOLE_FIELDS = (EntryLine, LabelledField, FieldBox)
"""Containers that are outlined instead of the field inside them."""
_AT_BUTTON = {Step.WRAP_UP: "everywhere.papers"}
"""Steps whose sentence is about the button of an action; others are about the initial focus."""


class Coach(QObject):
    """Active during a rehearsal; after it is left, it is silent until another one starts."""

    def __init__(self, frame: FrameApi) -> None:
        super().__init__(frame.window())
        self._frame = frame
        self.on = False
        """Whether a rehearsal with instructions is running."""
        self._next = ActionButton("", key="Ctrl+PgDown", size="small")
        close = IconButton("close", "", size=16)
        captions = (
            BannerButton(self._next, partial(tr, "coach.next")),
            BannerButton(close, partial(tr, "coach.leave")),
        )
        self.banner = Banner(_STYLE, captions, self._sentence)
        self._outline: CoachOutline | None = None
        self._next.clicked.connect(lambda: self._frame.go(self._neighbour()))
        close.clicked.connect(self.leave)

    @property
    def target(self) -> QWidget | None:
        """The outlined control."""
        return self._outline.target if self._outline is not None else None

    def begin(self) -> None:
        """Start with the current step."""
        self.on = True
        self.show_step()

    def leave(self) -> bool:
        """End the instructions; return False if they were not shown."""
        if not self.on:
            return False
        self.on = False
        self.show_step()
        return True

    def show_step(self) -> None:
        """Show the sentence of the current step and outline its control; none outside steps."""
        self.banner.refresh()
        self._next.setVisible(bool(self._neighbour()))
        if self._outline is None:
            if not self.on:
                return
            self._outline = CoachOutline(self.banner.parentWidget() or self._frame.window())
        self._outline.point_at(self._control() if self._step() is not None else None)

    def set_muted(self, muted: bool) -> None:
        """Hide the outline while the page is a frozen picture."""
        if self._outline is not None:
            self._outline.set_muted(muted)

    def _step(self) -> Step | None:
        name = self._frame.page_name
        return Step(name) if self.on and name in set(Step) else None

    def _sentence(self) -> str:
        step = self._step()
        return "" if step is None else tr(f"coach.step.{step.value}")

    def _neighbour(self) -> str:
        """Return the name of the next step; empty at the last one and outside the steps."""
        step = self._step()
        if step is None:
            return ""
        names = [entry.name for entry in places.steps(self._frame.session.state)]
        return "".join(names[names.index(step.value) + 1 :][:1])

    def _control(self) -> QWidget | None:
        step = self._step()
        if step is not None and step in _AT_BUTTON:
            return _button_of(self._frame.window(), _AT_BUTTON[step])
        page = self._frame.page_stack.page
        focus = QApplication.focusWidget()
        if page is None or focus is None or focus is page or not page.isAncestorOf(focus):
            return None
        around = focus.parentWidget()
        while isinstance(around, _WHOLE_FIELDS):
            focus = around
            around = focus.parentWidget()
        return focus


class CoachOutline(FocusRing):
    """A dashed outline around a control, slightly outside the focus ring."""

    def point_at(self, target: QWidget | None) -> None:
        """Outline another control, or none."""
        self._watch(target)
        self._ring_layout.invalidate()

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Ignore changes of the keyboard focus."""

    def shape_of(self, target: QWidget, seen: QRect) -> tuple[QRectF, float] | None:
        return QRectF(seen).adjusted(-3, -3, 3, 3), 12

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = inset(self, 1.5)
        rounded(painter, box, 12, None, "accent", 2.5, dashed=True)


def _button_of(window: QWidget, action_id: str) -> QWidget | None:
    """Return the visible button of an action."""
    buttons = (one for one in window.findChildren(PaintedButton) if one.isVisible())
    return next((one for one in buttons if _is_of(one, action_id)), None)


def _is_of(button: PaintedButton, action_id: str) -> bool:
    action = button.action
    return isinstance(action, BoundAction) and action.definition.id == action_id
