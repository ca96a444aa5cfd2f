"""The part of the sample script for the steps Solve and Appraise."""

from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.problem import FoundHow
from workshop_app.services.commands import appraising, problems, searching, solving
from workshop_app.services.sample.player import Player, Script


def solve(player: Player) -> None:
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


def appraise(player: Player) -> None:
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
