"""Composes a concrete wording of a problem from the answers to five questions."""

from collections.abc import Mapping

PARTS = ("who", "what", "where", "how_often", "what_then")
"""The questions in display order. The answer to `what` is the current wording."""
_ENDS = " \t\u3000。．、，.,;；"
_SUBJECT_PARTICLES = ("が", "は", "も", "に", "で", "の", "を", "から", "まで", "には", "では")
_PLACE_PARTICLES = ("で", "に", "は", "が", "を", "の", "も", "から", "まで", "へ")


def compose_wording(parts: Mapping[str, str], language: str) -> str:
    """Return a draft made of the given answers: one sentence in English, one or two in Japanese.

    If `what` is the only answer, it is returned unchanged.
    """
    given = {name: parts.get(name, "").strip() for name in PARTS}
    if not any(text for name, text in given.items() if name != "what"):
        return given["what"]
    stripped = {name: text.strip(_ENDS) for name, text in given.items()}
    return _japanese(stripped) if language == "ja" else _english(stripped)


def _japanese(parts: Mapping[str, str]) -> str:
    who = _with_particle(parts["who"], "が", _SUBJECT_PARTICLES)
    where = _with_particle(parts["where"], "で", _PLACE_PARTICLES)
    first = "、".join(part for part in (who, where, parts["how_often"], parts["what"]) if part)
    then = f"そのため、{parts['what_then']}" if parts["what_then"] else ""
    return "。".join(part for part in (first, then) if part)


def _with_particle(text: str, particle: str, known: tuple[str, ...]) -> str:
    """Append the particle to `text` unless it is empty or ends with a `known` one."""
    return f"{text}{particle}" if text and not text.endswith(known) else text


def _english(parts: Mapping[str, str]) -> str:
    about = ", ".join(part for name in ("who", "where", "how_often") if (part := parts[name]))
    first = f"{parts['what']} ({about})" if parts["what"] and about else parts["what"] or about
    whole = ", so ".join(part for part in (first, parts["what_then"]) if part)
    return whole[:1].upper() + whole[1:]
