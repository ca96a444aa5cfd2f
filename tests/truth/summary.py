"""Checks the summary."""

from tests.truth.cover import on_paper
from tests.truth.facts import Facts
from tests.truth.paper import CHOOSING
from tests.truth.then_now import say_message
from tests.truth.told import Told, noun
from workshop_app.i18n import Texts


def check_summary(facts: Facts, language: str, pages: list[str]) -> list[str]:
    """Return the faults of the summary."""
    paper = Told(facts, Texts(language))
    words = paper.words
    paper.head(words("papers.name.summary_of", kind=noun(facts, words)))
    say_message(paper)
    paper.asked_of_customer()
    paper.outcome_map(len(pages))
    shown = paper.coming("".join(pages), len(pages))
    chosen = facts.worked_on
    if chosen:
        key = "title" if facts.chosen and facts.workshop["kind"] in CHOOSING else "all"
        paper.must(words(f"papers.chosen.{key}", n=len(chosen)))
    paper.chosen_rows(chosen)
    paper.other_rows([each for each in facts.ranked if each not in chosen])
    paper.requests()
    paper.since_last_time()
    elsewhere = words("papers.elsewhere.handout")
    is_short = on_paper(elsewhere) in "".join(pages)
    if is_short:
        paper.must(elsewhere)
    else:
        paper.how_to(chosen, len(pages))
    paper.all_actions(only_done=shown)
    if not is_short:
        paper.abilities(len(pages))
    paper.kept_for_later()
    paper.next_meeting()
    paper.present()
    paper.heard_at_start()
    return [f"summary: {each}" for each in paper.faults("".join(pages))]
