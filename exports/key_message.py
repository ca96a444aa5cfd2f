"""The key message of a workshop: its conclusion in words.

A person may write it; otherwise rules generate it from the problems: the most voted one that was
solved with its answer, the number of solved ones, what goes to the product team, and what became of
the others, each as it was said of them.
"""

import re
from collections.abc import Mapping

from exports.material import Material
from workshop_app.domain.action import ActionAnswer
from workshop_app.domain.facts.outcomes import outcomes_among
from workshop_app.domain.facts.then_now import (
    count_answers,
    lacks_new_day,
    last_actions,
    told_problems,
)
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import SENT, WITH_SOLUTION, Promise
from workshop_app.services.became import split_answer
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
_FEW = 4
"""Maximum number of such problems that are listed by number."""


def key_message(material: Material) -> tuple[str, str]:
    """Return the message in two parts: the text printed large, and the text below it."""
    text = material.state.workshop.key_message or generated_message(material)
    first, _, rest = text.partition("\n\n")
    return first.strip(), rest.strip()


def generated_message(material: Material) -> str:
    """Return the generated message; an empty line separates the two parts."""
    state = material.state
    solved = _with(material, *WITH_SOLUTION)
    part = _with(material, Promise.SOLVED_IN_PART)
    by = material.solved_by(solved)
    said: list[str] = []
    if solved:
        large = _answered(material, next((each for each in solved if each not in part), solved[0]))
        if len(solved) > 1:
            how = "_elsewhere" if by.elsewhere else ""
            said.append(material.words(f"key_message.more_solved{how}", n=len(solved)))
        in_part = part_words(material.words, len(solved), len(part))
        own = material.own_answer_words(by)
        said += [each for each in (own, in_part) if each]
    elif not state.listed and (since := since_last_time(material))[0]:
        large = since[0]
        said += filter(None, since[1:])
    else:
        large = material.words("key_message.listed" if state.listed else "key_message.nothing",
                               n=len(state.listed))  # fmt: skip
    for promise in (*SENT, Promise.NOT_OURS, Promise.ENOUGH, *_LEFT):
        problems = _with(material, promise)
        if len(problems) > _FEW and promise in _LEFT:
            said.append(material.words(f"promises.count.{promise}", n=len(problems)))
        elif problems:
            said.append(_stated(material, promise, problems))
    body = ("" if material.language == "ja" else " ").join(said)
    return f"{large}\n\n{body}" if body else large


def since_last_time(material: Material) -> tuple[str, str]:
    """Return a change of a problem of the previous visit, and how many actions are done.

    It is the first one that is solved, if it was said of any.
    The first text is empty if neither is known, the second one if only one is.
    """
    state, words = material.state, material.words
    if state.before is None:
        return "", ""
    actions = last_actions(state)
    done = count_answers(actions).get(ActionAnswer.DONE, 0)
    changed = [each for each in told_problems(state, state.before) if each.became]
    said = []
    solved = [each for each in changed if split_answer(words, each.became)[0] is ActionAnswer.DONE]
    changed = solved or changed
    if changed:
        said.append(words("papers.then_now.message", problem=changed[0].title,
                          became=changed[0].became))  # fmt: skip
    parts = []
    if actions:
        key = "all_done" if done == len(actions) else "done" if done else "none_done"
        parts.append(words(f"papers.then_now.{key}", n=len(actions), done=done))
    if any(lacks_new_day(state, each) for each in actions):
        parts.append(words("papers.then_now.set_days"))
    said.append(("" if material.language == "ja" else " ").join(parts))
    return said[0], "".join(said[1:])


def outdated_sentences(material: Material) -> Mapping[str, str]:
    """Return what a written message says of requests that is not so today.

    These are sentences of the generated message, of an earlier state of the requests they name by
    number. Each is returned without its full stop, with the words for today, which may be empty.
    """
    found: dict[str, str] = {}
    for promise in SENT:
        for pattern in _patterns(material, promise):
            for match in re.finditer(pattern, material.state.workshop.key_message):
                today = _today(material, [int(each) for each in re.findall(r"\d+", match[1])])
                if today != match[0]:
                    found[match[0]] = today
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
    numbers = rf"(\d+(?:(?:{join})\d+)*)"
    sentences = (
        material.words(f"key_message.{promise}", n=n, numbers="\0").rstrip("。.") for n in (1, 2)
    )
    return {re.escape(each).replace(re.escape("\0"), numbers) for each in sentences}


def _today(material: Material, numbers: list[int]) -> str:
    """Return what is said today of the requests of problems, without the last full stop."""
    said: list[str] = []
    for promise in SENT:
        problems = [each for each in _with(material, promise) if each.number in numbers]
        if problems:
            said.append(_stated(material, promise, problems))
    return ("" if material.language == "ja" else " ").join(said).rstrip("。.")


def _with(material: Material, *promises: Promise) -> list[Problem]:
    """Return the listed problems with one of `promises`, most votes first."""
    state = material.state
    return outcomes_among(state, state.votes.ranked).problems_with(*promises)


def _answered(material: Material, problem: Problem) -> str:
    cards = material.state.cards_of(problem.id)
    card = next(each for each in cards if each.outcome is OutcomeKind.SOLUTION)
    solution = material.solution_of(card)
    line = solution.text(material.language).answer_line if solution else ""
    answer = line or material.title_of(card)
    return material.words(
        "key_message.answered", problem=problem.title, answer=answer.rstrip("。.")
    )


def _stated(material: Material, promise: Promise, problems: list[Problem]) -> str:
    """Return the sentence with the numbers of the problems that have a promise."""
    numbers = _numbers(material, problems)
    return material.words(f"key_message.{promise}", n=len(problems), numbers=numbers)


def _numbers(material: Material, problems: list[Problem]) -> str:
    """Return the numbers of problems as in 6、7 and 13, or 6, 7 and 13."""
    numbers = [str(each.number) for each in sorted(problems, key=lambda each: each.number)]
    if len(numbers) < 2:
        return numbers[0]
    return material.list(numbers[:-1]) + material.words("key_message.last") + numbers[-1]
