"""Banners: one line of text with an icon and buttons, shown above the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QWidget

from ui.actions.binding import button_for
from ui.actions.table import key_of
from ui.components.window_api import WindowApi
from ui.theme.qt_palette import set_background
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, row
from ui.widgets.deferred_layout import Refitted
from ui.widgets.icon_button import IconButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.painted import Painted
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import inset, rounded
from ui.widgets.text import Text
from ui.window.audience_controller import AudienceController
from ui.window.break_overlay import LENGTHS, BreakOverlay
from ui.window.step_timer import StepTimer
from workshop_app.i18n import tr


class BannerStyle(NamedTuple):
    """The style of a kind of banner; colours are tokens of ``ui.theme.tokens.Palette``.

    ``background`` is the palette's, ``fill`` a colour painted instead of it. ``edge`` is the colour
    of a line of 1 px along the side that faces the page. ``margins`` are left, top, right, bottom.
    """

    icon: str
    colour: str
    text: str
    background: str = "surface"
    fill: str = ""
    edge: str = ""
    icon_size: int = 20
    text_colour: str | None = None
    wraps: bool = True
    margins: tuple[int, int, int, int] = (20, 4, 18, 5)
    spacing: int = 10
    focus_ring: str = ""
    spoken_role: QAccessible.Role | None = None


class BannerButton(NamedTuple):
    """A button at the right end; ``words`` returns its text in the current language."""

    button: PaintedButton
    words: Callable[[], str]


class Banner(Painted):
    """Visible while it has a text.

    ``sentence`` returns the text to show, or an empty string; ``refresh`` calls it. Without it, the
    text is set with ``say``.
    """

    def __init__(
        self,
        style: BannerStyle,
        buttons: Sequence[BannerButton] = (),
        sentence: Callable[[], str] | None = None,
    ) -> None:
        super().__init__()
        self.FOCUS_RING = style.focus_ring
        self.SPOKEN_ROLE = style.spoken_role
        self._style = style
        self._sentence = sentence
        self._captions = tuple(buttons)
        if not style.fill:
            set_background(self, style.background)
        self._text = Text(style.text, "", style.wraps, colour=style.text_colour)
        self._icon = IconLabel(style.icon, style.colour, style.icon_size)
        words = [(self._text, 1)] if style.wraps else [self._text, STRETCH]
        parts = (self._icon, *words, *self.buttons)
        self._row = row(self, *parts, gap=style.spacing, around=style.margins)
        self.hide()
        self.retranslate()

    @property
    def buttons(self) -> tuple[PaintedButton, ...]:
        """Its buttons, from left to right."""
        return tuple(caption.button for caption in self._captions)

    @property
    def sentence(self) -> str:
        """The text; empty while it is hidden."""
        return self._text.text()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        if sentence != self._text.text():
            self._text.setText(sentence)
            self.setAccessibleName(sentence)
        self.show()

    def clear(self) -> None:
        """Clear the text and hide."""
        self._text.setText("")
        self.setAccessibleName("")
        self.hide()

    def refresh(self) -> None:
        """Update text and visibility; a banner without ``sentence`` is unchanged."""
        if self._sentence is None:
            return
        if words := self._sentence():
            self.say(words)
        elif not self.isHidden():
            self.clear()

    def retranslate(self) -> None:
        """Show the texts of the current language."""
        for caption in self._captions:
            (caption.button.action or caption.button).setText(caption.words())
        self.refresh()

    def paint(self, painter: QPainter) -> None:
        style = self._style
        if style.fill:
            painter.fillRect(self.rect(), theme().colour(style.fill))
        if style.edge:
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour(style.edge))


_NOTICE = BannerStyle(
    "circle-alert",
    "danger",
    "danger",
    edge="danger",
    margins=(20, 4, 12, 5),
    spoken_role=QAccessible.Role.AlertMessage,
)
_FROZEN = BannerStyle(
    "pause",
    "digits",
    "body-bold",
    fill="warn",
    icon_size=18,
    text_colour="digits",
    wraps=False,
    margins=(20, 4, 18, 4),
    focus_ring="digits",
)
_BREAK = BannerStyle("clock", "ink2", "body-bold", edge="line")
_OFFER = BannerStyle("clock", "ink2", "body", edge="line", margins=(20, 5, 12, 5), spacing=12)
_PRIVATE = BannerStyle(
    "lock",
    "on_banner",
    "banner",
    background="banner",
    wraps=False,
    margins=(20, 0, 18, 0),
    spacing=12,
    focus_ring="on_banner",
)


def offer_buttons(
    window: QWidget, action_id: str, do: Callable[[], object], decline: Callable[[], object],
    words: tuple[str, str],
) -> tuple[BannerButton, ...]:  # fmt: skip
    """Return the buttons that accept and decline an offer; ``words`` are their text keys."""
    accept = button_for(window, action_id, do, size="small")
    close = ActionButton("", kind="quiet", size="small")
    close.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click does not take the focus from a field
    close.clicked.connect(decline)
    return tuple(
        BannerButton(button, partial(tr, key))
        for button, key in zip((accept, close), words, strict=True)
    )


class OfferBanner(Banner):
    """An offer of the window, below the page, so that nothing on the page moves down.

    It appears and disappears only in `show_if_due`.

    The window calls that when another page or problem comes to the front, and the offer after its
    own buttons. In between only its content changes, or is left out, so that nothing moves under
    the pointer. Its buttons are shown while something is `found`.
    """

    def __init__(
        self, window: QWidget, api: WindowApi, timer: StepTimer, action_id: str, words: str
    ) -> None:
        self._api = api
        self._timer = timer
        keys = (f"{words}.do", f"{words}.close")
        buttons = offer_buttons(window, action_id, self._accept, self._decline, keys)
        super().__init__(_OFFER._replace(edge=""), buttons, self._words)
        for part in (self._icon, *self.buttons):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        theme().follow(self._keep_edge)
        timer.ticked.connect(self.refresh)

    # -- what subclasses define

    @property
    def found(self) -> object | None:
        """What is offered now, or None."""
        raise NotImplementedError

    def _words(self) -> str:
        """Return the sentence, or an empty string."""
        raise NotImplementedError

    def _do(self) -> bool:
        """Do what is offered; return False if that was refused."""
        raise NotImplementedError

    # -- buttons

    def _accept(self) -> bool:
        done = self.found is not None and self._do()
        self.show_if_due()
        return done

    def _decline(self) -> None:
        """Offer something else, or nothing; subclasses remember what was declined."""
        self.show_if_due()

    def _keep_edge(self) -> None:
        """Begin at the text edge of the page, with the icon in the margin."""
        metrics, style = theme().metrics, self._style
        before = metrics.edge - metrics.hang - style.icon_size
        self._row.setContentsMargins(before, style.margins[1], metrics.margin, style.margins[3])
        self._row.setSpacing(metrics.hang)

    def show_if_due(self) -> None:
        """Show the offer if it applies, or hide it."""
        super().refresh()
        self._show_parts()

    def refresh(self) -> None:
        """Update a visible offer; if it does not apply any more, its place stays empty."""
        if self._sentence is not None and not self.isHidden():
            self.say(self._sentence())
            self._show_parts()

    def paint(self, painter: QPainter) -> None:
        super().paint(painter)
        painter.fillRect(0, 0, self.width(), 1, theme().colour("line"))

    def _show_parts(self) -> None:
        self._icon.setVisible(bool(self.sentence))
        for button in self.buttons:
            button.setVisible(self.found is not None)


class StandingOffer(NamedTuple):
    """A sentence and a button that remain until the program ends.

    ``sentence`` and ``words`` return their texts in the current language.
    """

    sentence: Callable[[], str]
    words: Callable[[], str]
    do: Callable[[], None]


class NoticeBanner(Banner):
    """One sentence about an error; shown until the next action succeeds.

    ``remedy`` is an optional button for a solution. That of a standing offer (`keep`) is beside
    every sentence, and its own sentence returns whenever another one is cleared.
    """

    def __init__(self) -> None:
        self._standing: StandingOffer | None = None
        self.remedy = ActionButton("", size="small")
        self._do_remedy: Callable[[], None] | None = None
        self._close = IconButton("close", "", size=16)
        super().__init__(_NOTICE, (BannerButton(self._close, partial(tr, "frame.notice.close")),))
        self._row.insertWidget(self._row.count() - 1, self.remedy)
        self.remedy.hide()
        self.remedy.clicked.connect(self._remedy_clicked)
        self._close.clicked.connect(self.clear)

    def say(self, sentence: str) -> None:
        """Show a sentence; only a standing offer keeps its remedy."""
        self.remedy.hide()
        if self._standing is not None:
            self.offer(self._standing.words(), self._standing.do)
        super().say(sentence)

    def keep(self, offer: StandingOffer) -> None:
        """Show an offer from now on."""
        self._standing = offer
        self._close.hide()
        self.clear()

    def clear(self) -> None:
        """Hide, or return to the standing offer."""
        if self._standing is None:
            super().clear()
        else:
            self.say(self._standing.sentence())

    def retranslate(self) -> None:
        """Show the texts of the current language."""
        super().retranslate()
        if self._standing is not None:
            self.clear()

    def offer(self, words: str, do: Callable[[], None]) -> None:
        """Show a button next to the sentence that calls ``do``."""
        self.remedy.setText(words)
        self._do_remedy = do
        self.remedy.show()

    def _remedy_clicked(self) -> None:
        if self._do_remedy is not None:
            self._do_remedy()


def frozen_banner(audience: AudienceController, said: Callable[[], bool]) -> Banner:
    """Return the banner shown while the audience display is frozen or black.

    ``said`` returns whether the page says it itself.
    """

    def sentence() -> str:
        kind = "" if said() else audience.override
        return tr(f"audience.held.{kind}", time=audience.override_since) if kind else ""

    release = ActionButton("", "play", key_of("moving.escape"), size="small")
    release.clicked.connect(audience.release)
    captions = (BannerButton(release, partial(tr, "audience.held.release")),)
    banner = Banner(_FROZEN, captions, sentence)
    audience.changed.connect(banner.refresh)
    return banner


def break_banner(overlay: BreakOverlay, audience: AudienceController) -> Banner:
    """Return the banner shown during a break on a separate audience display.

    It has no plain letter, digit or Esc as a key, because the facilitator continues typing.
    """

    def sentence() -> str:
        if not overlay.until or not audience.live:
            return ""
        over = overlay.seconds_left() <= 0
        state = "over" if over else audience.override or "live"
        return tr(f"time.break.strip.{state}", time=overlay.until)

    captions = []
    for minutes in LENGTHS:
        button = ActionButton("", kind="quiet", size="small")
        button.clicked.connect(lambda _=False, minutes=minutes: overlay.set_length(minutes))
        captions.append(BannerButton(button, partial(tr, "time.minutes", n=minutes)))
    end = ActionButton("", key=key_of("everywhere.rest"), size="small")
    end.clicked.connect(overlay.end)
    captions.append(BannerButton(end, partial(tr, "time.break.end")))
    banner = Banner(_BREAK, captions, sentence)
    for signal in (overlay.changed, overlay.ticked, audience.changed):
        signal.connect(banner.refresh)
    return banner


def sleep_banner(window: QWidget, timer: StepTimer) -> Banner:
    """Return the banner shown after the computer slept, which offers to count that time."""

    def sentence() -> str:
        slept = timer.uncounted
        return tr("time.sleep.told", n=round(slept / 60)) if slept else ""

    words = ("time.sleep.count", "time.sleep.close")
    captions = offer_buttons(
        window, "everywhere.sleep", timer.count_sleep, timer.leave_sleep_out, words
    )
    banner = Banner(_OFFER, captions, sentence)
    timer.ticked.connect(banner.refresh)
    return banner


_SLIP = 12  # px at the left and the right of its text
_PRIVATE_GAPS = 20 + 18 + 20 + 5 * 12  # px: margins, lock, and the gaps between the parts


class _Script(Painted):
    """A sentence to say, shown like a slip of paper on the banner."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Text("body", wrap=False)
        row(self, IconLabel("speech", "ink2", 18), self._words, gap=8, around=(_SLIP, 2, _SLIP, 2))

    def text(self) -> str:
        return self._words.text()

    def setText(self, words: str) -> None:
        """Change the sentence."""
        self._words.setText(words)

    def natural_width(self) -> int:
        """Return the width in px of the whole slip on one line."""
        return self._words.natural_width() + 2 * _SLIP + 8 + 18

    def paint(self, painter: QPainter) -> None:
        box = inset(self, 0.5)
        rounded(painter, box, 8, "surface")


