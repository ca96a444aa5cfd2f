"""Parts of the page on which the six criteria are asked."""
