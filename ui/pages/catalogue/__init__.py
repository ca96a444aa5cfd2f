"""The catalogue: searching and reading its entries, outside the steps."""
