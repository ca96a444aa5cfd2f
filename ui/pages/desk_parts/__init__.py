"""Private mode where there is room: the problems at the left, what belongs to one at the right."""
