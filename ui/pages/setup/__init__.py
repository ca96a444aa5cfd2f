"""What the customer has in Mackerel, from imported files."""
