"""The user's own catalogues: their folders, and the texts of their faults."""

from pathlib import Path

from workshop_app import paths
from workshop_app.catalogue.editions import EditionFile, edition_files
from workshop_app.catalogue.library import folders_in
from workshop_app.catalogue.reading import Fault
from workshop_app.i18n import tr
from workshop_app.settings import Settings


def catalogue_folders(settings: Settings) -> list[Path]:
    """Return the folders of all catalogues except Mackerel's, those of the data folder first."""
    further = [Path(folder) for folder in settings.catalogue_folders]
    return [*folders_in(paths.catalogues_folder()), *further]


def added_editions() -> tuple[EditionFile, ...]:
    """Return the editions of catalogues that were added as files, newest first."""
    return edition_files(paths.catalogues_folder())


def fault_sentence(fault: Fault, folder: Path | None = None) -> str:
    """Return a fault as a sentence with its file and line; `folder` is that of the catalogue."""
    file = fault.file if folder is None else fault_path(fault, folder)
    if fault.key:
        return tr(
            "faults.place", file=file, line=fault.line, key=fault.key, fault=fault_reason(fault)
        )
    return tr("faults.file", file=file, line=fault.line, fault=fault_reason(fault))


def fault_reason(fault: Fault) -> str:
    """Return what is wrong, without the location."""
    return tr(f"faults.entry.{fault.problem}", **fault.values)


def fault_path(fault: Fault, folder: Path) -> Path:
    """Return the path of the file with a fault, or the folder for a fault of the whole folder."""
    return folder if fault.file == folder.name else folder / fault.file
