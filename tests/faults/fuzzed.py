"""Imported files with random changes: each is read or refused in a sentence, within limits.

A number determines the changes, so failures can be reproduced, except for the ids in exported
files: ``python -m tests.faults.fuzzed PARSER NUMBER FILE`` writes the file.
"""

import io
import json
import resource
import signal
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from exports.job import export
from tests.helpers.mackerel_files import FOLDER as MACKEREL
from tests.helpers.own_catalogue import ABOUT_TEXT, ENTRY_TEXT, GAP_TEXT
from tests.helpers.papers import files_below, unpacked
from tests.helpers.sessions import new_session
from workshop_app import encryption, settings
from workshop_app.catalogue.editions import load_edition
from workshop_app.domain.errors import UserError
from workshop_app.encryption import Encryption, reading_with
from workshop_app.i18n import LANGUAGES, Texts
from workshop_app.services.commands.import_workshop import ImportWorkshop
from workshop_app.services.imports.answers import is_answers_file, read_answers
from workshop_app.services.imports.files import has_bullets, preview_of, read_list_file
from workshop_app.services.imports.mackerel.files import is_setup_file, read_setup
from workshop_app.services.imports.read import read_bytes
from workshop_app.services.sample import play
from workshop_app.services.workshop_file import LARGEST, is_workshop_file, read_workshop_file
from workshop_app.settings import Settings

SECONDS = 5
MEGABYTES = 300
"""Limits for reading one file: processor time, and additional memory."""
_HANGS = 120
"""Seconds after which a process that cannot be interrupted is killed."""
_SIGNS = [
    *(sign.encode() for sign in "\"',;\t\n\r\0[]{}:=|\\"),
    *(b"\\u0000", b"\\ud800", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xe2\x80\xae"),
    *(b"null", b"true", b"NaN", b"1e999", b"-1", b"9" * 5000, b'"""', b"a.b.c = 1\n", b"[[a]]\n"),
    *(b"- [ ] ", b"# ", b"## ", b"```", b"<!--", b"]]>", b"&amp;", b"&#0;", b"../", b"=1+1"),
    *(b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"[" * 2000, b'{"a":' * 2000, b"(" * 500),
    *("課題".encode(), "\u3000".encode()),
]
_VALUES: list[Any] = [
    *(None, True, False, 0, -1, 2**63, 10**400, 1.5),
    *("", " ", "\0", "\ud800", "a" * 100_000, "課題" * 3_000, "2026-02-30", "9" * 13),
    *([], {}, [[]], [None], {"": None}, {"id": {}}),
]


@dataclass(frozen=True)
class Parser:
    """The reader of a kind of files, and valid files of that kind by name."""

    read: Callable[[Path], object]
    seeds: Callable[[], dict[str, bytes]]


def _read_setup(path: Path) -> None:
    is_setup_file(path)
    read_setup(path)


def _read_list(path: Path) -> None:
    content = read_list_file(path)
    has_bullets(content)
    preview_of(content)


def _read_workshop(path: Path) -> None:
    """Read a file and import it into temporary records."""
    is_workshop_file(path)
    state = read_workshop_file(path)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        session = new_session(Path(folder) / "w.db")
        try:
            session.execute(ImportWorkshop(state))
        finally:
            session.store.close()


def _read_answers(path: Path) -> None:
    is_answers_file(path)
    read_answers(path)


def _read_encrypted(path: Path) -> None:
    with reading_with("word"):
        read_bytes(path, largest=LARGEST)


def _encrypted() -> dict[str, bytes]:
    """Return files encrypted at a low cost, so that many can be read."""
    with patch.object(encryption, "_COST", 10):
        made = Encryption("word")
        return {f"{size}.enc": made.encrypted(bytes(size)) for size in (0, 100, 200_000)}


def _load_settings(path: Path) -> None:
    settings.save(settings.load(path), path.with_name("again.json"))


def _mackerel(*endings: str) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in MACKEREL.iterdir() if each.suffix in endings}


