"""Unexpected peculiarities of Mackerel's files."""

import json

import pytest

from tests.helpers.mackerel_files import FOLDER, value_of
from workshop_app.domain.setup import LeftOut, MonitorRule, Reason
from workshop_app.domain.setup_part import SetupKind
from workshop_app.i18n import set_language
from workshop_app.services.imports.mackerel.files import read_setup, read_setups
from workshop_app.services.imports.mackerel.reading import MOST_KEPT, read_text
from workshop_app.services.imports.mackerel.words import remarks, summary


def read(value, stem="file"):
    return read_text(json.dumps(value), stem, ".json")


def conf(text, stem="mackerel-agent"):
    return read_text(text, stem, ".conf")


def rule(**fields):
    return read({"monitors": [{"id": "2mTest00001", "name": "x", "type": "host"} | fields]})


def notes(preview):
    return {note.key: note.n for note in preview.notes}


def left_out(preview, reason):
    return {each.name: each.count for each in preview.left_out if each.reason is reason}


def test_the_rule_of_connectivity_may_come_without_a_name():
    (only,) = read({"monitors": [{"id": "2mTest00001", "type": "connectivity"}]}).facts
    assert only == MonitorRule(id="2mTest00001", name="connectivity", type="connectivity")


@pytest.mark.parametrize("written", ["web: app", "web:app", "web : app", "web：app"])
def test_scopes_are_the_same_with_and_without_a_space(written):
    assert rule(scopes=[written]).facts[0].scopes == ("web:app",)


def test_rules_without_an_id_are_kept_though_their_names_repeat():
    preview = read({"monitors": [{"name": "CPU %", "type": "host"}] * 3})
    assert len(preview.facts) == 3
    assert notes(preview)["without_id"] == 3


def test_of_an_id_written_twice_the_last_counts():
    things = [{"id": "2mTest00001", "type": "host", "name": name} for name in ("old", "new")]
    preview = read({"monitors": things})
    assert [each.name for each in preview.facts] == ["new"]
    assert left_out(preview, Reason.REPEAT) == {"id": 1}


def test_of_a_key_written_twice_the_last_counts():
    text = '{"monitors": [{"type": "host", "name": "old", "name": "new"}]}'
    preview = read_text(text, "file", ".json")
    assert preview.facts[0].name == "new"
    assert left_out(preview, Reason.REPEAT) == {"": 1}


def test_rules_of_a_type_not_known_are_left_out_and_named():
    things = [{"type": "host", "name": "x"}, {"type": "quantum"}, {"type": "quantum"}, {"id": "1"}]
    preview = read({"monitors": things})
    assert len(preview.facts) == 1
    assert left_out(preview, Reason.TYPE) == {"quantum": 2, "…": 1}


def test_fields_not_known_are_left_out_and_named():
    preview = rule(dualstack="auto", brandNew=1)
    assert left_out(preview, Reason.FIELD) == {"brandNew": 1, "dualstack": 1}
    preview = read({"monitors": [{"type": "external", "name": "x", "dualstack": "auto"}]})
    assert preview.facts[0].traits == ("dualstack",)
    assert left_out(preview, Reason.FIELD) == {}


def test_names_of_fields_that_look_like_secrets_are_not_kept():
    preview = rule(**{"canary@example.org": 1, "3yAbQ9xT7LmZ4kPw8VnR2sHc6DfG1jXe": 1, "": 2})
    assert left_out(preview, Reason.FIELD).keys() == {"…", ""}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (1783900000, 1783900000),
        (1783900000123, 1783900000),
        (1783900000.5, 1783900000),
        ("2026-07-13T00:26:40+09:00", 1783870000),
        (0, None),
        (-5, None),
        (10**15, None),
        ("yesterday", None),
        ("2026-07-13T00:26:40", None),
        (True, None),
        ([], None),
    ],
)
def test_times_come_in_seconds_milliseconds_and_words(written, expected):
    preview = read([{"id": "6aTest00001", "status": "OK", "openedAt": written}])
    assert preview.facts[0].opened_at == expected
    assert bool(left_out(preview, Reason.FORM)) == (expected is None and written != 0)


def test_a_threshold_of_zero_is_one_and_null_is_none():
    assert rule(warning=0, critical=None).facts[0].traits == ("warning",)
    assert rule(warning="80", critical=True).facts[0].traits == ()


def test_an_alert_with_its_value_left_out_is_whole():
    preview = read([{"id": "6aTest00001", "status": "OK", "type": "host", "openedAt": 1783900000}])
    assert preview.left_out == ()


def test_a_dashboard_without_widgets_was_not_exported():
    board = value_of("dashboard-8dReserve01.json") | {"widgets": None}
    preview = read(board)
    assert preview.facts[0].widgets is None
    assert notes(preview) == {"no_widgets": 1}
    assert read(board | {"widgets": []}).facts[0].widgets == ()


