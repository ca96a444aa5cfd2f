"""The board of all requests: their states, who said them, and the product team's answers."""
