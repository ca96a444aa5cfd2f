"""An example of every command, to be executed in the completed sample workshop."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import replace

from workshop_app.domain.action import Action, ActionAnswer
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.can_do import CanDoCheck
from workshop_app.domain.contact import ContactKind, Expectation
from workshop_app.domain.context_questions import AnswerMark
from workshop_app.domain.outcome import CardKind, Helped, PlayedCard
from workshop_app.domain.problem import FoundHow, Problem, Source
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.setup import Role
from workshop_app.domain.setup_part import SetupKind
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Attendance, Participant, Workshop
from workshop_app.services import commands
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
    import_workshop,
    likes,
    participants,
    problems,
    request_news,
    searching,
    setup,
    solving,
    sorting,
    take_problems,
    visits,
    workshops,
)
from workshop_app.services.commands.edit import Edit, Remove, SetFields
from workshop_app.services.imports.mackerel.preview import SetupPreview

OTHER_CUSTOMER = "another-customer"
"""The id of a customer that the test has added to the store."""

EARLIER_PERSON = "somebody-of-an-earlier-workshop"
EARLIER_PROBLEM = "earlier-problem"


def an_earlier_workshop(state: WorkshopState) -> Command:
    """Add a workshop of the same customer with `EARLIER_PERSON` and one of each record."""
    workshop = Workshop(
        id="earlier",
        customer_id=state.customer.id,
        title="前の回",
        created_at="2020-04-24T10:00:00",
    )
    who = Participant(
        id="earlier-participant",
        workshop_id=workshop.id,
        position=0,
        name="加藤 恵",
        code="P-1",
        team="基盤",
        person_id=EARLIER_PERSON,
    )
    problem = Problem(
        id=EARLIER_PROBLEM,
        workshop_id=workshop.id,
        position=0,
        number=1,
        first_wording="電源が切れたことに気づけない",
        speaker_id=who.id,
    )
    earlier = WorkshopState(
        workshop=workshop,
        customer=state.customer,
        participants=(who,),
        problems=(problem,),
        cards=(
            PlayedCard(
                id="earlier-card",
                workshop_id=workshop.id,
                position=0,
                problem_id=problem.id,
                kind=CardKind.ARTICLE,
                title="手順の記事",
            ),
        ),
        actions=(Action(id="earlier-action", workshop_id=workshop.id, position=0, text="試す"),),
        can_do=(CanDoCheck(id="earlier-line", workshop_id=workshop.id, position=0, text="測れる"),),
    )
    return import_workshop.ImportWorkshop(earlier)


Example = Callable[[WorkshopState], Command]


def of_a_file(state: WorkshopState) -> Command:
    """Take a problem over from a file in which it has another wording and no card."""
    changed = tuple(
        replace(each, wording="別のことば") if each.number == 6 else each for each in state.problems
    )
    file = replace(state, problems=changed, cards=())
    return take_problems.TakeProblems(file, (number(state, 6),))


def declined(state: WorkshopState) -> request_news.News:
    """The product team's answer to the first request."""
    return request_news.News(
        request_id=state.requests[0].id,
        state=RequestState.DECLINED,
        date="2026-12-18",
        reason="送りきりで、届いたことを確かめられない",
    )


def all_commands() -> list[type[Command]]:
    """Every kind of command, collected from the package, in order of its kind."""
    for module in pkgutil.iter_modules(commands.__path__):
        importlib.import_module(f"{commands.__name__}.{module.name}")
    found = []
    waiting = [Command]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        is_own = kind.__module__.startswith(commands.__name__)  # not defined by a test
        if is_own and kind not in (Edit, Remove, SetFields) and not kind.__name__.startswith("_"):
            found.append(kind)
    return sorted(found, key=lambda kind: kind.kind)


def number(state: WorkshopState, wanted: int) -> str:
    """Return the id of the problem with this number."""
    return next(problem.id for problem in state.problems if problem.number == wanted)


