"""Checks the list of what to go through next time."""

from tests.truth.cover import on_paper
from tests.truth.facts import TOLD_LATER, Facts, title
from tests.truth.told import Told
from workshop_app.i18n import Texts

_FEW = 6


def check_follow_up(facts: Facts, language: str, pages: list[str]) -> list[str]:
    """Return the faults of the checklist for the next time."""
    paper = Told(facts, Texts(language))
    words = paper.words
    paper.head(words("papers.name.follow_up"))
    paper.asked_of_customer()
    paper.must(words("papers.follow_up.lead"))
    paper.all_actions(apart=True)
    if facts.requests:
        paper.must(words("papers.requests.name"), paper.requests_title()[0])
        # who passes requests on is said below those that wait for it, and above all others
        passing = [paper.passing_on(), paper.no_guarantee()]
        waiting: list[str] = []
        for each in facts.requests:
            own = next((p for p in facts.problems if p["id"] == each["problem_id"]), None)
            said = [paper.number(own) if own else "", each["title"], paper.said_of(each)]
            if facts.promise_of_request(each) in TOLD_LATER:
                waiting += said
            else:
                paper.must(*said)
                if any(passing):
                    paper.order.append(("".join(map(on_paper, passing)), paper.due[-1]))
        paper.must(*waiting, *passing)
    paper.requests_of_earlier_visits()
    open_ones = [
        (each, facts.promises(each)["open"])
        for each in facts.listed
        if facts.promises(each).get("open") in ("ask_again", "open", "not_discussed", "later")
    ]
    if open_ones:
        problems = [each for each, _ in open_ones]
        paper.must(words("papers.others.name"), paper.how_they_stand(problems))
    silent = paper.silent(each for each, _ in open_ones)
    for each, promise in open_ones:
        if each in silent:
            if len(silent) <= _FEW:
                paper.must(each["number"], title(each))
            continue
        text = words(f"promises.customer.{promise}")
        reason = facts.reason(words, each, promise)
        reason = words("promises.reason", reason=reason) if reason else ""
        more = paper.bring_up() if promise == "not_discussed" else ""
        paper.must(paper.number(each), title(each), text, reason, more)
    paper.kept_for_later()
    paper.next_meeting()
    return [f"follow_up: {each}" for each in paper.faults("".join(pages))]
