"""The pages of the window: one per step and per place of the start page."""
