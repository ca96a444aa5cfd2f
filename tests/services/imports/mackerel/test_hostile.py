"""Any file results in a preview or one sentence, without a crash or a long wait."""

import json
import tomllib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers.mackerel_files import (
    ALL_FILES,
    FOLDER,
    JSON_FILES,
    replaced,
    sentences,
    value_of,
    ways,
)
from tests.helpers.options import examples
from workshop_app.domain.errors import UserError
from workshop_app.domain.setup_json import facts_of, left_out_of, to_facts, to_left_out
from workshop_app.services.commands.setup import ImportSetup
from workshop_app.services.imports.mackerel.files import read_setup
from workshop_app.services.imports.mackerel.preview import SetupPreview
from workshop_app.services.imports.mackerel.reading import read_text
from workshop_app.services.imports.mackerel.words import remarks, summary

CONF = (FOLDER / "mackerel-agent.conf").read_text(encoding="utf-8")
WRONG: list[Any] = [
    None, True, False, 0, -1, 10**30, -(10**30), 1e308, float("nan"), float("inf"), 0.5, "", "x",
    "\ud800", "\u202e\x00", "長" * 3_000, [], [[]], [None], {}, {"": {}}, {"type": 7}, [{"a": [1]}],
]  # fmt: skip


def outcome(text: str, stem: str = "file", suffix: str = ".json") -> SetupPreview | None:
    """Read a text; return a complete preview that can be stored, or None after one sentence."""
    try:
        preview = read_text(text, stem, suffix)
    except UserError as error:
        sentences(error)
        return None
    facts = to_facts(preview.facts)
    left_out = to_left_out(preview.left_out)
    facts.encode("utf-8")
    left_out.encode("utf-8")
    assert json.loads(facts) is not None
    assert summary(preview)
    assert all(line and "\n" not in line for line in remarks([preview]))
    return preview


@pytest.mark.parametrize("file", ALL_FILES, ids=lambda file: file.name)
def test_a_truncated_file_is_read_or_refused_in_one_sentence(file):
    text = file.read_text(encoding="utf-8")
    whole = outcome(text, file.stem, file.suffix)
    step = max(1, len(text) // 150)
    for end in range(0, len(text.rstrip()), step):
        preview = outcome(text[:end], file.stem, file.suffix)
        # truncated JSON is never taken for a whole file
        assert preview is None or file.suffix == ".conf"
    assert whole is not None


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: json.dumps(wrong)[:20])
@pytest.mark.parametrize("file", JSON_FILES, ids=lambda file: file.name)
def test_a_wrong_value_in_any_field_is_read_or_refused_in_one_sentence(file, wrong):
    value = value_of(file.name)
    for way, _ in ways(value):
        outcome(json.dumps(replaced(value, way, wrong)), file.stem)


def test_a_wrong_value_in_an_agents_settings_is_read_or_refused_in_one_sentence():
    table = tomllib.loads(CONF.replace("5m", '"5m"'))
    given = [value for value in WRONG if value is not None and "\ud800" not in repr(value)]
    for way, _ in ways(table):
        for wrong in (each for each in given if isinstance(each, str | int | float | bool)):
            spoilt = replaced(table, way, wrong)
            outcome(_toml(spoilt) if isinstance(spoilt, dict) else str(spoilt), "a", ".conf")


def _toml(table: dict[str, Any], way: str = "") -> str:
    """Return the table as TOML, sufficient for the settings of an agent."""
    plain = {key: value for key, value in table.items() if not isinstance(value, dict)}
    lines = [f"{json.dumps(key)} = {_value(value)}" for key, value in plain.items()]
    for key, value in table.items():
        if isinstance(value, dict):
            name = f"{way}{json.dumps(key)}"
            lines += [f"[{name}]", _toml(value, f"{name}.")]
    return "\n".join(lines)


def _value(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_value(each) for each in value) + "]"
    if isinstance(value, float):
        return {"NaN": "nan", "Infinity": "inf"}.get(json.dumps(value), repr(value))
    return json.dumps(value)


