"""The pieces of the page on which problems are sorted into themes."""
