"""Everything that a person can do, declared once as data, by place; pages bind it."""
