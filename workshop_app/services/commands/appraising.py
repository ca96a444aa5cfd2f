"""Commands of Appraise: criteria, grounds, overruling, and the text of a request."""

from dataclasses import replace

from workshop_app.domain.appraisal import ANSWERS, Appraisal, Criterion, Verdict
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.field_types import typed_texts
from workshop_app.domain.ids import new_id
from workshop_app.domain.problem import Problem
from workshop_app.domain.request import Request
from workshop_app.domain.steps import Step
from workshop_app.domain.text import clean_line, clean_note, required_line
from workshop_app.services.command import Command
from workshop_app.services.commands.edit import Edit, cleaners
from workshop_app.services.commands.merge_group import merge_group
from workshop_app.store.store import Store


def _appraisal_of(store: Store, problem_id: str) -> Appraisal:
    """Return the appraisal of a problem; an empty one is inserted if there is none.

    If only a problem merged into it was appraised, the new one is a copy of that appraisal, so that
    unmerging leaves the merged problem its own.
    """
    problem = store.get(Problem, problem_id)
    found = {one.problem_id: one for one in store.all(Appraisal, problem.workshop_id)}
    if problem.id in found:
        return found[problem.id]
    appraised = (found[one.id] for one in merge_group(store, problem) if one.id in found)
    empty = Appraisal(id="", workshop_id=problem.workshop_id, problem_id=problem.id)
    appraisal = replace(next(appraised, empty), id=new_id(), problem_id=problem.id)
    store.insert(appraisal)
    return appraisal


class AnswerCriterion(Command):
    """Answer one of the six criteria of a problem; an empty answer removes it.

    `ground` is stored with it unless there is a ground already (the persona, for *who*).
    """

    problem_id: str
    criterion: Criterion
    answer: str
    ground: str = ""

    step = Step.APPRAISE
    placed = "problem_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        if self.answer and self.answer not in ANSWERS[self.criterion]:
            raise InvalidInput("errors.bad_answer")
        appraisal = _appraisal_of(store, self.problem_id)
        ground = appraisal.ground(self.criterion) or clean_note(self.ground)
        name = self.criterion.value
        store.update(appraisal, **{name: self.answer, f"{name}_ground": ground})


class GiveGround(Command):
    """Write the ground of a criterion."""

    problem_id: str
    criterion: Criterion
    ground: str

    step = Step.APPRAISE
    placed = "problem_id"
    merged_by = ("problem_id", "criterion")

    def apply(self, store: Store, workshop_id: str) -> None:
        appraisal = _appraisal_of(store, self.problem_id)
        field = f"{self.criterion.value}_ground"
        store.update(appraisal, **{field: clean_note(self.ground)})


class Overrule(Command):
    """Overrule the verdict of the rules, with a reason; None removes the overruling."""

    problem_id: str
    verdict: Verdict | None
    reason: str = ""
    by: str = ""

    step = Step.APPRAISE
    placed = "problem_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        appraisal = _appraisal_of(store, self.problem_id)
        if self.verdict is None:
            changed = replace(appraisal, override=None, override_reason="", override_by="")
        else:
            changed = replace(
                appraisal,
                override=self.verdict,
                override_reason=required_line(self.reason),
                override_by=clean_line(self.by),
            )
        store.update(changed)


class NoteOnAppraisal(Command):
    """Write the private note on a problem's appraisal."""

    problem_id: str
    note: str

    step = Step.APPRAISE
    placed = "problem_id"
    merged_by = ("problem_id",)

    def apply(self, store: Store, workshop_id: str) -> None:
        appraisal = _appraisal_of(store, self.problem_id)
        store.update(appraisal, private_note=clean_note(self.note))


class EditRequest(Edit):
    """Set one field of a request's text."""

    step = Step.APPRAISE
    record = Request
    fields = cleaners(Request, *typed_texts(Request), "nearest_id")
