"""The window with small test pages, on a real store, with a clock to set."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout

from tests.helpers.painting import paint_at_end, paint_now
from tests.helpers.sessions import open_session
from ui.actions.offered import PRIMARY, Beside, FootArea, Offers, primary
from ui.components import places
from ui.components.page import Page
from ui.widgets.action_button import ActionButton
from ui.widgets.entry_line import EntryLine
from ui.widgets.labelled_field import LabelledField
from ui.widgets.text import Text
from ui.window.presenter import PresenterWindow
from workshop_app.i18n import set_language
from workshop_app.services.commands.problems import AddProblem


class Moment:
    """The wall clock, which only moves when a test moves it, and can simulate sleep."""

    seconds = 0.0
    slept = 0.0
    start = datetime.fromisoformat("2001-01-01")

    def __call__(self) -> float:
        return self.seconds

    def asleep(self) -> float:
        return self.slept

    def wall(self) -> datetime:
        return self.start + timedelta(seconds=self.seconds + self.slept)


class Plain(Page):
    """A page that shows the number of problems, and adds one."""

    def build(self) -> None:
        self.shown: list[int] = []
        self.entry = EntryLine("課題", "話されたことば", name="new-problem")
        self.entry.entered.connect(self.add)
        layout = QVBoxLayout(self)
        layout.addWidget(Text("room", "この画面"))
        layout.addWidget(self.entry)
        layout.addStretch(1)
        if self.private:
            layout.addWidget(LabelledField("手元のメモ", private=True))
        self.foot_widgets = {
            "card": ActionButton("カードを切る", "card", "Alt+C", "card", listens=True),
            "request": ActionButton("要望にする", "plane", "Alt+Q", "request", listens=True),
        }
        self.escaped = 0

    def add(self, words: str) -> None:
        if self.api.execute(AddProblem(words)):
            self.entry.clear()

    def refresh(self) -> None:
        self.shown.append(len(self.state.problems) if self.session.state else -1)

    def offered(self) -> Offers:
        offers: Offers = {name: Beside(FootArea.LEFT) for name in self.foot_widgets}
        return offers | {PRIMARY: primary("次へ")}

    def focus_start(self) -> None:
        self.entry.setFocus()

    def handle_escape(self) -> bool:
        self.escaped += 1
        return False


@pytest.fixture
def moment():
    return Moment()


@pytest.fixture
def pages(monkeypatch):
    plain = {
        name: place._replace(page=f"{__name__}:Plain") for name, place in places.PLACES.items()
    }
    plain["keys"] = plain["keys"]._replace(private_only=True)
    monkeypatch.setattr(places, "PLACES", plain)


@pytest.fixture
def window(qtbot, tmp_path, pages, moment):
    set_language("ja")
    session = open_session(tmp_path / "w.db")
    made = PresenterWindow(session, clock=moment)
    qtbot.addWidget(made)
    paint_at_end(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    made.go("list")
    QApplication.processEvents()
    yield made
    paint_now(made)
    if not made.close():  # unentered text requires a confirmation
        made.close()
    session.store.close()
    set_language("ja")
