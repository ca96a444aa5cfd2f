"""No secret of a file reaches the store, its log, its indexes or a copy."""

import json
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.mackerel_files import ALL_FILES, FOLDER, JSON_FILES, ways
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.setup_json import facts_of
from workshop_app.domain.setup_part import SetupKind
from workshop_app.i18n import set_language
from workshop_app.services.commands.setup import ImportSetup, RemoveSetup
from workshop_app.services.imports.mackerel.files import read_setups
from workshop_app.services.imports.mackerel.reading import read_text
from workshop_app.services.imports.mackerel.words import remarks, summary

CANARY = "canary7zz"
SHAPES = (
    f"{CANARY}@example.org",
    f"https://user:{CANARY}@proxy.example.org:3128/x",
    f"https://hooks.slack.com/services/T0/B0/{CANARY}",
    f"https://example.org/page?key={CANARY}",
    f"Authorization: Bearer {CANARY}",
    f"api-key={CANARY}",
    f"check-mysql --password {CANARY} -H x",
    f"鍵はパスワード：{CANARY}",
)
"""Formats in which a secret is recognised in any position."""
KEPT_TEXTS = {
    "name", "displayName", "title", "service", "metric", "scopes", "excludeScopes", "roles",
    "roleFullnames", "serviceScopes", "roleScopes",
}  # fmt: skip
"""The only fields whose words are kept; all other words must be dropped."""
KEPT_INSIDE = (["meta", "agent-version"], ["kernel", "name"], ["cloud", "provider"])
KNOWN_WORDS = {"type", "status", "events"}
"""Mackerel's own words that decide how an item is read."""


def planted(value: Any, way: tuple[str | int, ...] = ()) -> Any:
    """The value with a canary in every text, formatted as a secret if words may be kept."""
    shapes = cycle(SHAPES)

    def plant(inner: Any, way: tuple[str | int, ...]) -> Any:
        if isinstance(inner, dict):
            grown = {key: plant(each, (*way, key)) for key, each in inner.items()}
            return grown | {f"x{CANARY}@example.org": CANARY, "unknownField": CANARY}
        if isinstance(inner, list):
            return [plant(each, way) for each in inner]
        if not isinstance(inner, str) or (way and way[-1] in KNOWN_WORDS):
            return inner
        names = [key for key in way if isinstance(key, str)]
        return next(shapes) if _is_kept(names) else f"{inner} {CANARY}"

    return plant(value, way)


def _is_kept(names: list[str]) -> bool:
    """Return whether words of a field may be kept, by the names on the path to it."""
    if names[-2:] in KEPT_INSIDE or "roles" in names:
        return True
    inside = set(names[:-1]) & {"headers", "graph", "widgets", "meta", "interfaces"}
    annotation = names[:1] == ["graphAnnotations"] and names[-1] == "title"
    return names[-1:] != [] and names[-1] in KEPT_TEXTS and not inside and not annotation


def planted_conf() -> str:
    """The agent's file with a canary in everything but names of plugins and programs."""
    shape = cycle(SHAPES)
    lines = []
    for line in (FOLDER / "mackerel-agent.conf").read_text(encoding="utf-8").splitlines():
        key, equals, value = line.partition(" = ")
        if not equals or line.startswith("#"):
            lines.append(f"# {CANARY}" if line.startswith("#") else line)
        elif key in ("display_name", "custom_identifier"):
            lines.append(f'{key} = "{next(shape)}"')
        elif key == "roles":
            lines.append(f'{key} = ["{next(shape)}"]')
        elif value.startswith("["):
            lines.append(f'{key} = {value[:-1]}, "--password", "{CANARY}"]')
        elif value.endswith('"'):
            lines.append(f'{key} = {value[:-1]} {CANARY} -p {CANARY}"')
        else:
            lines.append(line)
        if line.startswith("["):
            lines += [f'unknown = "{CANARY}"', f'"k{CANARY}@example.org" = 1']
    return "\n".join(lines) + "\n"


@pytest.fixture
def files(tmp_path):
    """Every kind of file, with canaries, in one folder."""
    folder = tmp_path / "from-the-customer"
    folder.mkdir()
    for file in JSON_FILES:
        value = planted(json.loads(file.read_text(encoding="utf-8")))
        text = json.dumps(value, ensure_ascii=False)
        assert text.count(CANARY) > 3, file
        (folder / file.name).write_text(text, encoding="utf-8")
    (folder / "mackerel-agent.conf").write_text(planted_conf(), encoding="utf-8")
    return sorted(folder.iterdir())


