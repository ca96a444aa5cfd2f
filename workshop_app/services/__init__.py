"""Services: commands and the session that runs them, queries, search and imports."""
