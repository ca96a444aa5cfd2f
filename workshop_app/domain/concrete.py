"""A vague sentence made one that can be solved: five answers put together."""

from collections.abc import Mapping

PARTS = ("who", "what", "where", "how_often", "what_then")
"""What is asked, in order. `what` is what was said, in the words in hand."""
_ENDS = " \t\u3000。．、，.,;；"
_SUBJECT = ("が", "は", "も", "に", "で", "の", "を", "から", "まで", "には", "では")
_PLACE = ("で", "に", "は", "が", "を", "の", "も", "から", "まで", "へ")


def compose(parts: Mapping[str, str], language: str) -> str:
    """Return one wording of the answers that there are, in a language; a first draft to edit.

    With `what` alone it is that, letter by letter.
    """
    given = {name: parts.get(name, "").strip() for name in PARTS}
    if not any(text for name, text in given.items() if name != "what"):
        return given["what"]
    told = {name: text.strip(_ENDS) for name, text in given.items()}
    return _japanese(told) if language == "ja" else _english(told)


def _japanese(told: Mapping[str, str]) -> str:
    who = _with(told["who"], "が", _SUBJECT)
    where = _with(told["where"], "で", _PLACE)
    said = "、".join(part for part in (who, where, told["how_often"], told["what"]) if part)
    then = f"そのため、{told['what_then']}" if told["what_then"] else ""
    return "。".join(part for part in (said, then) if part)


def _with(text: str, particle: str, known: tuple[str, ...]) -> str:
    return f"{text}{particle}" if text and not text.endswith(known) else text


def _english(told: Mapping[str, str]) -> str:
    who = f"For {told['who']}" if told["who"] else ""
    head = ", ".join(part for part in (who, told["where"], told["how_often"]) if part)
    said = ": ".join(part for part in (head, told["what"]) if part)
    then = f"Then {told['what_then']}" if told["what_then"] else ""
    whole = ". ".join(part for part in (said, then) if part)
    return whole[:1].upper() + whole[1:]
