"""The SQLite store: one file with one connection, used by one process at a time."""
