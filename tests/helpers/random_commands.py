"""Random commands for a workshop in its current state, some of them with hostile text."""

from random import Random

from workshop_app.domain.action import ActionAnswer
from workshop_app.domain.appraisal import ANSWERS, Criterion, Verdict
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.context_questions import QUESTIONS, AnswerMark
from workshop_app.domain.errors import UserError
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.problem import FoundHow, Source
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.domain.workshop import Attendance
from workshop_app.services.command import Command
from workshop_app.services.commands import (
    actions,
    agenda,
    appraising,
    can_do,
    choosing,
    community,
    contacts,
    context,
    participants,
    problems,
    solving,
    sorting,
    visits,
    workshops,
)
from workshop_app.services.session import Session

WORDS = (
    "外形監視ができない", "通知が多すぎる", "SNMP トラップ", "the disk is full", "",
    "<b>太字</b><img src=x>", "𠮷野家 👩‍💻", "値は\u202e逆さ", "半分\ud83d", "nul\x00", "あ" * 300,
)  # fmt: skip


class Chooser:
    """Chooses among existing records, so that most commands have an effect."""

    def __init__(self, random: Random, state: WorkshopState) -> None:
        self.random = random
        self.state = state

    def words(self) -> str:
        return self.random.choice(WORDS)

    def one(self, records: tuple) -> str:
        """Return the id of one of the records, or of none that exists."""
        return self.random.choice(records).id if records else "none"

    def some(self, records: tuple) -> tuple[str, ...]:
        amount = self.random.randint(0, min(3, len(records)))
        return tuple(record.id for record in self.random.sample(records, amount))

    def maybe(self, records: tuple) -> str | None:
        return self.one(records) if records and self.random.random() < 0.7 else None


def act_at_random(session: Session, random: Random, times: int = 1) -> None:
    """Act like a user: mostly commands, sometimes undo or redo; refused ones are skipped."""
    for _ in range(times):
        chance = random.random()
        try:
            if chance < 0.08:
                session.undo()
            elif chance < 0.12:
                session.redo()
            else:
                session.execute(random_command(random, session.state))
        except UserError:
            continue


def random_command(random: Random, state: WorkshopState) -> Command:
    """Return a command that a user could give in this workshop."""
    chooser = Chooser(random, state)
    return random.choice(_KINDS)(chooser)


def _add_participant(c: Chooser) -> Command:
    return participants.AddParticipant(c.words(), c.words(), c.words())


def _edit_participant(c: Chooser) -> Command:
    who = c.one(c.state.participants)
    field, value = c.random.choice(
        [
            ("attendance", c.random.choice(list(Attendance))),
            ("name", c.words()),
            ("private_note", c.words()),
            ("ambassador", c.random.random() < 0.5),
        ]
    )
    return participants.EditParticipant(who, field, value)


def _remove_participant(c: Chooser) -> Command:
    return participants.RemoveParticipant(c.one(c.state.participants))


def _edit_head(c: Chooser) -> Command:
    workshop = c.state.workshop.id
    customer = c.state.customer.id
    return c.random.choice(
        [
            workshops.EditWorkshop(workshop, "title", c.words()),
            contacts.SetKind(c.random.choice(list(ContactKind))),
            contacts.EditContact(workshop, "heard", c.words()),
            workshops.EditWorkshop(workshop, "date", c.random.choice(["2026-12-03", "", "soon"])),
            workshops.EditCustomer(customer, "architecture", c.words()),
            workshops.SkipStep(workshop, "sort_skipped", c.random.random() < 0.5),
            workshops.PlanNextTime(workshop, "community", c.random.choice([(), ("blog",)])),
            workshops.WriteKeyMessage(workshop, "key_message", c.words()),
            choosing.EditVote(workshop, "present", c.random.randint(-1, 12)),
            workshops.SetMinutes(c.one(c.state.agenda), "minutes", c.random.randint(0, 60)),
            agenda.ApplyAgenda(tuple(c.random.randint(-1, 60) for _ in Step)),
        ]
    )


def _answer(c: Chooser) -> Command:
    mark = c.random.choice(list(AnswerMark))
    who = c.maybe(c.state.participants)
    return context.AnswerQuestion(c.random.choice(QUESTIONS), c.words(), who, mark)


def _make_problem(c: Chooser) -> Command:
    return context.MakeProblemOfAnswer(c.one(c.state.answers))


def _remove_answer(c: Chooser) -> Command:
    return context.RemoveAnswer(c.one(c.state.answers))


def _add_problem(c: Chooser) -> Command:
    return problems.AddProblem(c.words(), c.maybe(c.state.participants))


def _add_problems(c: Chooser) -> Command:
    lines = tuple(c.words() for _ in range(c.random.randint(0, 4)))
    return problems.AddProblems(lines, Source.ADVANCE)


def _edit_problem(c: Chooser) -> Command:
    field = c.random.choice(["wording", "discussion", "private_note"])
    return problems.EditProblem(c.one(c.state.problems), field, c.words())


def _give_speaker(c: Chooser) -> Command:
    who = c.maybe(c.state.participants)
    return problems.EditProblem(c.one(c.state.problems), "speaker_id", who)


def _correct(c: Chooser) -> Command:
    return problems.CorrectFirstWording(c.one(c.state.problems), c.words())


def _remove_problem(c: Chooser) -> Command:
    return problems.RemoveProblem(c.one(c.state.problems))


def _add_theme(c: Chooser) -> Command:
    return sorting.AddTheme(c.words(), c.some(c.state.problems))


def _put_in_theme(c: Chooser) -> Command:
    return sorting.PutInTheme(c.some(c.state.problems), c.maybe(c.state.themes))


