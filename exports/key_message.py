"""The key message of a workshop: its conclusion in words.

A person may write it; otherwise rules generate it from the problems: the number of solved ones,
what goes to the product team, and what became of the others, each once, by their numbers and, if
they are few, their names. What is asked of the customer is added in either case.
"""

import re
from collections.abc import Iterable, Mapping

from exports.material import Material
from workshop_app.domain.facts.asked import asked_of_customer
from workshop_app.domain.facts.outcomes import outcomes
from workshop_app.domain.facts.requests import passing_on_action
from workshop_app.domain.facts.then_now import count_actions
from workshop_app.domain.facts.told_requests import earlier_requests
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import SENT, TOLD_LATER, Promise
from workshop_app.domain.state import WorkshopState
from workshop_app.services.became import count_problems
from workshop_app.services.promise_words import part_words, states_of

_LEFT = (
    Promise.TO_APPRAISE,
    Promise.LATER,
    Promise.NOT_SENT,
    Promise.ASK_AGAIN,
    Promise.OPEN,
    Promise.NOT_DISCUSSED,
)
"""The promises of problems without an answer; many of them are counted."""
_FEW = 4
"""The most of these problems that are named by number."""
_MOST_FIRST = 2
"""In how many ways problems of the previous visit stand according to the first sentence."""
_SHORT = {"ja": 40, "en": 80}
"""Maximum length of the words of an action that are printed with what is asked."""
_LONG = {"ja": 60, "en": 120}
"""Maximum length of the words of a problem that stand beside its number."""
_NUMBER = r"(\d+)(?: ?(?:[(（].+?[)）]|「[^」]+」|“[^”]+”))?"
"""A number in a written message, which may have words in brackets or quotation marks."""


def key_message(material: Material) -> tuple[str, str]:
    """Return the message in two parts: the text printed large, and the text below it."""
    text = material.state.workshop.key_message or generated_message(material)
    first, _, rest = text.partition("\n\n")
    return first.strip(), rest.strip()


def headline(material: Material) -> str:
    """Return how many problems came up and how many have a solution, as a heading."""
    listed, found = len(material.state.listed), outcomes(material.state)
    solved = found.solved
    key = "none_solved" if not solved else "all_solved" if solved == listed else "solved"
    said = material.words(f"key_message.{key}", n=solved or listed, all=listed)
    return said + part_words(material.words, solved, found.in_part, brief=True)


def generated_message(material: Material) -> str:
    """Return the generated message; an empty line separates the two parts."""
    state = material.state
    if not state.listed:
        since = since_last_time(material) or counted_actions(material)
        if not since:
            return material.words("key_message.nothing")
        new = "" if state.problems else material.words("key_message.nothing_new")
        return "\n\n".join(filter(None, (since[0], joined(material, (*since[1:], new)))))
    told, named = _told(state), names_problems(material)
    said = [
        material.words(f"promises.count.{promise}", n=len(problems))
        if len(problems) > _FEW and promise in _LEFT
        else _stated(material, promise, problems, named=named)
        for promise, problems in told.items()
        if problems
    ]
    return "\n\n".join(filter(None, (headline(material), "\n".join(said))))


def _told(state: WorkshopState) -> dict[Promise, list[Problem]]:
    """Return the problems without a solution, and those with a request, by what is said of them."""
    return {
        promise: [each for each, stated in outcomes(state).said if promise in stated
                  and (promise is not Promise.HELPED or len(stated) == 1)]
        for promise in (*SENT, Promise.HELPED, Promise.NOT_OURS, Promise.ENOUGH, *_LEFT)
    }  # fmt: skip


def names_problems(material: Material) -> bool:
    """Return whether the generated message has the words of all problems that it tells of."""
    problems = [each for found in _told(material.state).values() for each in found]
    most = _LONG[material.language]
    return len(problems) <= _FEW and all(len(each.title) <= most for each in problems)


def since_last_time(material: Material) -> list[str]:
    """Return how problems of the previous visit stand, if any: two ways; and earlier requests."""
    counts = count_problems(material.words, material.state)
    said = _counted(material, "problems", counts)
    if not said:
        return []
    key, first = "papers.then_now.of_problems.all", material.list(said[:_MOST_FIRST])
    requests = earlier_requests(material.state, None)
    return [
        material.words(key, n=sum(counts.values()), counts=first),
        *([states_of(material.words, requests) + material.stop.strip()] if requests else []),
    ]


def counted_actions(material: Material) -> list[str]:
    """Return how many earlier actions stand how, if any."""
    counts = count_actions(material.state)
    said, n = material.list(_counted(material, "actions", counts)), sum(counts.values())
    return [material.words("papers.then_now.of_actions.all", n=n, counts=said)] if counts else []


def _counted(material: Material, what: str, counts: Mapping[str, int]) -> list[str]:
    return [material.words(f"papers.then_now.of_{what}.{each}", n=n) for each, n in counts.items()]


