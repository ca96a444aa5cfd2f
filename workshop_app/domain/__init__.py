"""What a workshop is: frozen records and pure functions, free of Qt, SQLite and PDF."""
