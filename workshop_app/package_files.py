"""The folders of the program's packages, which hold its texts, icons, fonts and catalogues."""

from importlib import import_module
from pathlib import Path


def package_folder(package: str) -> Path:
    """Return the folder of a package; packages are always installed as files.

    `importlib.resources` would read archives, too; importing it slows the start.
    """
    return Path(str(import_module(package).__file__)).parent


def documents_folder() -> Path:
    """Return the folder of the user guide, which is beside the packages in a source tree."""
    package = package_folder("workshop_app")
    packaged = package / "docs"
    return packaged if packaged.is_dir() else package.parent / "docs"
