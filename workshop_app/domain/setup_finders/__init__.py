"""Functions that find items in the customer's set-up, used by the usage rules."""
