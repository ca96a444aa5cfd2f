"""Blocks of a page: each has a height at a width, may be split at a height, and is drawn."""
