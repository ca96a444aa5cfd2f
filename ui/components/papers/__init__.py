"""Choosing, exporting and copying papers."""
