"""The board of all requests: how they stand, who said them, what the product team answered."""
