"""Step 3, List: collecting problems."""
