"""The customer's set-up in Mackerel, from imported files."""
