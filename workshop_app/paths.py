"""The paths of the program's files on this computer."""

import os
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_documents_path

APP = "workshop-app"


def store_path(given: str | None = None) -> Path:
    """Return the store file: `given`, else ``WORKSHOP_APP_STORE``, else the user's local data."""
    named = given or os.environ.get("WORKSHOP_APP_STORE")
    if named:
        return _expanded(Path(named))
    return user_data_path(APP, appauthor=False, roaming=False) / "workshops.db"


def settings_path() -> Path:
    """Return the file of the facilitator's settings."""
    return user_config_path(APP, appauthor=False) / "settings.json"


def logo_path() -> Path:
    """Return the file of the logo for papers, a PNG."""
    return user_config_path(APP, appauthor=False) / "logo.png"


def catalogues_folder() -> Path:
    """Return the folder of the catalogues other than Mackerel's, each in a folder."""
    return user_data_path(APP, appauthor=False, roaming=False) / "catalogues"


def export_folder() -> Path:
    """Return the default folder for exported papers."""
    return user_documents_path() / "Workshop App"


def crash_log_path() -> Path:
    """Return the log of unexpected errors, which holds no text of users."""
    return user_data_path(APP, appauthor=False, roaming=False) / "crash.log"


def _expanded(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:  # ~ of an unknown user: an ordinary name
        return path
