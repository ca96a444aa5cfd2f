"""The overview picture of a workshop."""
