"""Benchmarks: each measures a floor in the same run and reports the ratio to it."""
