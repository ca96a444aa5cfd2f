"""Forms, lists of records, and what is unsaved in them."""
