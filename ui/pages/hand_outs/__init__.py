"""The papers that one or several people get."""
