"""Reading the customer's Mackerel files, with a preview."""
