"""Full-text search over catalogue entries in memory, and similarity of texts."""