def request_to_customer(material: Material, *, days: bool = True) -> list[str]:
    """Return what is asked of the customer, whom to tell, and by when; several things follow.

    Without `days`, new ones are not asked for.
    """
    words, state = material.words, material.state
    undated, ownerless, meeting, until = asked_of_customer(state)
    said: list[str] = []
    if undated and days:
        late = all("" < each.due < state.workshop.date for each in undated)
        key = "overdue" if late else "days"
        said.append(words(f"key_message.asked.{key}", n=len(undated)))
    if ownerless:
        text = ownerless[0].text.partition("\n")[0]
        is_long = len(text) > _SHORT[material.language]
        text = material.with_problems(text, ownerless[0], brief=True)
        key = "owner" if is_long and len(ownerless) == 1 else "owners"
        said.append(words(f"key_message.asked.{key}", n=len(ownerless), text=text))
    if meeting:
        said.append(words("key_message.asked.meeting"))
    if not said:
        return []
    who, day = material.facilitator, words.date(until, year=False)
    several = said if len(said) > 1 else []
    what = words("key_message.asked.several") if several else said[0]
    lead = f"key_message.asked.lead{'_to' if who and day else ''}"
    return [words(lead, who=who, day=day, what=what), *several]


def outdated_sentences(material: Material) -> Mapping[str, str]:
    """Return what a written message says of requests that is not so today.

    These are sentences of the generated message, of an earlier state of the requests they name by
    number. Each is returned without its full stop, with the words for today, which may be empty.
    """
    found: dict[str, str] = {}
    for promise in SENT:
        today = {each.number for each in outcomes(material.state).problems_with(promise)}
        for pattern in _patterns(material, promise):
            for match in re.finditer(pattern, material.state.workshop.key_message):
                numbers = {int(each) for each in re.findall(_NUMBER, match[1])}
                if not numbers <= today:
                    found[match[0]] = _today(material, numbers)
    return found


def updated_message(material: Material) -> str:
    """Return the written message with its `outdated_sentences` as they are today."""
    text = material.state.workshop.key_message
    for sentence, today in outdated_sentences(material).items():
        stop = material.stop.strip()
        if not today:
            text = text.replace(f"{sentence}{stop}\n", "").replace(sentence + stop, "")
        text = text.replace(sentence, today)
    return text


def _patterns(material: Material, promise: Promise) -> set[str]:
    """Return the regular expressions of the generated sentences for a promise.

    Their group contains the numbers.
    """
    between = (material.words("papers.head.separator"), material.words("key_message.last"))
    join = "|".join(map(_pattern, between))
    one = _NUMBER.replace("(", "(?:", 1)
    numbers = f"({one}(?:(?:{join}){one})*)"
    sentences = (
        material.words(f"key_message.{promise}", n=n, numbers="\0", by="\1").rstrip("。.")
        for n in (1, 2)
    )
    by = _pattern(material.words("key_message.by.told", day="\0")).replace("\0", r"[^.。\n]*")
    return {_pattern(each).replace("\0", numbers).replace("\1", f"(?:{by})?") for each in sentences}


def _pattern(text: str) -> str:
    """Return a regular expression of a text in which spaces may be missing."""
    return re.escape(text).replace(r"\ ", " ?")


def _today(material: Material, numbers: set[int]) -> str:
    """Return what is said today of the requests of problems, without the last full stop."""
    found = {promise: outcomes(material.state).problems_with(promise) for promise in SENT}
    found = {key: [each for each in found[key] if each.number in numbers] for key in found}
    said = [_stated(material, promise, problems) for promise, problems in found.items() if problems]
    return joined(material, said).rstrip("。.")


def joined(material: Material, sentences: Iterable[str]) -> str:
    """Return sentences as one paragraph."""
    return ("" if material.language == "ja" else " ").join(filter(None, sentences))


def _stated(
    material: Material, promise: Promise, problems: list[Problem], *, named: bool = False
) -> str:
    """Return the sentence with the problems that have a promise, by number as in 6, 7 and 13."""
    ordered = sorted(problems, key=lambda each: each.number)
    *others, last = (f"{each.number}{_name(material, each) if named else ''}" for each in ordered)
    before = material.list(others) + material.words("key_message.last") if others else ""
    said = material.words(f"key_message.{promise}", n=len(problems), numbers=before + last,
                          by=_by(material, promise))  # fmt: skip
    return said.replace("」 ", "」")


def _by(material: Material, promise: Promise) -> str:
    """Return when the customer hears of requests, or is asked again; empty if that is open."""
    state = material.state
    action = passing_on_action(state) if promise in TOLD_LATER else None
    day = action.due if action and action.is_open else ""
    day = state.workshop.next_date if promise is Promise.ASK_AGAIN else day
    kind = "asked" if promise is Promise.ASK_AGAIN else "told"
    day = material.words.date(day, year=False)
    return material.words(f"key_message.by.{kind}", day=day) if day else ""


def _name(material: Material, problem: Problem) -> str:
    """Return the title of a problem in quotation marks."""
    space = "" if material.language == "ja" else " "
    said = f"{space}{material.words('papers.problem.quote', text=problem.title)}"
    return "" if said[-1] in problem.title else said