def leaks(folder: Path) -> list[str]:
    """The names of the files of a store, its journal and its copies that contain the canary."""
    found = [path for path in folder.rglob("*") if path.is_file()]
    assert found
    spellings = [CANARY.encode(), CANARY.encode("utf-16-le"), CANARY.upper().encode()]
    return [path.name for path in found if any(each in path.read_bytes() for each in spellings)]


def test_no_canary_is_in_any_byte_on_the_disk(session, files, tmp_path):
    folder = tmp_path / "records"
    folder.mkdir()
    session.store.copy_to(folder / "before.db")
    previews = read_setups(files, session.state.setup)
    assert {preview.kind for preview in previews} == {*SetupKind}
    ids = session.execute(ImportSetup(previews, "2026-12-03T14:00:00"))
    assert len(session.state.setup) == len(ids)
    session.store.copy_to(folder / "after.db")
    again = read_setups(files, session.state.setup)
    with session.store.action():
        ImportSetup(again, "2026-12-03T15:00:00").apply(session.store, session.workshop_id)
        RemoveSetup(ids[0]).apply(session.store, session.workshop_id)
        journals = [*session.store.path.parent.glob("*-journal")]
        assert journals
        assert leaks(session.store.path.parent / "records") == []
        assert [name for name in leaks(tmp_path) if name not in {f.name for f in files}] == []
    session.undo()
    session.redo()
    session.store.copy_to(folder / "last.db")
    payloads = [
        json.dumps(session.store.log_payload(row["seq"]), ensure_ascii=False)
        for row in session.store.log(session.workshop_id)
    ]
    assert any("setup_part" in payload for payload in payloads)
    assert not any(CANARY in payload for payload in payloads)
    assert leaks(folder) == []
    assert [name for name in leaks(tmp_path) if name not in {f.name for f in files}] == []


def test_the_search_for_canaries_finds_one(session, tmp_path):
    session.execute(ImportSetup(read_setups([FOLDER / "services.json"]), CANARY))
    assert session.store.path.name in leaks(session.store.path.parent)


def test_no_canary_is_in_what_is_shown(files, language):
    set_language(language)
    try:
        previews = read_setups(files)
        lines = [summary(preview) for preview in previews] + remarks(previews)
    finally:
        set_language("ja")
    assert "unknownField" in " ".join(lines)
    assert CANARY not in repr(previews)
    assert CANARY not in " ".join(lines)


def test_what_is_planted_is_read_as_well_as_without(files):
    for spoilt in files:
        (plain,) = read_setups([FOLDER / spoilt.name])
        (read,) = read_setups([spoilt])
        assert (read.kind, len(read.facts)) == (plain.kind, len(plain.facts))


def test_addresses_do_not_reach_the_facts(session):
    session.execute(ImportSetup(read_setups(ALL_FILES), "2026-12-03T14:00:00"))
    kept = json.dumps([part.facts + part.left_out for part in session.state.setup])
    for secret in (
        "192.0.2", "192-0-2", "2001:db8", "02:00:5e", "hooks.slack.com", "example.org/login",
        "invented", "proxyuser", "2468", "司書 ", "night@", "5uMember0001", "高橋", "090-",
        "回線工事", "工事業者", "守衛室", "monitor -", "reserve.log",
    ):  # fmt: skip
        assert secret not in kept
        assert json.dumps(secret).strip('"') not in kept


@pytest.mark.parametrize("file", JSON_FILES, ids=lambda file: file.name)
def test_a_secret_in_any_single_field_is_masked(file, tmp_path):
    value = json.loads(file.read_text(encoding="utf-8"))
    tried = 0
    for way, inner in ways(value):
        if not isinstance(inner, str):
            continue
        for shape in SHAPES:
            spoilt = json.loads(json.dumps(value))
            target = spoilt
            for key in way[:-1]:
                target = target[key]
            target[way[-1]] = shape
            assert CANARY not in repr(_read(spoilt, file.name))
            tried += 1
    assert tried >= 16


def _read(value: Any, name: str) -> object:
    """Return the preview of a value, or the text of its refusal."""
    stem, _, _ = name.partition(".")
    try:
        return read_text(json.dumps(value), stem, ".json")
    except InvalidInput as error:
        return error.values


def test_the_facts_in_the_store_are_those_that_were_read(session):
    previews = read_setups(ALL_FILES)
    session.execute(ImportSetup(previews, "2026-12-03T14:00:00"))
    assert [facts_of(part) for part in session.state.setup] == [each.facts for each in previews]
