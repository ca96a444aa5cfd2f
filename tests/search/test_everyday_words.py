"""Everyday words, and names of daemons and devices, lead to what the catalogue calls otherwise."""

import pytest


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ja", "gunicornが落ちていないか見たい", "check-procs"),
        ("en", "Is sshd still running?", "check-procs"),
        ("ja", "crondが止まっていた", "check-procs"),
        ("ja", "拠点とのVPNがつながるか見張りたい", "check-ping"),
        ("en", "Watch whether our VPN is up", "check-ping"),
        ("ja", "UPSの状態を知りたい", "mackerel-plugin-snmp"),
        ("en", "state of the UPS", "mackerel-plugin-snmp"),
        ("ja", "障害の手順が文書化されていない", "monitor-memo"),
        ("ja", "対応手順のマニュアルがない", "monitor-memo"),
        ("en", "Our procedures are not documented", "monitor-memo"),
        ("en", "OOMKilled pods", "kubernetes-monitoring"),
    ],
)
def test_an_entry_is_among_the_first_three(answers, language, text, wanted):
    assert wanted in [hit.solution.id for hit in answers.search(text, language, 3)]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ja", "別の地域から見たい", "external-probe-locations"),
        ("ja", "東京リージョン以外の箇所から外形監視したい", "external-probe-locations"),
        ("ja", "間違えて退役させたホストを復帰したい", "undo-retirement"),
        ("ja", "誤って退役させたホストを元に戻したい", "undo-retirement"),
        ("en", "We retired a host by accident, bring it back", "undo-retirement"),
        ("en", "Inform our customers about outages", "public-status-page"),
        ("en", "Tell users when the service is down", "public-status-page"),
    ],
)
def test_a_gap_is_the_first(answers, language, text, wanted):
    assert answers.find(text, language).gaps[0].gap.id == wanted
