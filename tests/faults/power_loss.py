"""The possible states of the disk after a power loss: synced writes, and any part of the rest.

Of each file all writes up to its last sync are there. Of later ones any sector may be or not, each
in one of the states that it was written in, so writes are torn and reordered, also between files.
Names that were created, changed and removed are there in the order of the calls, up to some point
after the last sync of their folder. Not simulated are disks that acknowledge a sync too early, and
sectors with neither old nor new bytes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.recorded_writes import SystemCall

_SECTORS = (512, 4096)
_Names = dict[str, int | None]
"""Renamings and removals, which are atomic."""


@dataclass(slots=True)
class _FileState:
    data: bytearray = field(default_factory=bytearray)
    """The files that are certainly on the disk."""
    late: list[SystemCall] = field(default_factory=list)
    """Writes and truncations that were not synced."""


class Disk:
    """A folder's certain state, and later calls."""

    def __init__(self, folder: Path) -> None:
        """Start with the content of `folder`."""
        self._files: dict[int, _FileState] = {}
        self._now: dict[str, int] = {}
        self._sure: dict[str, int] = {}
        self._late: dict[str, list[_Names]] = {}
        """By folder the names that became a file, or none, since its last sync."""
        self._folders = {""}
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_dir():
                self._folders.add(name)
            else:
                self._now[name] = self._sure[name] = self._new(bytearray(path.read_bytes()))

    def _new(self, data: bytearray) -> int:
        self._files[len(self._files)] = _FileState(data)
        return len(self._files) - 1

    def do(self, call: SystemCall) -> None:
        """Apply a call."""
        match call.kind:
            case "make" if call.path not in self._now:
                self._name({call.path: self._new(bytearray())})
            case "folder":
                self._folders.add(call.path)
            case "write" | "cut" if call.path in self._now:
                self._files[self._now[call.path]].late.append(call)
            case "sync" if call.path in self._now:
                file = self._files[self._now[call.path]]
                for late in file.late:
                    _apply(file.data, late)
                file.late.clear()
            case "sync":
                for names in self._late.pop(call.path, ()):
                    _set(self._sure, names)
            case "rename":
                number = self._now.get(call.path)
                if number is not None:
                    self._name({call.target: number, call.path: None})
            case "link":
                self._name({call.target: self._now[call.path]})
            case "remove" if call.path in self._now:
                self._name({call.path: None})

    def _name(self, names: _Names) -> None:
        _set(self._now, names)
        self._late.setdefault(next(iter(names)).rpartition("/")[0], []).append(names)

    def lose_power(self, random: Random, target: Path) -> None:
        """Write one of the possible states of the disk to `target`."""
        names = dict(self._sure)
        whole = random.random() < 0.25
        for late in self._late.values():
            kept = len(late) if whole else random.randint(0, len(late))
            for each in late[:kept]:
                _set(names, each)
        sector = random.choice(_SECTORS)
        how = random.choice(("none", "all", "torn", "any"))
        for folder in self._folders:
            (target / folder).mkdir(parents=True, exist_ok=True)
        for name, number in names.items():
            file = self._files[number]
            data = bytearray(file.data)
            for call in _that_arrived(file.late, random, sector, how):
                _apply(data, call)
            (target / name).write_bytes(data)


def _that_arrived(
    late: Sequence[SystemCall], random: Random, sector: int, how: str
) -> Iterator[SystemCall]:
    """Yield unsynced writes that reached the disk, in parts of a sector."""
    if how == "none":
        return
    first = random.randint(0, len(late)) if how == "torn" else len(late)
    for number, call in enumerate(late):
        if how == "all" or (how == "torn" and number < first):
            yield call
        elif how == "any" or number == first:
            if call.kind == "cut":
                if random.random() < 0.5:
                    yield call
                continue
            for part in _sectors(call, sector):
                if random.random() < 0.5:
                    yield part


def _sectors(call: SystemCall, size: int) -> Iterator[SystemCall]:
    place = call.place
    end = call.place + len(call.data)
    while place < end:
        after = min(end, (place // size + 1) * size)
        yield SystemCall(
            "write", call.path, call.data[place - call.place : after - call.place], place
        )
        place = after


def _apply(data: bytearray, call: SystemCall) -> None:
    if call.kind == "cut":
        del data[call.place :]
        data.extend(bytes(call.place - len(data)))
    else:
        data.extend(bytes(max(0, call.place - len(data))))
        data[call.place : call.place + len(call.data)] = call.data


def _set(names: dict[str, int], new: _Names) -> None:
    for name, number in new.items():
        if number is None:
            names.pop(name, None)
        else:
            names[name] = number
