"""Instructions for a room that searches by itself, for the window and the audience display."""

from __future__ import annotations

from collections.abc import Sequence

from workshop_app.i18n import tr

_STEP = " → "


def help_name(catalogue: str, address: str) -> str:
    """Return where to look: in an own catalogue, in Mackerel's help, or on the web."""
    if catalogue:
        return tr("solve.find.catalogue", name=catalogue)
    return tr("solve.find.help" if address else "solve.find.web")


def room_search_lines(
    name: str, section: str, words: str, hint: Sequence[str]
) -> list[tuple[str, str]]:
    """Return an icon's name and a sentence per line: where to look, search words, and the hint.

    ``section``, ``words`` and ``hint`` may be empty.
    """
    where = tr("solve.find.section", place=name, section=section) if section else name
    search = tr("solve.find.words", words=words) if words else tr("solve.find.own_words")
    lines = [("book", tr("solve.find.look", where=where)), ("search", search)]
    if hint:
        lines.append(("lightbulb", tr("solve.find.hint", path=_STEP.join(hint))))
    return lines
