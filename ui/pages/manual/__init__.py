"""The user guide and the handbook."""
