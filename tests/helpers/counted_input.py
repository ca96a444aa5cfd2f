"""Simulated mouse and keyboard input, with counts."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.helpers.click_targets import ClickTarget
from tests.helpers.screen import Operator, until
from tests.helpers.sighted import Sighted
from tests.helpers.watched import Look, looks, places_file


class CountedInput(Sighted):
    """Input is counted under ``part``, the current part of the work.

    Typed text is counted as letters and never as keys, since it triggers no commands.
    """

    def __init__(self, operator: Operator, language: str, watched: Path) -> None:
        super().__init__(operator, language, watched)
        self.press = self._press
        self.part = ""
        self.counts: Counter[tuple[str, str]] = Counter()
        self._book = watched
        self._asked = 0
        self._sent = 0
        """How many keys and buttons were let go of."""

    def type(self, words: str) -> None:
        """Type text into the focused field."""
        assert self.at.screen.letters.issuperset(words), f"no key for a letter of {words!r}"
        self._count("letters", len(words))
        self._sent += len(words)
        self.at.write(words)

    def _press(self, *keys: str) -> None:
        """Press keys that are commands."""
        self._count("keys", len(keys))
        self._sent += len(keys)
        self.at.press(*keys)

    def total(self, kind: str, part: str = "") -> int:
        """Return the number of inputs in all parts whose name begins with the prefix."""
        counted = self.counts.items()
        return sum(n for (what, where), n in counted if what == kind and where.startswith(part))

    def look(self) -> Look:
        """The latest look at the window."""
        return looks(self._book)

    # -- the mouse

    def click(
        self, words: str, kind: str = "button", *, of: str = "", inside: bool = False
    ) -> None:
        """Click on the only place with this name; with ``inside`` the name contains the words."""
        self._count("clicks")
        self._point(self.place(words, kind, of=of, inside=inside), "click", "1")

    def fill(self, field: str, words: str, *, replaces: bool = False, **values: object) -> None:
        """Click into a field, by the key of its name, and type; three clicks select its text."""
        name = self.words(field, **values)
        place = self.place(name, "field")
        clicks = 3 if replaces else 1
        self._count("clicks", clicks)
        self._sent += clicks - 1
        self._point(place, "click", "--repeat", str(clicks), "1")
        self.until(f"the cursor in {name!r}", lambda look: look.focus.startswith(name))
        self.type(words)

    def section(self, name: str) -> None:
        """Click on the tab of a section of Wrap up."""
        words, of = self.words(f"wrap_up.section.{name}"), self.words("wrap_up.sections")
        self.click(words, "option", of=of, inside=True)

    def part_of_last_time(self, name: str) -> None:
        """Click on the tab of a part of the review of the previous visit."""
        words = self.words(f"last_time.section.{name}")
        self.click(words, "option", of=self.words("last_time.sections"))

    def click_first(self, kind: str) -> None:
        """Click on the topmost place of a kind."""
        self._count("clicks")
        first = until(f"a {kind}", lambda: self.places(kind))[0]
        self._point(self.place(first.words, kind), "click", "1")

    def drag(self, words: str, onto: Callable[[], ClickTarget]) -> None:
        """Drag a row; ``onto`` returns the target after the drag has started."""
        self._count("drags")
        start = self.place(words, "row", inside=True)
        x, y = start.middle
        self._point(start, "mousedown", "1")
        self._move(x, y + 9)
        self._move(x, y + 18)
        end = onto().middle
        self._move(end[0], end[1] - 2)
        self._move(*end)
        self._sent += 1
        self.at.screen.xdotool("mouseup", "1")

    def place(
        self, words: str, kind: str = "button", *, of: str = "", inside: bool = False
    ) -> ClickTarget:
        """Return the place with this name, after all input is handled.

        Fails if two places have the name.
        """
        before: list[ClickTarget] = []

        def still() -> list[ClickTarget]:
            nonlocal before
            now = self.named(words, kind, of=of, inside=inside)
            same = now == before
            before = now
            return now if same else []

        try:
            found = until(f"the {kind} {words!r}", still, beat=0.02)
        except AssertionError as error:
            seen = sorted(f"{place.kind} {place.words}" for place in self.places())
            raise AssertionError(f"{error}; there are: {seen}") from error
        assert len(found) == 1, f"more than one {kind} {words!r}: {found}"
        return found[0]

    def named(
        self, words: str, kind: str = "button", *, of: str = "", inside: bool = False
    ) -> list[ClickTarget]:
        """Return all places with this name at present."""
        return [
            place
            for place in self.places(kind)
            if (words in place.words if inside else words == place.words) and of in ("", place.of)
        ]

    def places(self, *kinds: str) -> list[ClickTarget]:
        """Return everything that can be pressed, after all input is handled."""

        def answer() -> dict | None:
            told = self._ask(*kinds)
            return told if told["handled"] >= self._sent else None

        told = until("what was pressed to be handled", answer, beat=0.01)
        return [ClickTarget(**place) for place in told["places"]]

    def _ask(self, *kinds: str) -> dict:
        self._asked += 1
        questions = self.at.process.stdin
        assert questions is not None
        questions.write(" ".join((str(self._asked), *kinds, "\n")).encode())
        questions.flush()
        file = places_file(self._book)

        def answer() -> dict | None:
            told = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
            return told if told.get("number") == self._asked else None

        return until("an answer of the program", answer, beat=0.01)

    def _point(self, place: ClickTarget, *then: str) -> None:
        self._sent += "click" in then
        x, y = place.middle
        self.at.screen.xdotool("mousemove", str(x), str(y), *then)

    def _move(self, x: int, y: int) -> None:
        self.at.screen.xdotool("mousemove", str(x), str(y))

    def _count(self, what: str, times: int = 1) -> None:
        self.counts[what, self.part] += times
