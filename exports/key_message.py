"""The key message of a workshop: its conclusion in words.

A person may write it; otherwise rules generate it from the problems: the number of solved ones, the
most voted one of them with its answer, what goes to the product team, and what became of the
others, each as it was said of them. What is asked of the customer is added in either case.
"""

import re
from collections.abc import Mapping

from exports.material import Material
from workshop_app.domain.facts.asked import asked_of_customer
from workshop_app.domain.facts.outcomes import outcomes, outcomes_among
from workshop_app.domain.facts.then_now import contact_of, count_actions, last_actions
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import SENT, WITH_SOLUTION, Promise
from workshop_app.services.actions_to_do import since_words
from workshop_app.services.became import count_problems
from workshop_app.services.promise_words import part_words

_LEFT = (
    Promise.TO_APPRAISE,
    Promise.LATER,
    Promise.NOT_SENT,
    Promise.ASK_AGAIN,
    Promise.OPEN,
    Promise.NOT_DISCUSSED,
)
"""The promises of problems without an answer; many of them are counted."""
_OF_PROBLEMS = (Promise.NOT_OURS, Promise.ENOUGH, Promise.LATER, Promise.ASK_AGAIN, Promise.OPEN,
                Promise.NOT_DISCUSSED)  # fmt: skip
"""The promises of problems, not of their requests."""
_FEW = 4
"""Maximum number of such problems that are listed by number, and of those with their words."""
_SHORT = {"ja": 40, "en": 80}
"""Maximum length of the words of a problem that are printed after its number."""


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
        large, rest = since_last_time(material)
        large = large or material.words("key_message.nothing")
        return f"{large}\n\n{rest}" if rest else large
    solved = _with(material, *WITH_SOLUTION)
    part = _with(material, Promise.SOLVED_IN_PART)
    said: list[str] = []
    for promise in (*SENT, Promise.NOT_OURS, Promise.ENOUGH, *_LEFT):
        problems = _with(material, promise)
        if len(problems) > _FEW and promise in _LEFT:
            said.append(material.words(f"promises.count.{promise}", n=len(problems)))
        elif problems:
            said.append(_stated(material, promise, problems))
    example = _answered(material, [*(each for each in solved if each not in part), *solved])
    body = "\n".join(filter(None, (example, *said)))
    return f"{headline(material)}\n\n{body}" if body else headline(material)


def since_last_time(material: Material) -> tuple[str, str]:
    """Return how many problems of the previous visit stand how, and how many actions.

    The first text is empty if there is neither, the second one if there is only one of them.
    """
    problems = count_problems(material.words, material.state)
    found = (_counted(material, "problems", problems), actions_since(material))
    said = [*filter(None, found), "", ""]
    return said[0], said[1]


def actions_since(material: Material, *, whence: bool = True) -> str:
    """Return how many actions of earlier visits are done; empty if there is none.

    With `whence` it is said how many are from which visit, if they are from several.
    """
    state, words = material.state, material.words
    said = [since_words(state, words, contact_of(state, each)) for each in last_actions(state)]
    found = [words("papers.then_now.of_actions.whence", since=each, n=said.count(each))
             for each in dict.fromkeys(said)]  # fmt: skip
    more = material.list(found) if whence and len(found) > 1 else ""
    return _counted(material, "actions", count_actions(state), more)


def _counted(material: Material, what: str, counts: Mapping[str, int], more: str = "") -> str:
    if not counts:
        return ""
    area = f"papers.then_now.of_{what}"
    said = [material.words(f"{area}.{each}", n=n) for each, n in counts.items()]
    key = f"{area}.all{'_of' if more else ''}"
    return material.words(key, n=sum(counts.values()), counts=material.list(said), more=more)


def request_to_customer(material: Material) -> str:
    """Return what is asked of the customer, to whom they tell it, by when; empty if nothing is."""
    words, state = material.words, material.state
    undated, ownerless, meeting, until = asked_of_customer(state)
    said: list[str] = []
    if undated:
        key = "new_days" if state.before else "days"
        said.append(words(f"key_message.asked.{key}", n=len(undated)))
    if ownerless:
        text = ownerless[0].text.partition("\n")[0]
        said.append(words("key_message.asked.owners", n=len(ownerless), text=text))
    if meeting:
        said.append(words("key_message.asked.meeting"))
    if not said:
        return ""
    who, day = material.facilitator, words.date(until, year=False)
    key = "line_to" if who and day else "line"
    return words(f"key_message.asked.{key}", asked=material.list(said), who=who, day=day)


