"""The SQLite store: one file, one connection, one owner."""
