"""Only plain https addresses become links or QR codes."""

import pytest

from exports.web_addresses import is_safe


def test_a_help_page_is_safe():
    assert is_safe("https://mackerel.io/ja/docs/entry/howto/dashboard/graph")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://mackerel.io/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "smb://server/share",
        "https://user@mackerel.io/",
        "https://user:word@mackerel.io/",
        "https://mäckerel.io/",
        "https://localhost",
        "https://",
        "https://[::1",
        "https://mackerel.io/a b",
        "https://mackerel.io/\n",
        "https://mackerel.io/" + "a" * 300,
    ],
)
def test_any_other_address_is_printed_without_a_link(address):
    assert not is_safe(address)
