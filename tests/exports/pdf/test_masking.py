"""The customer's name is masked in all its usual spellings."""

import pytest

from exports.customer_mask import CustomerMask


@pytest.mark.parametrize(
    ("name", "text", "covered"),
    [
        ("株式会社みなとまち通販", "株式会社みなとまち通販の倉庫", "C-1の倉庫"),
        ("株式会社みなとまち通販", "みなとまち通販さん", "C-1さん"),
        ("Pebble Quay Books Ltd", "Pebble Quay Books runs it", "C-1 runs it"),
        ("Pebble Quay Books Ltd", "Pebble  Quay\nBooks Ltd.", "C-1."),
        ("Ace, Inc.", "Acer and Ace", "Acer and C-1"),
        ("AB Ltd", "ABC and AB", "ABC and AB"),
        ("株式会社髙﨑𠮷田ホールディングス", "髙﨑𠮷田HDの基幹", "C-1HDの基幹"),
        ("Brook Group Ltd", "Brook, and the brooks", "C-1, and the brooks"),
        ("BC Holdings", "BC and BCD", "BC and BCD"),
        ("", "anything", "anything"),
        ("A.B (C)", "A.B (C) and AxB", "C-1 and AxB"),
    ],
)
def test_the_customers_name_is_masked(name, text, covered):
    assert CustomerMask(name, "C-1").mask(text) == covered
