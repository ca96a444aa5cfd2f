"""The copies of the records, and restoring a workshop from one."""
