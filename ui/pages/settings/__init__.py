"""The settings for all workshops, and the appearance of papers."""
