"""The settings of the program, in one JSON file."""

import json
import os
import stat
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from workshop_app.private_files import make_folder, replacing

LANGUAGES = ("ja", "en")
THEMES = ("system", "light", "dark", "contrast")
SWITCH = ("on", "off")
TEXT_SIZES = (100, 125, 150, 175, 200)
"""In percent."""
WALL_LETTERS = (100, 115, 130, 150)
"""In percent; the smallest is readable from the last row of a usual room."""
PAPER_SIZES = ("a4", "letter")
DISPLAY_ROLES = ("wall", "console", "off")
_LARGEST = 100_000
_MOST_MINUTES = 600
MOST_SLACK = 30
"""Maximum of `reply_slack`, in days."""


@dataclass
class Settings:
    """The settings; missing or invalid values are replaced by their defaults."""

    language: str = ""
    """Language of the window; empty means the system's."""
    theme: str = "system"
    facilitator: str = ""
    """The facilitator's name in a new workshop."""
    export_folder: str = ""
    """The folder used for the last export."""
    copies_folder: str = ""
    """A second folder for copies of the records, such as on a USB stick; empty means none."""
    warned_of_place: str = ""
    """Path of the store about whose shared folder the facilitator was warned."""
    list_suggestions: str = "on"
    """Whether answers are suggested while problems are typed in List."""
    script_lines: str = "on"
    """Whether each step shows a sentence for the facilitator to say."""
    catalogue_folders: tuple[str, ...] = ()
    """Folders of additional catalogues."""
    show_keys: str = "off"
    """Whether the keys of all controls are shown over them without a key being held."""
    motion: str = "on"
    """Whether changes are shown by motion, where the system shows any."""
    timer_signal: str = "off"
    """Whether a sound is played when the time of a step is over."""
    agendas: dict[str, list[int]] = field(default_factory=dict)
    """The facilitator's own agenda plans by name: a list of minutes, one per step."""
    papers_left_out: tuple[str, ...] = ("became_of", "record", "workshop_full")
    """Names of the documents that are not exported."""
    papers_contact: str = ""
    """Contact details of the facilitator, printed at the end of the customer's papers."""
    papers_closing: str = ""
    """The last sentence of the customer's papers; empty means none."""
    reply_slack: int = 3
    """Days between the product team's reply and the day on which the customer is told."""
    paper_size: str = "a4"
    displays: dict[str, str] = field(default_factory=dict)
    """The role of each further display, one of DISPLAY_ROLES, by the name of the device."""
    wall_letters: dict[str, int] = field(default_factory=dict)
    """Text size of the audience display in percent by the name of the device; 100 by default."""
    text_size: int = 100
    """Text size of the window in percent."""
    seen_version: str = field(default="", compare=False)
    """The version whose news were shown; empty before the first start."""
    broken: bool = field(default=False, compare=False)
    """Whether a value in the file was replaced by its default; not saved."""

    def __post_init__(self) -> None:
        for name, allowed in _CHOICES.items():
            if getattr(self, name) not in allowed:
                setattr(self, name, _DEFAULTS[name])
                self.broken = True


_CHOICES: Mapping[str, Sequence[object]] = {
    "language": ("", *LANGUAGES),
    "theme": THEMES,
    "list_suggestions": SWITCH,
    "script_lines": SWITCH,
    "show_keys": SWITCH,
    "motion": SWITCH,
    "timer_signal": SWITCH,
    "text_size": TEXT_SIZES,
    "paper_size": PAPER_SIZES,
    "reply_slack": range(MOST_SLACK + 1),
}
"""The allowed values of settings; any other value is replaced by the default."""
_DEFAULTS = {entry.name: entry.default for entry in fields(Settings)}
_LISTS = ("catalogue_folders", "papers_left_out")
_NAMES = tuple(entry.name for entry in fields(Settings) if entry.name != "broken")


def load(path: Path) -> Settings:
    """Return the settings in `path`, with defaults for missing or invalid values; never raises.

    Unknown keys, as another version may write them, are ignored.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would block forever
            return Settings(broken=True)
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
    broken = len(good) < len(known)
    good.setdefault("seen_version", "0")  # files of earlier versions have none
    return Settings(**good, broken=broken)


def save(settings: Settings, path: Path) -> None:
    """Write the settings atomically; raises OSError."""
    kept = {name: value for name, value in asdict(settings).items() if name in _NAMES}
    make_folder(path.parent)
    with replacing(path) as file:
        file.write(json.dumps(kept, ensure_ascii=False, indent=1).encode())


def system_language() -> str:
    """Return ``en`` if the system is in English, else ``ja``.

    A system without a language (the locales C and POSIX, or none) counts as Japanese.
    """
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    first = next((name for name in named if name), None) or _locale_of_system()
    return "en" if first.casefold().startswith("en") else "ja"


def _locale_of_system() -> str:
    import locale  # not needed where the environment names the language

    return locale.getlocale()[0] or ""


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
    if name in ("text_size", "reply_slack"):
        return type(value) is int
    return _are_plans(value) if name == "agendas" else _is_text(value)


def _are_plans(value: object) -> bool:
    """Return whether a value maps names to lists of minutes."""
    return isinstance(value, dict) and all(
        _is_text(name)
        and isinstance(plan, list)
        and all(type(minutes) is int and 0 <= minutes <= _MOST_MINUTES for minutes in plan)
        for name, plan in value.items()
    )


def _is_text(value: object) -> bool:
    """Return whether a value is a string without line breaks; it may be empty."""
    return isinstance(value, str) and (value.isprintable() or not value)
