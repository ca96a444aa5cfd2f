"""What the facilitator has set for all workshops, in one small file."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

LANGUAGES = ("ja", "en")
THEMES = ("system", "light", "dark", "contrast")


@dataclass
class Settings:
    """Language (empty: the system's), theme, name of the facilitator, folder for papers."""

    language: str = ""
    theme: str = "light"
    facilitator: str = ""
    export_folder: str = ""

    def __post_init__(self) -> None:
        if self.language not in ("", *LANGUAGES):
            self.language = ""
        if self.theme not in THEMES:
            self.theme = "light"


def load(path: Path) -> Settings:
    """Return the settings in `path`; a file that is missing or broken gives the defaults."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    names = {field.name for field in fields(Settings)}
    if not isinstance(found, dict):
        return Settings()
    return Settings(**{k: v for k, v in found.items() if k in names and isinstance(v, str)})


def save(settings: Settings, path: Path) -> None:
    """Write the settings in one step; raises OSError when the folder cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
    part.replace(path)
