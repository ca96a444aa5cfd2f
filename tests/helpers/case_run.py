"""Plays the second case of the talk from an empty store to papers, with any input device."""

from tests.helpers.counted_input import CountedInput
from tests.helpers.twelve_requests import Case, ListedRequest
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
"""Answers for which the rules make it a request."""
_IN_SIGHT = 3
"""Number of written papers visible in the smallest window; the list shows the total."""
_EXPORT = 120.0
"""Seconds to wait for papers."""
REQUEST_FIELDS = ("impact", "why", "good_enough")


class CaseRun(CountedInput):
    """Does each step in turn; a subclass has a method for each of them."""

    case: Case

    def whole_case(self) -> None:
        """Play from the first start to the page that hands out the papers."""
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
        """Bring each problem to its outcome, in the order of the program."""
        left = list(self.case.requests)
        while left:
            request = self.in_front(left)
            left.remove(request)
            self.part = f"solve {request.number} {request.outcome}"
            getattr(self, f"solve_{request.outcome}")(request)
            if left:
                self.until("another problem", lambda look, was=request: not look.sees(was.words))

    def in_front(self, among: list[ListedRequest]) -> ListedRequest:
        """Return the request that is worked on."""
        look = self.until("a problem", lambda look: any(look.sees(one.words) for one in among))
        return next(one for one in among if look.sees(one.words))

    def leave_appraise(self) -> None:
        """Move on until the next step is shown, without loops."""
        self.part = "appraise"
        for _ in range(len(self.case.requests)):
            self.go_on()
            self.places("button")  # once the program has done it
            if self.words(f"steps.name.{Step.APPRAISE}") not in self.at.title:
                return
        raise AssertionError(f"still at {self.at.title}, with {self.look().seen}")

    def go_on(self) -> None:
        """Move on in Appraise, leaving problems open."""
        raise NotImplementedError

    def wait_for_papers(self) -> None:
        """Wait for the page after an export, which takes long on a busy machine."""
        title = self.words("given.title")
        self.until(f"{title!r}", lambda look: look.sees(title), patience=_EXPORT)
        for person in self.case.people[:_IN_SIGHT]:
            self.until(f"the papers of {person}", lambda look, who=person: look.sees(who))
