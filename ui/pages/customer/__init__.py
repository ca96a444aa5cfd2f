"""Beside the steps, private mode: a customer over time, and how they are heard next."""
