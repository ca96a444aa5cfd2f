"""Forms and what is unsaved in them."""
