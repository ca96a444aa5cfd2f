"""The Python versions that the program runs on; readable by old Pythons, as `dev.py` is."""

OLDEST = (3, 11)
# On 3.11 an exception that Python itself raises in a method called by Qt ends the process,
# because PySide 6 reads its arguments before it is a complete exception. 3.12 reports it.
PREFERRED = (3, 12)
