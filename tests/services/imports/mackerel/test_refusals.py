"""Unreadable files are refused in one sentence that says what they are and what to use instead."""

import json

import pytest

from tests.helpers.mackerel_files import FOLDER, sentences
from tests.helpers.sessions import create_workshop
from workshop_app.domain.errors import InvalidInput
from workshop_app.services.commands.setup import ImportSetup
from workshop_app.services.imports.mackerel.files import (
    LARGEST_SETUP,
    is_setup_file,
    read_setup,
    read_setups,
)

SECRET = "canary7zz"
ALERT = f"6aTest00001 2026-07-09 09:00:00 CRITICAL CPU % cpu% 93.4 > 90 {SECRET} working [a:b]\n"
METRICS = "custom.batch.rows\t1532\t1783555200\ncustom.batch.seconds\t84.2\t1783555200\n"
SNMP = f"x-api-key: {SECRET}\ncollector:\n  - host: 192.0.2.1\n    mibs: [ifHCInOctets]\n"
TERRAFORM = 'resource "mackerel_monitor" "cpu" {\n  name = "CPU"\n}\n'

TEXTS = {
    "alerts.txt": (ALERT * 3, "alerts_text"),
    "one.txt": (ALERT, "alerts_text"),
    "metrics.txt": (METRICS, "metrics"),
    "sabatrafficd.yaml": (SNMP, "sabatrafficd"),
    "sabatrafficd.txt": (SNMP, "sabatrafficd"),
    "main.tf": (TERRAFORM, "terraform"),
    "unquoted.txt": ('resource mackerel_monitor cpu {\n  name = "CPU"\n}\n', "terraform"),
    "other.yaml": ("a: 1\n", "other"),
    "settings.toml": ('[tool]\nname = "x"\n', "other_toml"),
    "broken.conf": ('apikey = "x\n', "toml"),
    "empty.json": ("", "empty"),
    "spaces.conf": (" \n\n", "empty"),
    "cut.json": ('{"monitors": [{"id": "2mTest', "json"),
    "words.json": ("監視が遅い\n", "json"),
    "two.json": ("[]\n[]\n", "json"),
    "deep.json": ('[{"a":' + "[" * 10_000 + "]" * 10_000 + "}]", "deep"),
    "deep.conf": ("[plugin.checks.a]\nx = " + "[" * 10_000, "deep"),
    "parts.conf": ("a" + ".a" * 10_000 + " = 1\n", "deep"),
    "long.conf": ("# x\n" * 200_000, "long_toml"),
    "plugins.conf": ("".join(f"[plugin.checks.a{n}]\n" for n in range(1_001)), "many"),
}
VALUES = {
    "webhook": {"orgName": "x", "event": "alert", "alert": {"id": SECRET}},
    "error_answer": {"error": {"message": SECRET}},
    "tfstate": {"version": 4, "terraform_version": "1.9.0", "resources": [SECRET]},
    "alert_logs": {"logs": [{"id": "x", "createdAt": 1}], "nextId": "y"},
    "metrics": [{"hostId": "3hTest00001", "name": "custom.x", "time": 1, "value": 2}],
    "empty_list": [],
    "single": {"id": "3ng", "name": SECRET, "notificationLevel": "all", "monitors": []},
    "elsewhere": [{"id": "u1", "screenName": SECRET, "authority": "owner"}],
    "nothing_known": {"monitors": [{"type": "metric alert", "name": SECRET}, 7]},
    "many": [{"openedAt": 1}] * 50_001,
    "other": {"name": "left-pad", "version": "1.0.0"},
}
PLAIN = ["null", "true", "7", '"x"', "{}", "[1]", "[null]", "[[]]", '[{"a": 1}]', "NaN"]


def refused(path):
    with pytest.raises(InvalidInput) as error:
        read_setup(path)
    for sentence in sentences(error.value):
        assert path.name in sentence
        assert SECRET not in sentence
        assert str(path.parent) not in sentence
    return error.value.key.removeprefix("imports.setup.refuse.")


@pytest.mark.parametrize("name", TEXTS)
def test_other_texts_are_refused(name, tmp_path):
    text, key = TEXTS[name]
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert is_setup_file(tmp_path / name)
    assert refused(tmp_path / name) == key


@pytest.mark.parametrize("key", VALUES)
def test_json_of_other_programs_is_refused(key, tmp_path):
    path = tmp_path / "file.json"
    path.write_text(json.dumps(VALUES[key]), encoding="utf-8")
    assert refused(path) == key


@pytest.mark.parametrize("text", PLAIN)
def test_json_of_unknown_meaning_is_refused(text, tmp_path):
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    assert refused(tmp_path / "x.json") == "other"


