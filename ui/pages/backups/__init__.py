"""The copies of the records, and bringing one workshop back from one."""
