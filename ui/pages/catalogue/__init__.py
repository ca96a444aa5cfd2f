"""The catalogue: its entries, searched and read beside the steps."""
