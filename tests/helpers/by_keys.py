"""The second case of the talk with the keyboard only, using the keys that the program shows."""

from tests.helpers.case_run import REQUEST_ANSWERS, REQUEST_FIELDS, CaseRun
from tests.helpers.twelve_requests import ListedRequest
from workshop_app.domain.appraisal import ANSWERS


class ByKeys(CaseRun):
    """Pastes the list, types, and presses keys."""

    def start(self) -> None:
        self.press("ctrl+n")

    def prepare(self) -> None:
        self.keyboard_in("prepare.customer")
        self.type(self.case.customer)
        self.press("Return")
        self.keyboard_in("prepare.person_new")
        self.type("、".join(self.case.people))
        self.press("Return")
        self.sees("prepare.people_count", n=len(self.case.people))
        self.press("ctrl+Return")

    def context(self) -> None:
        for number, words in enumerate(self.case.answers, start=1):
            self.keyboard_in("context.entry")
            self.press(f"alt+{number}")
            self.type(words)
            self.press("Return")
            self.until("the answer", lambda look, words=words: look.sees(words))
            if number < len(self.case.answers):
                self.press("ctrl+Return")
        self.press("ctrl+3")

    def list(self) -> None:
        self.keyboard_in("list.entry")
        self.at.screen.copy(self.case.cells)
        self.press("ctrl+v")
        self.sees("paste.add", n=len(self.case.requests))
        self.press("Return")
        self.sees("list.count", n=len(self.case.requests))
        self.keyboard_in("list.entry")
        self.press("ctrl+Return")

    def sort(self) -> None:
        made: list[int] = []
        self.keyboard_in("sort.board")
        for request in self.case.requests:
            if request.theme in made:
                self.press(f"alt+{made.index(request.theme) + 1}")
                continue
            self.press("alt+n")
            self.keyboard_in("sort.theme_line")
            self.type(self.case.themes[request.theme - 1])
            self.press("Return")
            self.keyboard_in("sort.board")
            made.append(request.theme)
        self.press("ctrl+Return")

    def choose(self) -> None:
        for request in self.case.requests:
            self.keyboard_in("choose.count.hands", number=request.number)
            self.type(str(request.hands))
            self.press("Return")
        self.press("ctrl+Return")
        self.keyboard_in("choose.rank.list")
        self.press("shift+Tab", "shift+Tab")
        self.keyboard_in("choose.rank.top")
        self.press("ctrl+a")
        self.type(str(len(self.case.requests)))
        self.press("alt+y")
        self.sees("choose.rank.chosen", n=len(self.case.requests))
        self.press("ctrl+Return")

    def solve_solution(self, _request: ListedRequest) -> None:
        self.press("alt+1", "ctrl+Return")

    def solve_request(self, _request: ListedRequest) -> None:
        self.press("alt+q", "ctrl+Return")

    def solve_not_ours(self, _request: ListedRequest) -> None:
        self.press("alt+o")
        self.keyboard_in("solve.not_ours.reason")
        self.type(self.case.reason)
        self.press("ctrl+Return", "ctrl+Return")

    def solve_open(self, _request: ListedRequest) -> None:
        self.press("ctrl+Return")

    def appraise(self) -> None:
        request = self.case.with_outcome("request")
        self.part = f"appraise {request.number}"
        others = list(self.case.requests)
        while (here := self.in_front(others)) is not request:
            self.press("alt+Up" if request.number < here.number else "alt+Down")
            self.until("another problem", lambda look, was=here: not look.sees(was.words))
        for criterion, answer in REQUEST_ANSWERS.items():
            self.press(str(1 + ANSWERS[criterion].index(answer)))
        self.sees("appraisal.verdict.request")
        self.press("alt+t")
        for field in REQUEST_FIELDS:
            self.keyboard_in(f"appraise.request.{field}")
            self.type(getattr(self.case, field))
            self.press("ctrl+Return")
        self.leave_appraise()

    def go_on(self) -> None:
        self.press("ctrl+Return")

    def wrap_up(self) -> None:
        case = self.case
        self.press("Next")
        self.keyboard_in("wrap_up.actions.new")
        self.type(case.action)
        self.press("alt+1")
        self.keyboard_in("wrap_up.actions.when")
        self.type(case.due)
        self.press("Return")
        self.until("the action", lambda look: look.sees(case.action))
        self.press(*["ctrl+Return"] * 5)
        self.keyboard_in("wrap_up.next_time.day")
        self.type(case.next_date)
        self.press("ctrl+Return", "ctrl+Return", "ctrl+Return")
        self.wait_for_papers()
