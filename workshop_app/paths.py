"""The paths of the program's files on this computer."""

import os
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_documents_path

APP = "workshop-app"


def store_path(given: str | None = None) -> Path:
    """Return the store file: `given`, ``WORKSHOP_APP_STORE``, or the default for the user."""
    named = given or os.environ.get("WORKSHOP_APP_STORE")
    if named:
        return _expanded(Path(named))
    return user_data_path(APP, appauthor=False, roaming=False) / "workshops.db"


def real_store(store: Path) -> Path:
    """Return the file that a link leads to: journals and copies belong beside the store itself.

    A link to nothing is returned as it is, so that it can be refused.
    """
    try:
        return store.resolve() if store.is_symlink() and store.exists() else store
    except OSError:  # opening it reports why
        return store


def is_named_store(given: str | None = None) -> bool:
    """Return whether the user named the store, by `given` or ``WORKSHOP_APP_STORE``."""
    return bool(given or os.environ.get("WORKSHOP_APP_STORE"))


def settings_path() -> Path:
    """Return the settings file."""
    return user_config_path(APP, appauthor=False) / "settings.json"


def logo_path() -> Path:
    """Return the file of the logo printed on papers, a PNG."""
    return user_config_path(APP, appauthor=False) / "logo.png"


def catalogues_folder() -> Path:
    """Return the folder that contains the folders of all catalogues other than Mackerel's."""
    return user_data_path(APP, appauthor=False, roaming=False) / "catalogues"


def export_folder() -> Path:
    """Return the default folder for exported papers."""
    return user_documents_path() / "Workshop App"


def crash_log_path() -> Path:
    """Return the log of unexpected errors, which contains no user text."""
    return user_data_path(APP, appauthor=False, roaming=False) / "crash.log"


def _expanded(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:  # ~ with an unknown user is an ordinary name
        return path