def _place_in_theme(c: Chooser) -> Command:
    before = c.one(c.state.problems) if c.random.random() < 0.7 else ""
    return sorting.PlaceInTheme(c.some(c.state.problems), c.maybe(c.state.themes), before)


def _join_themes(c: Chooser) -> Command:
    return sorting.JoinThemes(c.one(c.state.themes), c.one(c.state.themes))


def _remove_theme(c: Chooser) -> Command:
    return sorting.RemoveTheme(c.one(c.state.themes))


def _merge(c: Chooser) -> Command:
    return sorting.MergeProblems(c.one(c.state.problems), c.some(c.state.problems))


def _unmerge(c: Chooser) -> Command:
    return sorting.Unmerge(c.one(c.state.problems))


def _split(c: Chooser) -> Command:
    return sorting.SplitProblem(c.one(c.state.problems), (c.words(), c.words()))


def _count_hands(c: Chooser) -> Command:
    votes = c.random.choice([None, 0, 3, 9, -1])
    return choosing.CountHands(c.one(c.state.problems), votes)


def _choose(c: Chooser) -> Command:
    return choosing.Choose(c.some(c.state.problems), c.random.random() < 0.7)


def _play_card(c: Chooser) -> Command:
    kind = c.random.choice([kind for kind in CardKind if kind is not CardKind.UPDATE])
    entry = c.random.choice(["check-tcp", "downtime"]) if kind is CardKind.SOLUTION else ""
    problem = c.one(c.state.problems)
    return solving.PlayCard(problem, kind, c.words(), c.words(), entry, "1", c.words())


def _take_back_card(c: Chooser) -> Command:
    return solving.TakeBackCard(c.one(c.state.cards))


def _not_ours(c: Chooser) -> Command:
    return solving.DecideNotOurs(c.one(c.state.problems), c.words())


def _record_found(c: Chooser) -> Command:
    return solving.RecordFound(c.one(c.state.problems), c.random.choice([None, *FoundHow]))


def _make_request(c: Chooser) -> Command:
    return solving.MakeRequest(c.one(c.state.problems), c.words(), "check-tcp")


def _edit_request(c: Chooser) -> Command:
    field = c.random.choice(["why", "title", "own_words"])
    return appraising.EditRequest(c.one(c.state.requests), field, c.words())


def _answer_criterion(c: Chooser) -> Command:
    criterion = c.random.choice(list(Criterion))
    answer = c.random.choice(["", "perhaps", *ANSWERS[criterion]])
    return appraising.AnswerCriterion(c.one(c.state.problems), criterion, answer, c.words())


def _overrule(c: Chooser) -> Command:
    verdict = c.random.choice([None, *Verdict])
    return appraising.Overrule(c.one(c.state.problems), verdict, c.words(), c.words())


def _add_action(c: Chooser) -> Command:
    return actions.AddAction(
        c.words(),
        owner_id=c.maybe(c.state.participants),
        due=c.random.choice(["", "2026-12-17"]),
        problem_id=c.maybe(c.state.problems),
        card_id=c.maybe(c.state.cards),
    )


def _edit_action(c: Chooser) -> Command:
    return actions.EditAction(
        c.one(c.state.actions),
        c.words(),
        owner_id=c.maybe(c.state.participants),
        due=c.random.choice(["", "2026-12-17"]),
        problem_id=c.maybe(c.state.problems),
    )


def _answer_action(c: Chooser) -> Command:
    answer = c.random.choice([*ActionAnswer, None])
    return actions.AnswerAction(c.one(c.state.actions), answer, "2026-12-04T09:00")


def _remove_action(c: Chooser) -> Command:
    return actions.RemoveAction(c.one(c.state.actions))


def _add_can_do(c: Chooser) -> Command:
    return can_do.AddCanDoLines((c.words(),))


def _add_pointer(c: Chooser) -> Command:
    day = c.random.choice(["", "2027-03-05", "soon"])
    return community.AddPointer(c.words(), c.words(), day)


def _change_pointer(c: Chooser) -> Command:
    pointer = c.one(c.state.pointers)
    return c.random.choice(
        [
            community.ChangePointer(
                pointer, c.words(), c.words(), "", c.random.choice(["ja", "en"])
            ),
            community.EditPointer(pointer, "chosen", c.random.random() < 0.5),
            community.RemovePointer(pointer),
        ]
    )


def _tick_can_do(c: Chooser) -> Command:
    who = c.one(c.state.participants)
    return can_do.TickCanDo(c.one(c.state.can_do), who, can=c.random.random() < 0.7)


def _count_can_do(c: Chooser) -> Command:
    return can_do.CountCanDo(c.one(c.state.can_do), c.random.choice([None, 0, 3]), 5)


def _deliver(c: Chooser) -> Command:
    field, value = c.random.choice([("link", c.words()), ("helped", "partly"), ("helped", None)])
    return visits.EditDelivery(c.one(c.state.cards), field, value)


_KINDS = (
    _add_can_do, _add_pointer, _change_pointer, _count_can_do, _tick_can_do, _deliver,
    _add_participant, _edit_participant, _remove_participant, _edit_head, _answer, _make_problem,
    _remove_answer, _add_problem, _add_problem, _add_problems, _edit_problem, _give_speaker,
    _correct, _remove_problem, _add_theme, _put_in_theme, _place_in_theme, _join_themes,
    _remove_theme, _merge, _unmerge, _split,
    _count_hands, _choose, _play_card, _play_card, _take_back_card, _not_ours, _record_found,
    _make_request,
    _edit_request, _answer_criterion, _overrule, _add_action, _edit_action, _answer_action,
    _remove_action,
)  # fmt: skip
