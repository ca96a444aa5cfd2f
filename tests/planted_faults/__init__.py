"""Faults planted in the product, to see which of them the tests find."""
