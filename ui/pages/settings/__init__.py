"""What the facilitator sets for all workshops, and how papers look."""
