"""The supported Python versions; must run on old versions of Python, like `dev.py`."""

OLDEST = (3, 11)
# On Python 3.11, an exception that Python itself raises in a method called by Qt ends the process:
# PySide 6 reads its arguments before the exception is complete. 3.12 reports it.
PREFERRED = (3, 12)