EXAMPLES: dict[type[Command], Example] = {
    workshops.CreateWorkshop: lambda _: workshops.CreateWorkshop(
        "次の回", "2027-01-14T09:00:00", facilitator="三谷"
    ),
    contacts.AddContact: lambda s: contacts.AddContact(
        s.customer.id, ContactKind.MAIL, "メール", "2027-01-14T09:00:00", people=("青木",)
    ),
    contacts.TakeAlong: lambda s: contacts.TakeAlong(s.workshop.id, "earlier", (EARLIER_PROBLEM,)),
    contacts.AddPeople: lambda s: contacts.AddPeople(s.workshop.id, ("加藤 恵", "山本")),
    contacts.SetKind: lambda _: contacts.SetKind(ContactKind.INTERVIEW),
    contacts.ChooseNextWay: lambda s: contacts.ChooseNextWay(
        s.workshop.id, ContactKind.INTERVIEW, "青木さんと先に話すため"
    ),
    workshops.UseCustomer: lambda _: workshops.UseCustomer(OTHER_CUSTOMER),
    workshops.MarkExported: lambda _: workshops.MarkExported("2026-12-03T16:05:00"),
    workshops.DeleteWorkshop: lambda s: workshops.DeleteWorkshop(s.workshop.id),
    import_workshop.ImportWorkshop: import_workshop.ImportWorkshop,
    participants.AddParticipants: lambda _: participants.AddParticipants(("山本", "中村 葵")),
    participants.AddKnownPerson: lambda _: participants.AddKnownPerson(EARLIER_PERSON),
    participants.AddKnownPeople: lambda _: participants.AddKnownPeople((EARLIER_PERSON,)),
    participants.JoinPerson: lambda s: participants.JoinPerson(
        s.participants[1].id, EARLIER_PERSON
    ),
    participants.AddParticipant: lambda _: participants.AddParticipant("加藤", "企画", "営業"),
    participants.NoteArrival: lambda s: participants.NoteArrival(
        s.participants[1].id, "2026-12-03T14:20"
    ),
    participants.NoteLeaving: lambda s: participants.NoteLeaving(
        s.participants[1].id, "2026-12-03T15:20"
    ),
    participants.SetAnonymous: lambda _: participants.SetAnonymous(anonymous=True),
    participants.ShowSpeakers: lambda _: participants.ShowSpeakers(shown=True),
    participants.RemoveParticipant: lambda s: participants.RemoveParticipant(s.participants[1].id),
    context.AnswerQuestion: lambda _: context.AnswerQuestion("good_moment", "先週の朝です"),
    context.RemoveAnswer: lambda s: context.RemoveAnswer(s.answers[3].id),
    context.MakeProblemOfAnswer: lambda s: context.MakeProblemOfAnswer(s.answers[5].id),
    problems.AddProblem: lambda s: problems.AddProblem("画面が遅い", s.participants[0].id),
    problems.AddProblems: lambda _: problems.AddProblems(("一つ目", "二つ目"), Source.ADVANCE),
    problems.CorrectFirstWording: lambda s: problems.CorrectFirstWording(
        number(s, 2), "内部の機器"
    ),
    problems.CorrectMethod: lambda s: problems.CorrectMethod(
        (number(s, 6), number(s, 7)), ContactKind.SUPPORT
    ),
    problems.HoldProblems: lambda s: problems.HoldProblems((number(s, 13),), held=True),
    problems.ParkProblem: lambda s: problems.ParkProblem((number(s, 13),), parked=True),
    problems.RemoveProblem: lambda s: problems.RemoveProblem(number(s, 12)),
    sorting.AddTheme: lambda s: sorting.AddTheme("人と当番", (number(s, 11), number(s, 16))),
    sorting.RemoveTheme: lambda s: sorting.RemoveTheme(s.themes[0].id),
    sorting.PutInTheme: lambda s: sorting.PutInTheme((number(s, 1),), s.themes[1].id),
    sorting.PlaceInTheme: lambda s: sorting.PlaceInTheme(
        (number(s, 7), number(s, 1)), s.themes[1].id, s.in_theme(s.themes[1].id)[-1].id
    ),
    sorting.JoinThemes: lambda s: sorting.JoinThemes(s.themes[0].id, s.themes[1].id),
    sorting.MergeProblems: lambda s: sorting.MergeProblems(number(s, 2), (number(s, 12),)),
    sorting.Unmerge: lambda s: sorting.Unmerge(number(s, 12)),
    sorting.DismissHint: lambda _: sorting.DismissHint("3 12"),
    sorting.SplitProblem: lambda s: sorting.SplitProblem(number(s, 7), ("UPS", "ルーター")),
    choosing.CountHands: lambda s: choosing.CountHands(number(s, 15), 3),
    choosing.PutDots: lambda s: choosing.PutDots(number(s, 15), 1, 2),
    choosing.PutBallot: lambda s: choosing.PutBallot(((number(s, 15), 1), (number(s, 4), 2)), 1),
    choosing.StartRound: lambda s: choosing.StartRound((number(s, 1), number(s, 4))),
    choosing.Choose: lambda s: choosing.Choose((number(s, 1), number(s, 4)), chosen=True),
    solving.PlayCard: lambda s: solving.PlayCard(number(s, 13), CardKind.SUPPORT, "サポートへ"),
    solving.TakeBackCard: lambda s: solving.TakeBackCard(s.cards_of(number(s, 6))[0].id),
    solving.TakeBackRequest: lambda s: solving.TakeBackRequest(s.cards_of(number(s, 7))[0].id),
    solving.DecideNotOurs: lambda s: solving.DecideNotOurs(number(s, 13), "画面の話ではない"),
    solving.RecordFound: lambda s: solving.RecordFound(number(s, 13), FoundHow.ALONE),
    solving.RecordGap: lambda s: solving.RecordGap(number(s, 13), "white-label"),
    solving.MakeRequest: lambda s: solving.MakeRequest(number(s, 13), "背景", "custom-dashboard"),
    searching.KeepSearch: lambda s: searching.KeepSearch(
        number(s, 13), "画面 遅い", ("custom-dashboard",)
    ),
    appraising.AnswerCriterion: lambda s: appraising.AnswerCriterion(
        number(s, 16), Criterion.NOW, "urgent", "次の当番から"
    ),
    appraising.GiveGround: lambda s: appraising.GiveGround(number(s, 6), Criterion.NOW, "春まで"),
    appraising.Overrule: lambda s: appraising.Overrule(
        number(s, 6), Verdict.LATER, "待てるため", "高橋"
    ),
    request_news.HandOverRequests: lambda s: request_news.HandOverRequests(
        tuple(request.id for request in s.requests), "2026-12-04T09:00"
    ),
    solving.EditCard: lambda s: solving.EditCard(s.cards[0].id, "別の題名", "別の説明"),
    request_news.TakeBackHandOver: lambda s: request_news.TakeBackHandOver((s.requests[0].id,)),
    request_news.AddRequestNews: lambda s: request_news.AddRequestNews((declined(s),)),
    request_news.ChangeRequestNews: lambda s: request_news.ChangeRequestNews(
        s.news[0].id, replace(declined(s), reason="書き直したことば")
    ),
    request_news.RemoveRequestNews: lambda s: request_news.RemoveRequestNews(s.news[0].id),
    request_news.TakeAnswers: lambda s: request_news.TakeAnswers(
        (request_news.NewsOf(declined(s)),)
    ),
    request_news.TellAtVisit: lambda s: request_news.TellAtVisit((s.news[0].id,), "2026-12-18"),
    request_news.TellRequestNews: lambda s: request_news.TellRequestNews(
        (s.news[0].id,), "2026-12-18"
    ),
    appraising.NoteOnAppraisal: lambda s: appraising.NoteOnAppraisal(number(s, 7), "内々の話"),
    likes.ConfirmLike: lambda s: likes.ConfirmLike(number(s, 13), EARLIER_PROBLEM),
    likes.RejectLike: lambda s: likes.RejectLike(number(s, 13), EARLIER_PROBLEM),
    likes.ReopenLike: lambda s: likes.ReopenLike(number(s, 13), EARLIER_PROBLEM),
    setup.ImportSetup: lambda s: setup.ImportSetup(
        (
            SetupPreview(kind=s.setup[0].kind, subject=s.setup[0].subject),
            SetupPreview(kind=SetupKind.ROLES, subject="shop", facts=(Role(name="app"),)),
        ),
        "2026-12-03T14:00:00",
    ),
    setup.RemoveSetup: lambda s: setup.RemoveSetup(s.setup[0].id),
    agenda.ApplyAgenda: lambda _: agenda.ApplyAgenda((0, 5, 10, 5, 5, 20, 10, 5)),
    agenda.ShortenWorkshop: lambda state: agenda.ShortenWorkshop(
        (number(state, 1),), (0, 10, 15, 15, 10, 40, 20, 10)
    ),
    agenda.BookTime: lambda s: agenda.BookTime(s.agenda[2].id, 90),
    agenda.ClearTime: lambda _: agenda.ClearTime(),
    actions.AddAction: lambda _: actions.AddAction("次の日を決める", due="2026-12-10"),
    actions.EditAction: lambda s: actions.EditAction(
        s.actions[0].id, "別の日を決める", due="2026-12-11", problem_id=number(s, 6)
    ),
    actions.RemoveAction: lambda s: actions.RemoveAction(s.actions[0].id),
    actions.AnswerAction: lambda s: actions.AnswerAction(
        s.actions[0].id, ActionAnswer.NOT_NEEDED, "2026-12-10T09:00"
    ),
    actions.AnswerEarlier: lambda _: actions.AnswerEarlier(
        "earlier-action", ActionAnswer.NOT_YET, "2026-12-10T09:00"
    ),
    community.AddPointer: lambda _: community.AddPointer(
        "Mackerel Meetup", "https://example.com/20", "2027-03-05"
    ),
    community.ChangePointer: lambda s: community.ChangePointer(s.pointers[0].id, "別の集まり"),
    community.RemovePointer: lambda s: community.RemovePointer(s.pointers[0].id),
    can_do.AddCanDoLines: lambda _: can_do.AddCanDoLines(("一行目", "二行目")),
    can_do.RemoveCanDoLine: lambda s: can_do.RemoveCanDoLine(s.can_do[0].id),
    can_do.CountCanDo: lambda s: can_do.CountCanDo(s.can_do[0].id, 4, 5),
    can_do.TickCanDo: lambda s: can_do.TickCanDo(s.can_do[0].id, s.participants[0].id, can=True),
    can_do.TickCanDoAgain: lambda s: can_do.TickCanDoAgain(
        "測れる", s.participants[0].id, can=True, origin_id="earlier-line"
    ),
    can_do.CountCanDoAgain: lambda _: can_do.CountCanDoAgain("測れる", 3, 5, "earlier-line"),
    take_problems.TakeProblems: of_a_file,
    visits.TakeOverProblem: lambda _: visits.TakeOverProblem(EARLIER_PROBLEM),
}
"""One example of each command; those that set a field have one per field in `FIELD_VALUES`."""