def test_the_line_of_what_is_broken_is_named(tmp_path):
    lines = (FOLDER / "monitors.json").read_text(encoding="utf-8").splitlines()
    lines[6] = lines[6].replace('"', "", 1)
    (tmp_path / "m.json").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(InvalidInput) as error:
        read_setup(tmp_path / "m.json")
    assert error.value.values["line"] == 7
    conf = 'apikey = "x"\n\n[plugin.checks.a]\ncommand = \n'
    (tmp_path / "a.conf").write_text(conf, encoding="utf-8")
    with pytest.raises(InvalidInput) as error:
        read_setup(tmp_path / "a.conf")
    assert error.value.values["line"] == 4


def test_a_file_of_many_megabytes_is_not_read_whole(tmp_path):
    path = tmp_path / "hosts.json"
    with path.open("wb") as file:
        file.write(b"[")
        file.seek(50_000_000)
        file.write(b"]")
    assert refused(path) == "imports.too_large"
    with path.open("wb") as file:
        file.write(b'[{"id":"3hTest00001","isRetired":false,"memo":"' + b"x" * 20_000_000 + b'"}]')
    assert path.stat().st_size < LARGEST_SETUP
    assert len(read_setup(path).facts) == 1


@pytest.mark.parametrize("data", [b"\x89PNG\x00\x00", b"PK\x03\x04", b"\xff\xfe\x00", b"\x00" * 40])
def test_binary_files_are_refused(data, tmp_path):
    (tmp_path / "x.json").write_bytes(data)
    with pytest.raises(InvalidInput) as error:
        read_setup(tmp_path / "x.json")
    assert sentences(error.value)


def test_one_bad_file_stops_all_and_is_named(tmp_path):
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    with pytest.raises(InvalidInput) as error:
        read_setups([FOLDER / "monitors.json", tmp_path / "bad.json"])
    assert error.value.values["file"] == "bad.json"


@pytest.mark.parametrize(
    "text",
    [
        "[ ] 監視が遅い\n[x] 通知が多い\n",
        "[1] 監視が遅い\n",
        "1\t監視が遅い\n2\t通知が多い\n",
        "{深刻} 監視が遅い\n",
        "監視が遅い\n",
        "",
        "apikey がわからない\n",
        "3 5 7\n",
        '"引用" 監視が遅い\n',
    ],
)
def test_a_list_of_problems_is_left_to_the_other_readers(text, tmp_path):
    (tmp_path / "list.txt").write_text(text, encoding="utf-8")
    assert not is_setup_file(tmp_path / "list.txt")


@pytest.mark.parametrize(
    "value",
    [
        {"id": "2h", "name": "web01", "roleFullnames": ["shop:web"], "checks": [{"name": "ssh"}]},
        {"id": "2m", "type": "host", "name": "CPU", "isMute": False, "services": []},
        {"id": "2c", "type": "slack", "mentions": {}, "hosts": []},
    ],
)
def test_a_single_item_is_recognised_by_its_own_fields(value, tmp_path):
    (tmp_path / "one.json").write_text(json.dumps(value), encoding="utf-8")
    assert refused(tmp_path / "one.json") == "single"


def test_a_bare_list_of_the_history_of_an_alert_is_no_list_of_alerts(tmp_path):
    log = {"id": "x", "createdAt": 1, "status": "WARNING", "monitorId": "2m", "targetValue": 8}
    (tmp_path / "logs.json").write_text(json.dumps([log]), encoding="utf-8")
    assert refused(tmp_path / "logs.json") == "alert_logs"


@pytest.mark.parametrize(
    "value",
    [{"awsIntegrations": []}, {"invitations": []}, {"metadata": []}, [{"namespace": "a"}],
     {"httpServerStats": []}, {"users": []}],
)  # fmt: skip
def test_other_files_of_mackerel_are_refused_by_name(value, tmp_path):
    (tmp_path / "x.json").write_text(json.dumps(value), encoding="utf-8")
    assert refused(tmp_path / "x.json") == "elsewhere"


def test_an_empty_list_never_takes_the_place_of_a_filled_one(store_of, tmp_path):
    (tmp_path / "full.json").write_text(
        json.dumps({"monitors": [{"id": "2m", "type": "connectivity", "name": "up"}]})
    )
    (tmp_path / "none.json").write_text('{"monitors": []}')
    assert read_setup(tmp_path / "none.json").facts == ()
    session = store_of()
    create_workshop(session)
    session.execute(ImportSetup(read_setups([tmp_path / "full.json"]), "2026-12-03T14:00:00"))
    with pytest.raises(InvalidInput) as error:
        read_setups([tmp_path / "none.json"], session.state.setup)
    assert error.value.key == "imports.setup.refuse.empty_part"
    assert len(sentences(error.value)) == 2
