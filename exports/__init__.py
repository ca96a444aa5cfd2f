"""Papers: a workshop's snapshot printed to files, in this process or in one of its own."""