FIRST: dict[str, Callable[[WorkshopState], list[Command]]] = {
    **dict.fromkeys(
        (choosing.PutDots.kind, choosing.PutBallot.kind),
        lambda s: [choosing.StartRound(), choosing.EditVote(s.workshop.id, "dots", 5)],
    ),
    # Speakers are removed permanently; only the switch itself can be undone.
    participants.AddKnownPerson.kind: lambda s: [an_earlier_workshop(s)],
    participants.AddKnownPeople.kind: lambda s: [an_earlier_workshop(s)],
    participants.JoinPerson.kind: lambda s: [an_earlier_workshop(s)],
    **dict.fromkeys(
        (
            actions.AnswerEarlier.kind,
            actions.NoteOnEarlierAction.kind,
            can_do.CountCanDoAgain.kind,
            can_do.TickCanDoAgain.kind,
            visits.TakeOverProblem.kind,
            contacts.TakeAlong.kind,
            visits.NoteWhatBecame.kind,
            visits.EditEarlierDelivery.kind,
            likes.ConfirmLike.kind,
            likes.RejectLike.kind,
        ),
        lambda s: [an_earlier_workshop(s)],
    ),
    likes.ReopenLike.kind: lambda s: [
        an_earlier_workshop(s),
        likes.ConfirmLike(number(s, 13), EARLIER_PROBLEM),
    ],
    **dict.fromkeys(
        ("change_pointer", "edit_pointer", "remove_pointer"),
        lambda _: [community.AddPointer("読書会", date="2027-04-01")],
    ),
    request_news.TakeBackHandOver.kind: lambda s: [
        request_news.HandOverRequests((s.requests[0].id,), "2026-12-04T09:00")
    ],
    **{
        kind: lambda s: [request_news.AddRequestNews((declined(s),))]
        for kind in (
            "remove_request_news",
            "tell_at_visit",
            "tell_request_news",
            "change_request_news",
        )
    },
    participants.SetAnonymous.kind: lambda _: [
        participants.SetAnonymous(anonymous=True),
        participants.SetAnonymous(anonymous=False),
    ],
}
"""Preparations for the example of a kind, if it does not apply to the sample."""

