"""Lines of a pasted text, for the preview."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from ui.widgets.paste_preview import PasteLine
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.imports.text import ListLine, parse_list


def clipboard_text() -> str:
    """The clipboard's text, or empty."""
    return QGuiApplication.clipboard().text()


def paste_lines(text: str, state: WorkshopState | None) -> list[PasteLine]:
    """The lines of a list without bullets and numbers; repeats say what they repeat."""
    return as_paste_lines(parse_list(text, state.problems if state else ()).lines)


def as_paste_lines(lines: tuple[ListLine, ...]) -> list[PasteLine]:
    """Lines that were read from a paste or a file, for the preview."""
    return [PasteLine(line.text, _repeats(line)) for line in lines]


def _repeats(line: ListLine) -> str:
    if line.same_as_problem is not None:
        return tr("paste.same_as_problem", number=line.same_as_problem)
    if line.same_as_line is not None:
        return tr("paste.same_as_line", number=line.same_as_line)
    return ""
