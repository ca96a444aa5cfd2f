"""The wall: a window for the second display that can paint a ``RoomView`` and nothing else."""