class PrivateBanner(Refitted, Banner):
    """The red banner of private mode: a warning not to project it, and the button that leaves it.

    Between them is the sentence that the facilitator may say, if it fits on one line; it looks like
    paper, to separate it from the warning.
    """

    def __init__(self) -> None:
        self._script = _Script()
        self._back = ActionButton("", key=key_of("moving.escape"), kind="banner", size="small")
        super().__init__(_PRIVATE, (BannerButton(self._back, partial(tr, "frame.private.back")),))
        before_button = self._row.count() - 1
        self._row.insertWidget(before_button, self._script)
        self._row.insertStretch(before_button + 1, 1)
        self.restyle()

    def show_key(self, *, escape: bool) -> None:
        """Show Esc on the button if that leaves private mode, else the general key."""
        key = key_of("moving.escape" if escape else "everywhere.private")
        if key != self._back.key:
            self._back.set_key(key)
            self.refit.invalidate()

    def show_script(self, words: str) -> None:
        """Show a sentence that may be said; nothing if it is empty."""
        self._script.setText(words)
        self.refit.invalidate()

    def retranslate(self) -> None:
        """Show the texts of the current language."""
        self._text.setText(tr("frame.private.banner"))
        self.refit.invalidate()

    def fit_parts(self) -> None:
        """Show the sentence completely or not at all; shorten the button in a narrow banner."""
        self._back.setText(tr("frame.private.back"))
        if (
            self._text.natural_width() + self._back.sizeHint().width() + _PRIVATE_GAPS
            > self.width()
        ):
            self._back.setText(tr("frame.private.back_brief"))
            self._back.setAccessibleName(tr("frame.private.back"))
        taken = self._text.natural_width() + self._back.sizeHint().width() + _PRIVATE_GAPS
        fits = self._script.natural_width() + taken <= self.width()
        self._script.setVisible(bool(self._script.text()) and fits)

    def restyle(self) -> None:
        self.setFixedHeight(theme().metrics.banner or 44)
        self.refit.invalidate()