def outdated_sentences(material: Material) -> Mapping[str, str]:
    """Return what a written message says of requests that is not so today.

    These are sentences of the generated message, of an earlier state of the requests they name by
    number. Each is returned without its full stop, with the words for today, which may be empty.
    """
    found: dict[str, str] = {}
    for promise in SENT:
        today = {each.number for each in _with(material, promise)}
        for pattern in _patterns(material, promise):
            for match in re.finditer(pattern, material.state.workshop.key_message):
                numbers = {int(each) for each in re.findall(_named_pattern(material), match[1])}
                if not numbers <= today:
                    found[match[0]] = _today(material, numbers)
    return found


def updated_message(material: Material) -> str:
    """Return the written message with its `outdated_sentences` as they are today."""
    text = material.state.workshop.key_message
    for sentence, today in outdated_sentences(material).items():
        stop = material.stop.strip()
        text = text.replace(sentence, today) if today else text.replace(sentence + stop, "")
    return text


def _patterns(material: Material, promise: Promise) -> set[str]:
    """Return the regular expressions of the generated sentences for a promise.

    Their group contains the numbers.
    """
    between = (material.words("papers.head.separator"), material.words("key_message.last"))
    join = "|".join(map(re.escape, between))
    one = _named_pattern(material).replace("(", "(?:", 1)
    numbers = f"({one}(?:(?:{join}){one})*)"
    sentences = (
        material.words(f"key_message.{promise}", n=n, numbers="\0").rstrip("。.") for n in (1, 2)
    )
    return {re.escape(each).replace(re.escape("\0"), numbers) for each in sentences}


def _named_pattern(material: Material) -> str:
    """Return the regular expression of a number with or without words, of which it is the group."""
    begin, end = material.words("key_message.named", number="", text="\0").split("\0")
    return rf"(\d+)(?:{re.escape(begin)}.+?{re.escape(end)})?"


def _today(material: Material, numbers: set[int]) -> str:
    """Return what is said today of the requests of problems, without the last full stop."""
    said: list[str] = []
    for promise in SENT:
        problems = [each for each in _with(material, promise) if each.number in numbers]
        if problems:
            said.append(_stated(material, promise, problems))
    return _joined(material, said).rstrip("。.")


def _with(material: Material, *promises: Promise) -> list[Problem]:
    """Return the listed problems with one of `promises`, most votes first."""
    state = material.state
    return outcomes_among(state, state.votes.ranked).problems_with(*promises)


def _answered(material: Material, solved: list[Problem]) -> str:
    """Return the first solved problem with its answer; empty if there is none."""
    if not solved:
        return ""
    problem = solved[0]
    cards = material.state.cards_of(problem.id)
    card = next(each for each in cards if each.outcome is OutcomeKind.SOLUTION)
    solution = material.solution_of(card)
    line = solution.text(material.language).answer_line if solution else ""
    answer = line or material.title_of(card)
    return material.words(
        "key_message.answered", problem=problem.title, answer=answer.rstrip("。.")
    )


def _joined(material: Material, sentences: list[str]) -> str:
    return ("" if material.language == "ja" else " ").join(filter(None, sentences))


def _stated(material: Material, promise: Promise, problems: list[Problem]) -> str:
    """Return the sentence with the problems that have a promise, by number."""
    numbers = _numbers(material, problems, of_requests=promise not in _OF_PROBLEMS)
    return material.words(f"key_message.{promise}", n=len(problems), numbers=numbers)


def _numbers(material: Material, problems: list[Problem], *, of_requests: bool) -> str:
    """Return the numbers of problems as in 6、7 and 13, each with its words if they are short."""
    found = sorted(problems, key=lambda each: each.number)
    said = [_named(material, each, of_requests=of_requests) for each in found]
    if len(found) > _FEW:
        said = [str(each.number) for each in found]
    return (
        material.list(said[:-1]) + material.words("key_message.last") if said[1:] else ""
    ) + said[-1]


def _named(material: Material, problem: Problem, *, of_requests: bool) -> str:
    request = material.state.request_of(problem.id) if of_requests else None
    text = request.title if request else problem.title
    if len(text) > _SHORT[material.language]:
        return str(problem.number)
    return material.words("key_message.named", number=problem.number, text=text)
