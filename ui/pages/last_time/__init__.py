"""What the visit before left, looked at again at the beginning of this one."""
