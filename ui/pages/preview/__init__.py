"""A paper page by page, before it is exported or printed."""
