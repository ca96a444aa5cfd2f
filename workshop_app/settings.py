"""Settings for all workshops, in one JSON file."""

import json
import locale
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from workshop_app.private_files import make_file, make_folder

LANGUAGES = ("ja", "en")
THEMES = ("system", "light", "dark", "contrast")
SWITCH = ("on", "off")
TEXT_SIZES = (100, 125, 150, 175, 200)
"""Percent."""
WALL_LETTERS = (100, 115, 130, 150)
"""Percent; the smallest can be read from the last row of a usual room."""
PAPERS_FOR = ("both", "customer", "internal")
PAPER_PARTS = (
    "lines",
    "charts",
    "limits",
    "six",
    "others",
    "others_actions",
    "alone",
    "community",
    "notes",
)
"""Parts of the customer's papers that may be left out."""
DISPLAY_ROLES = ("wall", "console", "off")
_LARGEST = 100_000
_MOST_MINUTES = 600


@dataclass
class Settings:
    """The settings; each that a file lacks or has wrongly has its default."""

    language: str = ""
    """Of the window; empty: the system's."""
    theme: str = "system"
    facilitator: str = ""
    """The name that a new workshop starts with."""
    export_folder: str = ""
    """The folder that documents were written to last."""
    copies_folder: str = ""
    """A second folder that each copy of the records is put into, such as a stick; empty: none."""
    list_suggestions: str = "on"
    """Whether answers are shown while problems are typed in List."""
    script_lines: str = "on"
    """Whether each step shows what the facilitator may say."""
    catalogue_folders: tuple[str, ...] = ()
    """Folders of catalogues beside Mackerel's."""
    timer_signal: str = "off"
    """Whether a sound is played at the end of a step's time."""
    agendas: dict[str, list[int]] = field(default_factory=dict)
    """The facilitator's own plans by name: minutes, one number per step."""
    papers_left_out: tuple[str, ...] = ("became_of", "record", "workshop_full")
    """Names of the documents that are not written."""
    papers_for: str = "both"
    """The recipients whose documents are written."""
    papers_contact: str = ""
    """How to reach the facilitator, printed at the end of the customer's papers."""
    papers_colour: str = ""
    """Of titles and headings on paper, as #RRGGBB; empty: black."""
    papers_closing: str = ""
    """The last sentence of the customer's papers; empty: none."""
    papers_parts_left_out: tuple[str, ...] = ()
    """Some of PAPER_PARTS."""
    displays: dict[str, str] = field(default_factory=dict)
    """The role of a further display, one of DISPLAY_ROLES, by the name of the device."""
    wall_letters: dict[str, int] = field(default_factory=dict)
    """Size of the audience display's text in percent by the name of the device; else 100."""
    text_size: int = 100
    """Of the window's text, in percent."""
    broken: bool = field(default=False, compare=False)
    """Whether something in the file was replaced by its default; not saved."""

    def __post_init__(self) -> None:
        for name, allowed in _CHOICES.items():
            if getattr(self, name) not in allowed:
                setattr(self, name, _DEFAULTS[name])
                self.broken = True


_CHOICES: Mapping[str, tuple[object, ...]] = {
    "language": ("", *LANGUAGES),
    "theme": THEMES,
    "list_suggestions": SWITCH,
    "script_lines": SWITCH,
    "timer_signal": SWITCH,
    "papers_for": PAPERS_FOR,
    "text_size": TEXT_SIZES,
}
"""The values that a setting can have; its default replaces any other value."""
_DEFAULTS = {entry.name: entry.default for entry in fields(Settings)}
_LISTS = ("catalogue_folders", "papers_left_out", "papers_parts_left_out")
_NAMES = tuple(entry.name for entry in fields(Settings) if entry.name != "broken")


def load(path: Path) -> Settings:
    """Return the settings in `path`: defaults for what is missing or wrong; never raises.

    Unknown names, as a newer version may write them, are ignored.
    """
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(_LARGEST).decode("utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError):
        return Settings(broken=True)
    if not isinstance(found, dict):
        return Settings(broken=True)
    known = {name: found[name] for name in _NAMES if name in found}
    good = {name: value for name, value in known.items() if _is_good(name, value)}
    good |= {name: tuple(good[name]) for name in _LISTS if name in good}
    return Settings(**good, broken=len(good) < len(known))


def save(settings: Settings, path: Path) -> None:
    """Replace the file in one step; raises OSError if it cannot be written."""
    kept = {name: value for name, value in asdict(settings).items() if name in _NAMES}
    make_folder(path.parent)
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with os.fdopen(make_file(part), "w", encoding="utf-8") as file:
        json.dump(kept, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def system_language() -> str:
    """Return ``en`` if the system is in English, else ``ja``: the program is Japanese first.

    A system without a language (the locales C and POSIX, or none) counts as Japanese.
    """
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    first = next((name for name in named if name), None) or locale.getlocale()[0] or ""
    return "en" if first.casefold().startswith("en") else "ja"


def _is_good(name: str, value: object) -> bool:
    if name == "displays":
        return isinstance(value, dict) and all(
            _is_text(key) and role in DISPLAY_ROLES for key, role in value.items()
        )
    if name == "wall_letters":
        return isinstance(value, dict) and all(
            _is_text(key) and type(size) is int and size in WALL_LETTERS
            for key, size in value.items()
        )
    if name in _LISTS:
        return isinstance(value, list) and all(_is_text(one) and one for one in value)
    if name == "text_size":
        return type(value) is int
    return _are_plans(value) if name == "agendas" else _is_text(value)


def _are_plans(value: object) -> bool:
    """Tell whether a value is lists of minutes by name."""
    return isinstance(value, dict) and all(
        _is_text(name)
        and isinstance(plan, list)
        and all(type(minutes) is int and 0 <= minutes <= _MOST_MINUTES for minutes in plan)
        for name, plan in value.items()
    )


def _is_text(value: object) -> bool:
    """Tell whether a value is a text of one line, or empty."""
    return isinstance(value, str) and (value.isprintable() or not value)
