"""The windows: the presenter's own and the one for the audience."""
