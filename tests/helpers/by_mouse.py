"""The second case of the talk with the mouse only; the keyboard only types text into fields."""

from functools import partial

from tests.helpers.case_run import REQUEST_ANSWERS, REQUEST_FIELDS, CaseRun
from tests.helpers.click_targets import ClickTarget
from tests.helpers.screen import until
from tests.helpers.twelve_requests import ListedRequest
from workshop_app.domain.steps import Step

PRIMARIES = {
    "solve.foot": ("decide_problem", "decide_step", "open_problem", "open_step"),
    "appraise.foot": (
        "next_question",
        "request_next",
        "request_text",
        "kept_next",
        "kept_step",
        "open_next",
        "plain_next",
        "plain_step",
    ),
}
"""The text keys of the button that moves on."""


class ByMouse(CaseRun):
    """Finds each control by its text, and clicks."""

    @property
    def decided(self) -> tuple[str, str]:
        """Return the text of the button that moves on in Solve once a problem has an outcome."""
        step = self.words(f"steps.name.{Step.APPRAISE}")
        return self.words("solve.foot.decide_problem"), self.words(
            "solve.foot.decide_step", step=step
        )

    def start(self) -> None:
        self.click(self.words("start.new.do"))

    def prepare(self) -> None:
        case = self.case
        self.fill("prepare.customer", case.customer)
        self.fill("prepare.person_new", "、".join(case.people))
        self.click(self.words("prepare.person_add"))
        self.sees("prepare.people_count", n=len(case.people))
        self.at.screen.copy(case.cells)
        self.click(self.words("prepare.advance_paste"))
        self.click(self.words("paste.add", n=len(case.requests)))
        self.sees("paste.done", n=len(case.requests))
        self.click(self.words("prepare.next", step=self.words("steps.name.context")))

    def context(self) -> None:
        for number, words in enumerate(self.case.answers):
            if number:
                self.click(self.words("context.next"))
            self.fill("context.entry", words)
            self.click(self.case.people[number].split()[0], "button", inside=True)
            self.click(self.words("context.add"))
            self.until("the answer", lambda look, words=words: look.sees(words))
        self.click(self.words("context.go_on"))

    def list(self) -> None:
        self.click(self.words("list.next", step=self.words(f"steps.name.{Step.SORT}")))

    def sort(self) -> None:
        made: list[int] = []
        for request in self.case.requests:
            theme = self.case.themes[request.theme - 1]
            if request.theme in made:
                self.drag(request.words, partial(self._theme, theme))
            else:
                self.drag(request.words, partial(self._theme, self.words("keys.sort.new")))
                self.keyboard_in("sort.theme_line")
                self.type(theme)
                self.click(self.words("sort.add"))
                made.append(request.theme)
        self.click(self.words("sort.next"))

    def _theme(self, name: str) -> ClickTarget:
        """Return the chip of a theme below the list."""
        return until(f"the theme {name}", lambda: self.named(name, inside=True))[0]

    def choose(self) -> None:
        for request in self.case.requests:
            self.keyboard_in("choose.count.hands", number=request.number)
            self.type(str(request.hands))
            self.click(self.words("choose.count.next"))
        self.click(self.words("choose.count.close"))
        self.fill("choose.rank.top", str(len(self.case.requests)))
        self.click(self.words("choose.rank.top_do"))
        self.sees("choose.rank.chosen", n=len(self.case.requests))
        self.click(self.words("choose.rank.go_on"))

    def solve_solution(self, _request: ListedRequest) -> None:
        """Choose the first answer: a candidate, or the nearest answer of a known gap."""
        nearest = self.words("solve.statement.nearest").split("\n")[0]
        found = until(
            "an answer",
            lambda: [
                one
                for one in self.places("tick", "action")
                if one.kind == "tick" or nearest in one.words
            ],
        )
        self.click(found[0].words, found[0].kind)
        self.until("the way on", lambda look: any(look.sees(words) for words in self.decided))
        self.primary("solve.foot", Step.APPRAISE)

    def solve_request(self, _request: ListedRequest) -> None:
        self.click(self.words("solve.foot.request"))
        self.primary("solve.foot", Step.APPRAISE)

    def solve_not_ours(self, _request: ListedRequest) -> None:
        words = self.words("solve.foot.not_ours")
        if not self.named(words):
            self.click(self.words("frame.foot.others"))
        self.click(words)
        self.keyboard_in("solve.not_ours.reason")
        self.type(self.case.reason)
        self.click(self.words("solve.not_ours.do"))
        self.primary("solve.foot", Step.APPRAISE)

    def solve_open(self, _request: ListedRequest) -> None:
        self.primary("solve.foot", Step.APPRAISE)

    def primary(self, place: str, step: Step) -> None:
        """Click the button that moves on, whatever its text says about open problems."""
        name = self.words(f"steps.name.{step}")
        found = [self.words(f"{place}.{key}", step=name) for key in PRIMARIES[place]]
        if place == "appraise.foot":
            most = len(self.case.requests)
            found.append(self.words(f"{place}.open_step", step=name, n=1))
            others = range(2, most + 1)
            found += [self.words(f"{place}.open_step", step=name, n=n) for n in others]
        words = until("the way on", lambda: [one for one in found if self.named(one)])[0]
        self.click(words)

    def appraise(self) -> None:
        request = self.case.with_outcome("request")
        self.part = f"appraise {request.number}"
        if not self.look().sees(request.words):
            self.click(str(request.number), "tab")
        for criterion, answer in REQUEST_ANSWERS.items():
            question = self.words(f"appraisal.criterion.{criterion}")
            words = self.words(f"appraisal.answer.{criterion}.{answer}")
            self._turn_to(words, question)
            self.click(words, "option", of=question)
            self._wait_for_answer(question, words)
        self.sees("appraisal.verdict.request")
        left = "appraise.foot.request_left"
        found = [self.words("appraise.foot.request"), self.words(left, n=1)]
        found += [self.words(left, n=n) for n in range(2, len(REQUEST_FIELDS) + 1)]
        self.click(until("the request", lambda: [one for one in found if self.named(one)])[0])
        for field in REQUEST_FIELDS:
            self.keyboard_in(f"appraise.request.{field}")
            self.type(getattr(self.case, field))
            last = field == REQUEST_FIELDS[-1]
            self.click(self.words("appraise.request." + ("finish" if last else "next")))
        self.leave_appraise()

    def _wait_for_answer(self, question: str, words: str) -> None:
        given = self.words("widgets.choice.spoken", label=question, words=words)
        self.until(f"{given!r}", lambda look: look.sees(given))

    def _turn_to(self, words: str, question: str) -> None:
        """Turn pages until a question is visible, if not all fit on one page."""
        while not until(
            f"{question!r} or a scroll bar",
            lambda: [
                *self.named(words, "option", of=question),
                *self.named("after", "scroll"),
            ],
        )[0].of:
            self.click("after", "scroll")

    def go_on(self) -> None:
        self.primary("appraise.foot", Step.WRAP_UP)

    def wrap_up(self) -> None:
        case = self.case
        self.section("actions")
        self.fill("wrap_up.actions.new", case.action)
        self.click(self.words("wrap_up.actions.who"), "choice")
        self.click(case.people[0].split()[0], inside=True)
        self.click(self.words("wrap_up.actions.when"), "field")
        self.type(case.due)  # over the calendar
        self.click(self.words("widgets.editor.add"))
        self.until("the action", lambda look: look.sees(case.action))
        self.section("next_time")
        self.fill("wrap_up.next_time.day", case.next_date)
        self.section("papers")
        self.click(self.words("wrap_up.papers.start"))
        self.wait_for_papers()