_RECORDS: dict[type[Edit], Callable[[WorkshopState], str]] = {
    workshops.EditWorkshop: lambda s: s.workshop.id,
    contacts.EditContact: lambda s: s.workshop.id,
    workshops.PlanNextTime: lambda s: s.workshop.id,
    workshops.WriteKeyMessage: lambda s: s.workshop.id,
    workshops.SkipStep: lambda s: s.workshop.id,
    workshops.SwitchList: lambda s: s.workshop.id,
    workshops.EditCustomer: lambda s: s.customer.id,
    workshops.SetMinutes: lambda s: s.agenda[2].id,
    participants.EditParticipant: lambda s: s.participants[1].id,
    participants.EditSelfReliance: lambda s: s.participants[1].id,
    context.EditAnswer: lambda s: s.answers[0].id,
    problems.EditProblem: lambda s: number(s, 6),
    sorting.RenameTheme: lambda s: s.themes[0].id,
    choosing.EditVote: lambda s: s.workshop.id,
    appraising.EditRequest: lambda s: s.requests[0].id,
    actions.NoteOnEarlierAction: lambda _: "earlier-action",
    can_do.EditCanDoLine: lambda s: s.can_do[0].id,
    community.EditPointer: lambda s: s.pointers[-1].id,
    visits.NoteWhatBecame: lambda _: EARLIER_PROBLEM,
    visits.EditDelivery: lambda s: s.cards[0].id,
    visits.EditEarlierDelivery: lambda _: "earlier-card",
}

