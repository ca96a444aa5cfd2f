"""Reads files of a customer's Mackerel; one that cannot be read does not stop the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workshop_app.domain.errors import UserError
from workshop_app.domain.setup_part import SetupPart
from workshop_app.i18n import tr
from workshop_app.services.imports.mackerel.files import read_setup, read_setups
from workshop_app.services.imports.mackerel.preview import SetupPreview


@dataclass(frozen=True)
class FilesRead:
    """The parts that the files would add, and a sentence for each refused file."""

    previews: tuple[SetupPreview, ...] = ()
    refused: tuple[str, ...] = ()


def read_files(paths: Sequence[Path], existing: Sequence[SetupPart], *, named: bool) -> FilesRead:
    """Read files; if ``named`` is false, as in projected mode, no sentence contains a file name."""
    good: list[Path] = []
    refused: list[str] = []
    try:
        return FilesRead(read_setups(paths, existing))
    except UserError:
        pass
    for number, path in enumerate(paths, start=1):
        try:
            read_setup(path)
            good.append(path)
        except UserError as error:
            values = dict(error.values)
            if not named:
                values["file"] = tr("setup.files.nth", number=number)
            refused.append(tr(error.key, **values))
    return FilesRead(read_setups(good, existing), tuple(refused))
