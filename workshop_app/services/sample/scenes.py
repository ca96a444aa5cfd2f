"""Converts the lines of the sample script to the commands of a facilitator, step by step."""

from datetime import datetime, time, timedelta

from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.context_questions import AnswerMark
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.problem import FoundHow, Source
from workshop_app.domain.steps import Step
from workshop_app.services.commands import (
    appraising,
    can_do,
    choosing,
    community,
    context,
    participants,
    problems,
    searching,
    solving,
    sorting,
    workshops,
)
from workshop_app.services.sample.player import Player, Script
from workshop_app.services.sample.setup import customer_setup

_DAYS_BEFORE = 7
"""Days before the session on which the customer's list was received."""
_FILES_BEFORE = 2
_FILES_AT = time(17, 30)
"""Days before the session, and time of day, at which the customer's Mackerel files were read."""


def carry_out(player: Player, step: Step) -> None:
    """Execute everything that the facilitator does in `step`."""
    {
        Step.PREPARE: _prepare,
        Step.CONTEXT: _context,
        Step.LIST: _list,
        Step.SORT: _sort,
        Step.CHOOSE: _choose,
        Step.SOLVE: _solve,
        Step.APPRAISE: _appraise,
        Step.WRAP_UP: _wrap_up,
    }[step](player)


def _prepare(player: Player) -> None:
    head = player.script["workshop"]
    customer = player.script["customer"]
    create = workshops.CreateWorkshop(
        head["title"],
        created_at=f"{player.today.isoformat()}T13:30:00",
        customer_name=customer["name"],
        language=player.language,
        date=player.today.isoformat(),
        is_sample=True,
    )
    player.session.open(player.do(create))
    for field, value in customer.items():
        player.do(workshops.EditCustomer(player.state.customer.id, field, value))
    for field, value in head.items():
        player.do(workshops.EditWorkshop(player.state.workshop.id, field, value))
    for item in player.state.agenda:
        minutes = player.script["agenda"].get(item.step, item.minutes)
        player.do(workshops.SetMinutes(item.id, "minutes", minutes))
    for line in player.script["participants"]:
        player.people[line["key"]] = _add_participant(player, line)
    words = tuple(line["words"] for line in player.script["requests"])
    received = (player.today - timedelta(days=_DAYS_BEFORE)).isoformat()
    player.do(problems.AddProblems(words, Source.ADVANCE, heard_at=f"{received}T10:12"))
    taken = datetime.combine(player.today - timedelta(days=_FILES_BEFORE), _FILES_AT)
    player.do(customer_setup(player.language, taken))


def _add_participant(player: Player, line: Script) -> str:
    who = player.do(participants.AddParticipant(line["name"], line["job"], line["team"]))
    for field in participants.EditParticipant.fields:
        if field in line:
            player.do(participants.EditParticipant(who, field, line[field]))
    return who


def _context(player: Player) -> None:
    for line in player.script["answers"]:
        mark = AnswerMark(line.get("mark", ""))
        said = context.AnswerQuestion(line["question"], line["text"], player.person(line), mark)
        answer = player.do(said)
        if line.get("problem"):
            player.do(context.MakeProblemOfAnswer(answer, heard_at=player.at("14:12")))


def _list(player: Player) -> None:
    for number, line in enumerate(player.script["requests"], 1):
        speaker = player.person(line)
        player.do(problems.EditProblem(player.problem(number).id, "speaker_id", speaker))
    for minute, line in enumerate(player.script["spoken"], 20):
        at = player.at(f"14:{minute}")
        player.do(problems.AddProblem(line["words"], player.person(line), heard_at=at))


def _sort(player: Player) -> None:
    for line in player.script["splits"]:
        player.do(sorting.SplitProblem(player.problem(line["problem"]).id, tuple(line["parts"])))
    for line in player.script["merges"]:
        player.do(sorting.MergeProblems(player.problem(line["into"]).id, player.ids(line)))
    for line in player.script["themes"]:
        player.do(sorting.AddTheme(line["name"], player.ids(line)))
    for number, wording in player.script["wordings"].items():
        player.do(problems.EditProblem(player.problem(int(number)).id, "wording", wording))


