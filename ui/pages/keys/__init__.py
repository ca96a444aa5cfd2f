"""The cheat sheet of keys."""