def test_a_list_of_dashboards_may_lack_widgets_too():
    preview = read({"dashboards": [{"id": "8dTest00001", "title": "a", "urlPath": "b"}]})
    assert preview.subject == "8dTest00001"
    assert notes(preview) == {"no_widgets": 1}


def test_checks_are_said_to_be_elsewhere_unless_an_agents_file_is_there():
    rules = read_setup(FOLDER / "monitors.json")
    agent = read_setup(FOLDER / "mackerel-agent.conf")
    assert any("mackerel-agent.conf" in line for line in remarks([rules]))
    assert not any("mackerel-agent.conf" in line for line in remarks([rules, agent]))


def test_a_file_with_nothing_in_it_says_that_there_is_none():
    for value in ({"channels": []}, {"channels": None}):
        preview = read(value)
        assert (preview.kind, preview.facts) == (SetupKind.CHANNELS, ())
        assert notes(preview) == {"none": 1}


def test_pages_of_one_list_are_joined(tmp_path):
    alerts = value_of("alerts.json")
    pages = [
        {"alerts": alerts[:1], "nextId": "6aReserve02"},
        {"alerts": alerts[:2], "nextId": "6aReserve01"},
        {"alerts": alerts[2:]},
    ]
    paths = [tmp_path / f"{number}.json" for number in (1, 2, 3)]
    for path, page in zip(paths, pages, strict=True):
        path.write_text(json.dumps(page), encoding="utf-8")
    (some,) = read_setups(paths[:2])
    assert [alert.id[-1] for alert in some.facts] == ["3", "2"]
    assert "page" in notes(some)
    for order in (paths, paths[::-1], [paths[0], paths[2], paths[1]]):
        (whole,) = read_setups(order)
        assert {alert.id[-1] for alert in whole.facts} == {"1", "2", "3"}
        assert whole.files == tuple(path.name for path in order)
        assert notes(whole) == {}


def test_of_too_many_alerts_the_newest_are_kept():
    alerts = [{"id": f"6a{n:09}", "openedAt": 1780000000 + n} for n in range(MOST_KEPT + 5)]
    preview = read(alerts)
    assert len(preview.facts) == MOST_KEPT
    assert min(alert.opened_at for alert in preview.facts) == 1780000005
    assert LeftOut(reason=Reason.BEYOND, count=5) in preview.left_out


def test_agents_without_a_name_are_distinguished(tmp_path):
    text = '[plugin.checks.ntp]\ncommand = "check-ntpoffset"\n'
    paths = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        paths.append(tmp_path / folder / "mackerel-agent.conf")
        paths[-1].write_text(text, encoding="utf-8")
    assert [preview.subject for preview in read_setups(paths)] == ["", "(2)"]
    assert conf(text, "db01").subject == "db01"
    assert conf('roles = "web: app"\n' + text).subject == "web:app"


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("5m", 5), ("1h", 60), ("1h30m", 90), ("120s", 2), ('"10m"', 10), ("7", 7), ('"90s"', None),
     ('"5"', None), ('"m"', None), ('""', None), ("true", None), ("-3", None), ("5.5", None)],
)  # fmt: skip
def test_durations_are_minutes_or_texts_quoted_or_not(written, minutes):
    text = f'[plugin.checks.a]\ncommand = "check-tcp"\ncheck_interval = {written} # often\n'
    preview = conf(text)
    assert preview.facts[0].plugins[0].interval == minutes
    assert bool(left_out(preview, Reason.FORM)) == (minutes is None)


@pytest.mark.parametrize("name", ["sw-floor2", '"with.dot"', '"二階"', "'a b'"])
def test_plugins_may_have_any_name(name):
    preview = conf(f"[plugin.metrics.{name}]\ncommand = 'x'\n")
    assert preview.facts[0].plugins[0].name == name.strip("\"'")


def test_a_part_of_an_agents_settings_is_known_too():
    assert conf("[plugin.metadata.a]\ncommand = 'x'\n").kind is SetupKind.AGENT
    assert conf("[interfaces]\nignore = 'lo'\n").facts[0].traits == ("ignore_interfaces",)
    assert left_out(conf("[plugin.tricks.a]\ncommand = 'x'\n[disks]\n"), Reason.FIELD)


def test_every_preview_can_be_said_in_words(language):
    set_language(language)
    try:
        previews = read_setups([*FOLDER.iterdir()])
        lines = [summary(preview) for preview in previews] + remarks(previews)
    finally:
        set_language("ja")
    assert len(lines) > 20
    assert not any("{" in line or "imports." in line for line in lines)
