"""The whole way of a workshop in one picture."""
