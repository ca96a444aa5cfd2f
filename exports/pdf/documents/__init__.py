"""The documents: each turns a snapshot into blocks."""