HUGE = {
    "digits": '{"monitors":[{"type":"host","maxCheckAttempts":' + "9" * 1_000_000 + "}]}",
    "exponent": '{"monitors":[{"type":"host","duration":1e999999999}]}',
    "things": json.dumps({"monitors": [{"type": "host"}] * 50_000}),
    "more things": json.dumps({"monitors": [1] * 100_000}),
    "scopes": json.dumps({"monitors": [{"type": "host", "scopes": ["a: b"] * 100_000}]}),
    "widgets": json.dumps({"id": "8d", "title": "x", "widgets": [{"type": "graph"}] * 100_000}),
    "fields": json.dumps({"monitors": [{"type": "host"} | {f"f{n}": n for n in range(100_000)}]}),
    "roles": json.dumps([{"isRetired": False, "roles": {f"s{n}": ["r"] for n in range(100_000)}}]),
    "same key": '{"monitors":[{"type":"host"' + ',"name":"x"' * 100_000 + "}]}",
    "a name": json.dumps({"monitors": [{"type": "host", "name": "a@" * 5_000_000}]}),
    "a key": json.dumps({"monitors": [{"type": "host", "a" * 5_000_000: 1}]}),
    "brackets": "[{" + "[" * 5_000_000,
    "braces": '{"a":' * 1_000_000,
    "spaces": " " * 5_000_000 + "[]",
    "quotes": '{"' * 1_000_000,
    "prompts": "$ mkr hosts\n[{}\n" + "$" * 1_000_000 + "{",
}
HUGE_CONF = {
    "dots": "x" + ".a" * 200_000 + " = 1",
    "table of dots": "[plugin" + ".a" * 200_000 + "]",
    "quoted dots": "x" + '."a"' * 100_000 + " = 1",
    "braces": "x = " + "{a = " * 80_000,
    "brackets": "x = " + "[" * 400_000,
    "tables": "".join(f"[plugin.checks.a{n}]\n" for n in range(20_000)),
    "deep tables": "".join(f"[{'.'.join('a' * 90)}.b{n}]\n" for n in range(2_500)),
    "values": "x = [" + "1, " * 150_000 + "]",
    "duration": "check_interval = " + "5m" * 200_000,
    "durations": "check_interval = 5m\n" * 20_000,
    "hours": '[plugin.checks.a]\ncheck_interval = "' + "9" * 400_000 + 'h"',
    "digits": "[plugin.checks.a]\nmax_check_attempts = " + "9" * 400_000,
    "more than a float": "[plugin.checks.a]\ncheck_interval = " + "9" * 400,
    "command": "[plugin.checks.a]\ncommand = '" + "a" * 400_000 + "'",
    "words": "[plugin.checks.a]\ncommand = '" + "sudo " * 80_000 + "'",
    "comments": "#\n" * 200_000,
}


@pytest.mark.parametrize("name", HUGE)
def test_huge_files_are_refused(name):
    outcome(HUGE[name])


@pytest.mark.parametrize("name", HUGE_CONF)
def test_huge_settings_of_an_agent_are_refused(name):
    outcome('apikey = "x"\n' + HUGE_CONF[name] + "\n", "mackerel-agent", ".conf")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["type", "id", "name", "roles", "x"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@settings(
    max_examples=examples(150, 500), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
@given(st.data())
def test_any_change_of_a_value_gives_a_preview_or_a_sentence(data):
    file = data.draw(st.sampled_from(JSON_FILES))
    value = value_of(file.name)
    for _ in range(data.draw(st.integers(1, 4))):
        way, _ = data.draw(st.sampled_from([*ways(value)]))
        value = replaced(value, way, data.draw(json_values))
    outcome(json.dumps(value), file.stem)


@settings(max_examples=examples(150, 500), deadline=None)
@given(st.data())
def test_any_change_of_the_text_gives_a_preview_or_a_sentence(data):
    file = data.draw(st.sampled_from(ALL_FILES))
    text = file.read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        end = min(end, start + 30)
        new = data.draw(
            st.sampled_from(["", text[start:end] * 2, '"', "[", "}", "\n", "= 5m", "NaN"])
        )
        text = text[:start] + new + text[end:]
    outcome(text, file.stem, file.suffix)


@settings(max_examples=examples(80, 200), deadline=None)
@given(st.binary(max_size=200), st.sampled_from([".json", ".conf", ".txt", ".yaml"]))
def test_any_bytes_give_a_preview_or_a_sentence(tmp_path_factory, data, suffix):
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    try:
        read_setup(path)
    except UserError as error:
        sentences(error)


def test_odd_values_survive_the_store(session):
    monitors = [{"type": "host", "name": name, "id": "x"} for name in ("\ud800", "\u202ea", "é́")]
    preview = outcome(json.dumps({"monitors": monitors, "\udfff": 1}))
    session.execute(ImportSetup((preview,), "2026-12-03T14:00:00"))
    (part,) = session.state.setup
    assert facts_of(part) == preview.facts
    assert left_out_of(part) == preview.left_out
    assert session.store.check() == []
