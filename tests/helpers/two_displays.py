"""Simulated displays, and the content of the audience display."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QRect

from tests.helpers.audience_pictures import texts_on
from tests.helpers.audience_watch import refresh_audience, stale_focus
from tests.helpers.desk import Desk
from tests.helpers.painting import paint_at_end, paint_now
from tests.helpers.played import played_session
from tests.helpers.wall_paint import joined, shown_on
from ui.audience.window import AudienceWindow
from ui.window.desktop import Desktop, Display
from ui.window.displays import Displays
from ui.window.main_window import MainWindow
from workshop_app.i18n import language, set_language
from workshop_app.settings import Settings

LAPTOP = Display("laptop", QRect(0, 0, 1366, 768), primary=True)
PROJECTOR = Display("projector", QRect(1366, 0, 1280, 720))


class FakeDesktop(Desktop):
    """Displays that a test connects, removes and resizes."""

    def __init__(self, *displays: Display) -> None:
        super().__init__()
        self._displays = displays

    def displays(self) -> tuple[Display, ...]:
        return self._displays

    def become(self, *displays: Display) -> None:
        self._displays = displays
        self.changed.emit()


class Stage:
    """The facilitator's desk with several displays."""

    def __init__(self, window: MainWindow, *displays: Display) -> None:
        self.window = window
        self.desk = Desk(window)
        self.kept: list[dict[str, str]] = []
        self.desktop = FakeDesktop(*displays)
        self.displays = Displays(
            window, self.desktop, lambda: self.kept.append(dict(window.settings.displays))
        )
        self.settle()

    def plug(self, *displays: Display) -> None:
        self.desktop.become(*displays)
        self.settle()

    def go(self, name: str) -> None:
        self.desk.go(name)
        self.settle()

    def press(self, *keys: str) -> None:
        self.window.page_stack.page.setFocus()
        self.desk.press(*keys)
        self.settle()

    def settle(self) -> None:
        self.desk.settle()
        assert stale_focus(self.window.audience) == ""
        refresh_audience(self.window.audience)
        self.desk.settle()

    @property
    def audience(self) -> AudienceWindow:
        audience = self.window.audience.audience_window
        assert audience is not None, "the room has no display of its own"
        return audience

    @property
    def console_on(self) -> str:
        centre = self.window.frameGeometry().center()
        return next(d.key for d in self.desktop.displays() if d.geometry.contains(centre))

    @property
    def wall_on(self) -> str:
        """The display that the audience window covers, or empty."""
        audience = self.window.audience.audience_window
        if audience is None or not audience.isVisible():
            return ""
        return next(d.key for d in self.desktop.displays() if d.geometry == audience.geometry())

    @property
    def said(self) -> str:
        return self.window.notice_banner.sentence

    def seen(self) -> str:
        """Return every text on the visible page of the audience display, one per line."""
        return "\n".join(joined(shown_on(self.audience)))

    def all_pages(self) -> str:
        """Return every text on all pages of the audience display."""
        wall = self.audience.view_layout
        return "\n".join(joined(texts_on(wall, None)))


def stages(qtbot, folder: Path) -> Iterator[Callable[..., Stage]]:
    """For a fixture: creates desks with the sample open, and closes everything afterwards."""
    before = language()
    made: list[Stage] = []

    def make(*displays: Display, settings: Settings | None = None) -> Stage:
        set_language("ja")
        session = played_session(folder / f"{len(made)}.db", "ja")
        window = MainWindow(session, settings or Settings())
        qtbot.addWidget(window)
        paint_at_end(window)
        window.setGeometry(20, 20, 1280, 700)
        window.show()
        window.activateWindow()
        made.append(Stage(window, *(displays or (LAPTOP, PROJECTOR))))
        return made[-1]

    yield make
    for one in made:
        paint_now(one.window)
        if not one.window.close():  # unentered text requires a confirmation
            one.window.close()
        one.window.session.store.close()
    set_language(before)
