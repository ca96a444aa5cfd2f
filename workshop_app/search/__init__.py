"""Full-text search over catalogue entries, in memory."""