FIELD_VALUES: dict[str, object] = {
    "ambassador": False,
    "attendance": Attendance.ABSENT,
    "chosen": False,
    "community": ("blog",),
    "context_skipped": True,
    "date": "2026-12-04",
    "delivered_on": "2026-12-20",
    "dots": 4,
    "dots_each": 2,
    "due": "2027-02-01",
    "end_time": "17:30",
    "expectation": Expectation.BETTER,
    "helped": Helped.PARTLY,
    "holding": True,
    "honorific": "さま",
    "language": "en",
    "mark": AnswerMark.IN_USE,
    "minutes": 33,
    "next_date": "2027-02-01",
    "next_time": "15:30",
    "owner_id": None,
    "participant_id": None,
    "present": 4,
    "score": 7,
    "shown_later": True,
    "silent": True,
    "sort_skipped": True,
    "speaker_id": None,
    "start_time": "9:30",
    "vote_closed": False,
    "worksheet": 3,
}
"""The value that each field is set to; by default words."""


def edit_example(kind: type[Edit], field: str) -> Example:
    """Return an example of setting one field."""
    value = FIELD_VALUES.get(field, "書き直したことば")
    return lambda state: kind(_RECORDS[kind](state), field, value)


def every_example() -> list[tuple[str, Example]]:
    """Yield every command with a name for it; commands that set a field, once for each field.

    Raises KeyError for a command that has no example yet.
    """
    examples = []
    for kind in all_commands():
        if issubclass(kind, Edit):
            examples += [
                (f"{kind.kind}-{field}", edit_example(kind, field)) for field in kind.fields
            ]
        else:
            examples.append((kind.kind, EXAMPLES[kind]))
    return examples
