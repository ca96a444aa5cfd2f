"""What to look for in the customer's set-up: small questions that the table of usage is made of."""
