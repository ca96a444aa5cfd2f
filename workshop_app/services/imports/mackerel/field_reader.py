"""Reads the fields of one item in a file; fields that are never accessed are counted as left out.

So a new field of Mackerel's cannot get into the records unnoticed.
"""

import re
import sys
from collections import Counter
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from workshop_app.domain.setup import LeftOut, Reason
from workshop_app.services.imports.mackerel.scrub import MASK, scrub

_ID = re.compile(r"[A-Za-z0-9_-]{1,19}")
_LABEL = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,39}")
_TECHNICAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ()./+_-]{0,59}")
_MOST_NAMES = 40
"""Maximum number of names counted separately; further ones are counted together."""
_MOST_LISTED = 1_000
"""Maximum number of values read from one list."""
_MOST_LISTED_IN_FILE = 200_000
"""Maximum number of values read from all lists within the items of one file."""
_MILLISECONDS = 10**11
"""A larger time is in milliseconds: in seconds it would be in the year 5138."""
_LARGEST = 10**9
_LATEST = 10**14
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SCOPE = re.compile(r"\s*[:：]\s*")


class LeftOutCounter:
    """Counts what was left out of one file, by reason and name."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[Reason, str]] = Counter()
        self._labels: dict[str, str] = {"": ""}
        self._listed = 0

    def add(self, reason: Reason, name: str = "", count: int = 1) -> None:
        """Add to the count of `name`; a text that cannot be the name of a field is masked."""
        key = reason, self._label(name)
        if key not in self._counts and len(self._counts) >= _MOST_NAMES:
            key = reason, MASK
        self._counts[key] += count

    def _label(self, name: str) -> str:
        if name not in self._labels and len(self._labels) > _MOST_LISTED:
            return MASK
        return self._labels.setdefault(name, label(name))

    def cut(self, values: list[Any]) -> list[Any]:
        """Return the first values of a list up to the maximum; the others are counted."""
        kept = values[: max(0, min(_MOST_LISTED, _MOST_LISTED_IN_FILE - self._listed))]
        self._listed += len(kept)
        if len(kept) < len(values):
            self.add(Reason.BEYOND, count=len(values) - len(kept))
        return kept

    def result(self) -> tuple[LeftOut, ...]:
        """Return the counts by reason, most frequent names first."""
        order = list(Reason)
        rows = sorted(
            self._counts.items(), key=lambda row: (order.index(row[0][0]), -row[1], row[0][1])
        )
        return tuple(LeftOut(reason=why, name=name, count=n) for (why, name), n in rows)


def label(name: str) -> str:
    """Return the name of a field or type if it is safe to show, else the mask."""
    return name if _LABEL.fullmatch(name) and scrub(name) == name else MASK


class FieldReader:
    """A JSON object or TOML table. Each method reads one field; unexpected values are counted."""

    def __init__(self, values: Mapping[str, Any], left_out: LeftOutCounter) -> None:
        self.left_out = left_out
        self._values = values
        self._asked: set[str] = set()

    @property
    def names(self) -> list[str]:
        """The names of all fields."""
        return [*self._values]

    def has(self, name: str) -> bool:
        """Return whether the field is neither missing nor null, false, zero or empty."""
        return bool(self._get(name))

    def given(self, name: str) -> bool:
        """Return whether the field holds a finite number, which may be zero."""
        return self.plain_number(name) is not None

    def text(self, name: str) -> str:
        """Return a text with secrets masked; empty if there is none."""
        value = self._get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            return self._wrong(name, "")
        return scrub(value)

    def raw(self, name: str) -> str:
        """Return a text unchanged. It may hold secrets and must not be stored."""
        value = self._get(name)
        return value if isinstance(value, str) else ""

    def value(self, name: str) -> object:
        """Return any value unchanged. It may hold secrets and must not be stored."""
        return self._get(name)

    def technical(self, name: str) -> str:
        """Return a name or version of a program or provider; empty if there is none."""
        text = self.text(name)
        if not text:
            return ""
        return text if _TECHNICAL.fullmatch(text) else self._wrong(name, "")

    def id(self, name: str = "id") -> str:
        """Return an id of Mackerel's; empty if there is none."""
        value = self._get(name)
        if value is None or value == "":
            return ""
        return value if is_id(value) else self._wrong(name, "")

    def ids(self, name: str) -> tuple[str, ...]:
        """Return a list of ids."""
        return tuple(each for each in self._list(name) if is_id(each) or self._wrong(name, None))

    def word(self, name: str, known: Collection[str]) -> str:
        """Return one of the known words; empty if there is none, or another."""
        value = self._get(name)
        if value is None or value == "":
            return ""
        known_one = isinstance(value, str) and value in known
        return value if known_one else self._wrong(name, "")  # type: ignore[return-value]

    def words(self, name: str, known: Collection[str]) -> tuple[str, ...]:
        """Return the distinct known words of a list."""
        found = [
            each
            for each in self._list(name)
            if (isinstance(each, str) and each in known) or self._wrong(name, None)
        ]
        return tuple(dict.fromkeys(found))

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of a list with secrets masked."""
        found = [
            scrub(each) if isinstance(each, str) else self._wrong(name, "")
            for each in self._list(name)
        ]
        return tuple(each for each in found if each)

    def scopes(self, name: str) -> tuple[str, ...]:
        """Return a list of scopes or full names of roles, ``service:role`` without a space."""
        return tuple(scope(each) for each in self.texts(name))

    def flag(self, name: str) -> bool:
        """Return true or false; false if missing."""
        value = self._get(name)
        if value is None:
            return False
        return value if isinstance(value, bool) else self._wrong(name, False)

    def plain_number(self, name: str) -> int | float | None:
        """Return a finite number within the range of a float, or None."""
        value = self._get(name)
        if value is None:
            return None
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return value if number and abs(value) <= sys.float_info.max else self._wrong(name, None)

    def number(self, name: str) -> int | None:
        """Return a non-negative integer, or None."""
        value = self.plain_number(name)
        if value is None:
            return None
        if value != int(value) or not 0 <= value <= _LARGEST:
            return self._wrong(name, None)
        return int(value)

    def time(self, name: str) -> int | None:
        """Return epoch seconds from seconds, milliseconds or an ISO time; None for 0."""
        value = self._get(name)
        if isinstance(value, str):
            return _from_iso(value) or (self._wrong(name, None) if value else None)
        number = self.plain_number(name)
        if number is None or number == 0:
            return None
        if not 0 < number < _LATEST:
            return self._wrong(name, None)
        return int(number // 1000 if number > _MILLISECONDS else number)

    def inside(self, name: str) -> "FieldReader":
        """Return a reader of a nested object; an empty one if there is none.

        Its unread fields are counted only if its `done` is called.
        """
        value = self._get(name)
        if value is not None and not isinstance(value, dict):
            value = self._wrong(name, None)
        return FieldReader(value or {}, self.left_out)

    def is_list(self, name: str) -> bool:
        """Return whether the field holds a list, which may be empty."""
        return isinstance(self._get(name), list)

    def items(self, name: str) -> "list[FieldReader]":
        """Return readers of the objects in a list."""
        return [
            FieldReader(each, self.left_out)
            for each in self._list(name)
            if isinstance(each, dict) or self._wrong(name, None)
        ]

    def unused(self, *names: str) -> None:
        """Ignore fields that are not needed."""
        self._asked.update(names)

    def private(self, *names: str) -> None:
        """Ignore fields that are never stored, and count those that are not empty."""
        for name in names:
            if self.has(name):
                self.left_out.add(Reason.PRIVATE, name)

    def done(self) -> None:
        """Count the fields that were not read."""
        for name in self._values:
            if name not in self._asked:
                self.left_out.add(Reason.FIELD, name)

    def _get(self, name: str) -> Any:  # noqa: ANN401 - whatever the file holds
        self._asked.add(name)
        return self._values.get(name)

    def _list(self, name: str) -> list[Any]:
        value = self._get(name)
        if value is None:
            return []
        return self.left_out.cut(value) if isinstance(value, list) else self._wrong(name, [])

    def _wrong(self, name: str, instead: Any) -> Any:  # noqa: ANN401 - what the caller returns
        self.left_out.add(Reason.FORM, name)
        return instead


def is_id(value: object) -> bool:
    """Return whether a value has the form of Mackerel's ids."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        return False
    return value.isalnum() or scrub(value) == value


def scope(text: str) -> str:
    """Return ``service:role`` without spaces around the colon."""
    return _SCOPE.sub(":", text, count=1)


def _from_iso(text: str) -> int | None:
    try:
        moment = datetime.fromisoformat(text)
        seconds = int((moment - _EPOCH).total_seconds())
    except (ValueError, TypeError, OverflowError):  # TypeError: time without an offset
        return None
    return seconds if seconds > 0 else None
