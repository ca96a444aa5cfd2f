"""The pieces of the page on what the customer's Mackerel has already."""