@cache
def _exported() -> dict[str, bytes]:
    """Return the sample's exports that can be imported again."""
    with tempfile.TemporaryDirectory() as folder:
        session = new_session(Path(folder) / "w.db")
        play(session, "ja")
        assert session.state is not None
        names = ["requests", "problems", "workbook_internal", "issues", "workshop_full"]
        export(session.state, {}, Path(folder) / "papers", names)
        session.store.close()
        papers = files_below(Path(folder) / "papers")
        # file names end with a code of the workshop, which differs each time
        return {f"{each.stem[:-7]}{each.suffix}": each.read_bytes() for each in papers}


def _workshops() -> dict[str, bytes]:
    """Return the workshop file as it is written, and as the JSON inside."""
    written = _of_exports(".workshop")()
    return written | {f"{name}.json": unpacked(data) for name, data in written.items()}


def _of_exports(*endings: str) -> Callable[[], dict[str, bytes]]:
    return lambda: {name: data for name, data in _exported().items() if name.endswith(endings)}


def _lists() -> dict[str, bytes]:
    table = '課題,誰が,票\n監視が届かない,青木,3\n"改行と\n引用「""」",井上,\n'
    return _of_exports(".csv")() | {
        "list.csv": table.encode(),
        "list16.csv": table.encode("utf-16"),
        "jis.csv": table.encode("cp932"),
        "list.tsv": table.replace(",", "\t").encode(),
        "cells.txt": table.replace(",", "\t").encode(),
        "lines.txt": "・一つ目\n- 二つ目\n3. 三つ目\n\n四つ目".encode(),
    }


def _edition() -> dict[str, bytes]:
    return {
        "inhouse.zip": _zipped(
            {
                "inhouse/catalogue.toml": ABOUT_TEXT.encode(),
                "inhouse/vpn.toml": ENTRY_TEXT.replace("{name}", "vpn").encode(),
                "inhouse/gaps/night.toml": GAP_TEXT.replace("{name}", "night").encode(),
            }
        )
    }


def _settings() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        settings.save(Settings(catalogue_folders=("/a", "/b"), language="ja"), path)
        return {"settings.json": path.read_bytes()}


PARSERS = {
    "mackerel JSON": Parser(_read_setup, lambda: _mackerel(".json")),
    "agent settings": Parser(_read_setup, lambda: _mackerel(".conf")),
    "tables and lists": Parser(_read_list, _lists),
    "workshop file": Parser(_read_workshop, _workshops),
    "answers, Markdown": Parser(_read_answers, _of_exports(".md")),
    "answers, workbook": Parser(_read_answers, _of_exports(".xlsx")),
    "answers, CSV": Parser(_read_answers, _of_exports(".csv")),
    "catalogue edition": Parser(load_edition, _edition),
    "settings": Parser(_load_settings, _settings),
    "encrypted file": Parser(_read_encrypted, cache(_encrypted)),
}


# -- changing files


def changed(seeds: dict[str, bytes], number: int) -> tuple[str, bytes]:
    """Return the name and the bytes of file `number`."""
    random = Random(number)
    name = random.choice(sorted(seeds))
    data = seeds[name]
    if zipfile.is_zipfile(io.BytesIO(data)) and random.random() < 0.8:
        return name, _changed_inside(data, random)
    if name.endswith(".json") and random.random() < 0.6:
        with suppress(ValueError):
            found = json.loads(data)
            for _ in range(random.choice((1, 1, 2, 5))):
                found = _other_value(found, random)
            return name, json.dumps(found).encode()
    return name, _other_bytes(data, [*seeds.values()], random)


