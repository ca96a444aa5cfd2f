"""Step 4, Sort: merge, theme and restate problems."""
