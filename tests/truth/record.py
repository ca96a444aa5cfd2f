"""Checks that the facilitator's record has everything; what else it says is not checked here."""

from tests.truth.dossier import Dossier
from tests.truth.facts import Facts
from workshop_app.i18n import Texts


def check_record(facts: Facts, language: str, pages: list[str]) -> list[str]:
    """Return which people, problems, notes, actions and requests are not in the record."""
    paper = Dossier(facts, Texts(language))
    words = paper.words
    for who in facts.people:
        paper.must(words.organisation(who["name"], who["honorific"]))
        paper.must(who["private_note"])
    for each in facts.problems:
        if not each["held"]:
            paper.must(each["first_wording"])
            paper.must(each["wording"])
            paper.must(each["discussion"])
            paper.must(each["private_note"])
    for each in facts.answers:
        who = next((one for one in facts.people if one["id"] == each["participant_id"]), None)
        name = words.organisation(who["name"], who["honorific"]) if who else ""
        paper.must(paper.question(each), each["text"], name)
    for each in facts.actions:
        owner = facts.owner(each)
        name = words.organisation(owner["name"], owner["honorific"]) if owner else ""
        state = "done" if each["done"] else "not_needed" if each["not_needed"] else ""
        text = words(f"papers.actions.{state}", text=each["text"]) if state else each["text"]
        day = paper.day(each["due"], short=True) if each["due"] else ""
        problem = facts.root(each["problem_id"])
        nobody = words("papers.actions.nobody")
        paper.must(
            day or words("papers.actions.no_date"),
            text,
            problem["number"] if problem else "",
            name or each["owner_name"] or nobody,
        )
    for each in facts.requests:
        paper.must(each["title"])
    text = "".join(pages)
    return [f"record: missing: {each}" for each in paper.due if each not in text]
