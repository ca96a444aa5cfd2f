"""Checks that the facilitator's record has everything; what else it says is not checked here."""

from tests.truth.dossier import Dossier
from tests.truth.facts import Facts, on_own_day
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
    for each in (*facts.actions, *facts.kept):
        owner = facts.owner(each)
        name = words.organisation(owner["name"], owner["honorific"]) if owner else ""
        text = on_own_day(each)
        if each["not_needed"]:
            text = words("papers.actions.not_needed", text=text)
        text = paper.with_problems(each, text)
        day = paper.day(each["due"], short=True) if each["due"] else ""
        paper.must(day)
        paper.must(text, name or each["owner_name"] or words("papers.actions.nobody"))
    for each in facts.requests:
        paper.must(each["title"])
    text = "".join(pages)
    return [f"record: missing: {each}" for each in paper.due if each not in text]
