"""The audience's display: a window that can paint a ``RoomView`` and nothing else."""
