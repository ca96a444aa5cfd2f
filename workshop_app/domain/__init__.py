"""The domain: frozen records and pure functions, without Qt, SQLite and PDF."""
