"""The pieces of the page on which problems are listed."""
