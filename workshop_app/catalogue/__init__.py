"""Catalogues: TOML files, one per entry, checked and loaded as `Solution` records."""
