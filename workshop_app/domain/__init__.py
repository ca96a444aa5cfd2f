"""The domain: frozen records and pure functions, independent of Qt, SQLite and PDF."""
