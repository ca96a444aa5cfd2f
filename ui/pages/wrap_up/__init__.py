"""Step 8, Wrap up: actions, self-reliance, next date, and the export."""
