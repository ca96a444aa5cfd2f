"""Completes a whole workshop, step by step, with the keyboard only."""

from pathlib import Path

from tests.helpers.facilitator_words import SCRIPTS, thirteen
from tests.helpers.screen import Operator, until
from tests.helpers.sighted import Sighted
from workshop_app.domain.steps import Step

APPRAISED = 7
"""The number of the problem that becomes a request."""


class Facilitator(Sighted):
    """Does all the work of each step, and checks the result."""

    def __init__(self, operator: Operator, language: str, store: Path, watched: Path) -> None:
        super().__init__(operator, language, watched)
        self.script = SCRIPTS[language]
        self.lines = thirteen(language)
        self._store = store

    def whole_session(self) -> None:
        """From the start page to the written papers."""
        self.press("ctrl+n")
        for step, work in (
            (Step.PREPARE, self._prepare),
            (Step.CONTEXT, self._api),
            (Step.LIST, self._list),
            (Step.SORT, self._sort),
            (Step.CHOOSE, self._choose),
            (Step.SOLVE, self._solve),
            (Step.APPRAISE, self._appraise),
            (Step.WRAP_UP, self._wrap_up),
        ):
            self.at.until_at(self.words(f"steps.name.{step}"))
            work()

    def _prepare(self) -> None:
        self.keyboard_in("prepare.customer")
        self.write(self.script.customer)
        self.press("Return")
        self._note_in_private()
        for name in self.script.people:
            self.write(name)
            self.press("Return")
        self.press("ctrl+Return")

    def _go_private(self) -> None:
        """Enter private mode: first the question, then black, then the same key again."""
        self.press("ctrl+shift+p")
        self.sees("private.title")
        self.press("Return", "ctrl+shift+p")
        self.state("private")

    def _note_in_private(self) -> None:
        """Enter private mode, write a private note, and return: the room sees nothing of it."""
        self._go_private()
        self.tab_to("prepare.customer_note")
        self.write(self.script.note)
        self.until("the note", lambda look: look.sees(self.script.note))
        self.press("Escape")
        self.state()
        self.keyboard_in("prepare.person_new")
        self.until("no note", lambda look: not look.sees(self.script.note))

    def _api(self) -> None:
        self.press("alt+2")
        self.write(self.script.answer)
        self.press("Return")
        self.keyboard_in("context.entry")
        self._take_a_break()
        self.keyboard_in("context.entry")
        self.press("ctrl+Next")

    def _take_a_break(self) -> None:
        self.press("ctrl+b")
        self.state("break")
        self.press("1", "b")
        self.state("black", "break")
        self.press("b")
        self.state("break")
        self.press("Escape")
        self.state()

    def _list(self) -> None:
        self._write_in_silence()
        self.press("alt+r")
        self.sees("list.shown_later", self.words("list.entry"))
        self.write(self.lines[0])
        self.press("Return")
        self.sees("list.count", n=1)
        self.until("nothing to be read", lambda look: not look.sees(self.lines[0]))
        self.press("alt+r")
        self.until("what was revealed", lambda look: look.sees(self.lines[0]))
        self.at.paste("\n".join(f"・{line}" for line in self.lines[1:]))
        self.press("Return")
        self.keyboard_in("list.entry")
        self._park()
        self._hold_back()
        self.press("ctrl+Return")

    def _write_in_silence(self) -> None:
        self.press("alt+t", "1")
        self.sees("audience.list.done_of", n=0, people=2)
        self.press("plus")
        self.sees("audience.list.done_of", n=1, people=2)
        self.press("plus", "plus", "minus")
        self.sees("audience.list.done_of", n=1, people=2)
        self.press("plus")
        self.sees("audience.list.done_of", n=2, people=2)
        self.press("ctrl+Return")
        self.sees("list.worksheet", self.words("list.entry"), number=1)

    def _park(self) -> None:
        self.write(self.script.parked)
        self.press("Return", "Up", "alt+p")
        self.sees("list.parking.parked", number=14)
        self.press("alt+l")
        self.keyboard_in("list.parking.title")
        self.press("Return")
        self.sees("list.parking.empty")
        self.press("Escape")
        self.keyboard_in("list.entry")
        self.press("Up", "Down", "alt+p")
        self.sees("list.parking.parked", number=14)
        self.press("Escape")
        self.keyboard_in("list.entry")

    def _hold_back(self) -> None:
        self._go_private()
        self.press("alt+h")
        self.keyboard_in("list.entry")
        self.write(self.script.held)
        self.press("Return", "alt+shift+l")
        self.sees("list.inbox.count", self.words("list.inbox.title"), n=1)
        self.press("Return")
        self.sees("list.inbox.empty")
        self.press("Escape")
        self.keyboard_in("list.entry")
        self.press("alt+h", "ctrl+shift+p")
        self.state()
        self.until("what was held", lambda look: look.sees(self.script.held))

    def _sort(self) -> None:
        self.keyboard_in("sort.board")
        self.press("space", "Down", "space", "m")
        self.sees("sort.merged_done", self.words("sort.board"), n=1, numbers="2", number=1)
        self.press("u")
        self.sees("sort.unmerged", self.words("sort.board"), n=2)
        self.press("Home", "alt+w")
        self.keyboard_in("sort.reword.concrete")
        self.press("alt+1")
        who, *others = self.script.asked
        self.write(who)
        self.press("Return")
        self.keyboard_in("sort.reword.ask.what")
        for words in ("", *others):
            self.write(words)
            self.press("Return")
        self.until("one wording", lambda look: look.sees(self.script.concrete))
        self.keyboard_in("sort.reword.concrete")
        self.press("Return")
        self.keyboard_in("sort.board")
        self.press("ctrl+Return")

    def _choose(self) -> None:
        self.press("ctrl+shift+d")
        self.keyboard_in("choose.dots.line_of", number=1)
        for typed in ("1 2", "2", "", "1", ""):
            self.write(typed)
            self.press("Return")
        self.sees("choose.dots.all", self.words("choose.dots.line_of", number=2), n=2)
        self.press("ctrl+Return")
        self.keyboard_in("choose.rank.list")
        self.press("alt+a", "ctrl+shift+d")
        self.keyboard_in("choose.count.hands", number=1)
        for hands in ("2", "2", "1"):
            self.write(hands)
            self.press("Return")
        self.press("ctrl+Return")
        self.keyboard_in("choose.rank.list")
        self.press("space", "Down", "space", "Down", "space", "ctrl+Return")

    def _solve(self) -> None:
        self._hold_the_picture()
        self._present()
        self._ask_for_help()
        for words in self.script.searches:
            self.write(words)
            self.press("alt+1", "ctrl+Return")

    def _hold_the_picture(self) -> None:
        """Freeze and blacken, with letters that are keys while the focus is in no field."""
        self.keyboard_in("solve.search.label")
        self.press("Escape", "f")
        self.state("frozen")
        self.press("f")
        self.state()
        self.press("b")
        self.state("black")
        self.press("b", "slash")
        self.state()
        self.keyboard_in("solve.search.label")

    def _present(self) -> None:
        """Lock and use a clicker: it blackens, turns pages and moves on, and types nothing."""
        self.press("F5")
        self.state("locked")
        self.press("x")
        self.sees("lock.locked", key="Ctrl+L")
        self.press("period")
        self.state("black", "locked")
        self.press("period")
        self.state("locked")
        self.press("ctrl+l")
        self.state()
        self.keyboard_in("solve.search.label")

    def _ask_for_help(self) -> None:
        """Open the cheat sheet and the palette, and return to the previous page."""
        self.press("Escape", "question")
        self.keyboard_in("frame.back")
        self.press("Escape")
        self.keyboard_in("steps.name.solve")
        self.press("slash")
        self.keyboard_in("solve.search.label")
        self.press("ctrl+k")
        self.state("palette")
        self.press("Escape")
        self.state()
        self.keyboard_in("solve.search.label")

    def _appraise(self) -> None:
        self.press("ctrl+shift+l", *["Down"] * (APPRAISED - 1), "Return")
        self.press("1", "1", "1", "2", "3", "1")
        self.press("Return")
        self.write(self.script.ground)
        self.press("Return", "alt+q", "ctrl+Return")
        self.write(self.script.why)
        self.press("Escape", "ctrl+Return")

    def _wrap_up(self) -> None:
        self.press("Next")
        self.write(self.script.action)
        self.press("alt+1", "Return")
        self._look_at_papers()
        self.press("ctrl+Return")
        until("the papers to be marked as written", lambda: b"mark_exported" in self._saved())

    def _look_at_papers(self) -> None:
        """Open the hand-outs page, from there the preview, and return."""
        self.press("ctrl+e")
        self.keyboard_in("given.list")
        self.press("alt+v")
        self._at_page(1)
        self.press("Next")
        self._at_page(2)
        self.press("z")
        self.sees("preview.wide")
        self.press("Escape")
        self.keyboard_in("given.list")

    def _at_page(self, number: int) -> None:
        begin, _, _ = self.words("preview.page", page=number, pages="|").partition("|")
        self.until(f"page {number}", lambda look: begin in look.focus)

    def _saved(self) -> bytes:
        return self._store.read_bytes()