def _changed_inside(data: bytes, random: Random) -> bytes:
    """Change one of the files in a zip, keeping the zip valid."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {each: packed.read(each) for each in packed.namelist()}
    name = random.choice(sorted(parts))
    match random.randrange(8):
        case 0:
            del parts[name]
        case 1:
            parts[random.choice(("../", "/", "a/", "con", "\u202e")) + name] = parts.pop(name)
        case _:
            parts[name] = _other_bytes(parts[name], [*parts.values()], random)
    return _zipped(parts)


def _zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, data in parts.items():
            packed.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _other_bytes(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    made = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 4, 16))):
        place = random.randrange(len(made) + 1)
        end = min(len(made), place + random.choice((1, 2, 10, 100, 1000)))
        match random.randrange(8):
            case 0 if made:
                made[place % len(made)] ^= 1 << random.randrange(8)
            case 1 if made:
                made[place % len(made)] = random.randrange(256)
            case 2:
                del made[place:end]
            case 3:
                made[place:place] = made[place:end] * random.choice((1, 2, 50))
            case 4:
                other = random.choice(others)
                begin = random.randrange(len(other) + 1)
                made[place:end] = other[begin : begin + random.choice((1, 20, 500))]
            case 5:
                del made[place:]
            case _:
                made[place:place] = random.choice(_SIGNS)
    return bytes(made)


def _other_value(value: Any, random: Random) -> Any:
    """Return parsed JSON with a value somewhere in it replaced, omitted or duplicated."""
    if not value or not isinstance(value, (list, dict)) or random.random() < 0.15:
        return random.choice(_VALUES)
    keys = [*value] if isinstance(value, dict) else [*range(len(value))]
    key = random.choice(keys)
    made: Any = value.copy()
    match random.randrange(10):
        case 0:
            del made[key]
        case 1 if isinstance(made, dict):
            made[random.choice(("id", "type", "name", "", "\ud800", str(key) * 2))] = made.pop(key)
        case 1:
            made += [made[key]] * random.choice((1, 3, 300))
        case _:
            made[key] = _other_value(made[key], random)
    return made


# -- reading them


def fuzzed(wanted: int) -> Iterator[tuple[str, Counter[str]]]:
    """Let each parser read this number of files; yields the results."""
    for name in PARSERS:
        yield name, _fuzzed(name, wanted)


def _fuzzed(name: str, wanted: int) -> Counter[str]:
    """Read the files in a separate process, and continue after one that ended it."""
    bad: Counter[str] = Counter()
    PARSERS[name].seeds()  # once, for all processes
    first = 0
    while first < wanted:
        context = get_context("fork")
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_read_all, args=(name, first, wanted, there))
        process.start()
        there.close()
        last = first - 1
        ended = "hang"
        try:
            while here.poll(_HANGS):
                last, fault = here.recv()
                bad["points"] += 1
                if fault:
                    bad[f"{fault} (number {last})"] += 1
        except EOFError:
            ended = "crash"
        first = last + 1
        if first < wanted:
            bad["points"] += 1
            bad[f"{ended} (number {first})"] += 1
            first += 1
        process.kill()
        process.join()
        here.close()
    return bad


class _TooSlow(BaseException):
    """Not caught by the tested code."""


def _read_all(name: str, first: int, wanted: int, there: Connection) -> None:
    seeds = PARSERS[name].seeds()
    used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = used * resource.getpagesize() + (MEGABYTES << 20)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    signal.signal(signal.SIGPROF, _interrupt)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(first, wanted):
            there.send((number, _read(name, seeds, number, Path(folder))))


def _interrupt(*_: object) -> None:
    raise _TooSlow


def _read(name: str, seeds: dict[str, bytes], number: int, folder: Path) -> str:
    """Read one file; return an error if it was not handled correctly."""
    file, data = changed(seeds, number)
    path = folder / file
    path.write_bytes(data)
    try:
        refusal = _refusal(name, path)
    except _TooSlow:
        return "slow"
    except Exception as error:  # noqa: BLE001 - each one is a finding
        return type(error).__name__
    if refusal is not None:
        for language in LANGUAGES:
            if "\n" in Texts(language)(refusal.key, **refusal.values):
                return f"more than a sentence: {refusal.key}"
    return ""


def _refusal(name: str, path: Path) -> UserError | None:
    """Read a file within the time limit; return why it was refused. Raises _TooSlow."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        PARSERS[name].read(path)
    except UserError as error:
        return error
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return None


if __name__ == "__main__":
    _name, _number, _target = sys.argv[1:]
    Path(_target).write_bytes(changed(PARSERS[_name].seeds(), int(_number))[1])
