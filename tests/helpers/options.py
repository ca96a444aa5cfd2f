"""Options of the run that helpers need."""

paint_always = False
"""Whether windows paint whenever Qt asks them to (``--exhaustive``, ``--onscreen``)."""