def _choose(player: Player) -> None:
    vote = player.script["vote"]
    workshop = player.state.workshop.id
    player.do(choosing.EditVote(workshop, "present", vote["present"]))
    for number, hands in vote["hands"].items():
        player.do(choosing.CountHands(player.problem(int(number)).id, hands))
    player.do(choosing.EditVote(workshop, "vote_closed", value=True))
    player.do(choosing.Choose(player.ids(vote["chosen"])))


def _wrap_up(player: Player) -> None:
    for line in player.script["actions"]:
        problem = player.problem(line["problem"]).id if "problem" in line else None
        player.add_action(line, problem)
    for line in player.script["participants"]:
        alone = "\n".join(line["can_do_alone"])
        who = player.people[line["key"]]
        player.do(participants.EditSelfReliance(who, "can_do_alone", alone))
    people = player.script["vote"]["present"]
    for line in player.script["can_do"]:
        check = player.do(can_do.AddCanDoLines((line["text"],)))
        player.do(can_do.CountCanDo(check, line["hands"], people))
    plan = player.script["next_time"]
    workshop = player.state.workshop.id
    values = {
        "next_date": player.day(plan, "in_days"),
        "next_time": plan["time"],
        "next_place": plan["place"],
        "next_note": plan["note"],
        "community": tuple(plan["community"]),
    }
    for field, value in values.items():
        player.do(workshops.PlanNextTime(workshop, field, value))
    own = plan["pointer"]
    day = player.day(own, "in_days")
    pointer = player.do(community.AddPointer(own["title"], own["address"], day))
    player.do(community.EditPointer(pointer, "chosen", False))
    for number, note in player.script["private_notes"].items():
        player.do(problems.EditProblem(player.problem(int(number)).id, "private_note", note))


def _solve(player: Player) -> None:
    """Play the cards of the script, make requests, and end problems as not ours."""
    for line in player.script["solve"]:
        problem_id = player.problem(line["problem"]).id
        if "discussion" in line:
            player.do(problems.EditProblem(problem_id, "discussion", line["discussion"]))
        for search in line.get("searches", ()):
            looked_at = tuple(search["looked_at"])
            player.do(searching.KeepSearch(problem_id, search["words"], looked_at))
        for card in line.get("cards", ()):
            _play(player, problem_id, card)
        if "found" in line:
            player.do(solving.RecordFound(problem_id, FoundHow(line["found"])))
        if "request" in line:
            _request(player, problem_id, line["request"])
        if "not_ours" in line:
            player.do(solving.DecideNotOurs(problem_id, line["not_ours"]))


def _play(player: Player, problem_id: str, card: Script) -> None:
    if "entry" in card:
        name = player.catalogue.solutions[card["entry"]].text(player.language).name
        command = solving.PlayCard(
            problem_id,
            CardKind.SOLUTION,
            name,
            catalogue_id=card["entry"],
            catalogue_version=player.catalogue.version,
            search_words=card["search_words"],
        )
    else:
        command = solving.PlayCard(problem_id, CardKind(card["kind"]), card["title"], card["text"])
    card_id = player.do(command)
    if "action" in card:
        player.add_action(card["action"], problem_id, card_id)


def _request(player: Player, problem_id: str, texts: Script) -> None:
    command = solving.MakeRequest(
        problem_id, player.state.customer.architecture, nearest_id=texts["nearest"]
    )
    request_id = player.do(command)
    for field, text in texts.items():
        if field != "nearest":
            player.do(appraising.EditRequest(request_id, field, text))


def _appraise(player: Player) -> None:
    """Answer the criteria of the script; the default ground is the persona."""
    for line in player.script["appraise"]:
        problem = player.problem(line["problem"])
        for criterion in Criterion:
            if criterion.value in line:
                answer, *ground = line[criterion.value]
                words = ground[0] if ground else player.persona(problem)
                command = appraising.AnswerCriterion(problem.id, criterion, answer, words)
                player.do(command)
        if "verdict" in line:
            verdict = Verdict(line["verdict"])
            by = player.state.workshop.facilitator
            player.do(appraising.Overrule(problem.id, verdict, line["verdict_reason"], by))
        if "private_note" in line:
            player.do(appraising.NoteOnAppraisal(problem.id, line["private_note"]))
