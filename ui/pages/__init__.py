"""The pages of the window: one per step, and the places outside the steps."""
