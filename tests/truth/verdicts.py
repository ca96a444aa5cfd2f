"""The verdict on a problem from its six answers, worked out from the glossary's table of rules."""

from functools import cache
from itertools import product

ANSWERS = {
    "who": ("known", "partly", "unknown"),
    "concrete": ("yes", "nearly", "no"),
    "ours": ("yes", "partly", "no"),
    "now": ("urgent", "half_year", "some_day"),
    "alternative": ("enough", "partly", "none"),
    "general": ("general", "half", "individual"),
}
_NONE = ""
_RULES: tuple[tuple[str, str, dict[str, tuple[str, ...]]], ...] = (
    ("not_concrete", "ask_again", {"concrete": ("no",)}),
    ("not_our_role", "not_ours", {"ours": ("no",)}),
    ("solved_in_workshop", "solution", {"solved": ("yes",), "alternative": ("enough", _NONE)}),
    ("alternative_enough", "solution", {"alternative": ("enough",)}),
    *((f"unanswered_{name}", "open", {name: (_NONE,)}) for name in ANSWERS),
    ("who_unknown", "ask_again", {"who": ("unknown",)}),
    ("almost_concrete", "ask_again", {"concrete": ("nearly",), "who": ("partly",)}),
    ("some_day", "later", {"now": ("some_day",)}),
    ("individual_workaround", "card", {"general": ("individual",), "alternative": ("partly",)}),
    ("individual_request", "request_individual", {"general": ("individual",)}),
    ("partly_ours", "card", {"ours": ("partly",), "alternative": ("partly",)}),
    ("request", "request", {}),
)
"""Name, verdict and conditions of each rule; the first one that holds decides."""


def criteria_of(rule: str) -> tuple[str, ...]:
    """Return the criteria that a rule looks at, in order of asking; the last one at three."""
    when = next(when for name, _, when in _RULES if name == rule)
    return tuple(name for name in ANSWERS if name in when) or ("ours", "alternative", "general")


def _first(given: dict[str, str]) -> int:
    for number, (_, _, when) in enumerate(_RULES):
        if all(given[name] in allowed for name, allowed in when.items()):
            return number
    raise AssertionError("the last rule always holds")


@cache
def judge(answers: tuple[str, ...], *, solved: bool) -> tuple[str, str, tuple[str, ...]]:
    """Return the verdict, its rule, and the criteria that can still change it.

    An unanswered criterion that cannot change the verdict is not waited for.
    """
    given = dict(zip(ANSWERS, answers, strict=True)) | {"solved": "yes" if solved else "no"}
    empty = [name for name in ANSWERS if not given[name]]
    ends = {
        values: _RULES[_first(given | dict(zip(empty, values, strict=True)))][1]
        for values in product(*(ANSWERS[name] for name in empty))
    }
    to_ask = []
    for place, name in enumerate(empty):
        by_rest: dict[tuple[str, ...], set[str]] = {}
        for values, verdict in ends.items():
            by_rest.setdefault((*values[:place], *values[place + 1 :]), set()).add(verdict)
        if any(len(verdicts) > 1 for verdicts in by_rest.values()):
            to_ask.append(name)
    free = [name for name in empty if name not in to_ask]
    last = max(
        _first(given | dict(zip(free, values, strict=True)))
        for values in product(*(ANSWERS[name] for name in free))
    )
    return _RULES[last][1], _RULES[last][0], tuple(to_ask)
