"""The papers for one or several people."""
