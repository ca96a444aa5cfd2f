"""Secrets and addresses are masked; ordinary names of rules, hosts and metrics are unchanged."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop_app.services.imports.mackerel import scrub as module
from workshop_app.services.imports.mackerel.scrub import KEPT, LONGEST, MASK, scrub

SECRET = "canary7zz"


@pytest.mark.parametrize(
    "name",
    [
        "CPU %",
        "connectivity",
        "web01.example.internal",
        "ロードバランサーの5xx (本番)",
        "p95 of {{http.route}}",
        "custom.orders.count",
        "filesystem.vda1.used",
        "#shop-alert",
        "2F スイッチ",
        "nightly 01:30:00",
        "disk full in 14 days",
        "Basic monitoring of the shop",
        "token bucket",
        "v2.3.0 リリース",
        "ProductionDatabaseServer01",
        "i-0a1b2c3d4e5f",
        "https://shop.example.com/",
        "手順 https://wiki.example.com/cpu",
        "GNU/Linux",
        "shop-web:app",
        "mackerel-agent/0.84.2",
        "a@b",
    ],
)
def test_names_stay_as_they_are(name):
    assert scrub(name) == name


@pytest.mark.parametrize(
    "text",
    [
        f"{SECRET}@example.org",
        f"連絡先は{SECRET}@example.orgです",
        f"{SECRET}＠example.org",
        f"http://user:{SECRET}@proxy.example.internal:3128",
        f"http://{SECRET}:x@proxy.example.internal",
        f"http://user:a/{SECRET}/b@proxy.example.internal",
        f"user:{SECRET}@db",
        f"https://hooks.slack.com/services/T0/B0/{SECRET}",
        f"hooks.slack.com/services/T0/B0/{SECRET}",
        f"通知先はhttps://hook.example.com/{SECRET}です",
        f"https://example.com/webhook/{SECRET}",
        f"https://example.com/page?token={SECRET}",
        f"https://example.com?{SECRET}",
        f"https://example.com/page#{SECRET}",
        f"Bearer {SECRET}",
        f"authorization: bearer {SECRET}",
        f"Authorization: Basic {SECRET}",
        f"API_KEY={SECRET}",
        f'"apikey": "{SECRET}"',
        f"x-api-key: {SECRET}",
        f"MYSQL_PASSWORD='{SECRET} with spaces {SECRET}'",
        f"パスワード：{SECRET}",
        f"check-mysql --password {SECRET}",
        f"check-mysql --user={SECRET}",
        f"-community {SECRET}",
        f"xoxb-{SECRET}",
        f"ghp_{SECRET}0123456789",
    ],
)
def test_secrets_are_masked(text):
    assert SECRET not in scrub(text)
    assert MASK in scrub(text)


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Basic bW9uaXRvcjoyNDY4", "bW9u"),
        ("key 3yAbQ9xT7LmZ4kPw8VnR2sHc6DfG1jXe", "3yAb"),
        ("AKIAIOSFODNN7INVENTED", "IOSF"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmVk", "eyJ"),
        ("d41d8cd98f00b204e9800998ecf8427e", "d41d"),
        ("ping 192.0.2.11", "192"),
        ("ip-192-0-2-11.example.internal", "192"),
        ("custom.ping.rta.192_0_2_11", "192"),
        ("[2001:db8::11]:80", "db8"),
        ("fe80::1", "fe80"),
        ("02:00:5e:10:00:01", "5e"),
        ("02-00-5e-10-00-01", "5e"),
    ],
)
def test_keys_and_addresses_are_masked(text, secret):
    assert secret not in scrub(text)


def test_a_text_is_cut_and_one_of_absurd_length_is_not_looked_at():
    assert len(scrub("あ" * 500)) == KEPT
    assert scrub("https://user:" + "x" * LONGEST + "@example.org") == MASK


pieces = st.lists(
    st.sampled_from(
        ["web", "1", "10", "CPU", "監視", "カ", " ", ".", "-", "%", ":", "/", "@", "://", "zz",
         "password", "bearer ", "hook", "user", "--", "=", "eyJ", "xoxb", "sk", "192.0.2.1",
         "\u0301", "é"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@given(pieces | st.text(max_size=60))
def test_any_text_becomes_one_short_line_without_an_address(text):
    line = scrub(text)
    assert len(line) <= KEPT
    assert "\n" not in line
    assert not re.search(r"(?<!\d)192\.0\.2\.1(?!\d)", line)


@settings(max_examples=1000)
@given(pieces)
def test_what_is_passed_at_once_would_not_have_been_changed(text):
    passed = scrub(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_HARMLESS", re.compile("(?!)"))
        assert scrub(text) == passed
