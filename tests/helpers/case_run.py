"""Leading the talk's second case from an empty store to papers, whatever one presses for it."""

from tests.helpers.hands import Hands
from tests.helpers.twelve_requests import Case, Request
from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.steps import Step

REQUEST_ANSWERS = {
    Criterion.WHO: "known",
    Criterion.CONCRETE: "yes",
    Criterion.OURS: "yes",
    Criterion.NOW: "half_year",
    Criterion.ALTERNATIVE: "none",
    Criterion.GENERAL: "general",
}
"""With these the rules say that it is a request."""
_IN_SIGHT = 3
"""The written papers that the smallest window shows at once; the list says how many there are."""
_EXPORT = 120.0
"""Seconds after which papers that are not written count as missing."""
REQUEST_FIELDS = ("impact", "why", "good_enough")


class CaseRun(Hands):
    """Does each step in turn; a subclass has a method for each of them."""

    case: Case

    def whole_case(self) -> None:
        """From the first start to the page that hands out the papers."""
        self.part = "start"
        self.start()
        for step in Step:
            self.part = step.value
            self.until(f"the step {step}", lambda look, step=step: look.page == step)
            getattr(self, step.value)()

    def start(self) -> None:
        """Begin a new workshop."""
        raise NotImplementedError

    def solve(self) -> None:
        """Bring each problem to its end, in the order in which the program has them."""
        left = list(self.case.requests)
        while left:
            request = self.in_front(left)
            left.remove(request)
            self.part = f"solve {request.number} {request.outcome}"
            getattr(self, f"solve_{request.outcome}")(request)
            if left:
                self.until("another problem", lambda look, was=request: not look.sees(was.words))

    def in_front(self, among: list[Request]) -> Request:
        """The request that is worked on."""
        look = self.until("a problem", lambda look: any(look.sees(one.words) for one in among))
        return next(one for one in among if look.sees(one.words))

    def leave_appraise(self) -> None:
        """Go on until the next step is there: nothing leads round in a circle."""
        self.part = "appraise"
        for _ in range(len(self.case.requests)):
            self.go_on()
            self.places("button")  # once the program has done it
            if self.words(f"steps.name.{Step.APPRAISE}") not in self.at.title:
                return
        raise AssertionError(f"still at {self.at.title}, with {self.look().seen}")

    def go_on(self) -> None:
        """Go on in Appraise, whatever is left behind."""
        raise NotImplementedError

    def wait_for_papers(self) -> None:
        """Wait for the page after an export, which takes long on a busy machine."""
        title = self.words("given.title")
        self.until(f"{title!r}", lambda look: look.sees(title), patience=_EXPORT)
        for person in self.case.people[:_IN_SIGHT]:
            self.until(f"the papers of {person}", lambda look, who=person: look.sees(who))
