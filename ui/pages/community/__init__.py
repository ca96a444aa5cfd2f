"""The page of the community over all customers."""
