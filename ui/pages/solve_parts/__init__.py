"""The pieces of the page on which problems find their outcomes."""
