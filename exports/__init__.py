"""Papers: a workshop's snapshot printed to files, in this process or in a separate one."""
