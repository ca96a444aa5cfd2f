"""The short form of the table of faults: a few points of each scene, without errors."""

import sys
from collections import Counter

import pytest

from tests.faults.recorded_writes import may_trace
from tests.faults.table import FINE, ROWS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="processes are forked"),
]


@pytest.mark.parametrize("row", ROWS)
def test_every_row_passes_at_some_points(row, tmp_path):
    if row == "without power" and not may_trace():
        pytest.skip("needs strace")
    total: Counter[str] = Counter()
    for _, counts in ROWS[row](tmp_path, 2):
        total += counts
    assert total["points"] > 0
    assert {what: count for what, count in total.items() if count and what not in FINE} == {}
