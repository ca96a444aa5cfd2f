"""Texts that describe previews, for the window and for the command line."""

from collections.abc import Iterable, Sequence

from workshop_app.domain.setup import LeftOut, Reason
from workshop_app.domain.setup_part import SetupKind, SetupPart
from workshop_app.i18n import tr
from workshop_app.services.imports.mackerel.preview import SetupPreview

_MOST_NAMES = 8
_MORE = "…"


def kind_name(kind: SetupKind) -> str:
    """Return the name of a kind, such as "monitoring rules"."""
    return tr(f"imports.setup.kind.{kind.value}")


def part_title(kind: SetupKind, subject: str) -> str:
    """Return the name of the kind with the subject, if there is one."""
    if not subject or kind is SetupKind.DASHBOARDS:
        return kind_name(kind)
    return tr("imports.setup.of", kind=kind_name(kind), subject=subject)


def summary(preview: SetupPreview) -> str:
    """Return one line such as "monitoring rules: 8 (external 1, host 2)"."""
    inner = ", ".join(f"{word} {n}" for word, n in preview.counts[:_MOST_NAMES])
    title = part_title(preview.kind, preview.subject)
    n = sum(count for _, count in preview.counts) if preview.kind is SetupKind.AGENT else None
    n = len(preview.facts) if n is None else n
    key = "imports.setup.plugins" if preview.kind is SetupKind.AGENT else "imports.setup.holds"
    line = tr(key, title=title, n=n)
    return tr("imports.setup.with", line=line, counts=inner) if inner else line


def remarks(previews: Sequence[SetupPreview], existing: Iterable[SetupPart] = ()) -> list[str]:
    """Return the remarks on files: what they replace, what was left out, what is missing."""
    agent = any(part.kind is SetupKind.AGENT for part in (*previews, *existing))
    lines = []
    for preview in previews:
        if preview.replaces is not None:
            title = part_title(preview.kind, preview.subject)
            lines.append(tr("imports.setup.replaces", title=title))
        notes = [note for note in preview.notes if note.key != "checks_elsewhere" or not agent]
        lines += [tr(f"imports.setup.note.{note.key}", n=note.n) for note in notes]
        lines += left_out_lines(preview.left_out)
    return list(dict.fromkeys(lines))


def left_out_lines(left_out: Sequence[LeftOut]) -> list[str]:
    """Return one line for each reason why something was left out."""
    lines = []
    for reason in Reason:
        found = [each for each in left_out if each.reason is reason]
        if not found or reason is Reason.PAGE:
            continue
        shown = [f"{each.name} {each.count}".strip() for each in found if each.name]
        more = [_MORE] if len(shown) > _MOST_NAMES else []
        n = sum(each.count for each in found)
        names = ", ".join((*shown[:_MOST_NAMES], *more))
        key = f"imports.setup.left_out.{reason.value}"
        lines.append(tr(key, n=n, names=names))
    return lines
