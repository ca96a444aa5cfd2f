"""Functions that find things in the customer's set-up; the usage rules are built from them."""
