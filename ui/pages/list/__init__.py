"""Step 3, List: problems as they are said."""
