"""Blocks of a page: each knows its height at a width, can be split at a height, and is drawn."""
