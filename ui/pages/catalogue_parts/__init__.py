"""The pieces of the page on which the whole catalogue is searched."""
