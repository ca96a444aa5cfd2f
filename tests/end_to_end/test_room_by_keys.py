"""The audience display in the real program, on a screen with two monitors, by keys only."""

import ctypes.util
import subprocess
import sys

import pytest

from tests.helpers.screen import ROOT, need_screen_programs, program, screen
from tests.helpers.sighted import Sighted

LAPTOP = (0, 0, 1366, 768)
PROJECTOR = (1366, 0, 1280, 720)
HELD = "held back until later"
NOTE = "their contract ends in spring"


@pytest.fixture
def display():
    need_screen_programs()
    if ctypes.util.find_library("Xrandr") is None:
        pytest.skip("monitors cannot be plugged in here without libXrandr")
    with screen((2646, 768)) as made:
        for name, place in (("laptop", LAPTOP), ("projector", PROJECTOR)):
            words = ["plug", name, *map(str, place)]
            command = [sys.executable, "-m", "tests.helpers.monitors", *words]
            subprocess.run(command, cwd=ROOT, env=made.environment, check=True, timeout=30)
        yield made


def squeezed(*texts):
    return "".join("".join(texts).split())


class Presenter(Sighted):
    """Leads the workshop while working in private mode on the other display."""

    def wall(self, what, found):
        """Wait until the audience display shows a text, ignoring line breaks."""
        return self.until(f"{what} on the wall", lambda look: found(squeezed(*look.wall))).wall

    def said(self, key):
        return squeezed(self.words(key))

    def has_keyboard(self, look):
        """Activate the window, since two windows were opened without a window manager."""
        if look.lost:
            self.at.take_keyboard()
        return not look.lost

    def goes_private(self):
        self.until("the wall", lambda look: "wall" in look.states and self.has_keyboard(look))
        self.press("ctrl+o")
        self.state("wall")
        self.press("ctrl+3", "ctrl+shift+p")
        self.state("private", "wall")
        self.keyboard_in("list.entry")
        return self.wall("the list", lambda seen: self.said("steps.name.list") in seen)

    def writes_what_the_room_does_not_see(self):
        self.press("alt+h")
        self.write(HELD)
        self.press("Return", "Up")
        self.keyboard_in("list.rows")
        self.press("ctrl+i")
        self.keyboard_in("widgets.problem_side.note")
        self.write(NOTE)
        look = self.until("the note", lambda look: look.sees(NOTE))
        assert not {text for text in look.wall if NOTE in text or HELD in text}
        self.press("Escape")
        self.keyboard_in("list.entry")
        self.press("Escape")
        self.keyboard_in("steps.name.list")
        self.state("private", "wall")

    def turns_and_shows_later(self, first):
        self.press("Prior")
        self.wall("another page", lambda seen: seen and seen != squeezed(*first))
        self.press("Next")
        self.press("r")
        self.wall("a number alone", lambda seen: self.said("audience.list.later") in seen)
        self.press("r")
        self.wall(
            "the list again", lambda seen: seen and self.said("audience.list.later") not in seen
        )

    def holds_the_picture(self):
        self.press("f")
        self.state("private", "wall", "wall frozen")
        frozen = self.wall("a picture", bool)
        self.press("ctrl+6")
        self.keyboard_in("solve.search.label")
        assert self.wall("the same picture", bool) == frozen
        self.press("Escape")
        self.state("private", "wall")
        self.wall("another picture", lambda seen: seen and seen != squeezed(*frozen))
        self.press("Escape", "b")
        self.state("private", "wall", "wall black")
        self.wall("nothing", lambda seen: not seen)
        self.press("b")
        self.state("private", "wall")

    def swaps_and_ends(self):
        self.press("Escape")
        self.keyboard_in("steps.name.solve")
        side = self.wall("the room", bool)[0]
        self.press("s")
        self.wall("the other side", lambda seen: seen and not seen.startswith(side))
        self.state("wall")
        self.keyboard_in("steps.name.solve")
        self.press("s")
        self.wall("the first side", lambda seen: seen.startswith(side))
        self.press("w")
        self.state()
        self.press("w")
        self.state("wall")


@pytest.mark.slow
def test_the_room_is_led_by_keys_while_the_own_window_is_private(display, tmp_path, language):
    store = tmp_path / "workshops.db"
    seen = tmp_path / "seen.jsonl"
    with program(display, tmp_path, store, language, seen) as operator:
        one = Presenter(operator, language, seen)
        try:
            first = one.goes_private()
            one.writes_what_the_room_does_not_see()
            one.turns_and_shows_later(first)
            one.holds_the_picture()
            one.swaps_and_ends()
        except AssertionError:
            display.picture(tmp_path / "failed.png")
            raise
        assert operator.close() == 0
    assert (tmp_path / "said.txt").read_text(encoding="utf-8") == ""
