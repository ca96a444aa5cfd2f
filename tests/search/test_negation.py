"""The parts of a query that it rejects."""

import pytest

from tests.search.test_index import entry
from workshop_app.search.index import SearchIndex
from workshop_app.search.negation import rejected
from workshop_app.search.terms import fold


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("pingだけでは気づけない", ["ping"]),
        ("障害のとき、メールではなくSlackに送りたい", ["メール"]),
        ("電話で起こしてほしいがメールしか来ない", ["メール"]),
        ("ポートは応答するのに中身が出ない", ["ポートは応答する"]),
        ("Not only ping, the service itself", ["ping"]),
        ("even though the host is up, no data arrives", ["the host is up"]),
        ("look at the logs without ssh", ["ssh"]),
        ("ping alone is not enough", ["ping"]),
        ("証明書が切れたのに気づかなかった", []),
        ("管理者は1人しかいない", []),
        ("the disk is full and nobody noticed", []),
    ],
)
def test_what_is_not_enough_or_not_meant_is_rejected(query, parts):
    folded = fold(query)
    assert [folded[start:end].strip() for start, end in rejected(folded)] == parts


def test_an_entry_that_only_matches_what_is_rejected_is_not_trusted():
    index = SearchIndex(
        (
            entry("ping", {"name": "ping監視", "problems": ("pingで気づきたい",)}),
            entry("bill", {"name": "請求書の印刷"}),
        )
    )
    wanted, rejected_one = (
        index.search(text, "ja").entries[0]
        for text in ("pingで気づきたい", "pingだけでは気づけない")
    )
    assert wanted.id == rejected_one.id == "ping"
    assert wanted.confidence > 0.6
    assert rejected_one.confidence <= 0.5
