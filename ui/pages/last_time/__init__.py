"""The review of the previous visit, at the beginning of this one."""
