"""The program's texts in two languages: one TOML file per language and area under ``locale``.

The key of a text is ``area.key``; placeholders are filled with `str.format`. A text with a plural
is a table with ``one`` and ``other``, selected by the value ``n``.
"""

import tomllib
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Protocol

from workshop_app.package_files import package_folder

LANGUAGES = ("ja", "en")
_WEEKDAYS = {
    "ja": ("月", "火", "水", "木", "金", "土", "日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
ENGLISH_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
                  "September", "October", "November", "December")  # fmt: skip


@cache
def _area(language: str, area: str) -> dict[str, object]:
    file = package_folder("workshop_app") / "locale" / language / f"{area}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def _entry(language: str, key: str) -> object:
    """Return the text `key`, or the table of its singular and plural."""
    area, *path = key.split(".")
    entry: object = _area(language, area)
    for part in path:
        if not isinstance(entry, dict):
            raise KeyError(key)
        entry = entry[part]
    return entry


class Addressed(Protocol):
    """Somebody with a name, and the honorific that follows it in Japanese."""

    @property
    def name(self) -> str: ...
    @property
    def honorific(self) -> str: ...


class Texts:
    """The texts of one language; ``texts("list.count", n=3)`` returns a sentence."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"no such language: {language}")
        self.language = language

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text `key` (``area.key`` or deeper) with its placeholders filled.

        Raises KeyError if there is no such text.
        """
        entry = _entry(self.language, key)
        if isinstance(entry, dict):
            entry = entry["one" if values.get("n") == 1 else "other"]
        return str(entry).format(**values)

    def date(self, iso: str, *, year: bool = True, short: bool = False) -> str:
        """Return an ISO date as 2025年6月12日(木) or Thu 12 June 2025; empty for an empty text.

        `short` abbreviates the English month to three letters.
        """
        if not iso:
            return ""
        day = self.day(iso, year=year, short=short)
        name = self.weekday(iso)
        return f"{day}({name})" if self.language == "ja" else f"{name} {day}"

    def date_and_time(self, iso: str, time: str) -> str:
        """Return a date in words with a time of day, if there is one; empty without a date."""
        day = self.date(iso)
        between = " " if self.language == "ja" else " at "
        return between.join((day, time)) if day and time else day

    def brief_date(self, iso: str, *, weekday: bool = True) -> str:
        """Return an ISO date without its year, for a column: 12/8(火) or Tue 8 Dec."""
        day = date.fromisoformat(iso)
        if self.language == "ja":
            words, name = f"{day.month}/{day.day}", self.weekday(iso)
            return f"{words}({name})" if weekday else words
        words = f"{day.day} {ENGLISH_MONTHS[day.month - 1][:3]}"
        return f"{self.weekday(iso)} {words}" if weekday else words

    def day(self, iso: str, *, year: bool = True, short: bool = False) -> str:
        """Return an ISO date without its weekday: 2025年6月12日 or 12 June 2025."""
        day = date.fromisoformat(iso).day
        month = self.month(iso, year=year, short=short)
        return f"{month}{day}日" if self.language == "ja" else f"{day} {month}"

    def month(self, iso: str, *, year: bool = True, short: bool = False) -> str:
        """Return the month of an ISO date as 2025年6月 or June 2025.

        `short` abbreviates the English month to three letters.
        """
        day = date.fromisoformat(iso)
        if self.language == "ja":
            return f"{f'{day.year}年' if year else ''}{day.month}月"
        month = ENGLISH_MONTHS[day.month - 1][: 3 if short else None]
        return f"{month}{f' {day.year}' if year else ''}"

    def weekday(self, iso: str) -> str:
        """Return the weekday of an ISO date: 木 or Thu."""
        return _WEEKDAYS[self.language][date.fromisoformat(iso).weekday()]

    def time(self, moment: datetime) -> str:
        """Return the time of day of `moment`, such as 14:03."""
        return moment.strftime("%H:%M")

    def nth_time(self, n: int) -> str:
        """Return 第2回 in Japanese, 2nd in English."""
        if self.language == "ja":
            return f"第{n}回"
        ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
        return f"{n}{ending}"

    def rank(self, rank: str) -> str:
        """Return a rank as it is shown, ``2=`` if it is shared: 同2位 in Japanese."""
        if self.language != "ja" or not rank:
            return rank
        shared = "同" if rank.endswith("=") else ""
        return f"{shared}{rank.removesuffix('=')}位"

    def person(self, name: str, honorific: str) -> str:
        """Return how a person is addressed: 青木様 or 青木 健 様, only the name in English."""
        if self.language != "ja":
            return name
        return f"{name} {honorific}".strip() if len(name.split()) > 1 else f"{name}{honorific}"

    def addressed(self, who: Addressed) -> str:
        """Return how somebody with a name and an honorific is addressed."""
        return self.person(who.name, who.honorific)

    def organisation(self, name: str, honorific: str) -> str:
        """Return how an organisation is addressed: 株式会社サンプル 御中, or only the name."""
        return f"{name} {honorific}".strip() if self.language == "ja" else name


class _Current:
    texts = Texts("ja")
    listeners: list[Callable[[], None]] = []  # noqa: RUF012 - one list for the process


def tr(key: str, /, **values: object) -> str:
    """Return the text `key` in the current language (see `Texts`)."""
    return _Current.texts(key, **values)


def texts() -> Texts:
    """Return the texts of the current language."""
    return _Current.texts


def language() -> str:
    """Return the current language, ``ja`` or ``en``."""
    return _Current.texts.language


def set_language(new: str) -> None:
    """Set the current language and call the listeners."""
    _Current.texts = Texts(new)
    for listener in tuple(_Current.listeners):
        listener()


def on_language_changed(listener: Callable[[], None]) -> Callable[[], None]:
    """Call `listener` after each change of language; return a function that unregisters it."""
    _Current.listeners.append(listener)
    return lambda: _Current.listeners.remove(listener)
