"""What the facilitator has set for all workshops, in one small file."""

import json
import locale
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

LANGUAGES = ("ja", "en")
THEMES = ("system", "light", "dark", "contrast")
SWITCH = ("on", "off")
TEXT_SIZES = (100, 125, 150, 175, 200)
"""Percent."""
WALL_LETTERS = (100, 115, 130, 150)
"""Percent; the smallest is what the last row of a usual room can read."""
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
    """Language (empty: the system's), theme, name of the facilitator, folder for papers.

    ``list_suggestions`` tells whether answers are shown while problems are typed in List;
    ``catalogue_folders`` are folders of further catalogues; ``timer_signal`` tells whether the end
    of a step's time is heard; ``agendas`` are one's own plans by name: minutes, one number a step.
    ``text_size`` is in percent.
    """

    language: str = ""
    theme: str = "light"
    facilitator: str = ""
    export_folder: str = ""
    list_suggestions: str = "on"
    script_lines: str = "on"
    """Whether it is shown in each step what the facilitator may say."""
    catalogue_folders: tuple[str, ...] = ()
    timer_signal: str = "off"
    agendas: dict[str, list[int]] = field(default_factory=dict)
    papers_left_out: tuple[str, ...] = ("record", "workshop_full")
    """Names of the documents that are not wanted."""
    papers_for: str = "both"
    """The readers whose documents are written."""
    papers_contact: str = ""
    """How the facilitator is reached, printed at the end of the customer's papers."""
    papers_colour: str = ""
    """Of titles and headings on paper, as #RRGGBB; empty: black."""
    papers_closing: str = ""
    papers_parts_left_out: tuple[str, ...] = ()
    """Some of PAPER_PARTS."""
    displays: dict[str, str] = field(default_factory=dict)
    """What a further display, by the name of the device, is for: wall, console or off."""
    wall_letters: dict[str, int] = field(default_factory=dict)
    """The size of the room's letters in percent, by the name of the device; 100 where not named."""
    text_size: int = 100
    broken: bool = field(default=False, compare=False)
    """The file could not be read as it stands, so that some of these are defaults; not kept."""

    def __post_init__(self) -> None:
        if self.language not in ("", *LANGUAGES):
            self.language = ""
            self.broken = True
        if self.theme not in THEMES:
            self.theme = "light"
            self.broken = True
        if self.list_suggestions not in SWITCH:
            self.list_suggestions = "on"
            self.broken = True
        if self.script_lines not in SWITCH:
            self.script_lines = "on"
            self.broken = True
        if self.text_size not in TEXT_SIZES:
            self.text_size = 100
            self.broken = True
        if self.timer_signal not in SWITCH:
            self.timer_signal = "off"
            self.broken = True
        if self.papers_for not in PAPERS_FOR:
            self.papers_for = "both"
            self.broken = True


_LISTS = ("catalogue_folders", "papers_left_out", "papers_parts_left_out")
_NAMES = tuple(entry.name for entry in fields(Settings) if entry.name != "broken")


def load(path: Path) -> Settings:
    """Return the settings in `path`: defaults for what is missing, and for what is broken.

    Names that a newer version wrote are ignored.
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
    """Write the settings in one step; raises OSError when the folder cannot be written."""
    kept = {name: value for name, value in asdict(settings).items() if name in _NAMES}
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8") as file:
        json.dump(kept, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def system_language() -> str:
    """Return ``ja`` where the system speaks Japanese, else ``en``."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    first = next((name for name in named if name), None) or locale.getlocale()[0] or ""
    return "ja" if first.casefold().startswith("ja") else "en"


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
    """Tell whether it is lists of whole numbers by name."""
    return isinstance(value, dict) and all(
        _is_text(name)
        and isinstance(plan, list)
        and all(type(minutes) is int and 0 <= minutes <= _MOST_MINUTES for minutes in plan)
        for name, plan in value.items()
    )


def _is_text(value: object) -> bool:
    """Tell whether it is a text of one line that a file can hold."""
    return isinstance(value, str) and (value.isprintable() or not value)
