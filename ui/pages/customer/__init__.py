"""A customer over time, and the next kind of contact; outside the steps, in private mode."""
